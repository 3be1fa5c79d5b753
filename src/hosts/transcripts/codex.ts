// Sessions of Codex: ~/.codex/sessions/**/rollout-*.jsonl, as openai/codex (codex-rs/protocol) writes them; the oldest
// ones without the envelope around each line.
import type { Action } from "../../policy/types.ts";
import { CODEX_TOOLS, patchesInside } from "../codex.ts";
import { field, isRecord, type JsonRecord, recordOf, textField } from "../json.ts";
import { commandAction, commandOf, readCall } from "../tool-call.ts";
import type { Proposed, TranscriptFormat } from "./transcript.ts";

const ENVELOPES = new Set(["session_meta", "response_item", "event_msg", "turn_context", "compacted"]);
const ITEMS = new Set(["function_call", "custom_tool_call", "local_shell_call"]);
/** Its shell tools over time. */
const SHELLS = new Set([
  "shell",
  "container.exec",
  "shell_command",
  "local_shell",
  "exec_command",
  "unified_exec",
]);

export const codexTranscript: TranscriptFormat = {
  host: "codex",
  recognises: (line) => {
    if (!isRecord(line)) return false;
    const type = textField(line, "type") ?? "";
    if (ENVELOPES.has(type)) return isRecord(field(line, "payload"));
    const isBare = ITEMS.has(type) && textField(line, "call_id") !== undefined;
    return (
      isBare || (Object.hasOwn(line, "instructions") && textField(line, "id", "timestamp") !== undefined)
    );
  },
  reader: () => {
    let cwd: string | undefined;
    return {
      read: (line) => {
        if (!isRecord(line)) return [];
        const payload = field(line, "payload");
        const item = isRecord(payload) ? payload : line;
        if (["session_meta", "turn_context"].includes(textField(line, "type") ?? ""))
          cwd = textField(item, "cwd") ?? cwd;
        const isCall = ITEMS.has(textField(item, "type") ?? "");
        return isCall && (item === line || field(line, "type") === "response_item")
          ? [callOf(item, cwd)]
          : [];
      },
    };
  },
};

function callOf(item: JsonRecord, cwd: string | undefined): Proposed {
  const id = textField(item, "call_id", "id");
  const name = textField(item, "type") === "local_shell_call" ? "local_shell" : nameOf(item);
  const input = inputOf(item);
  if (SHELLS.has(name)) return { id, name, ...shellCall(name, recordOf(input), cwd) };
  // The rest of a call that a shell tool has begun passes no hook; neither does code, but for the calls that it makes.
  if (name === "write_stdin") {
    const typed = textField(recordOf(input) ?? {}, "chars");
    return { id, name, actions: [], ...(typed === "" ? {} : { problem: "text typed into a process" }) };
  }
  if (name === "exec") return { id, name, actions: [], problem: "code that calls tools" };
  const read = readCall({ name, input, cwd, files: undefined }, CODEX_TOOLS);
  return "problem" in read ? { id, name, actions: [], problem: read.problem } : { id, name, ...read };
}

/** MCP tools stand with their server in front, in a field of its own, or in an older spelling without `mcp`. */
function nameOf(item: JsonRecord): string {
  const name = textField(item, "name") ?? "?";
  const space = textField(item, "namespace");
  if (space?.startsWith("mcp__") === true) return `${space.replace(/__$/, "")}__${name}`;
  return name.includes("__") && !name.startsWith("mcp__") ? `mcp__${name}` : name;
}

/** The arguments: JSON text of a function, free text of a custom tool, an action of the built-in shell. */
function inputOf(item: JsonRecord): unknown {
  for (const name of ["arguments", "input", "action"]) {
    const value = field(item, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

function shellCall(
  name: string,
  args: JsonRecord | undefined,
  cwd: string | undefined,
): { readonly actions: readonly Action[]; readonly problem?: string } {
  const command = args === undefined ? undefined : commandOf(args, "cmd");
  if (args === undefined || command === undefined) return { actions: [], problem: `${name} has no command` };
  const shell = /(?:powershell|pwsh)(?:\.exe)?$/i.test(textField(args, "shell") ?? "") ? "powershell" : "own";
  const action = commandAction(command, shell, args, cwd);
  return { actions: [action, ...patchesInside([action], { cwd: action.cwd })] };
}
