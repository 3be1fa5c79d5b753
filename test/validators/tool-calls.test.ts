// Rules that name an MCP tool, held against its calls; and what has succeeded before in the session.
import { describe, expect, test } from "vitest";
import { regex, sha256 } from "../../src/cli/node-tools.ts";
import type { Past } from "../../src/policy/history.ts";
import { Checker } from "../../src/validators/checker.ts";
import { compileFiles } from "../support/compile.ts";

const TOOLS = `### Tools \`rel\` (MCP)

| tool | parameter | type | pattern | required |
| --- | --- | --- | --- | --- |
| \`rel_status\` | \`release\` | text | | yes |
| \`rel_build\` | \`release\` | text | | yes |
| | \`arch\` | text | | no |
| | \`tags\` | list | | no |
| | \`count\` | number | | no |
| | \`force\` | boolean | | no |
| | \`more\` | text | | no |
| \`rel_sign\` | \`release\` | text | | yes |

### Fact \`phase\`

- From: the operator
- Values: \`open\`, \`closed\`

### Fact \`day\`

- From: the operator
- Type: date

### List \`frozen\`

| arch |
| --- |
| \`s390x\` |
`;

function checkerOf(rules: string): Checker {
  const { policy, diagnostics } = compileFiles({ "playbooks/rel.md": `${TOOLS}\n${rules}\n` });
  const errors = diagnostics.filter((d) => d.severity === "error");
  if (errors.length > 0) throw new Error(errors.map((e) => e.message).join("\n"));
  return new Checker(policy, { sha256, regex, today: "2026-03-01" });
}

function succeeded(checker: Checker, command: string): Past {
  return { does: [checker.doneBy({ kind: "command", command })], outcome: "succeeded" };
}

/** "deny rule-id: message", or "allow". */
function said(
  rules: string,
  tool: string,
  input: Record<string, unknown>,
  facts: Record<string, string> = {},
  before: readonly string[] = [],
): string {
  const checker = checkerOf(rules);
  const verdict = checker.check(
    { kind: "tool", tool, input: { release: "4.20.1", ...input } },
    { facts, before: before.map((command) => succeeded(checker, command)) },
  );
  for (const finding of verdict.findings) expect(finding.range).toBeUndefined();
  const [first] = verdict.findings;
  return first === undefined ? verdict.decision : `${verdict.decision} ${first.message}`;
}

describe("a rule and a call", () => {
  test.each([
    ["**Never** run `rel_build`.", "rel_build", {}, "deny `rel_build` would run"],
    ["**Never** run `rel_build`.", "mcp__any__rel_build", {}, "deny `rel_build` would run"],
    ["**Never** run `rel_build`.", "rel_sign", {}, "allow"],
    ["**Never** run `rel_*`.", "rel_build", {}, "deny `rel_build` would run"],
    ["**Never** run `rel_*`.", "mcp__x__rel_sign", {}, "deny `rel_sign` would run"],
    ["**Ask before** running `rel_build`.", "rel_build", {}, "ask `rel_build` would run"],
    ["**Never** pass `--force` to `rel_build`.", "rel_build", { force: true }, "deny `--force` is given"],
    ["**Never** pass `--force` to `rel_build`.", "rel_build", { force: false }, "allow"],
    ["**Never** pass `--force` to `rel_build`.", "rel_build", { force: null }, "allow"],
    ["**Never** pass `--force` to `rel_build`.", "rel_build", {}, "allow"],
    ["**Always** pass `--arch` to `rel_build`.", "rel_build", {}, "deny `--arch` is missing"],
    ["**Always** pass `--arch` to `rel_build`.", "rel_build", { arch: "amd64" }, "allow"],
    ["**Never** pass `arm64` as `--arch` to `rel_build`.", "rel_build", { arch: "arm64" }, "deny"],
    ["**Never** pass `arm64` as `--arch` to `rel_build`.", "rel_build", { arch: "amd64" }, "allow"],
    ["**Never** pass any `frozen` arch as `--arch` to `rel_build`.", "rel_build", { arch: "s390x" }, "deny"],
    ["**Never** pass `x` as `--tags` to `rel_build`.", "rel_build", { tags: ["a", "x"] }, "deny"],
    ["**Never** pass `x` as `--tags` to `rel_build`.", "rel_build", { tags: ["a", "b"] }, "allow"],
    ["**Never** pass `x` as `--tags` to `rel_build`.", "rel_build", { tags: [] }, "allow"],
    ["**Never** run `rel_build`, when `--count` is above `3`.", "rel_build", { count: 4 }, "deny"],
    ["**Never** run `rel_build`, when `--count` is above `3`.", "rel_build", { count: 3 }, "allow"],
    ["**Never** run `rel_build`, when `--more` is `--force`.", "rel_build", { more: "--force" }, "deny"],
    ["**Never** pass `--force` to `rel_build`.", "rel_build", { more: "--force" }, "allow"],
    [
      "**Never** combine `--force` with `--arch` on `rel_build`.",
      "rel_build",
      { force: true, arch: "a" },
      "deny",
    ],
    ["**Default** `--arch` to `amd64` for `rel_build`.", "rel_build", {}, "deny"],
    ["**Default** `--arch` to `amd64` for `rel_build`.", "rel_build", { arch: "arm64" }, "ask"],
  ])("%s %s %j: %s", (rule, tool, input, expected) => {
    const found = said(`- ${rule}`, tool, input);
    if (expected.includes(" ")) expect(found).toBe(expected);
    else expect(found.split(" ")[0]).toBe(expected);
  });
});

describe("what a rule hangs on", () => {
  test.each([
    ["**Never** run `rel_sign` until `phase` is `closed`.", { phase: "closed" }, "allow"],
    [
      "**Never** run `rel_sign` until `phase` is `closed`.",
      { phase: "open" },
      "deny not yet: what it waits for doesn't hold",
    ],
    [
      "**Never** run `rel_sign` until `phase` is `closed`.",
      {},
      "ask whether what it needs holds can't be decided without `phase`",
    ],
    [
      "**Require** `phase` is `closed` before running `rel_sign`.",
      {},
      "ask whether what it needs holds can't be decided without `phase`",
    ],
    ["**Never** run `rel_sign` until one day before `day`.", { day: "2026-03-02" }, "allow"],
    [
      "**Never** run `rel_sign` until one day before `day`.",
      { day: "2026-03-03" },
      "deny not yet: `day` is 2026-03-03, and this may run from 2026-03-02 on",
    ],
    ["**Never** run `rel_sign`, when `phase` is set.", { phase: "" }, "allow"],
    ["**Never** run `rel_sign`, when `phase` is not set.", { phase: "" }, "deny `rel_sign` would run"],
    ["**Never** run `rel_sign`, unless the operator asks for it.", {}, "deny `rel_sign` would run"],
  ])("%s %j: %s", (rule, facts, expected) => {
    expect(said(`- ${rule}`, "rel_sign", {}, facts)).toBe(expected);
  });

  test("is named beforehand", () => {
    const checker = checkerOf("- **Never** run `rel_sign` until `phase` is `closed`.");
    expect(checker.requires({ kind: "tool", tool: "mcp__x__rel_sign", input: {} }).facts).toEqual(["phase"]);
    expect(checker.requires({ kind: "tool", tool: "rel_build", input: {} }).facts).toEqual([]);
  });
});

describe("what has succeeded before", () => {
  const FIRST = "**Always** run `rel_status` before `rel_build` in each session.";
  const ORDER = "**Require** order `rel_status`, then `rel_build`, then `rel_sign`.";
  test.each([
    [FIRST, "rel_build", [], "ask"],
    [FIRST, "rel_build", ["rel_status"], "allow"],
    [FIRST, "rel_build", ["rel_sign"], "ask"],
    [FIRST, "rel_build", ["rel_status; rel_sign"], "ask"],
    [FIRST, "rel_status", [], "allow"],
    [ORDER, "rel_sign", ["rel_status", "rel_build"], "allow"],
    [ORDER, "rel_sign", ["rel_build", "rel_status"], "deny"],
    [ORDER, "rel_sign", ["rel_status"], "deny"],
    ["**Never** run `rel_build` more than 1 time in a run.", "rel_build", ["rel_build"], "deny"],
  ])("%s: %s behind %j: %s", (rule, tool, before, expected) => {
    expect(said(`- ${rule}`, tool, {}, {}, before).split(" ")[0]).toBe(expected);
  });

  test("commands behind commands, and only they are judged", () => {
    const checker = checkerOf("- **Always** run `lint` before `push`.\n- **Never** run `wipe`.");
    const check = (command: string, ...before: string[]): string =>
      checker.check({ kind: "command", command }, { before: before.map((c) => succeeded(checker, c)) })
        .decision;
    expect(check("push")).toBe("ask");
    expect(check("push", "lint")).toBe("allow");
    expect(check("ls && push", "lint", "ls")).toBe("allow");
    expect(check("ls", "wipe")).toBe("allow");
    expect(check("push | tee log", "lint")).toBe("allow");
  });

  test("the message names the tool that runs, of several", () => {
    const rule =
      "### Step `doing`\n\n- `rel_build`\n- `rel_sign`\n\n### Rules\n\n- **Always** run `rel_status` before `doing`.";
    expect(said(rule, "rel_sign", {})).toContain("before `rel_sign`");
  });
});

describe("what a command may be replaced by", () => {
  const instead = (command: string): string | undefined =>
    checkerOf("- **Never** run `rel`.\n  - Instead: the tools of the server.")
      .check({ kind: "command", command })
      .findings.map((f) => f.instead)[0];
  test.each([
    ["rel build", "the MCP tool `rel_build(release, arch?, tags?, count?, force?, more?)`"],
    ["rel -r 4.20.1 sign --now", "the MCP tool `rel_sign(release)`"],
    ["sudo rel --release=4.20.1 'sign'", "the MCP tool `rel_sign(release)`"],
    ["rel", "the tools of the server."],
    ["rel unknown", "the tools of the server."],
    ["rel $WHAT", "the tools of the server."],
    ["rel build sign", "the tools of the server."],
    ["rel constructor __proto__", "the tools of the server."],
  ])("%s: %s", (command, expected) => {
    expect(instead(command)).toBe(expected);
  });
});

describe("names in rules", () => {
  test.each([
    ["**Never** pass `--forse` to `rel_build`.", "unknown-option", "`--forse`"],
    ["**Never** run `rel_biuld`.", "unknown-tool", "`rel_biuld`"],
  ])("%s", (rule, code, text) => {
    const { diagnostics } = compileFiles({ "playbooks/rel.md": `${TOOLS}\n- ${rule}\n` });
    expect(
      diagnostics.filter((d) => d.severity === "error").map((d) => [d.code, d.message.includes(text)]),
    ).toEqual([[code, true]]);
  });
});
