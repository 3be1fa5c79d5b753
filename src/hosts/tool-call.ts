// A tool call as actions: commands, files and MCP tools, by the tables of a host.
import type { Action, CommandAction } from "../policy/types.ts";
import { quoteWord } from "../shell/quote.ts";
import type { FilePlace, FileTool } from "./files/file-tools.ts";
import type { FileTexts } from "./host.ts";
import { field, isDeep, type JsonRecord, recordOf, textField } from "./json.ts";

type Shell = NonNullable<CommandAction["shell"]>;

/** The tools of a host, by the names that it gives them. */
export interface Tools {
  /** The shell that a tool runs its `command` in; `own` for the person's own, which may be any. */
  readonly shells: ReadonlyMap<string, Shell | "own">;
  readonly files: ReadonlyMap<string, FileTool>;
  /** Tools that run no command and touch no file. */
  readonly silent: ReadonlySet<string>;
  /** An MCP tool's name, with its server in front where that can be told: `mcp__server__tool`. */
  readonly mcp: (name: string) => string | undefined;
}

export interface ToolCall {
  readonly name: string;
  /** An object, a JSON text of one, or a text. */
  readonly input: unknown;
  readonly cwd: string | undefined;
  readonly files: FileTexts | undefined;
}

/** The actions of a call, none where a policy can't speak of it; or why the call can't be read. */
export type ReadCall = { readonly actions: readonly Action[] } | { readonly problem: string };

/** The names that tools give the folder to run in. */
const FOLDERS = ["cwd", "workdir", "working_directory", "dir_path", "directory"] as const;

/** How deep the input of a tool that is no file tool and no shell may lie. */
const MAX_DEPTH = 64;

/** Reads a call. A tool that no table names is taken for a shell where it carries a `command`, else for an MCP tool. */
export function readCall(call: ToolCall, tools: Tools): ReadCall {
  const { name, input } = call;
  const args = recordOf(input);
  const shell = tools.shells.get(name);
  if (shell !== undefined) {
    const command = args === undefined ? undefined : commandOf(args);
    if (args === undefined || command === undefined) return { problem: `${name} has no command` };
    return { actions: [commandAction(command, shell, args, call.cwd)] };
  }
  const fileTool = tools.files.get(name);
  if (fileTool !== undefined) {
    const actions = fileTool(args ?? (typeof input === "string" ? input : {}), placeOf(call));
    return actions?.length === 0 ? { problem: `${name} doesn't say which file` } : { actions: actions ?? [] };
  }
  const mcp = tools.mcp(name);
  if (mcp === undefined && tools.silent.has(name)) return { actions: [] };
  if (mcp !== undefined && args === undefined) return { problem: `the input of ${name} is not an object` };
  const command = args === undefined ? undefined : commandOf(args);
  const shellToo = command === undefined ? [] : [commandAction(command, "unknown", args ?? {}, call.cwd)];
  if (mcp === undefined && command !== undefined) return { actions: shellToo };
  if (args !== undefined && isDeep(args, MAX_DEPTH)) return { problem: `the input of ${name} lies too deep` };
  const { cwd } = call;
  const tool: Action = {
    kind: "tool",
    tool: mcp ?? name,
    input: { ...(args ?? (input === undefined || input === null ? {} : { input })) },
    ...(cwd === undefined ? {} : { cwd }),
  };
  return { actions: [tool, ...shellToo] };
}

/** A command as text; some hosts give its words in a list. */
export function commandOf(args: JsonRecord, ...names: readonly string[]): string | undefined {
  const text = textField(args, "command", ...names);
  if (text !== undefined) return text;
  const words = field(args, "command");
  const isList = Array.isArray(words) && words.length > 0 && words.every((w) => typeof w === "string");
  return isList ? words.map(quoteWord).join(" ") : undefined;
}

/** A command that a shell tool is to run, in the folder that its arguments name. */
export function commandAction(
  command: string,
  shell: Shell | "own",
  args: JsonRecord,
  cwd: string | undefined,
): CommandAction {
  const folder = textField(args, ...FOLDERS);
  const place = folder === undefined || folder === "" ? cwd : within(cwd, folder);
  return {
    kind: "command",
    command,
    shell: shell === "own" ? ownShell(place ?? cwd) : shell,
    ...(place === undefined ? {} : { cwd: place }),
  };
}

/** On Windows the person's own shell is PowerShell as a rule, elsewhere any of several. */
function ownShell(cwd: string | undefined): Shell {
  return cwd !== undefined && isWindows(cwd) ? "powershell" : "unknown";
}

function isWindows(path: string): boolean {
  return /^(?:[A-Za-z]:[\\/]|\\\\)/.test(path);
}

function within(cwd: string | undefined, folder: string): string {
  return isWhole(folder) || cwd === undefined ? folder : `${cwd}/${folder}`;
}

/** Whether a path says by itself where it is. */
function isWhole(path: string): boolean {
  return path.startsWith("/") || path.startsWith("~") || isWindows(path);
}

/** Texts of files are asked for once they are needed: most calls need none. */
function placeOf({ cwd, files }: ToolCall): FilePlace {
  let text: ((path: string) => string | undefined) | undefined;
  return {
    cwd,
    text: (path) => {
      if (files === undefined || (cwd === undefined && !isWhole(path))) return undefined;
      text ??= files(cwd ?? "/");
      return text(path);
    },
  };
}
