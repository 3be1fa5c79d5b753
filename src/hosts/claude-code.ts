// Claude Code: the PreToolUse hook, as its documentation (code.claude.com/docs/en/hooks) and type definitions say.
import type { Host, HostAnswer, HostRequest } from "./host.ts";
import { field, isDeep, isRecord } from "./json.ts";

/** Its shell tools, and the shell that each one runs. */
const SHELLS: ReadonlyMap<string, "bash" | "powershell"> = new Map([
  ["Bash", "bash"],
  ["PowerShell", "powershell"],
]);

/** Tools of MCP servers are named `mcp__server__tool`. */
const MCP = "mcp__";
/** How deep the input of such a tool may lie. */
const MAX_DEPTH = 64;

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
  const toolInput = field(input, "tool_input");
  const cwd = field(input, "cwd");
  const place = typeof cwd === "string" ? { cwd } : {};
  if (tool.startsWith(MCP)) {
    if (!isRecord(toolInput)) return broken("tool_input is not a JSON object");
    if (isDeep(toolInput, MAX_DEPTH)) return broken("tool_input lies too deep");
    return { type: "action", action: { kind: "tool", tool, input: toolInput, ...place } };
  }
  const shell = SHELLS.get(tool);
  if (shell === undefined) return { type: "other" };
  const command = isRecord(toolInput) ? field(toolInput, "command") : undefined;
  if (typeof command !== "string") return broken("tool_input has no command");
  return { type: "action", action: { kind: "command", command, shell, ...place } };
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
