// What lies around a command: directories, files that it runs, variables in front, names, placeholders, settings.
import { describe, expect, test } from "vitest";
import { checkerForAnalysis } from "../../src/cli/compile-project.ts";
import { knownTools } from "../../src/cli/io/known-tools.ts";
import { regex, sha256 } from "../../src/cli/node-tools.ts";
import { compile } from "../../src/compiler/compile.ts";
import type { CommandAction, Policy, Verdict } from "../../src/policy/types.ts";
import { Checker } from "../../src/validators/checker.ts";
import type { CheckContext } from "../../src/validators/context.ts";

const RULES = `- **Never** run \`git push --force\`.
  - Id: \`no-force\`
- **Never** run \`rm --recursive\`, when any operand is outside \`/tmp/**\`.
  - Id: \`rm-outside\`
- **Never** run \`stella locks release\`.
  - Id: \`no-release\`
  - Blocks: \`stella locks release <promotion-id>\`
- **Never** run \`drop\`.
  - Id: \`no-drop\`
- **Never** edit \`infra/**\`.
  - Id: \`no-infra\`
- **Never** run \`deployctl\` until \`phase\` is \`closed\`.
  - Id: \`phase-first\`

### Tool \`on-all\`

| option | takes | role |
| --- | --- | --- |
| \`<group>\` | one | |
| \`<command>\` | many | runs |
| \`--limit\` | one | |
| \`--then\` | one | runs |

### Fact \`phase\`

- From: the operator
`;

function policyOf(settings: Partial<Policy["settings"]> = {}): Policy {
  const files = [{ file: "playbooks/a.md", text: RULES }];
  const { policy, diagnostics } = compile(files, {
    sha256,
    checker: checkerForAnalysis,
    known: knownTools,
    settings,
  });
  expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
  return policy;
}

const CHECKER = new Checker(policyOf(), { sha256, regex, root: "/repo" });

function verdict(command: string, more: Partial<CommandAction> = {}, context: CheckContext = {}): Verdict {
  return CHECKER.check({ kind: "command", command, cwd: "/repo", ...more }, context);
}

/** The decision, and the rules or codes that made it. */
function said(found: Verdict): string {
  const why = found.findings.filter((f) => f.decision === found.decision).map((f) => f.rule ?? f.code);
  return [found.decision, ...new Set(why)].join(" ");
}

describe("a command text", () => {
  test.each([
    ["git -C x push origin main -f", "deny no-force"],
    ["git push --force=false", "allow"],
    ["cd /srv && rm -rf data", "deny rm-outside"],
    ["cd /tmp && rm -rf data", "allow"],
    ["rm -rf /tmp/../etc", "deny rm-outside"],
    ["cd $D && rm -rf data", "ask rm-outside no-infra"],
    ["cd infra && echo > x", "deny no-infra"],
    ["cd $D && echo > x.tf", "ask no-infra"],
    ["> infra/main.tf", "deny no-infra"],
    ["sed -i s/a/b/ infra/main.tf", "deny no-infra"],
    ["sed s/a/b/ infra/main.tf", "allow"],
    ["cp a infra/", "deny no-infra"],
    ["PATH=/evil:$PATH git push", "ask variable-in-front"],
    ["export GIT_CONFIG_GLOBAL=/tmp/x; git push", "ask variable-in-front"],
    ["rm -rf infra", "deny rm-outside no-infra"],
    ["rm -rf /tmp/x .", "deny rm-outside no-infra"],
    ["PATH=/evil ls", "allow"],
    ["git.exe push -f", "deny no-force"],
    ["g\u0456t push -f", "deny no-force"],
    ["g\u0456t status", "ask lookalike"],
    ["on-all web drop it", "deny no-drop"],
    ["on-all --limit 3 web drop it", "deny no-drop"],
    ["on-all --then 'drop it' web ls", "deny no-drop"],
    ["on-all web ls drop", "allow"],
    ["stella list <promotion-id>", "deny placeholder"],
    ["git log HEAD@{release}", "allow"],
    ["sort <in >out", "allow"],
    ["echo 'drop it' | bash", "deny no-drop"],
    ["git commit -m 'git push --force'", "allow"],
  ])("%s: %s", (command, expected) => {
    expect(said(verdict(command))).toBe(expected);
  });
});

describe("files that a command runs", () => {
  const files = (path: string): string | undefined =>
    ({ "/repo/x.sh": "ls\ndrop $1\n", "/repo/package.json": '{"scripts":{"wipe":"drop all"}}' })[path];

  test.each([
    ["bash x.sh", "deny no-drop"],
    ["./x.sh", "deny no-drop"],
    ["npm run wipe", "deny no-drop"],
    ["npm run other", "allow"],
  ])("%s: %s when they are supplied", (command, expected) => {
    expect(said(verdict(command, {}, { files }))).toBe(expected);
  });

  test("are opaque when they are not, and named by requires", () => {
    const found = verdict("bash x.sh");
    expect([found.decision, found.opaque.length]).toEqual(["allow", 1]);
    expect(CHECKER.requires({ kind: "command", command: "bash x.sh; deployctl", cwd: "/repo" })).toEqual({
      files: ["/repo/x.sh"],
      facts: ["phase"],
    });
  });
});

describe("settings", () => {
  const decide = (settings: Partial<Policy["settings"]>, command: string): string =>
    said(
      new Checker(policyOf(settings), { sha256, regex }).check({ kind: "command", command, cwd: "/repo" }),
    );

  test("opaque parts are passed over unless the project wants to be asked", () => {
    expect(decide({}, "make deploy")).toBe("allow");
    expect(decide({ opaque: "ask" }, "make deploy")).toBe("ask opaque");
  });

  test("strict takes an unknown value for a possible option", () => {
    expect(decide({}, "git push $ARGS")).toBe("allow");
    expect(decide({ strict: true }, "git push $ARGS")).toBe("ask no-force");
    expect(decide({ strict: true }, 'git push "$REMOTE"')).toBe("ask no-force");
  });
});
