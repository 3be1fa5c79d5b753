// Any JSON at all: reading never throws, and a call that is about to run is never taken for something harmless.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HOSTS } from "../../src/cli/hook/all-hosts.ts";
import type { HostRequest } from "../../src/hosts/host.ts";
import { host } from "./support.ts";

interface Fixture {
  readonly agent: string;
  readonly stdin: object;
}
const fixtures = JSON.parse(readFileSync("test/hosts/fixtures.json", "utf8")) as Fixture[];
const names = HOSTS.map((h) => h.name);

const TYPES = ["before", "after", "prompt", "session", "other", "broken"];

function checked(request: HostRequest): HostRequest {
  expect(TYPES).toContain(request.type);
  if (request.type === "before" || request.type === "after")
    expect(request.actions.length).toBeGreaterThan(0);
  if (request.type === "broken") expect(request.reason).not.toBe("");
  return request;
}

/** Everywhere in a JSON value: its paths, outermost first. */
function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (value === null || typeof value !== "object") return [path];
  return [path, ...Object.entries(value).flatMap(([key, v]) => pathsOf(v, [...path, key]))];
}

/** The value with something else at a path; `undefined` takes the key out. */
function changed(value: unknown, path: readonly string[], by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  const entries = Object.entries(value as object).map(([k, v]) => [k, k === key ? changed(v, rest, by) : v]);
  const kept = entries.filter(([, v]) => v !== undefined);
  return Array.isArray(value) ? kept.map(([, v]) => v) : Object.fromEntries(kept);
}

test("any JSON is read without an exception", () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 4 }), (name, value) => {
      checked(host(name).read(value));
    }),
    { numRuns: 3_000 },
  );
});

test("any arguments of any tool are read without an exception", () => {
  const tools = [
    "Bash",
    "Edit",
    "apply_patch",
    "bash",
    "edit",
    "create_and_run_task",
    "batch",
    "read_many_files",
    "Write",
  ];
  const keys = [
    "command",
    "path",
    "file_path",
    "edits",
    "old_string",
    "new_string",
    "replacements",
    "task",
    "tool_calls",
    "files",
    "input",
  ];
  const args = fc.dictionary(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 3 }));
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.constantFrom(...tools), args, (name, tool, given) => {
      const inputs = [
        { hook_event_name: "PreToolUse", tool_name: tool, tool_input: given },
        { hook_event_name: "BeforeTool", tool_name: tool, tool_input: JSON.stringify(given) },
        { hook_event_name: "preToolUse", tool_name: tool, tool_input: given },
        { toolName: tool, toolArgs: given },
        { event: "tool.execute.before", input: { tool }, output: { args: given } },
      ];
      for (const input of inputs) checked(host(name).read(input, () => () => "old"));
    }),
    { numRuns: 1_500 },
  );
});

describe("a recorded call with one thing changed", () => {
  const values = [undefined, null, 7, "x", "", [], {}, { command: 1 }, true];
  test.each(fixtures.map((f) => [f.agent, JSON.stringify(f.stdin), f.stdin] as const))(
    "%s %s",
    (name, _, stdin) => {
      for (const path of pathsOf(stdin)) {
        for (const value of values) {
          const request = checked(host(name).read(changed(stdin, path, value)));
          const last = path[path.length - 1] ?? "";
          // Another event, or another tool, is another call; whatever else is changed, the call is one or it is broken.
          if (["hook_event_name", "hookEventName", "event"].includes(last)) continue;
          if (["tool_name", "toolName", "tool", "mcp_server_name"].includes(last)) {
            expect(request.type).not.toBe("other");
            continue;
          }
          if (request.type === "broken") expect(["before", undefined]).toContain(request.event);
          else expect(request.type).toBe("before");
        }
      }
    },
  );
});

test("input that is nested as deep as the stack is broken, not an exception", () => {
  const deep = (depth: number): unknown => JSON.parse(`${'{"a":['.repeat(depth)}${"]}".repeat(depth)}`);
  for (const one of HOSTS) {
    const args = { path: "a", file_path: "a", filePath: "a", x: deep(50_000) };
    const inputs = [
      { hook_event_name: "PreToolUse", hookEventName: "PreToolUse", tool_name: "Edit", tool_input: args },
      { hook_event_name: "BeforeTool", tool_name: "replace", tool_input: args },
      { hook_event_name: "preToolUse", tool_name: "Edit", tool_input: args },
      { event: "tool.execute.before", input: { tool: "edit" }, output: { args } },
    ];
    for (const input of inputs) checked(one.read(input));
  }
});

test("hostile sizes are read in time", () => {
  const patch = `*** Begin Patch\n${"*** Update File: a\n@@\n-x\n+y\n".repeat(20_000)}*** End Patch`;
  const edits = Array.from({ length: 100_000 }, () => ({ old_string: "a", new_string: "b" }));
  const shapes = [
    { hook_event_name: "PreToolUse", tool_name: "apply_patch", tool_input: { command: patch } },
    { hook_event_name: "PreToolUse", tool_name: "MultiEdit", tool_input: { file_path: "a", edits } },
    {
      hook_event_name: "PreToolUse",
      tool_name: "Edit",
      tool_input: { file_path: "a", old_string: "a", new_string: "b".repeat(1_000_000), replace_all: true },
    },
  ];
  const old = "a".repeat(250_000);
  for (const input of shapes) {
    for (const name of ["claude-code", "codex"]) checked(host(name).read(input, () => () => old));
  }
}, 20_000);
