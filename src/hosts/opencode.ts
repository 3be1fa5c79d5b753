// OpenCode: its plugin hooks, as @opencode-ai/plugin's types and the tools of anomalyco/opencode say. Our own plugin
// (opencode-plugin.ts) passes on what it is called with: { event, directory, input, output }.
import type { Action } from "../policy/types.ts";
import { edits, patches, reads, replaces, searches, writes } from "./files/file-tools.ts";
import type { FileTexts, Host, HostAnswer, HostCall, HostEvent, HostRequest, HostResult } from "./host.ts";
import { field, isRecord, type JsonRecord, recordOf, recordsField, textField } from "./json.ts";
import { after, before, broken, byExitStatus, guarded, whoCalls, withOutput } from "./requests.ts";
import { reasonSaid, said } from "./said.ts";
import type { ToolCall, Tools } from "./tool-call.ts";

const TOOLS: Tools = {
  shells: new Map([
    ["bash", "own"],
    ["shell", "own"],
  ]),
  files: new Map([
    ["write", writes],
    ["edit", edits],
    ["multiedit", replaces],
    ["patch", patches],
    ["apply_patch", patches],
    ["read", reads],
    ["grep", searches],
  ]),
  silent: new Set([
    ...[
      "codesearch",
      "glob",
      "invalid",
      "list",
      "lsp",
      "plan_enter",
      "plan_exit",
      "question",
      "skill",
      "task",
    ],
    ...["todoread", "todowrite", "webfetch", "websearch"],
  ]),
  mcp: (name) => (name.startsWith("mcp__") ? name : undefined),
};

/** The longest text of an answer, in UTF-16 units; no limit is documented. */
const MOST = 9_000;

export const opencode: Host = {
  name: "opencode",
  can: {
    ask: false,
    personChannel: false,
    prompts: false,
    results: true,
    sessionStart: false,
    gaps: [
      "A plugin can't ask: what is to be asked about is denied, with the way to get approval.",
      "It doesn't say who sent a prompt, so approvals come from `bylaw approve`.",
      "It has no place for what only the person is to see, and takes no text when a session begins.",
      "Servers of MCP tools can't be told from their names.",
      "OpenCode waits for each call to be checked, and all its sessions with it.",
      "Other plugins that are loaded later may change a call after it was checked.",
    ],
  },
  read: guarded(read),
  write,
  // Never empty: the plugin takes no output for a hook that didn't come to an answer.
  silence: "{}",
};

function read(input: unknown, files?: FileTexts): HostRequest {
  if (!isRecord(input)) return broken("it is not a JSON object");
  const event = field(input, "event");
  if (typeof event !== "string") return broken("it has no event");
  const given = recordOf(field(input, "input")) ?? {};
  const output = recordOf(field(input, "output")) ?? {};
  const who = whoCalls({
    session: textField(given, "sessionID"),
    call: textField(given, "callID"),
    agent: textField(given, "agent"),
    cwd: textField(input, "directory"),
  });
  if (event === "chat.message") return promptOf(output, who);
  if (event !== "tool.execute.before" && event !== "tool.execute.after") return { type: "other" };
  const kind = event === "tool.execute.before" ? "before" : "after";
  const name = textField(given, "tool");
  if (name === undefined) return broken("it has no tool", kind);
  const args = kind === "before" ? field(output, "args") : field(given, "args");
  const call = { name, input: args, cwd: who.cwd, files };
  if (name === "batch") return kind === "before" ? batch(call, who) : { type: "other" };
  return kind === "before" ? before(call, TOOLS, who) : after(call, TOOLS, who, resultOf(output, name));
}

/** A message's own text; a part that OpenCode or a plugin put in is marked as synthetic, and then it isn't the person's. */
function promptOf(output: JsonRecord, call: HostCall): HostRequest {
  const parts = recordsField(output, "parts").filter((p) => field(p, "type") === "text");
  const own = parts.filter((p) => field(p, "synthetic") !== true && field(p, "ignored") !== true);
  const text = own.map((p) => textField(p, "text") ?? "").join("\n");
  return { type: "prompt", text, source: own.length === parts.length ? "unknown" : "other", call };
}

/** One call of several tools: they run without a hook of their own. */
function batch(call: ToolCall, who: HostCall): HostRequest {
  const args = recordOf(call.input);
  const calls = args === undefined ? undefined : field(args, "tool_calls");
  if (args === undefined || !Array.isArray(calls)) return broken("batch has no tool_calls", "before");
  const actions: Action[] = [];
  for (const one of recordsField(args, "tool_calls")) {
    const name = textField(one, "tool");
    if (name === undefined) return broken("a call in batch has no tool", "before");
    const request = before({ ...call, name, input: field(one, "parameters") }, TOOLS, who);
    if (request.type === "broken") return request;
    if (request.type === "before") actions.push(...request.actions);
  }
  return actions.length === 0 ? { type: "other" } : { type: "before", actions, call: who };
}

/** The hook comes after tools that have not thrown; a shell's metadata holds its exit status. */
function resultOf(output: JsonRecord, name: string): HostResult {
  const text = textField(output, "output");
  if (!TOOLS.shells.has(name)) return withOutput({ status: "succeeded" }, text);
  const status = field(recordOf(field(output, "metadata")) ?? {}, "exit");
  return withOutput(typeof status === "number" ? byExitStatus(status) : { status: "unknown" }, text);
}

function write(answer: HostAnswer, event: HostEvent): string {
  if (answer.type !== "context" && event === "before")
    return JSON.stringify({ decision: "deny", reason: reasonSaid(answer.reason, MOST) });
  if (event !== "after") return "{}";
  const text = answer.type === "context" ? said(answer.text, MOST) : reasonSaid(answer.reason, MOST);
  return JSON.stringify({ context: text });
}
