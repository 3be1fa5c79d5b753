// Secrets never reach the disk: what is masked, and what is left as it is. All keys here are made up.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KINDS, mask } from "../../src/ledger/mask.ts";

const S = "s3cr3t-Value!";
const join = (...parts: readonly string[]): string => parts.join("");

describe("masked", () => {
  test.each([
    [`mysql --password ${S} db`],
    [`mysql --password=${S} db`],
    [`mysql --password='${S}' db`],
    [`mysql -u root -p${S} db`],
    [`psql --dbname "postgres://user:${S}@db.example/x"`],
    [`git clone https://user:${S}@git.example/x.git`],
    [`git clone https://${S.repeat(2)}@git.example/x.git`],
    [`curl -H 'Authorization: Bearer ${S}' https://x.example`],
    [`curl -H "authorization: Basic ${S}" https://x.example`],
    [`curl -H 'X-Api-Key: ${S}' https://x.example`],
    [`curl -H 'PRIVATE-TOKEN: ${S}' https://x.example`],
    [`curl -u admin:${S} https://x.example`],
    [`curl --user 'admin:${S}' https://x.example`],
    [`curl 'https://x.example/?access_token=${S}&page=2'`],
    [`curl -d '{"password": "${S}", "user": "u"}' https://x.example`],
    [`curl -d 'client_secret=${S}' https://x.example`],
    [`sshpass -p ${S} ssh h`],
    [`sshpass -p '${S}' ssh h`],
    [`DB_PASSWORD=${S} deploy`],
    [`export GITHUB_TOKEN="${S}"`],
    [`AWS_SECRET_ACCESS_KEY=${S} aws s3 ls`],
    [`MYSQL_PWD=${S} mysqldump`],
    [`docker login --username u --password-stdin --token ${S}`],
    [`vault login token=${S}`],
    [`kubectl create secret generic x --from-literal=password=${S}`],
    [`API_KEY_2=${S} x`],
  ])("%s", (text) => {
    expect(mask(text)).not.toContain(S);
    expect(mask(text)).toContain("***");
  });

  test.each([
    join("AKIA", "ABCDEFGHIJKLMNOP"),
    join("gh", "p_", "a".repeat(36)),
    join("github", "_pat_", "a1".repeat(20)),
    join("glpat", "-", "a".repeat(20)),
    join("xox", "b-1234567890-abcdefghij"),
    join("sk", "-ant-", "a1".repeat(20)),
    join("sk", "_live_", "a1".repeat(12)),
    join("npm", "_", "a".repeat(36)),
    join("AI", "za", "a".repeat(35)),
    join("ey", "JhbGciOiJIUzI1NiJ9", ".", "eyJzdWIiOiIxIn0", ".", "abcdefgh"),
    join("-----BEGIN OPENSSH", " PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----"),
  ])("%s", (key) => {
    expect(mask(`tool run ${key} and more`)).toBe("tool run *** and more");
  });
});

test.each([
  "git commit -m 'reset the password form'",
  "git log --author=bob",
  "cmc-templates.py cmc-e2e --specify_vms atvm160-redhat9.7 --ignore_force_shutdown",
  "kubectl get secrets",
  "ls tokens/ && cat secrets.md",
  "ssh user@host.example 'ls'",
  "curl https://x.example:8080/a@b",
  "git push --force-with-lease origin main",
  "docker run -p 8080:80 nginx",
  "systemctl start atvm-run-watcher@e2e-1",
  "run --password-file f --token-ttl 5",
])("left as it is: %s", (text) => {
  expect(mask(text)).toBe(text);
});

test("masking twice changes nothing more", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          "--password",
          "x",
          "=",
          " ",
          "TOKEN",
          "https://",
          "u:p@h",
          "'",
          '"',
          ":",
          "-p",
          "key",
          "***",
        ),
      ),
      (parts) => {
        const once = mask(parts.join(""));
        expect(mask(once)).toBe(once);
      },
    ),
  );
});

test("long and hostile texts take no long time", () => {
  for (const piece of [
    "password",
    "a:",
    "https://",
    "-----BEGIN RSA PRIVATE KEY-----",
    "mysql ",
    "--token ",
    "eyJ",
    "'\"",
  ])
    mask(piece.repeat(100_000));
});

test("what has none of the cues of a kind has none of the kind", () => {
  const pieces = fc.constantFrom(
    ..."AKIA ghp_ xoxb- sk_ npm_ eyJ SG. :// Authorization: Bearer -u --user sshpass mysql -p PassWord= ſecret= ToKeN pwd".split(
      " ",
    ),
    ...[" ", "a".repeat(40), "A1b2C3d4E5F6G7H8I9J0", "@h", ".", ":", "'", '"', "\n"],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join("");
      const all = KINDS.reduce((masked, [, replacement]) => masked.replace(...replacement()), text);
      expect(mask(text)).toBe(all);
    }),
    { numRuns: 2_000 },
  );
});
