// VS Code's agent hooks (preview), as its hooks reference and the tool names of microsoft/vscode-copilot-chat say.
import { quoteWord } from "../shell/quote.ts";
import { claudeAnswer } from "./claude-shape.ts";
import {
  changes,
  changesMany,
  edits,
  patches,
  reads,
  replaces,
  replacesInMany,
  writes,
} from "./files/file-tools.ts";
import type { FileTexts, Host, HostCall, HostRequest } from "./host.ts";
import { field, isRecord, type JsonRecord, recordOf, textField } from "./json.ts";
import {
  after,
  before,
  broken,
  guarded,
  sessionOf,
  unsignedPrompt,
  whoCalls,
  withOutput,
} from "./requests.ts";
import type { ToolCall, Tools } from "./tool-call.ts";

/** Its tools by their names without `copilot_` and in lower case: tool sets and versions differ in both. */
const TOOLS: Tools = {
  shells: new Map([
    ["run_in_terminal", "own"],
    ["send_to_terminal", "own"],
    ["create_and_run_task", "own"],
  ]),
  files: new Map([
    ["create_file", writes],
    ["replace_string_in_file", replaces],
    ["replace_string", replaces],
    ["multi_replace_string_in_file", replacesInMany],
    ["multi_replace_string", replacesInMany],
    ["insert_edit_into_file", changes],
    ["insert_edit", changes],
    ["edit_notebook_file", changes],
    ["edit_notebook", changes],
    ["edit_files", changesMany],
    ["edit_file", edits],
    ["apply_patch", patches],
    ["read_file", reads],
    ["read_notebook_cell_output", reads],
  ]),
  silent: new Set([
    ...["create_directory", "fetch_webpage", "file_search", "get_changed_files", "get_errors", "grep_search"],
    ...[
      "get_task_output",
      "get_terminal_output",
      "list_code_usages",
      "list_dir",
      "manage_todo_list",
      "memory",
    ],
    ...["run_subagent", "semantic_search", "terminal_last_command", "terminal_selection", "test_search"],
  ]),
  mcp: (name) => (name.startsWith("mcp_") ? name : undefined),
};

export const vscode: Host = {
  name: "vscode",
  can: {
    ask: true,
    personChannel: true,
    prompts: false,
    results: false,
    sessionStart: true,
    gaps: [
      "Hooks are a preview, and an organisation can switch them off.",
      "It doesn't say who sent a prompt, so approvals come from `bylaw approve`.",
      "It doesn't say how a command ended, so nothing counts as having succeeded.",
      "A terminal that has changed its folder is taken to be where the session is.",
      "Tasks that are already declared, notebook cells and editor commands run what no hook sees.",
      "Searches are not seen as reading files; long names of MCP tools are cut short.",
      "A hook that crashes lets the call run.",
    ],
  },
  read: guarded(read),
  // It takes no text after a prompt.
  write: (answer, event) =>
    answer.type === "context" && event === "prompt" ? "" : claudeAnswer(answer, event),
  silence: "",
};

function read(input: unknown, files?: FileTexts): HostRequest {
  if (!isRecord(input)) return broken("it is not a JSON object");
  const event = textField(input, "hook_event_name", "hookEventName");
  if (event === undefined) return broken("it has no hook_event_name or hookEventName");
  const who = callOf(input);
  if (event === "SessionStart") return sessionOf(input, who);
  if (event === "UserPromptSubmit") return unsignedPrompt(input, who);
  if (event !== "PreToolUse" && event !== "PostToolUse") return { type: "other" };
  const kind = event === "PreToolUse" ? "before" : "after";
  const name = textField(input, "tool_name", "toolName");
  if (name === undefined) return broken("it has no tool_name", kind);
  const call = { ...plainCall(name, field(input, "tool_input")), cwd: who.cwd, files };
  if (kind === "before") return before(call, TOOLS, who);
  const status = TOOLS.shells.has(call.name) ? "unknown" : "succeeded";
  return after(call, TOOLS, who, withOutput({ status }, textField(input, "tool_response")));
}

function callOf(input: JsonRecord): HostCall {
  return whoCalls({
    session: textField(input, "session_id", "sessionId"),
    call: textField(input, "tool_use_id", "toolUseId"),
    agent: textField(input, "agent_id"),
    cwd: textField(input, "cwd"),
  });
}

function plainCall(name: string, input: unknown): Pick<ToolCall, "name" | "input"> {
  const plain = name.startsWith("mcp_")
    ? name
    : name
        .replace(/^copilot_/, "")
        .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
        .toLowerCase();
  const args = recordOf(input);
  if (args === undefined) return { name: plain, input };
  return { name: plain, input: plain === "create_and_run_task" ? taskOf(args) : withoutUris(args) };
}

/** A task's command with its arguments: those with blanks are quoted, all others stand as they are. */
function taskOf(args: JsonRecord): JsonRecord {
  const task = recordOf(field(args, "task")) ?? {};
  const command = textField(task, "command");
  const given = field(task, "args");
  const words = (Array.isArray(given) ? given : []).map((a: unknown) =>
    typeof a === "string" ? (/\s/.test(a) ? quoteWord(a) : a) : quoteWord(textOfArgument(a)),
  );
  const cwd = textField(recordOf(field(task, "options")) ?? {}, "cwd") ?? textField(args, "workspaceFolder");
  return {
    ...(command === undefined ? {} : { command: [command, ...words].join(" ") }),
    ...(cwd === undefined ? {} : { cwd }),
  };
}

function textOfArgument(argument: unknown): string {
  if (isRecord(argument)) return textField(argument, "value") ?? "";
  return typeof argument === "number" || typeof argument === "boolean" ? String(argument) : "";
}

/** Paths may be given as `file:` URIs: in the arguments, in lists, and in the entries of lists. */
function withoutUris(args: JsonRecord): JsonRecord {
  return mapped(args, (value) => {
    if (!Array.isArray(value)) return withoutUri(value);
    return value.map((v: unknown) => (isRecord(v) ? mapped(v, withoutUri) : withoutUri(v)));
  });
}

function mapped(record: JsonRecord, change: (value: unknown) => unknown): JsonRecord {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function withoutUri(value: unknown): unknown {
  if (typeof value !== "string" || !value.startsWith("file://")) return value;
  try {
    return decodeURIComponent(new URL(value).pathname).replace(/^\/(?=[A-Za-z]:)/, "");
  } catch {
    return value;
  }
}
