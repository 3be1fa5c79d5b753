// The guardrails of the redfix playbook on commands that nobody wrote into it: what the whole policy says of each.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkerForAnalysis } from "../../src/cli/compile-project.ts";
import { knownTools } from "../../src/cli/io/known-tools.ts";
import { regex, sha256 } from "../../src/cli/node-tools.ts";
import { compile } from "../../src/compiler/compile.ts";
import { Checker } from "../../src/validators/checker.ts";

const FILE = "playbooks/redfix.md";
const compiled = compile([{ file: FILE, text: readFileSync(FILE, "utf8") }], {
  sha256,
  checker: checkerForAnalysis,
  known: knownTools,
});
const checker = new Checker(compiled.policy, { sha256, regex });

/** The rules that speak up, the strictest first: "deny: never-push-main, ask: shared-swarm"; "allow" where none does. */
function said(command: string, facts: Readonly<Record<string, string>> = {}): string {
  const { findings } = checker.check({ kind: "command", command }, { facts });
  const loud = findings.filter((f) => f.decision !== "warn" && f.decision !== "allow");
  const lines = [...new Set(loud.map((f) => `${f.decision}: ${f.rule ?? f.code}`))].sort();
  return lines.length === 0 ? "allow" : lines.join(", ");
}

const BOT = "--author 'autonomic-bot <autonomic-bot@noreply.git.autonomic.zone>'";

test("the source has no error and no warning", () => {
  expect(compiled.diagnostics.filter((d) => d.severity !== "notice").map((d) => d.message)).toEqual([]);
});

describe("nobody pushes main", () => {
  test.each([
    ["git push origin main", "deny: never-push-main"],
    ["git push -u origin main", "deny: never-push-main"],
    ["git push origin main --force-with-lease", "deny: never-push-main"],
    ["git -C /srv/cc-ci push origin main", "deny: never-push-main"],
    ["git push origin refs/heads/main", "deny: never-push-main"],
    ["git push origin heads/main", "deny: never-push-main"],
    ["git push origin HEAD:main", "deny: never-push-main"],
    ["git push origin @:main", "deny: never-push-main"],
    ["git push origin +HEAD:main", "deny: never-push-main"],
    ["git push origin +x:refs/heads/main", "deny: never-push-main"],
    ["git push origin main:main", "deny: never-push-main"],
    ["git push origin redfix-a main", "deny: never-push-main"],
    ["git push origin :main", "deny: never-push-main"],
    ["git push --delete origin main", "deny: never-push-main"],
    ["git push https://git.autonomic.zone/o/r.git HEAD:main", "deny: never-push-main"],
    ["git push -- origin main", "deny: never-push-main"],
    ["git push -o ci.skip origin main", "deny: never-push-main"],
    ["BRANCH=main; git push origin $BRANCH", "deny: never-push-main"],
    ['git push origin "HEAD:refs/heads/main"', "deny: never-push-main"],
    ["cd cc-ci && git pull && git push origin main", "deny: never-push-main"],
    ["sudo -u ci git push origin main", "deny: never-push-main"],
    ["ssh cc-ci 'cd cc-ci && git push origin main'", "deny: never-push-main"],
    ["git push --all", "deny: never-push-everything"],
    ["git push --branches origin", "deny: never-push-everything"],
    ["git push --mirror origin", "deny: never-push-everything"],
    ["git push origin HEAD", "ask: never-push-main"],
    ["git push origin @", "ask: never-push-main"],
    ["git push origin :", "ask: never-push-main"],
    ["git push origin 'refs/heads/*:refs/heads/*'", "ask: never-push-main"],
    ['git push origin "$(git branch --show-current)"', "ask: never-push-main"],
    ['git push origin "$BRANCH"', "ask: never-push-main"],
    ["git push", "ask: no-push-by-default"],
    ["git push origin", "ask: no-push-by-default"],
    ["git push -f", "ask: no-push-by-default"],
    ["git push origin redfix-warm-domain", "allow"],
    ["git push -u origin redfix-warm-domain", "allow"],
    ["git push origin HEAD:redfix-warm-domain", "allow"],
    ["git push origin main:redfix-warm-domain", "allow"],
    ["git push origin mainframe", "allow"],
    ["git push origin feature/main", "allow"],
    ["git push origin HEAD:refs/for/main", "allow"],
    ["git push origin tag main", "allow"],
    ["git push origin refs/tags/main", "allow"],
    ["git push --tags", "allow"],
    ["git push --help", "allow"],
    ["git pull origin main", "allow"],
    ["git fetch origin main", "allow"],
    ["git merge origin/main", "allow"],
    ["git stash push main", "allow"],
    ["echo git push origin main", "allow"],
  ])("%s → %s", (command, expected) => expect(said(command)).toBe(expected));

  test.each([
    ["origin/main", "deny: no-push-by-default"],
    ["upstream/main", "deny: no-push-by-default"],
    ["origin/redfix-warm-domain", "allow"],
  ])("git push, where a push goes to %s → %s", (target, expected) =>
    expect(said("git push", { "push-target": target })).toBe(expected),
  );
});

describe("nobody merges", () => {
  test.each([
    ["gh pr merge", "deny: operator-merges"],
    ["gh pr merge 12 --squash --delete-branch", "deny: operator-merges"],
    ["gh pr merge --auto -m 12 -R o/r", "deny: operator-merges"],
    ["gh pr merge -R o/r 12", "deny: operator-merges"],
    ["tea pulls merge 12", "deny: operator-merges"],
    ["tea pr merge --style squash 12", "deny: operator-merges"],
    ["tea pull m 12", "deny: operator-merges"],
    ["gh api -X PUT repos/o/r/pulls/1/merge", "deny: no-merge-by-api"],
    ["gh api -XPUT /repos/o/r/pulls/1/merge -f merge_method=squash", "deny: no-merge-by-api"],
    ["gh api --method=PUT repos/{owner}/{repo}/pulls/1/merge", "deny: no-merge-by-api"],
    ["gh api https://api.github.com/repos/o/r/pulls/1/merge -X PUT", "deny: no-merge-by-api"],
    ["gh api -X PATCH repos/o/r/git/refs/heads/main -f sha=abc", "deny: no-merge-by-api"],
    ["gh api repos/o/r/merges -f base=main -f head=x", "deny: operator-merges"],
    ["gh api -X POST /repos/o/r/merges -f base=main -f head=x", "deny: operator-merges"],
    ['gh api -X PUT "repos/o/r/pulls/$N/merge"', "ask: no-merge-by-api"],
    ['gh api -X "$METHOD" repos/o/r/pulls/1/merge', "ask: no-merge-by-api"],
    [
      "gh api graphql -f query='mutation($id: ID!) { mergePullRequest(input: {pullRequestId: $id}) { clientMutationId } }' -f id=PR_1",
      "deny: no-merge-by-graphql",
    ],
    [
      "gh api graphql -F query='mutation { enablePullRequestAutoMerge(input: {pullRequestId: \"PR_1\"}) { clientMutationId } }'",
      "deny: no-merge-by-graphql",
    ],
    ["gh api graphql -F query=@merge.graphql", "ask: unseen-graphql"],
    ["gh api graphql --input merge.json", "ask: unseen-graphql"],
    ["curl -X POST https://git.autonomic.zone/api/v1/repos/o/r/pulls/3/merge", "deny: no-merge-by-curl"],
    [
      "curl -sS -XPOST -H 'Content-Type: application/json' -d '{\"Do\":\"merge\"}' https://git.autonomic.zone/api/v1/repos/o/r/pulls/3/merge",
      "deny: no-merge-by-curl",
    ],
    [
      "curl --request POST --url https://git.autonomic.zone/api/v1/repos/o/r/pulls/3/merge",
      "deny: no-merge-by-curl",
    ],
    [
      'curl --json \'{"Do":"merge"}\' https://git.autonomic.zone/api/v1/repos/o/r/pulls/3/merge',
      "deny: no-merge-by-curl",
    ],
    [
      "curl -X POST 'https://git.autonomic.zone/api/v1/repos/o/r/pulls/3/merge?token=x'",
      "deny: no-merge-by-curl",
    ],
    ['curl -X POST "$API/repos/o/r/pulls/3/merge"', "ask: no-merge-by-curl"],
    ['curl -X POST "https://git.autonomic.zone/api/v1/repos/o/r/pulls/$N/merge"', "ask: no-merge-by-curl"],
    ['curl -X POST -d @body.json "$API/repos/o/r/issues/$N/comments"', "allow"],
    ["curl -T body.json https://git.autonomic.zone/api/v1/repos/o/r/pulls/3/merge", "deny: no-merge-by-curl"],
    [
      "wget --post-data='{}' https://git.autonomic.zone/api/v1/repos/o/r/pulls/3/merge",
      "deny: no-merge-by-wget",
    ],
    ["wget -q --method PUT https://api.github.com/repos/o/r/pulls/3/merge", "deny: no-merge-by-wget"],
    ["wget https://git.autonomic.zone/api/v1/repos/o/r/pulls/3/merge", "allow"],
    ["curl https://git.autonomic.zone/api/v1/repos/o/r/pulls/3/merge", "allow"],
    ["curl -X GET https://git.autonomic.zone/api/v1/repos/o/r/pulls/3/merge", "allow"],
    ["curl https://git.autonomic.zone/api/v1/repos/o/r/pulls/3", "allow"],
    ["gh api repos/o/r/pulls/1/merge", "allow"],
    ["gh api repos/o/r/pulls/1", "allow"],
    ["gh api -X POST repos/o/r/issues/1/comments -f body=!testme", "allow"],
    ['gh api -X POST "repos/o/r/issues/$N/comments" -f body=!testme', "allow"],
    ["gh api graphql -f query='query { viewer { login } }'", "allow"],
    ["gh pr view 12 --json mergeable", "allow"],
    ["gh pr merge --help", "allow"],
    ["tea pulls list", "allow"],
    ["tea pr checkout 12", "allow"],
  ])("%s → %s", (command, expected) => expect(said(command)).toBe(expected));
});

describe("what is run alone comes first", () => {
  test.each([
    ["In Progress", "deny: isolation-before-blame"],
    ["Not Started", "deny: isolation-before-blame"],
    ["Fail", "deny: isolation-before-blame"],
    ["Pass", "allow"],
  ])("a pull request while isolate is %s → %s", (status, expected) => {
    for (const command of ["tea pulls create --title x", "tea pr c --title x", "gh pr create --fill"])
      expect(said(command, { isolate: status })).toBe(expected);
  });

  test("a pull request without a state → ask", () =>
    expect(said("gh pr create --fill")).toBe("ask: isolation-before-blame"));
});

describe("abra runs under script, and few at once", () => {
  const deploy = (name: string): string => `script -qec 'abra app deploy ${name}.example.org' /dev/null`;
  test.each([
    ["abra app ls", "deny: abra-wants-a-terminal"],
    ["sudo abra app ls", "deny: abra-wants-a-terminal"],
    ["timeout 60 abra app logs x", "deny: abra-wants-a-terminal"],
    ["ssh cc-ci abra app ls", "deny: abra-wants-a-terminal"],
    ["bash -c 'abra app ls'", "deny: abra-wants-a-terminal"],
    ["unbuffer abra app ls", "deny: abra-wants-a-terminal"],
    ["abra app ls | cat; script -qec 'ls' /dev/null", "deny: abra-wants-a-terminal"],
    ["script -qec 'abra app ls' /dev/null", "allow"],
    ["script -qc 'abra app ls'", "allow"],
    ["script --command='abra app ls' /dev/null", "allow"],
    ["script -q /dev/null abra app ls", "allow"],
    ["ssh cc-ci \"script -qec 'abra app ls' /dev/null\"", "allow"],
    ["timeout 60 script -qec 'timeout 50 abra app ls' /dev/null", "allow"],
    ["abra --help", "allow"],
    ["grep abra README.md", "allow"],
    [deploy("a"), "ask: alone-is-alone, ask: shared-swarm"],
    [["a", "b", "c"].map((n) => `${deploy(n)} &`).join(" "), "ask: alone-is-alone, ask: shared-swarm"],
  ])("%s → %s", (command, expected) => expect(said(command)).toBe(expected));

  test.each([
    [4, "deny: shared-swarm"],
    [5, "deny: shared-swarm"],
  ])("%i deploys side by side", (count, expected) => {
    const names = Array.from({ length: count }, (_, i) => `r${i}`);
    expect(said(`${names.map((n) => `${deploy(n)} &`).join(" ")} wait`)).toContain(expected);
    expect(
      said(`for r in ${names.join(" ")}; do script -qec "abra app deploy $r" /dev/null & done; wait`),
    ).toContain(expected);
  });

  const rule = compiled.policy.rules.find((r) => r.id === "shared-swarm");
  const [a, b, c, d] = ["a", "b", "c", "d"].map((n) => `abra app deploy ${n}`);
  test.each([
    [`${a}; ${b}; ${c}; ${d}`, "allow"],
    [`${a} && ${b} && ${c} && ${d}`, "allow"],
    [`${a} & ${b} & ${c} & wait; ${d}`, "allow"],
    [`${a} & wait; ${b} & wait; ${c} & wait; ${d} & wait`, "allow"],
    [`(${a}; ${b}; ${c}; ${d}) &`, "allow"],
    [`${a} & ${b} & ${c}; ${d}`, "allow"],
    [`for r in a b c d; do abra app deploy $r; done`, "allow"],
    [`${a} | tee log; ${b} | tee log; ${c} | tee log; ${d} | tee log`, "allow"],
    [`${a} & ${b} & ${c} & ${d} &`, "deny"],
    [`${a} & ${b} & ${c} & ${d}`, "deny"],
    [`${a} | ${b} | ${c} | ${d}`, "deny"],
    [`(${a} &) ; (${b} &) ; (${c} &) ; ${d}`, "deny"],
    [`{ ${a} & ${b}; } & { ${c} & ${d}; } &`, "deny"],
    [`for r in a b c d; do abra app deploy $r & done`, "deny"],
    [`bash -c '${a} & ${b} & ${c} & ${d} & wait'`, "deny"],
    [`f() { abra app deploy "$1"; }; f a & f b & f c & f d & wait`, "deny"],
    [`${a} & ${b} & ${c} & wait $!; ${d} &`, "ask"],
    [`parallel abra app deploy ::: a b c d`, "ask"],
  ])("as the first thing that runs: %s → %s", (command, expected) => {
    if (rule === undefined) throw new Error("no such rule");
    const { findings } = checker.check({ kind: "command", command }, { only: rule, history: "empty" });
    const decisions = findings.filter((f) => f.rule === rule.id).map((f) => f.decision);
    expect(decisions.includes("deny") ? "deny" : (decisions[0] ?? "allow")).toBe(expected);
  });

  test("two side by side while each is to run alone", () =>
    expect(said(`${deploy("a")} & ${deploy("b")} & wait`, { isolate: "In Progress" })).toContain(
      "deny: alone-is-alone",
    ));

  test("the live login is left alone", () => {
    for (const verb of ["deploy", "undeploy"])
      expect(said(`script -qec 'abra app ${verb} warm-keycloak.example.org' /dev/null`)).toContain(
        "deny: live-login-stays",
      );
    expect(said("script -qec 'abra app undeploy warm-canon-keycloak.example.org' /dev/null")).toBe("allow");
  });
});

describe("commits are the bot's", () => {
  test.each([
    [`git commit -m x ${BOT}`, "allow"],
    [`git commit -am x --author='autonomic-bot <autonomic-bot@noreply.git.autonomic.zone>'`, "allow"],
    [`git commit --amend --no-edit ${BOT}`, "allow"],
    [`git -C /srv/cc-ci -c commit.gpgsign=false commit ${BOT} -m x`, "allow"],
    ["git commit -m x", "deny: bot-author"],
    ["git commit --amend --no-edit", "deny: bot-author"],
    ["git commit -m x --author 'Somebody <somebody@example.org>'", "deny: bot-author"],
    ["git commit -m x --author='autonomic-bot <someone@example.org>'", "deny: bot-author"],
    ["git commit -m x --author autonomic-bot", "deny: bot-author"],
    ["git -c user.name=eve -c user.email=eve@example.org commit -m x", "deny: bot-author"],
    ["GIT_AUTHOR_NAME=eve git commit -m x", "deny: bot-author"],
    ["git add -A && git commit -m x", "deny: bot-author"],
    ['git commit -m x --author "$AUTHOR"', "ask: bot-author"],
    ["git commit --help", "allow"],
    ["git log --author eve", "allow"],
  ])("%s → %s", (command, expected) => expect(said(command)).toContain(expected));

  test("the fix adds the author, and is in order", () => {
    const { fix } = checker.check({ kind: "command", command: "git commit -m x" }, {});
    expect(fix).toEqual({ command: `git commit -m x ${BOT}`, decision: "warn" });
  });
});

describe("tests stay as strict as they are", () => {
  const SED = "sed -i s/assert/pass/ custom/test_protocol_handshake.py";
  test.each([
    [SED, { "with-tests": "off" }, "deny: never-weaken-a-test"],
    [SED, { "with-tests": "on" }, "allow"],
    [SED, {}, "ask: never-weaken-a-test"],
    ["rm custom/test_restore.py", { "with-tests": "off" }, "deny: never-weaken-a-test"],
    ["echo 'import pytest' > test_restore.py", { "with-tests": "off" }, "deny: never-weaken-a-test"],
    ["cat custom/test_restore.py", { "with-tests": "off" }, "allow"],
    ["pytest custom/test_restore.py", { "with-tests": "off" }, "allow"],
    ["sed -i s/1/2/ custom/helpers.py", { "with-tests": "off" }, "allow"],
  ])("%s %j → %s", (command, facts, expected) =>
    expect(said(command, facts as unknown as Record<string, string>)).toBe(expected),
  );
});
