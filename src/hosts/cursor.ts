// Cursor: its hooks, as cursor.com/docs/hooks says.
import { changes, deletes, edits, reads, searches } from "./files/file-tools.ts";
import type { FileTexts, Host, HostAnswer, HostCall, HostEvent, HostRequest, HostResult } from "./host.ts";
import { field, isRecord, type JsonRecord, recordOf, recordsField, textField } from "./json.ts";
import {
  after,
  before,
  broken,
  byExitStatus,
  guarded,
  unsignedPrompt,
  whoCalls,
  withOutput,
} from "./requests.ts";
import { bothSaid, reasonSaid, said } from "./said.ts";
import type { ToolCall, Tools } from "./tool-call.ts";

const TOOLS: Tools = {
  shells: new Map([["Shell", "own"]]),
  files: new Map([
    ["Write", edits],
    ["StrReplace", edits],
    ["Edit", edits],
    ["MultiEdit", edits],
    ["ApplyPatch", edits],
    ["TabWrite", edits],
    ["EditNotebook", changes],
    ["Delete", deletes],
    ["Read", reads],
    ["TabRead", reads],
    ["Grep", searches],
  ]),
  silent: new Set([
    "Glob",
    "LS",
    "ReadLints",
    "SemanticSearch",
    "Task",
    "TodoWrite",
    "WebFetch",
    "WebSearch",
  ]),
  mcp: (name) => (name.startsWith("mcp__") ? name : name.startsWith("MCP:") ? name.slice(4) : undefined),
};

/** The longest text of an answer, in UTF-16 units; no limit is documented. */
const MOST = 9_000;

export const cursor: Host = {
  name: "cursor",
  can: {
    ask: false,
    personChannel: true,
    prompts: false,
    results: true,
    sessionStart: true,
    gaps: [
      "Its `ask` is not held for tools in general and gives way to the allow-list for commands: what is to be asked about is denied, with the way to get approval.",
      "It doesn't say who sent a prompt, so approvals come from `bylaw approve`.",
      "How a command ended is told by `postToolUse`, not by `afterShellExecution`.",
      "Its cloud agents run no hook for MCP tools and sessions, and none in their first turns.",
      "Without `failClosed` a hook that crashes or ends in its time-out lets the call run.",
    ],
  },
  read: guarded(read),
  write,
  silence: "{}",
};

type Reader = (input: JsonRecord, who: HostCall, files: FileTexts | undefined) => HostRequest;

const EVENTS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["beforeShellExecution", (input, who) => before(shellCall(input, who), TOOLS, who)],
  ["beforeMCPExecution", (input, who) => mcp(input, who, "before")],
  ["beforeReadFile", readFile],
  ["beforeTabFileRead", readFile],
  ["preToolUse", (input, who, files) => tool(input, who, files, "before")],
  ["afterShellExecution", (input, who) => after(shellCall(input, who), TOOLS, who, bareOutput(input))],
  ["afterMCPExecution", (input, who) => mcp(input, who, "after")],
  ["postToolUse", (input, who, files) => tool(input, who, files, "after")],
  ["postToolUseFailure", (input, who, files) => tool(input, who, files, "after")],
  ["beforeSubmitPrompt", unsignedPrompt],
  ["sessionStart", (_, call) => ({ type: "session", fresh: true, call })],
]);

function read(input: unknown, files?: FileTexts): HostRequest {
  if (!isRecord(input)) return broken("it is not a JSON object");
  const event = field(input, "hook_event_name");
  if (typeof event !== "string") return broken("it has no hook_event_name");
  return EVENTS.get(event)?.(input, callOf(input), files) ?? { type: "other" };
}

function callOf(input: JsonRecord): HostCall {
  const roots = field(input, "workspace_roots");
  const root: unknown = Array.isArray(roots) ? roots[0] : undefined;
  const cwd = textField(input, "cwd");
  return whoCalls({
    session: textField(input, "conversation_id", "session_id"),
    call: textField(input, "tool_use_id"),
    agent: undefined,
    cwd: cwd === undefined || cwd === "" ? (typeof root === "string" ? root : undefined) : cwd,
  });
}

function shellCall(input: JsonRecord, { cwd }: HostCall): ToolCall {
  const command = textField(input, "command");
  return { name: "Shell", input: command === undefined ? {} : { command }, cwd, files: undefined };
}

/** The arguments of an MCP tool come as JSON text, and its server beside it. */
function mcp(input: JsonRecord, who: HostCall, kind: "before" | "after"): HostRequest {
  const tool = textField(input, "tool_name");
  if (tool === undefined) return broken("it has no tool_name", kind);
  const server = textField(input, "mcp_server_name");
  const name = server === undefined ? `MCP:${tool}` : `mcp__${server}__${tool}`;
  const call = { name, input: field(input, "tool_input"), cwd: who.cwd, files: undefined };
  return kind === "before" ? before(call, TOOLS, who) : after(call, TOOLS, who, mcpResult(input));
}

function mcpResult(input: JsonRecord): HostResult {
  const output = textField(input, "result_json");
  const result = recordOf(output);
  if (result === undefined) return withOutput({ status: "unknown" }, output);
  return withOutput({ status: field(result, "isError") === true ? "failed" : "succeeded" }, output);
}

function readFile(input: JsonRecord, who: HostCall): HostRequest {
  const named = [input, ...recordsField(input, "attachments")].map((r) =>
    textField(r, "file_path", "filePath"),
  );
  if (named[0] === undefined) return broken("it has no file_path", "before");
  const paths = [...new Set(named.filter((p) => p !== undefined))];
  const { cwd } = who;
  return {
    type: "before",
    actions: paths.map((path) => ({ kind: "read", path, ...(cwd === undefined ? {} : { cwd }) })),
    call: who,
  };
}

function tool(
  input: JsonRecord,
  who: HostCall,
  files: FileTexts | undefined,
  kind: "before" | "after",
): HostRequest {
  const name = textField(input, "tool_name");
  if (name === undefined) return broken("it has no tool_name", kind);
  const call = { name, input: field(input, "tool_input"), cwd: who.cwd, files };
  return kind === "before" ? before(call, TOOLS, who) : after(call, TOOLS, who, toolResult(input, name));
}

/** `postToolUse` comes after a tool that succeeded, with its result as JSON text; the failure has an event of its own. */
function toolResult(input: JsonRecord, name: string): HostResult {
  if (field(input, "hook_event_name") === "postToolUseFailure")
    return withOutput({ status: "failed" }, textField(input, "error_message"));
  const result = recordOf(field(input, "tool_output"));
  const output = result === undefined ? undefined : textField(result, "stdout", "output");
  const status = result === undefined ? undefined : field(result, "exitCode");
  if (typeof status === "number") return withOutput(byExitStatus(status), output);
  return withOutput({ status: TOOLS.shells.has(name) ? "unknown" : "succeeded" }, output);
}

/** Output as the terminal showed it says nothing of the exit status. */
function bareOutput(input: JsonRecord): HostResult {
  return withOutput({ status: "unknown" }, textField(input, "output"));
}

/** Context has a place when a session begins and after a tool; nothing else is ever said after `before`. */
function write(answer: HostAnswer, event: HostEvent): string {
  if (answer.type === "context" || event !== "before") {
    const text = answer.type === "context" ? said(answer.text, MOST) : reasonSaid(answer.reason, MOST);
    return event === "session" || event === "after" ? JSON.stringify({ additional_context: text }) : "{}";
  }
  const { type: permission, reason, person } = answer;
  return JSON.stringify({
    permission,
    user_message: bothSaid(reason, person, MOST),
    agent_message: reasonSaid(reason, MOST),
  });
}
