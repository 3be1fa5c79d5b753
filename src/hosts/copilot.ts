// GitHub Copilot's command line and cloud agent: their hooks, as GitHub's hooks reference says.
import { edits, reads, searches, writes } from "./files/file-tools.ts";
import type { FileTexts, Host, HostAnswer, HostCall, HostEvent, HostRequest, HostResult } from "./host.ts";
import { field, isRecord, type JsonRecord, recordOf, textField } from "./json.ts";
import {
  after,
  before,
  broken,
  byExitStatus,
  guarded,
  sessionOf,
  unsignedPrompt,
  whoCalls,
  withOutput,
} from "./requests.ts";
import { reasonSaid, said } from "./said.ts";
import type { ToolCall, Tools } from "./tool-call.ts";

/** Its tools by their own names, and by Claude's, which it uses where an event is configured in that spelling. */
const TOOLS: Tools = {
  shells: new Map([
    ["bash", "bash"],
    ["powershell", "powershell"],
    ["Bash", "own"],
    ["write_bash", "bash"],
    ["write_powershell", "powershell"],
  ]),
  files: new Map([
    ["view", reads],
    ["Read", reads],
    ["create", writes],
    ["Write", writes],
    ["edit", edits],
    ["Edit", edits],
    ["str_replace_editor", edits],
    ["apply_patch", edits],
    ["grep", searches],
    ["rg", searches],
    ["Grep", searches],
  ]),
  silent: new Set([
    ...["Agent", "AskUserQuestion", "Glob", "Task", "TodoWrite", "WebFetch", "WebSearch", "ask_user", "glob"],
    ...["list_bash", "list_powershell", "read_bash", "read_powershell", "report_intent", "stop_bash"],
    ...["stop_powershell", "task", "update_todo", "web_fetch", "web_search"],
  ]),
  mcp: (name) => (name.startsWith("mcp__") ? name : undefined),
};

/** What it calls the events; in the other spelling the input doesn't name its event. */
const NAMES: ReadonlyMap<string, HostEvent> = new Map([
  ["PreToolUse", "before"],
  ["PreMcpToolCall", "before"],
  ["PostToolUse", "after"],
  ["PostToolUseFailure", "after"],
  ["UserPromptSubmit", "prompt"],
  ["SessionStart", "session"],
]);

/** The longest text of a decision, in UTF-16 units; no limit is documented. */
const MOST = 9_000;
/** Added text is cut at 10 KB: a unit takes 3 bytes at most. */
const MOST_CONTEXT = 3_300;

export const copilot: Host = {
  name: "copilot",
  can: {
    ask: true,
    personChannel: false,
    prompts: false,
    results: true,
    sessionStart: true,
    gaps: [
      "Its cloud agent takes an ask for a deny, as nobody is there to answer.",
      "It has no place for what only the person is to see.",
      "It doesn't say who sent a prompt, so approvals come from `bylaw approve`, and it takes no text after one.",
      "A shell that has changed its folder is taken to be where the session is.",
      "Servers of MCP tools can't be told from their names.",
      "A hook that ends in its time-out lets the call run, always.",
    ],
  },
  read: guarded(read),
  write,
  silence: "",
};

function read(input: unknown, files?: FileTexts): HostRequest {
  if (!isRecord(input)) return broken("it is not a JSON object");
  const named = textField(input, "hook_event_name");
  const event = named === undefined ? eventOf(input) : (NAMES.get(named) ?? "other");
  if (event === "other") return { type: "other" };
  if (event === undefined) return broken("it is none of its events");
  const who = callOf(input);
  if (event === "session") return sessionOf(input, who);
  if (event === "prompt") return unsignedPrompt(input, who);
  const name = textField(input, "toolName", "tool_name");
  if (name === undefined) return broken("it has no toolName or tool_name", event);
  const call = typed(name, field(input, "toolArgs") ?? field(input, "tool_input"), who, files);
  return event === "before" ? before(call, TOOLS, who) : after(call, TOOLS, who, resultOf(input, name));
}

/** The event of an input that doesn't name it, by the fields that only this one has. */
function eventOf(input: JsonRecord): HostEvent | "other" | undefined {
  const has = (name: string): boolean => Object.hasOwn(input, name);
  if (has("toolName")) return has("toolResult") || has("error") ? "after" : "before";
  if (has("transformedPrompt")) return "other";
  if (has("prompt")) return "prompt";
  if (has("source")) return "session";
  const others = ["reason", "stopReason", "error", "trigger", "agentName", "notification_type"];
  return others.some(has) ? "other" : undefined;
}

function callOf(input: JsonRecord): HostCall {
  return whoCalls({
    session: textField(input, "sessionId", "session_id"),
    call: textField(input, "toolCallId", "tool_use_id"),
    agent: textField(input, "agentId", "agent_id"),
    cwd: textField(input, "cwd"),
  });
}

/** What is typed into a shell that runs already is a command too; keys such as `{enter}` end its lines. */
function typed(name: string, input: unknown, { cwd }: HostCall, files: FileTexts | undefined): ToolCall {
  const args = recordOf(input);
  const keys = name.startsWith("write_") && args !== undefined ? textField(args, "input") : undefined;
  const command = keys?.replace(/\{(?:enter|return)\}/gi, "\n").replace(/\{[a-z0-9+_-]{1,20}\}/gi, "");
  return { name, input: command === undefined ? input : { command }, cwd, files };
}

/** Its shell tools end the text with a line on the exit status, unless the command goes on. */
function resultOf(input: JsonRecord, name: string): HostResult {
  const result = recordOf(field(input, "toolResult") ?? field(input, "tool_result"));
  if (result === undefined) {
    const error = textField(input, "error");
    return withOutput({ status: error === undefined ? "unknown" : "failed" }, error);
  }
  const type = textField(result, "resultType", "result_type");
  const text = textField(result, "textResultForLlm", "text_result_for_llm");
  if (type !== undefined && type !== "success") return withOutput({ status: "failed" }, text);
  if (!TOOLS.shells.has(name))
    return withOutput({ status: type === "success" ? "succeeded" : "unknown" }, text);
  const last = /<(?:exited|shellId: [^<>\n]{1,100} completed) with exit code (-?\d{1,10})>\s*$/.exec(
    (text ?? "").slice(-300),
  );
  const ended = last === null || name.startsWith("write_") ? undefined : Number(last[1]);
  return withOutput(ended === undefined ? { status: "unknown" } : byExitStatus(ended), text);
}

/** The flat form is the only one that is documented for both spellings. */
function write(answer: HostAnswer, event: HostEvent): string {
  if (answer.type !== "context" && event === "before")
    return JSON.stringify({
      permissionDecision: answer.type,
      permissionDecisionReason: reasonSaid(answer.reason, MOST),
    });
  if (event === "before" || event === "prompt") return "";
  const text =
    answer.type === "context" ? said(answer.text, MOST_CONTEXT) : reasonSaid(answer.reason, MOST_CONTEXT);
  return JSON.stringify({ additionalContext: text });
}
