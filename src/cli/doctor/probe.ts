// Probes: a command that passes and one that is denied, in a host's own format, and what its answer must be.
import { field, isRecord, type JsonRecord, textField } from "../../hosts/json.ts";

/** The run that probes belong to: not a session of anybody's. */
export const PROBE_RUN = "bylaw-doctor";

/** The event of a host before a command runs, as its settings name it. */
export const BEFORE_EVENT: Readonly<Record<string, string>> = {
  "claude-code": "PreToolUse",
  codex: "PreToolUse",
  gemini: "BeforeTool",
  cursor: "beforeShellExecution",
  copilot: "preToolUse",
  vscode: "PreToolUse",
};

/** What a host sends before it runs a command; without one it is input that can't be read, which is denied too. */
export function probeInput(host: string, command: string | undefined, cwd: string): string {
  const claude = { session_id: PROBE_RUN, cwd, hook_event_name: "PreToolUse", tool_use_id: PROBE_RUN };
  const tool_input = { command };
  const inputs: Readonly<Record<string, object>> = {
    "claude-code": { ...claude, permission_mode: "default", tool_name: "Bash", tool_input },
    codex: { ...claude, turn_id: "t", transcript_path: null, tool_name: "Bash", tool_input },
    gemini: { ...claude, hook_event_name: "BeforeTool", tool_name: "run_shell_command", tool_input },
    cursor: {
      conversation_id: PROBE_RUN,
      generation_id: "g",
      hook_event_name: "beforeShellExecution",
      workspace_roots: [cwd],
      command,
      cwd,
    },
    copilot: {
      sessionId: PROBE_RUN,
      timestamp: 0,
      cwd,
      toolName: "bash",
      toolArgs: JSON.stringify(tool_input),
    },
    vscode: {
      timestamp: "2026-01-01T00:00:00.000Z",
      cwd,
      sessionId: PROBE_RUN,
      hookEventName: "PreToolUse",
      tool_name: "run_in_terminal",
      tool_input,
    },
    opencode: {
      event: "tool.execute.before",
      directory: cwd,
      input: { tool: "bash", sessionID: PROBE_RUN, callID: PROBE_RUN },
      output: { args: tool_input },
    },
  };
  return JSON.stringify(inputs[host] ?? {});
}

/** What is wrong with an answer that must deny; undefined where nothing is. */
export function deniedProblem(host: string, stdout: string): string | undefined {
  let answer: unknown;
  try {
    answer = JSON.parse(stdout);
  } catch {
    return stdout.trim() === "" ? "it said nothing, and the call would run" : "its answer is not JSON";
  }
  if (!isRecord(answer)) return "its answer is not an object";
  const [decision, reason] = DECISIONS[host]?.(answer) ?? [];
  if (decision !== "deny") return `it answered ${decision ?? "nothing that the host knows"} instead of deny`;
  return reason === undefined || reason === ""
    ? "it gave no reason, and the host takes that for none"
    : undefined;
}

type Read = (answer: JsonRecord) => readonly [string | undefined, string | undefined];

const nested: Read = (answer) => {
  const inside = field(answer, "hookSpecificOutput");
  const at = isRecord(inside) ? inside : {};
  return [textField(at, "permissionDecision"), textField(at, "permissionDecisionReason")];
};
const plain: Read = (answer) => [textField(answer, "decision"), textField(answer, "reason")];

const DECISIONS: Readonly<Record<string, Read>> = {
  "claude-code": nested,
  codex: nested,
  vscode: nested,
  gemini: plain,
  opencode: plain,
  cursor: (answer) => [textField(answer, "permission"), textField(answer, "agent_message")],
  copilot: (answer) => [
    textField(answer, "permissionDecision"),
    textField(answer, "permissionDecisionReason"),
  ],
};
