// Calls of MCP tools from the host's JSON to its answer: held against declarations, tasks and the rules that name them.
import { describe, expect, test } from "vitest";
import { printed } from "./support.ts";

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
    printed("claude-code", { hook_event_name: "PreToolUse", tool_name, tool_input, cwd: "/repo" }, RELEASE);

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
