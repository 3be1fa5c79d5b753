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
