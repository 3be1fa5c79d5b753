// Claude Code: the PreToolUse hook, as its documentation (code.claude.com/docs/en/hooks) and type definitions say.
import type { Host, HostAnswer, HostRequest } from "./host.ts";
import { field, isRecord } from "./json.ts";

/** Its shell tools, and the shell that each one runs. */
const SHELLS: ReadonlyMap<string, "bash" | "powershell"> = new Map([
  ["Bash", "bash"],
  ["PowerShell", "powershell"],
]);

/** Longer reasons are cut by the host at 10,000 characters. */
const MAX_REASON = 9_000;

export const claudeCode: Host = { name: "claude-code", read, write };

function read(input: unknown): HostRequest {
  if (!isRecord(input)) return broken("it is not a JSON object");
  const event = field(input, "hook_event_name");
  if (typeof event !== "string") return broken("it has no hook_event_name");
  if (event !== "PreToolUse") return { type: "other" };
  const tool = field(input, "tool_name");
  if (typeof tool !== "string") return broken("it has no tool_name");
  const shell = SHELLS.get(tool);
  if (shell === undefined) return { type: "other" };
  const toolInput = field(input, "tool_input");
  const command = isRecord(toolInput) ? field(toolInput, "command") : undefined;
  if (typeof command !== "string") return broken("tool_input has no command");
  const cwd = field(input, "cwd");
  return {
    type: "action",
    action: { kind: "command", command, shell, ...(typeof cwd === "string" ? { cwd } : {}) },
  };
}

function write(answer: HostAnswer): string {
  const { decision, reason } = answer;
  const text = reason.length > MAX_REASON ? `${reason.slice(0, MAX_REASON)}…` : reason;
  return JSON.stringify({
    hookSpecificOutput: {
      hookEventName: "PreToolUse",
      permissionDecision: decision,
      permissionDecisionReason: text,
    },
  });
}

function broken(reason: string): HostRequest {
  return { type: "broken", reason };
}
