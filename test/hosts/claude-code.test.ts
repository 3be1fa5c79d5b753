// Claude Code's wire format, on recorded inputs and outputs.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { answer, type HookWorld } from "../../src/cli/hook/answer.ts";
import { regex, sha256 } from "../../src/cli/node-tools.ts";
import { claudeCode } from "../../src/hosts/claude-code.ts";
import { printPolicy } from "../../src/policy/revision.ts";
import { compileFiles } from "../support/compile.ts";

interface Fixture {
  readonly stdin: { readonly tool_name: string };
  readonly deny: { readonly stdout: object };
  readonly ask?: { readonly stdout: object };
}

const fixtures = JSON.parse(readFileSync("test/hosts/claude-code.json", "utf8")) as Fixture[];

function world(input: unknown, rules: string): HookWorld {
  const { policy } = compileFiles({ "learnings/a.md": rules });
  return {
    input: () => (typeof input === "string" ? input : JSON.stringify(input)),
    policyText: () => printPolicy(policy),
    sha256,
    regex,
    today: "2026-01-01",
    root: "/repo",
    files: () => () => undefined,
  };
}

const DENY = "- **Never** run `fleetctl run --all`.\n";
const ASK = "- **Ask before** running `fleetctl run`.\n";

/** The recorded answer with the reason that we gave. */
function withReason(expected: object, given: string): unknown {
  const { hookSpecificOutput } = JSON.parse(given) as {
    hookSpecificOutput: { permissionDecisionReason: string };
  };
  expect(hookSpecificOutput.permissionDecisionReason.length).toBeGreaterThan(10);
  return JSON.parse(
    JSON.stringify(expected).replace('"R"', JSON.stringify(hookSpecificOutput.permissionDecisionReason)),
  );
}

describe.each(fixtures)("$stdin.tool_name", ({ stdin, deny, ask }) => {
  test("deny", () => {
    const powershell = stdin.tool_name === "PowerShell";
    const given = answer(claudeCode, world(stdin, DENY));
    // PowerShell text is not read: it is asked about as soon as it names a governed tool.
    const expected = powershell ? { ...deny.stdout, ...fixtures[0]?.ask?.stdout } : deny.stdout;
    expect(JSON.parse(given)).toEqual(withReason(expected, given));
  });

  test("pass is silence", () => {
    expect(answer(claudeCode, world(stdin, "- **Never** run `other`.\n"))).toBe("");
  });

  if (ask !== undefined) {
    test("ask", () => {
      const given = answer(claudeCode, world(stdin, ASK));
      expect(JSON.parse(given)).toEqual(withReason(ask.stdout, given));
    });
  }
});

describe("what is not ours is passed over in silence", () => {
  test.each([
    { hook_event_name: "PostToolUse", tool_name: "Bash", tool_input: { command: "fleetctl run --all" } },
    { hook_event_name: "PreToolUse", tool_name: "Read", tool_input: { file_path: "/x" } },
  ])("%j", (input) => {
    expect(answer(claudeCode, world(input, DENY))).toBe("");
  });
});

describe("what can't be used is denied with the cause", () => {
  test.each([
    ["", "not JSON"],
    ["nonsense", "not JSON"],
    ["[]", "not a JSON object"],
    ["null", "not a JSON object"],
    ["{}", "no hook_event_name"],
    ['{"hook_event_name":"PreToolUse"}', "no tool_name"],
    ['{"hook_event_name":"PreToolUse","tool_name":"Bash"}', "no command"],
    ['{"hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":7}}', "no command"],
    ['{"__proto__":{"hook_event_name":"PreToolUse"}}', "no hook_event_name"],
  ])("%s", (input, cause) => {
    const given = JSON.parse(answer(claudeCode, world(input, DENY)));
    expect(given.hookSpecificOutput.permissionDecision).toBe("deny");
    expect(given.hookSpecificOutput.permissionDecisionReason).toContain(cause);
  });

  test.each([
    ["{", "not JSON"],
    ["null", "not one that this version reads"],
    ['{"schemaVersion":2}', "not one that this version reads"],
    ['{"schemaVersion":1,"revision":"x"}', "edited by hand"],
  ])("policy %s", (text, cause) => {
    const input = { hook_event_name: "PreToolUse", tool_name: "Bash", tool_input: { command: "ls" } };
    const given = JSON.parse(answer(claudeCode, { ...world(input, DENY), policyText: () => text }));
    expect(given.hookSpecificOutput.permissionDecision).toBe("deny");
    expect(given.hookSpecificOutput.permissionDecisionReason).toContain(cause);
  });
});

test("a long reason is cut below the host's limit", () => {
  const text = claudeCode.write({ decision: "deny", reason: "x".repeat(50_000) });
  expect(text.length).toBeLessThan(10_000);
});

describe("calls of MCP tools", () => {
  const RELEASE = `- **Never** run \`rel_publish\` until \`signed\` is \`yes\`.
- **Never** run \`rel_delete\`.
- **Never** pass \`--force\` to \`rel_build\`.

### Fact \`signed\`

- From: the operator
- Values: \`yes\`, \`no\`

### Tools \`rel\` (MCP)

| tool | parameter | type | pattern | required |
| --- | --- | --- | --- | --- |
| \`rel_build\` | \`release\` | text | \`X.Y.Z\` | yes |
| | \`force\` | boolean | | no |
| \`rel_delete\` | | | | |
| \`rel_publish\` | \`release\` | text | \`X.Y.Z\` | yes |
| \`rel_stage\` | \`release\` | text | \`X.Y.Z\` | yes |

### Task \`build\`

- Runs: \`rel_build(release)\`
- Passes when stdout contains \`built\`
- Fails when stdout contains \`broken\`

### Task \`stage\`

- Needs: \`build\`
- Runs: \`rel_stage(release)\`
- Passes when stdout contains \`staged\`
- Fails when stdout contains \`not staged\`
`;
  const Z = { release: "4.20.1" };
  const call = (tool_name: string, tool_input: unknown): string =>
    answer(
      claudeCode,
      world({ hook_event_name: "PreToolUse", tool_name, tool_input, cwd: "/repo" }, RELEASE),
    );

  test.each([
    ["in order", "mcp__rel__rel_build", Z, ""],
    ["a switch that is off", "mcp__rel__rel_build", { ...Z, force: false }, ""],
    ["of a server that nobody speaks of", "mcp__weather__today", { place: "here" }, ""],
    ["of a server whose name looks alike", "mcp__rel__other", {}, ""],
    [
      "a missing argument",
      "mcp__rel__rel_build",
      {},
      "deny: `rel_build` needs `release`, of the shape `X.Y.Z`",
    ],
    [
      "a misshapen one",
      "mcp__rel__rel_build",
      { release: "4.20" },
      'deny: `release` of `rel_build` is "4.20"',
    ],
    ["an unknown one", "mcp__rel__rel_build", { ...Z, now: 1 }, 'deny: `rel_build` has no parameter "now"'],
    ["a rule about an argument", "mcp__rel__rel_build", { ...Z, force: true }, "deny: `--force` is given"],
    ["not declared", "mcp__rel__rel_wipe", Z, "deny: `rel_wipe` is none of the declared `rel` tools"],
    ["of a plugin's server", "mcp__plugin_x_rel__rel_delete", {}, "deny: `rel_delete` would run"],
    ["of a server with a long name", "mcp__a__b__rel_delete", {}, "deny: `rel_delete` would run"],
    [
      "a rule that hangs on a fact",
      "mcp__rel__rel_publish",
      Z,
      "ask: whether what it needs holds can't be decided",
    ],
    [
      "a task whose state isn't known",
      "mcp__rel__rel_stage",
      Z,
      "ask: whether `stage` may run can't be decided",
    ],
    ["input that is no object", "mcp__rel__rel_build", "4.20.1", "deny: Bylaw can't check this"],
    ["no input", "mcp__rel__rel_build", undefined, "deny: Bylaw can't check this"],
    [
      "input that lies deep",
      "mcp__rel__rel_build",
      JSON.parse(`${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`),
      "deny: Bylaw can't check this",
    ],
  ])("%s", (_, tool, input, expected) => {
    const text = call(tool, input);
    if (expected === "") expect(text).toBe("");
    else {
      const { permissionDecision, permissionDecisionReason } = JSON.parse(text).hookSpecificOutput;
      const [decision, reason] = expected.split(": ");
      expect(permissionDecision).toBe(decision);
      expect(permissionDecisionReason).toContain(reason);
    }
  });

  test("an own key of objects is an argument like any other", () => {
    const text = call("mcp__rel__rel_build", JSON.parse('{"release":"4.20.1","__proto__":{"x":1}}'));
    expect(text).toContain('has no parameter \\"__proto__\\"');
  });
});
