// Codex: its hooks, as developers.openai.com/codex and the schemas and code of openai/codex (codex-rs/hooks) say.
import type { Action } from "../policy/types.ts";
import { claudeAnswer, claudeCaller } from "./claude-shape.ts";
import { type FilePlace, patches, reads } from "./files/file-tools.ts";
import { holdsPatch } from "./files/patch.ts";
import type { FileTexts, Host, HostRequest, HostResult } from "./host.ts";
import { field, isRecord, textField } from "./json.ts";
import {
  after,
  before,
  broken,
  byExitStatus,
  guarded,
  sessionOf,
  unsignedPrompt,
  withOutput,
} from "./requests.ts";
import type { ToolCall, Tools } from "./tool-call.ts";

export const CODEX_TOOLS: Tools = {
  shells: new Map([["Bash", "own"]]),
  files: new Map([
    ["apply_patch", patches],
    ["view_image", reads],
  ]),
  silent: new Set([
    ...["close_agent", "list_agents", "request_user_input", "resume_agent", "send_input", "send_message"],
    ...["spawn_agent", "update_plan", "wait", "wait_agent", "web_search"],
  ]),
  mcp: (name) => (name.startsWith("mcp__") ? name : undefined),
};

export const codex: Host = {
  name: "codex",
  can: {
    ask: false,
    personChannel: true,
    prompts: false,
    results: false,
    sessionStart: true,
    gaps: [
      "It can't ask: what is to be asked about is denied, with the way to get approval.",
      "It doesn't say who sent a prompt, so approvals come from `bylaw approve`.",
      "It doesn't say how a command ended, so nothing counts as having succeeded.",
      "Text typed into a running process, web searches and some forms of its shell tool pass no hook.",
      "The folder that a command runs in is the session's, also where the call names another.",
      "A hook runs only after a person has reviewed its exact line in `/hooks`; until then it is skipped.",
      "A hook that crashes or ends in its time-out lets the call run.",
    ],
  },
  read: guarded(read),
  // An ask would be an error to it, and the call would run.
  write: (answer, event) => claudeAnswer(answer.type === "ask" ? { ...answer, type: "deny" } : answer, event),
  silence: "",
};

function read(input: unknown, files?: FileTexts): HostRequest {
  if (!isRecord(input)) return broken("it is not a JSON object");
  const event = field(input, "hook_event_name");
  if (typeof event !== "string") return broken("it has no hook_event_name");
  const who = claudeCaller(input);
  if (event === "SessionStart") return sessionOf(input, who);
  if (event === "UserPromptSubmit") return unsignedPrompt(input, who);
  if (event !== "PreToolUse" && event !== "PostToolUse") return { type: "other" };
  const kind = event === "PreToolUse" ? "before" : "after";
  const name = textField(input, "tool_name");
  if (name === undefined) return broken("it has no tool_name", kind);
  const call = { name, input: field(input, "tool_input"), cwd: who.cwd, files };
  const request =
    kind === "before"
      ? before(call, CODEX_TOOLS, who)
      : after(call, CODEX_TOOLS, who, ended(call, field(input, "tool_response")));
  return request.type === "before" || request.type === "after"
    ? { ...request, actions: [...request.actions, ...patchesInside(request.actions, call)] }
    : request;
}

/** Codex itself applies a patch that a shell command hands to `apply_patch`, before any shell sees it. */
export function patchesInside(actions: readonly Action[], { cwd }: Pick<ToolCall, "cwd">): readonly Action[] {
  const place: FilePlace = { cwd, text: () => undefined };
  return actions.flatMap((action): readonly Action[] => {
    const inside = action.kind === "command" && action.command.includes("apply_patch");
    return inside && holdsPatch(action.command) ? (patches(action.command, place) ?? []) : [];
  });
}

/**
 * The response of its shell and patch tools is the bare output: whatever it says of success, the command may have
 * printed itself. An MCP tool's is a record that says whether it is an error.
 */
function ended({ name }: ToolCall, response: unknown): HostResult {
  if (typeof response === "string") return { status: "unknown", output: response };
  if (!isRecord(response)) return { status: "unknown" };
  const metadata = field(response, "metadata");
  const status = field(isRecord(metadata) ? metadata : response, "exit_code");
  const output = textField(response, "output");
  if (typeof status === "number") return withOutput(byExitStatus(status), output);
  if (field(response, "isError") === true) return withOutput({ status: "failed" }, output);
  const isMcp = CODEX_TOOLS.mcp(name) !== undefined;
  return withOutput(
    { status: isMcp && Array.isArray(field(response, "content")) ? "succeeded" : "unknown" },
    output,
  );
}
