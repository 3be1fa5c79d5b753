// Gemini CLI: its hooks, as docs/hooks and the code of google-gemini/gemini-cli (packages/core/src/hooks) say.
import { patches, reads, readsMany, replaces, searches, writes } from "./files/file-tools.ts";
import { geminiResult } from "./gemini-result.ts";
import type { FileTexts, Host, HostAnswer, HostCall, HostEvent, HostRequest } from "./host.ts";
import { field, isRecord, type JsonRecord, recordOf, textField } from "./json.ts";
import { after, before, broken, guarded, sessionOf, unsignedPrompt, whoCalls } from "./requests.ts";
import { bothSaid, reasonSaid, said } from "./said.ts";
import type { Tools } from "./tool-call.ts";

const TOOLS: Tools = {
  shells: new Map([["run_shell_command", "own"]]),
  files: new Map([
    ["write_file", writes],
    ["replace", replaces],
    ["edit", replaces],
    ["apply_patch", patches],
    ["read_file", reads],
    ["read_many_files", readsMany],
    ["grep_search", searches],
    ["search_file_content", searches],
  ]),
  silent: new Set([
    ...[
      "activate_skill",
      "ask_user",
      "cli_help",
      "codebase_investigator",
      "enter_plan_mode",
      "exit_plan_mode",
    ],
    ...["get_internal_docs", "glob", "google_web_search", "list_directory", "save_memory", "update_topic"],
    ...["web_fetch", "write_todos"],
  ]),
  mcp: (name) => (/^mcp_/.test(name) ? name : undefined),
};

/** What it calls the events. */
const NAMES: Readonly<Record<HostEvent, string>> = {
  before: "BeforeTool",
  after: "AfterTool",
  prompt: "BeforeAgent",
  session: "SessionStart",
};

/** The longest text of an answer, in UTF-16 units; no limit is documented. */
const MOST = 9_000;

export const gemini: Host = {
  name: "gemini",
  can: {
    ask: false,
    personChannel: true,
    prompts: false,
    results: true,
    sessionStart: true,
    gaps: [
      "Its way to ask is not documented, and a version without it lets the call run: what is to be asked about is denied, with the way to get approval.",
      "It doesn't say who sent a prompt, so approvals come from `bylaw approve`.",
      "Of several files that are read by a pattern, only the pattern and its folder are held against rules.",
      "A hook that prints nothing, can't be started or ends in its time-out lets the call run.",
      "A project's hooks wait for the folder to be trusted.",
    ],
  },
  read: guarded(read),
  write,
  silence: "{}",
};

function read(input: unknown, files?: FileTexts): HostRequest {
  if (!isRecord(input)) return broken("it is not a JSON object");
  const event = field(input, "hook_event_name");
  if (typeof event !== "string") return broken("it has no hook_event_name");
  const who = callOf(input);
  if (event === NAMES.session) return sessionOf(input, who);
  if (event === NAMES.prompt) return unsignedPrompt(input, who);
  if (event !== NAMES.before && event !== NAMES.after) return { type: "other" };
  const kind = event === NAMES.before ? "before" : "after";
  const called = textField(input, "tool_name");
  if (called === undefined) return broken("it has no tool_name", kind);
  const name = declaredName(called, recordOf(field(input, "mcp_context")));
  const call = { name, input: field(input, "tool_input"), cwd: who.cwd, files };
  if (kind === "before") return before(call, TOOLS, who);
  return after(call, TOOLS, who, geminiResult(TOOLS.shells.has(name), field(input, "tool_response")));
}

function callOf(input: JsonRecord): HostCall {
  return whoCalls({
    session: textField(input, "session_id"),
    call: textField(input, "tool_use_id", "tool_call_id"),
    agent: undefined,
    cwd: textField(input, "cwd"),
  });
}

/** An MCP tool comes with its server beside it; its name alone doesn't say where the server's ends. */
function declaredName(called: string, mcp: JsonRecord | undefined): string {
  const server = mcp === undefined ? undefined : textField(mcp, "server_name");
  const tool = mcp === undefined ? undefined : textField(mcp, "tool_name");
  return server === undefined || tool === undefined ? called : `mcp__${server}__${tool}`;
}

/** Always JSON: other text on standard output is a pass. Never `continue`: false ends the whole session's turn. */
function write(answer: HostAnswer, event: HostEvent): string {
  const text = answer.type === "context" ? said(answer.text, MOST) : reasonSaid(answer.reason, MOST);
  const { person } = answer;
  if (answer.type !== "context" && event === "before") {
    const { type: decision, reason } = answer;
    const shown = decision === "ask" ? bothSaid(reason, person, MOST) : person && said(person, MOST);
    return JSON.stringify({ decision, reason: text, ...(shown ? { systemMessage: shown } : {}) });
  }
  const message = person === undefined ? {} : { systemMessage: said(person, MOST) };
  if (event === "before") return "{}";
  return JSON.stringify({
    hookSpecificOutput: { hookEventName: NAMES[event], additionalContext: text },
    ...message,
  });
}
