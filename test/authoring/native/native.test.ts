// Hosts' own permissions: which rules have one, how it is written, and that it never stops what the policy lets pass.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { NativeRule } from "../../../src/authoring/native/candidates.ts";
import { claudePermissions, gitignoreGlob } from "../../../src/authoring/native/claude-code.ts";
import { codexRules } from "../../../src/authoring/native/codex.ts";
import { opencodePermissions } from "../../../src/authoring/native/opencode.ts";
import { nativeRulesOf } from "../../../src/cli/install/in-force.ts";
import { regex, sha256 } from "../../../src/cli/node-tools.ts";
import { Checker } from "../../../src/validators/checker.ts";
import { compileFiles } from "../../support/compile.ts";

function rules(source: string): NativeRule[] {
  const { policy, diagnostics } = compileFiles({ "learnings/a.md": source });
  expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
  return nativeRulesOf(policy, "/repo");
}

const short = (rule: NativeRule): string =>
  `${rule.decision} ${rule.what === "command" ? rule.words.join(" ") : `${rule.what} ${rule.glob}`}`;

describe("which rules hosts can hold themselves", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ["a command that never runs", "- **Never** run `git push --force`.\n", ["deny git push --force"]],
    ["several", "- **Never** run `halt` or `poweroff`.\n", ["deny halt", "deny poweroff"]],
    ["one that is asked about", "- **Ask before** running `deploy up`.\n", ["ask deploy up"]],
    ["any words behind", "- **Never** run `make clean …`.\n", ["deny make clean"]],
    [
      "files",
      "- **Never** edit `a/**`.\n- **Never** read `*.pem`.\n- **Ask before** editing `b.md`.\n",
      ["deny edit a/**", "deny read *.pem", "ask edit b.md"],
    ],
    ["not one that a person may lift", "- **Never** run `halt` unless the operator waives it.\n", []],
    ["not one with a condition", "- **Never** run `halt` when `--now` is used.\n", []],
    ["not one with another exception", "- **Never** run `halt` unless `--dry-run` is used.\n", []],
    ["not one that ends", "- **Never** run `halt`.\n  - Until: 2999-01-01\n", []],
    ["not one with a hole", "- **Never** run `halt <host>`.\n", []],
    ["not one about any program", "- **Never** run `mk*`.\n", []],
    ["not one about options alone", "- **Never** pass `--now` to `halt`.\n", []],
    ["not what is asked once for a plan", "- **Never** run `halt` before the operator approves it.\n", []],
    ["not deleting, which no host tells from editing", "- **Never** delete `a/**`.\n", []],
  ];
  test.each(cases)("%s", (_, source, expected) => {
    expect(rules(source).map(short)).toEqual(expected);
  });

  test("not one that an exception takes something from", () => {
    const source =
      "- **Never** run `git push`.\n  - Id: `no-push`\n- **Allow** `git push --dry-run`.\n  - Exception to: `no-push`\n";
    expect(rules(source)).toEqual([]);
  });
});

describe("Claude Code", () => {
  test.each([
    ["- **Never** run `git push --force`.\n", [{ list: "deny", entry: "Bash(git push --force *)" }]],
    ["- **Ask before** running `deploy`.\n", [{ list: "ask", entry: "Bash(deploy *)" }]],
    ["- **Never** edit `a/**`.\n", [{ list: "deny", entry: "Edit(/a/**)" }]],
    ["- **Never** read `*.pem`.\n", [{ list: "deny", entry: "Read(*.pem)" }]],
  ])("%j", (source, expected) => {
    expect(rules(source).flatMap(claudePermissions)).toEqual(expected);
  });

  test.each([
    ["a/b.txt", "/a/b.txt"],
    ["./a/**", "/a/**"],
    ["**/x.key", "/**/x.key"],
    ["/etc/*", "//etc/*"],
    ["~/.ssh/**", "~/.ssh/**"],
    [".env", ".env"],
    ["a/{b,c}", undefined],
    ["a/[b]", undefined],
    ["a**", undefined],
    ["!a", undefined],
    ["a(b)", undefined],
  ])("the glob %s is %s there", (glob, expected) => {
    expect(gitignoreGlob(glob)).toBe(expected);
  });
});

test("Codex: prefix rules with examples for and against", () => {
  const text = codexRules(rules("- **Never** run `git push --force`.\n- **Ask before** running `deploy`.\n"));
  expect(text).toBe(`# Written by bylaw install from the policy in force. Run it again after bylaw trust.

prefix_rule(
    pattern = ["git", "push", "--force"],
    decision = "forbidden",
    justification = "Never run \`git push --force\`. (never-run-git-push-force)",
    match = [["git", "push", "--force"], ["git", "push", "--force", "word"]],
    not_match = [["git"], ["git", "word"]],
)

prefix_rule(
    pattern = ["deploy"],
    decision = "prompt",
    justification = "Ask before running \`deploy\`. (ask-before-running-deploy)",
    match = [["deploy"], ["deploy", "word"]],
    not_match = [["no-deploy", "word"]],
)
`);
  expect(codexRules(rules("- **Never** edit `a/**`.\n"))).toBeUndefined();
});

describe("OpenCode, where a star stands for slashes too", () => {
  test.each([
    ["- **Never** run `git push --force`.\n", ["git push --force", "git push --force *"]],
    ["- **Never** edit `a/**`.\n", ["a/**"]],
    ["- **Never** edit `a/b.txt`.\n", ["a/b.txt"]],
    ["- **Never** edit `a/*.txt`.\n", []],
    ["- **Never** edit `*.txt`.\n", []],
    ["- **Never** edit `/etc/x`.\n", []],
  ])("%j", (source, expected) => {
    expect(
      rules(source)
        .flatMap(opencodePermissions)
        .map((p) => p.pattern),
    ).toEqual(expected);
  });
});

test("what a host stops by a prefix the checker doesn't let pass either, whatever comes behind it", () => {
  const source =
    "- **Never** run `git push --force`.\n- **Ask before** running `kubectl delete`.\n- **Never** run `halt` or `make clean …`.\n";
  const { policy } = compileFiles({ "learnings/a.md": source });
  const checker = new Checker(policy, { sha256, regex, today: "2026-01-01", root: "/repo" });
  const found = nativeRulesOf(policy, "/repo").filter((r) => r.what === "command");
  expect(found).toHaveLength(4);
  const word = fc.constantFrom(
    "a",
    "-n",
    "--now",
    "--x=1",
    "origin",
    "'b c'",
    "$X",
    "> f",
    "--no-force",
    "--",
  );
  fc.assert(
    fc.property(fc.constantFrom(...found), fc.array(word, { maxLength: 4 }), ({ words, decision }, more) => {
      const verdict = checker.check({ kind: "command", command: [...words, ...more].join(" ") });
      expect(decision === "deny" ? ["deny"] : ["deny", "ask"]).toContain(verdict.decision);
    }),
    { numRuns: 500 },
  );
});
