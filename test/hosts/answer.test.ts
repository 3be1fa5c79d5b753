// One hook call from input to output: several actions, other events, and whatever goes wrong.
import { describe, expect, test } from "vitest";
import { HOSTS } from "../../src/cli/hook/all-hosts.ts";
import { answer } from "../../src/cli/hook/answer.ts";
import { regex, sha256 } from "../../src/cli/node-tools.ts";
import { Checker } from "../../src/validators/checker.ts";
import { compileFiles } from "../support/compile.ts";
import { host, printed, read, world } from "./support.ts";

const DENY =
  "- **Never** run `fleetctl run --all`.\n- **Never** edit `secret/**`.\n- **Ask before** editing `docs/**`.\n";
const before = { hook_event_name: "PreToolUse", cwd: "/repo", tool_name: "apply_patch" };
const patch = (...files: readonly string[]): object => ({
  ...before,
  tool_input: {
    command: `*** Begin Patch\n${files.map((f) => `*** Delete File: ${f}\n`).join("")}*** End Patch`,
  },
});

function decision(name: string, input: unknown): { decision: unknown; reason: string } | string {
  const text = printed(name, input, DENY);
  if (text === "") return "";
  const { hookSpecificOutput } = JSON.parse(text) as {
    hookSpecificOutput: { permissionDecision: unknown; permissionDecisionReason: string };
  };
  const { permissionDecision, permissionDecisionReason } = hookSpecificOutput;
  return { decision: permissionDecision, reason: permissionDecisionReason };
}

describe("a patch of several files", () => {
  test("is denied with the reasons of each", () => {
    const given = decision("codex", patch("docs/a", "secret/b", "src/c"));
    expect(given).toMatchObject({ decision: "deny" });
    for (const path of ["docs/a", "secret/b"]) expect(JSON.stringify(given)).toContain(path);
    expect(JSON.stringify(given)).not.toContain("src/c");
  });

  test("is passed when none is governed", () => {
    expect(decision("codex", patch("src/a", "src/b"))).toBe("");
  });
});

test("an edit is held against what the file will hold", () => {
  const rules = "- **Never** write `Pass` in `state.txt`.\n";
  const input = (new_string: string): object => ({
    hook_event_name: "PreToolUse",
    cwd: "/repo",
    tool_name: "Edit",
    tool_input: { file_path: "state.txt", old_string: "Fail", new_string },
  });
  const files = () => () => "a: Fail\n";
  const decide = (now: string, withFile: boolean): string =>
    answer(host("claude-code"), { ...world(input(now), rules), ...(withFile ? { files } : {}) });
  expect(decide("Pass", true)).toContain(`"permissionDecision":"deny"`);
  expect(decide("Blocked", true)).toBe("");
  // Without the file nobody knows what would stand in it.
  expect(decide("Blocked", false)).toContain('"permissionDecision":"ask"');
});

test("an approval of one edit is none of another one of the same file", () => {
  const { policy } = compileFiles({ "learnings/a.md": DENY });
  const checker = new Checker(policy, { sha256, regex });
  const plan = (new_string: string): string => {
    const tool_input = { file_path: "docs/a", old_string: "x", new_string };
    const request = read("claude-code", { hook_event_name: "PreToolUse", tool_name: "Edit", tool_input });
    const [action] = request.type === "before" ? request.actions : [];
    return action === undefined ? "" : checker.check(action).plan;
  };
  expect(plan("y")).toBe(plan("y"));
  expect(plan("y")).not.toBe(plan("z"));
});

describe("what is not ours is passed over in silence", () => {
  const command = { tool_name: "Bash", tool_input: { command: "fleetctl run --all" } };
  test.each([
    ["claude-code", { hook_event_name: "PostToolUse", ...command }],
    ["claude-code", { hook_event_name: "PostToolUse", tool_name: "Bash" }],
    ["claude-code", { hook_event_name: "UserPromptSubmit" }],
    ["claude-code", { hook_event_name: "PermissionRequest", ...command }],
    ["claude-code", { hook_event_name: "PreToolUse", tool_name: "TodoWrite", tool_input: {} }],
    ["gemini", { hook_event_name: "BeforeModel" }],
    ["cursor", { hook_event_name: "stop" }],
    ["opencode", { event: "event" }],
  ])("%s %j", (name, input) => {
    expect(printed(name, input, DENY)).toBe(host(name).silence);
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
    ['{"__proto__":{"hook_event_name":"PreToolUse"}}', "no hook_event_name"],
  ])("%s", (input, cause) => {
    expect(decision("claude-code", input)).toMatchObject({
      decision: "deny",
      reason: expect.stringContaining(cause) as string,
    });
  });

  test.each([
    ["{", "not JSON"],
    ["null", "not one that this version reads"],
    ['{"schemaVersion":2}', "not one that this version reads"],
    ['{"schemaVersion":1,"revision":"x"}', "edited by hand"],
  ])("policy %s", (text, cause) => {
    const input = { hook_event_name: "PreToolUse", tool_name: "Bash", tool_input: { command: "ls" } };
    const given = answer(host("claude-code"), { ...world(input, DENY), policyText: () => ({ text }) });
    expect(given).toContain('"permissionDecision":"deny"');
    expect(given).toContain(cause);
  });

  test.each(HOSTS.map((h) => [h.name, h] as const))("%s denies what it can't read", (_, one) => {
    const given = answer(one, world("{}", DENY));
    expect(given).toMatch(/"deny"/);
    expect(given).toContain("can't be used");
  });
});
