// What hosts say besides the calls to come: results, prompts, sessions, and who is calling.
import { describe, expect, test } from "vitest";
import type { HostResult } from "../../src/hosts/host.ts";
import { read, short } from "./support.ts";

const ok = (output?: string): HostResult => ({
  status: "succeeded",
  exitStatus: 0,
  ...(output === undefined ? {} : { output }),
});

function resultOf(name: string, input: object): unknown {
  const request = read(name, input);
  return request.type === "after" ? request.result : request;
}

describe("results", () => {
  const claude = (tool_response: unknown, tool_input: object = {}): object => ({
    hook_event_name: "PostToolUse",
    tool_name: "Bash",
    tool_input: { command: "x", ...tool_input },
    tool_response,
  });
  const plain = { stdout: "out", stderr: "", interrupted: false, isImage: false };
  test.each<[string, object, HostResult]>([
    ["success", claude(plain), ok("out")],
    ["both streams", claude({ ...plain, stderr: "err" }), ok("out\nerr")],
    ["interrupted", claude({ ...plain, interrupted: true }), { status: "failed", output: "out" }],
    [
      "in the background",
      claude({ ...plain, backgroundTaskId: "b1" }),
      { status: "unknown", running: true, output: "out" },
    ],
    [
      "sent to the background",
      claude({ ...plain, backgroundedByUser: true }),
      { status: "unknown", running: true, output: "out" },
    ],
    [
      "asked to the background",
      claude(plain, { run_in_background: true }),
      { status: "unknown", running: true, output: "out" },
    ],
    [
      "a status that is no failure",
      claude({ ...plain, returnCodeInterpretation: "No matches found" }),
      { status: "unknown", output: "out" },
    ],
    ["a status", claude({ ...plain, exitCode: 3 }), { status: "failed", exitStatus: 3, output: "out" }],
    ["a text", claude("out"), { status: "unknown", output: "out" }],
    ["nothing", claude(undefined), { status: "unknown" }],
    [
      "a file",
      { ...claude({ filePath: "a" }), tool_name: "Write", tool_input: { file_path: "a", content: "" } },
      { status: "succeeded" },
    ],
    [
      "an MCP tool",
      { ...claude({ content: [] }), tool_name: "mcp__a__b", tool_input: {} },
      { status: "succeeded" },
    ],
    [
      "an MCP tool's error",
      { ...claude({ isError: true }), tool_name: "mcp__a__b", tool_input: {} },
      { status: "failed" },
    ],
    [
      "a command in an MCP tool",
      { ...claude({ content: [] }), tool_name: "mcp__a__b" },
      { status: "unknown" },
    ],
    [
      "a failure",
      {
        hook_event_name: "PostToolUseFailure",
        tool_name: "Bash",
        tool_input: { command: "x" },
        error: "Exit code 2\nno",
      },
      { status: "failed", exitStatus: 2, output: "Exit code 2\nno" },
    ],
  ])("claude-code: %s", (_, input, expected) => {
    expect(resultOf("claude-code", input)).toEqual(expected);
  });

  const codex = (tool_name: string, tool_response: unknown): object => ({
    hook_event_name: "PostToolUse",
    tool_name,
    tool_input: { command: "x" },
    tool_response,
  });
  test.each<[string, object, HostResult]>([
    [
      "the bare output may say anything",
      codex("Bash", "Exit code: 0"),
      { status: "unknown", output: "Exit code: 0" },
    ],
    [
      "a record",
      codex("Bash", { output: "o", metadata: { exit_code: 1 } }),
      { status: "failed", exitStatus: 1, output: "o" },
    ],
    ["an MCP tool", { ...codex("mcp__a__b", { content: [] }), tool_input: {} }, { status: "succeeded" }],
    ["an MCP tool's error", codex("mcp__a__b", { content: [], isError: true }), { status: "failed" }],
  ])("codex: %s", (_, input, expected) => {
    expect(resultOf("codex", input)).toEqual(expected);
  });

  const gemini = (llmContent: unknown, more: object = {}): object => ({
    hook_event_name: "AfterTool",
    tool_name: "run_shell_command",
    tool_input: { command: "x" },
    tool_response: { llmContent, returnDisplay: "", ...more },
  });
  test.each<[string, object, HostResult]>([
    ["success", gemini("Output: a\nb\nProcess Group PGID: 9"), ok("Output: a\nb")],
    [
      "success in an older version",
      gemini(
        "Command: x\nDirectory: y\nOutput: a\nError: (none)\nExit Code: 0\nSignal: (none)\nBackground PIDs: (none)\nProcess Group PGID: 9",
      ),
      ok("Command: x\nDirectory: y\nOutput: a"),
    ],
    [
      "a failure",
      gemini("Output: a\nExit Code: 2\nProcess Group PGID: 9"),
      { status: "failed", exitStatus: 2, output: "Output: a" },
    ],
    [
      "a failure that says it succeeded",
      gemini("Output: a\nExit Code: 0\nProcess Group PGID: 1\nExit Code: 2\nProcess Group PGID: 9"),
      { status: "failed", exitStatus: 2, output: "Output: a\nExit Code: 0\nProcess Group PGID: 1" },
    ],
    [
      "killed",
      gemini("Output: a\nExit Code: 0\nSignal: 9\nProcess Group PGID: 9"),
      { status: "failed", output: "Output: a" },
    ],
    [
      "cancelled, with an output that says it succeeded",
      gemini("Command was cancelled by user. Below is the output:\nExit Code: 0\nProcess Group PGID: 9"),
      {
        status: "unknown",
        output: "Command was cancelled by user. Below is the output:\nExit Code: 0\nProcess Group PGID: 9",
      },
    ],
    [
      "in the background",
      gemini("Command moved to background (PID: 1)."),
      { status: "unknown", output: "Command moved to background (PID: 1)." },
    ],
    ["no trailer", gemini("Output: a"), { status: "unknown", output: "Output: a" }],
    ["in one part", gemini([{ text: "Output: a\nProcess Group PGID: 9" }]), ok("Output: a")],
    ["in several parts", gemini([{ text: "a" }, { text: "b" }]), { status: "unknown" }],
    [
      "an error",
      gemini("Output: a", { error: { message: "no" } }),
      { status: "failed", output: "Output: a" },
    ],
    ["an error alone", gemini(undefined, { error: { message: "no" } }), { status: "failed", output: "no" }],
    [
      "a file",
      { ...gemini("done"), tool_name: "write_file", tool_input: { file_path: "a" } },
      { status: "succeeded", output: "done" },
    ],
  ])("gemini: %s", (_, input, expected) => {
    expect(resultOf("gemini", input)).toEqual(expected);
  });

  const cursor = (hook_event_name: string, more: object): object => ({
    hook_event_name,
    tool_name: "Shell",
    tool_input: { command: "x" },
    ...more,
  });
  test.each<[string, object, HostResult]>([
    ["success", cursor("postToolUse", { tool_output: '{"exitCode":0,"stdout":"o"}' }), ok("o")],
    [
      "a failure",
      cursor("postToolUse", { tool_output: '{"exitCode":1,"output":"o"}' }),
      { status: "failed", exitStatus: 1, output: "o" },
    ],
    ["no status", cursor("postToolUse", { tool_output: "o" }), { status: "unknown" }],
    [
      "a failing tool",
      cursor("postToolUseFailure", { error_message: "no" }),
      { status: "failed", output: "no" },
    ],
    [
      "the terminal's output",
      { hook_event_name: "afterShellExecution", command: "x", output: "o" },
      { status: "unknown", output: "o" },
    ],
    [
      "an MCP tool",
      {
        hook_event_name: "afterMCPExecution",
        tool_name: "t",
        tool_input: "{}",
        result_json: '{"isError":true}',
      },
      { status: "failed", output: '{"isError":true}' },
    ],
    [
      "an MCP tool without a result",
      { hook_event_name: "afterMCPExecution", tool_name: "t", tool_input: "{}" },
      { status: "unknown" },
    ],
    [
      "a file",
      cursor("postToolUse", { tool_name: "Write", tool_input: { path: "a" }, tool_output: "{}" }),
      { status: "succeeded" },
    ],
  ])("cursor: %s", (_, input, expected) => {
    expect(resultOf("cursor", input)).toEqual(expected);
  });

  const copilot = (textResultForLlm: string, resultType = "success", toolName = "bash"): object => ({
    sessionId: "s",
    toolName,
    toolArgs: '{"command":"x","path":"a","input":"x"}',
    toolResult: { resultType, textResultForLlm },
  });
  test.each<[string, object, HostResult]>([
    ["success", copilot("a\n<exited with exit code 0>"), ok("a\n<exited with exit code 0>")],
    [
      "success in a newer version",
      copilot("a\n<shellId: 0 completed with exit code 0>\n"),
      ok("a\n<shellId: 0 completed with exit code 0>\n"),
    ],
    [
      "a failure",
      copilot("<exited with exit code 2>"),
      { status: "failed", exitStatus: 2, output: "<exited with exit code 2>" },
    ],
    [
      "still running",
      copilot("<exited with exit code 0>\n<command is still running>"),
      { status: "unknown", output: "<exited with exit code 0>\n<command is still running>" },
    ],
    [
      "typed into a shell",
      copilot("<exited with exit code 0>", "success", "write_bash"),
      { status: "unknown", output: "<exited with exit code 0>" },
    ],
    ["a failing tool", copilot("no", "failure"), { status: "failed", output: "no" }],
    ["a file", copilot("done", "success", "create"), { status: "succeeded", output: "done" }],
    [
      "the event of failures",
      { toolName: "bash", toolArgs: { command: "x" }, error: "no" },
      { status: "failed", output: "no" },
    ],
    [
      "in the other spelling",
      {
        hook_event_name: "PostToolUse",
        tool_name: "Bash",
        tool_input: { command: "x" },
        tool_result: { result_type: "success", text_result_for_llm: "<exited with exit code 0>" },
      },
      ok("<exited with exit code 0>"),
    ],
  ])("copilot: %s", (_, input, expected) => {
    expect(resultOf("copilot", input)).toEqual(expected);
  });

  const vscode = {
    hook_event_name: "PostToolUse",
    tool_name: "run_in_terminal",
    tool_input: { command: "x" },
  };
  const opencode = (tool: string, metadata: object): object => ({
    event: "tool.execute.after",
    input: { tool, args: { command: "x", filePath: "a" } },
    output: { output: "o", metadata },
  });
  test.each<[string, object, HostResult]>([
    ["vscode", { ...vscode, tool_response: "exit code 0" }, { status: "unknown", output: "exit code 0" }],
    [
      "vscode",
      { ...vscode, tool_name: "create_file", tool_input: { filePath: "a" } },
      { status: "succeeded" },
    ],
    ["opencode", opencode("bash", { exit: 0 }), ok("o")],
    ["opencode", opencode("bash", { exit: 1 }), { status: "failed", exitStatus: 1, output: "o" }],
    ["opencode", opencode("bash", { exit: null }), { status: "unknown", output: "o" }],
    ["opencode", opencode("write", {}), { status: "succeeded", output: "o" }],
  ])("%s %j", (name, input, expected) => {
    expect(resultOf(name, input)).toEqual(expected);
  });
});

describe("prompts", () => {
  test.each([
    ["claude-code", { hook_event_name: "UserPromptSubmit", prompt: "approve", source: "user" }, "user"],
    [
      "claude-code",
      { hook_event_name: "UserPromptSubmit", prompt: "approve", source: "schedule_wakeup" },
      "other",
    ],
    ["claude-code", { hook_event_name: "UserPromptSubmit", prompt: "approve" }, "unknown"],
    ["codex", { hook_event_name: "UserPromptSubmit", prompt: "approve", source: "user" }, "unknown"],
    ["gemini", { hook_event_name: "BeforeAgent", prompt: "approve" }, "unknown"],
    ["cursor", { hook_event_name: "beforeSubmitPrompt", prompt: "approve" }, "unknown"],
    ["copilot", { sessionId: "s", prompt: "approve" }, "unknown"],
    ["copilot", { hook_event_name: "UserPromptSubmit", prompt: "approve" }, "unknown"],
    ["vscode", { hookEventName: "UserPromptSubmit", prompt: "approve" }, "unknown"],
    [
      "opencode",
      { event: "chat.message", input: {}, output: { parts: [{ type: "text", text: "approve" }] } },
      "unknown",
    ],
    [
      "opencode",
      {
        event: "chat.message",
        output: {
          parts: [
            { type: "text", text: "approve" },
            { type: "text", synthetic: true, text: "no" },
          ],
        },
      },
      "other",
    ],
  ])("%s %j", (name, input, source) => {
    expect(read(name, input)).toMatchObject({ type: "prompt", text: "approve", source });
  });

  test.each([
    ["claude-code", { hook_event_name: "UserPromptSubmit" }],
    ["gemini", { hook_event_name: "BeforeAgent", prompt: 7 }],
    ["cursor", { hook_event_name: "beforeSubmitPrompt" }],
    ["copilot", { hook_event_name: "UserPromptSubmit" }],
  ])("%s without a text", (name, input) => {
    expect(short(read(name, input))).toEqual(["broken prompt: it has no prompt"]);
  });
});

describe("sessions", () => {
  test.each([
    ["claude-code", { hook_event_name: "SessionStart", source: "startup" }],
    ["codex", { hook_event_name: "SessionStart", source: "startup" }],
    ["gemini", { hook_event_name: "SessionStart" }],
    ["cursor", { hook_event_name: "sessionStart", session_id: "s" }],
    ["copilot", { sessionId: "s", source: "new", cwd: "/repo" }],
    ["copilot", { hook_event_name: "SessionStart" }],
    ["vscode", { hookEventName: "SessionStart" }],
  ])("%s %j", (name, input) => {
    expect(read(name, input).type).toBe("session");
  });

  test.each([
    ["copilot", { sessionId: "s", reason: "complete" }],
    ["copilot", { sessionId: "s", stopReason: "end_turn" }],
    ["copilot", { sessionId: "s", prompt: "a", transformedPrompt: "b" }],
    ["copilot", { sessionId: "s", error: { message: "x" } }],
    ["copilot", { hook_event_name: "Notification", message: "x" }],
    ["claude-code", { hook_event_name: "SessionEnd" }],
  ])("nothing else: %s %j", (name, input) => {
    expect(read(name, input).type).toBe("other");
  });
});

describe("who is calling", () => {
  test.each([
    [
      "claude-code",
      { hook_event_name: "SessionStart", session_id: "s", agent_id: "a", cwd: "/r" },
      { session: "s", agent: "a", cwd: "/r" },
    ],
    [
      "codex",
      {
        hook_event_name: "PreToolUse",
        tool_name: "Bash",
        tool_input: { command: "x" },
        session_id: "s",
        tool_use_id: "c",
      },
      { session: "s", call: "c" },
    ],
    ["copilot", { sessionId: "s", toolName: "bash", toolArgs: { command: "x" } }, { session: "s" }],
    ["vscode", { hook_event_name: "SessionStart", session_id: "s" }, { session: "s" }],
    ["vscode", { hookEventName: "SessionStart", sessionId: "s" }, { session: "s" }],
    [
      "cursor",
      { hook_event_name: "sessionStart", conversation_id: "s", workspace_roots: ["/r"] },
      { session: "s", cwd: "/r" },
    ],
    [
      "opencode",
      {
        event: "tool.execute.before",
        directory: "/r",
        input: { tool: "bash", sessionID: "s", callID: "c" },
        output: { args: { command: "x" } },
      },
      { session: "s", call: "c", cwd: "/r" },
    ],
    ["claude-code", { hook_event_name: "SessionStart", session_id: 7 }, {}],
  ])("%s %j", (name, input, call) => {
    expect(read(name, input)).toMatchObject({ call });
  });
});

test("an MCP tool of Gemini CLI has its server beside it", () => {
  const input = {
    hook_event_name: "BeforeTool",
    tool_name: "mcp_my_fleet_run_vm",
    tool_input: {},
    mcp_context: { server_name: "my_fleet", tool_name: "run_vm" },
  };
  expect(short(read("gemini", input))).toEqual(["tool mcp__my_fleet__run_vm {}"]);
});

describe("a session that begins is new only where the host says so", () => {
  test.each([
    ["claude-code", { hook_event_name: "SessionStart", source: "startup" }, true],
    ["claude-code", { hook_event_name: "SessionStart", source: "clear" }, true],
    ["claude-code", { hook_event_name: "SessionStart", source: "resume" }, false],
    ["claude-code", { hook_event_name: "SessionStart", source: "compact" }, false],
    ["claude-code", { hook_event_name: "SessionStart" }, false],
    ["codex", { hook_event_name: "SessionStart", source: "startup" }, true],
    ["gemini", { hook_event_name: "SessionStart", source: "resume" }, false],
    ["vscode", { hook_event_name: "SessionStart", source: "new" }, true],
    ["cursor", { hook_event_name: "sessionStart" }, true],
  ])("%s %j: %s", (name, input, fresh) => {
    expect(read(name, input)).toMatchObject({ type: "session", fresh });
  });
});
