// Claude Code: its hooks, as the documentation (code.claude.com/docs/en/hooks) and the SDK's type definitions say.
import { claudeAnswer, claudeCaller } from "./claude-shape.ts";
import { changes, edits, reads, replaces, searches, writes } from "./files/file-tools.ts";
import type { FileTexts, Host, HostCall, HostRequest, HostResult } from "./host.ts";
import { field, isRecord, type JsonRecord, recordOf, textField } from "./json.ts";
import { after, before, broken, byExitStatus, guarded, sessionOf, withOutput } from "./requests.ts";
import type { ToolCall, Tools } from "./tool-call.ts";

/** Its tools. Some of the silent ones carry a `command` that is none of a shell. */
export const CLAUDE_TOOLS: Tools = {
  shells: new Map([
    ["Bash", "bash"],
    ["PowerShell", "powershell"],
  ]),
  files: new Map([
    ["Write", writes],
    ["Edit", replaces],
    ["MultiEdit", replaces],
    ["NotebookEdit", changes],
    ["Read", reads],
    ["NotebookRead", reads],
    ["Grep", searches],
    ["str_replace_based_edit_tool", edits],
  ]),
  silent: new Set([
    ...["Agent", "AskUserQuestion", "BashOutput", "EnterPlanMode", "ExitPlanMode", "Glob", "KillShell", "LS"],
    ...["Skill", "SlashCommand", "Task", "TaskOutput", "TaskStop", "TodoRead", "TodoWrite", "ToolSearch"],
    ...["WebFetch", "WebSearch"],
  ]),
  mcp: (name) => (name.startsWith("mcp__") ? name : undefined),
};

export const claudeCode: Host = {
  name: "claude-code",
  can: {
    ask: true,
    personChannel: true,
    prompts: true,
    results: true,
    sessionStart: true,
    gaps: [
      "Files that a prompt pulls in with `@path` pass no hook.",
      "A search is held against rules only by the file or folder that it names.",
      "Some versions did not apply a hook's deny to subagents: native permission rules stand behind it.",
      "Its own settings can switch all hooks off.",
      "Without `onFailure`, which older versions don't know, a hook that crashes or ends in its time-out lets the call run.",
      "Versions that don't say who sent a prompt leave approvals to `bylaw approve`.",
    ],
  },
  read: guarded(read),
  write: claudeAnswer,
  silence: "",
};

function read(input: unknown, files?: FileTexts): HostRequest {
  if (!isRecord(input)) return broken("it is not a JSON object");
  const event = field(input, "hook_event_name");
  if (typeof event !== "string") return broken("it has no hook_event_name");
  const who = claudeCaller(input);
  if (event === "SessionStart") return sessionOf(input, who);
  if (event === "UserPromptSubmit") return promptOf(input, who);
  const name = textField(input, "tool_name");
  const call = { name: name ?? "", input: field(input, "tool_input"), cwd: who.cwd, files };
  if (event === "PreToolUse")
    return name === undefined ? broken("it has no tool_name", "before") : before(call, CLAUDE_TOOLS, who);
  if (event !== "PostToolUse" && event !== "PostToolUseFailure") return { type: "other" };
  if (name === undefined) return broken("it has no tool_name", "after");
  const result = event === "PostToolUse" ? ended(call, field(input, "tool_response")) : failed(input);
  return after(call, CLAUDE_TOOLS, who, result);
}

/** Only newer versions say who sent a prompt: a person, the SDK, or the host itself when it wakes up by a timer. */
function promptOf(input: JsonRecord, call: HostCall): HostRequest {
  const text = textField(input, "prompt");
  if (text === undefined) return broken("it has no prompt", "prompt");
  const source = textField(input, "source");
  const known = source === undefined ? "unknown" : source === "user" ? "user" : "other";
  return { type: "prompt", text, source: known, call };
}

/**
 * This event means success. Commands that have gone to the background have not ended, and a status other than 0 that
 * the host finds harmless (`grep` without a hit) comes with an interpretation.
 */
function ended({ name, input }: ToolCall, response: unknown): HostResult {
  if (!CLAUDE_TOOLS.shells.has(name)) {
    const isError = isRecord(response) && field(response, "isError") === true;
    return { status: isError ? "failed" : "succeeded" };
  }
  if (!isRecord(response)) return withOutput({ status: "unknown" }, textOf(response));
  const streams = [textField(response, "stdout"), textField(response, "stderr")];
  const output = streams.filter((s) => s !== undefined && s !== "").join("\n");
  if (field(response, "interrupted") === true) return withOutput({ status: "failed" }, output);
  const background = [
    (textField(response, "backgroundTaskId") ?? "") !== "",
    ...["backgroundedByUser", "assistantAutoBackgrounded"].map((f) => field(response, f) === true),
    field(recordOf(input) ?? {}, "run_in_background") === true,
  ];
  if (background.includes(true)) return withOutput({ status: "unknown", running: true }, output);
  const harmless = (textField(response, "returnCodeInterpretation") ?? "") !== "";
  if (harmless || streams[0] === undefined) return withOutput({ status: "unknown" }, output);
  const status = field(response, "exitCode");
  return withOutput(byExitStatus(typeof status === "number" ? status : 0), output);
}

function failed(input: JsonRecord): HostResult {
  const error = textField(input, "error");
  const status = /^Exit code (\d{1,10})\b/.exec(error ?? "")?.[1];
  return withOutput(
    { status: "failed", ...(status === undefined ? {} : { exitStatus: Number(status) }) },
    error,
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
