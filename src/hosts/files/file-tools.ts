// What the file tools of hosts do: each turns a call's arguments into edits, readings and deletions of files.
import type { FileAction } from "../../policy/types.ts";
import { field, type JsonRecord, recordsField, textField } from "../json.ts";
import { patched } from "./apply-patch.ts";
import { holdsPatch, readPatch } from "./patch.ts";
import { type Replacement, replaced } from "./replace.ts";

/** Where a tool is called. */
export interface FilePlace {
  readonly cwd: string | undefined;
  /** The text of a file there, as far as the caller supplies it. */
  readonly text: (path: string) => string | undefined;
}

/**
 * Reads a call of a file tool: empty where it should say which file and doesn't, undefined where it need not and doesn't.
 * `args` is a text where the tool takes one.
 */
export type FileTool = (args: JsonRecord | string, place: FilePlace) => readonly FileAction[] | undefined;

/** The names that hosts and models give a file's path. */
const PATHS = [
  "file_path",
  "filePath",
  "path",
  "absolute_path",
  "target_file",
  "notebook_path",
  "target_notebook",
] as const;
const OLD = ["old_string", "oldString", "old_str"] as const;
const NEW = ["new_string", "newString", "new_str"] as const;
const CONTENT = ["content", "contents", "file_text"] as const;
/** Of how many files of a patch the new content is worked out. */
const MOST_WORKED_OUT = 100;
const PATCH = ["input", "patch", "patchText", "command"] as const;

/** The whole file is written anew. */
export const writes: FileTool = (args, place) => {
  if (typeof args === "string") return [];
  const content = textField(args, ...CONTENT);
  return paths(args).map((path) => edit(path, content, args, place));
};

/** Parts of a file are replaced: one, or those in `edits`. */
export const replaces: FileTool = (args, place) => {
  if (typeof args === "string") return [];
  const parts = recordsField(args, "edits").concat(field(args, "edits") === undefined ? [args] : []);
  const replacements = parts.map(replacementOf);
  const known = replacements.filter((r) => r !== undefined);
  return paths(args).map((path) => {
    const content = known.length === parts.length ? replaced(place.text(path), known) : undefined;
    return edit(path, content, args, place);
  });
};

/** Parts of several files are replaced, each with its own path. */
export const replacesInMany: FileTool = (args, place) =>
  typeof args === "string" ? [] : recordsField(args, "replacements").flatMap((r) => replaces(r, place) ?? []);

/** A file is changed in a way that doesn't show what it will hold. */
export const changes: FileTool = (args, place) =>
  typeof args === "string" ? [] : paths(args).map((path) => edit(path, undefined, args, place));

/** Several files are changed, by their names alone. */
export const changesMany: FileTool = (args, place) =>
  typeof args === "string"
    ? []
    : [...paths(args), ...textsField(args, "files")].map((path) => edit(path, undefined, args, place));

export const reads: FileTool = (args, place) =>
  typeof args === "string" ? [] : paths(args).map((path) => action("read", path, place));

export const deletes: FileTool = (args, place) =>
  typeof args === "string" ? [] : paths(args).map((path) => action("delete", path, place));

/** Contents are looked through, in the file or folder that is named, if one is. */
export const searches: FileTool = (args, place) => {
  const found = reads(args, place);
  return found?.length === 0 ? undefined : found;
};

/** Several files are read, by their names or by patterns; of a pattern, its fixed folder and itself are held against rules. */
export const readsMany: FileTool = (args, place) => {
  if (typeof args === "string") return [];
  const named = ["include", "paths", "files"].flatMap((name) => textsField(args, name));
  return named.flatMap((path) => {
    const wild = path.search(/[*?[{]/);
    const folder = wild < 0 ? undefined : path.slice(0, path.lastIndexOf("/", wild) + 1);
    const read = action("read", path, place);
    return folder === undefined ? [read] : [read, action("read", folder === "" ? "./" : folder, place)];
  });
};

/** A patch of any number of files. */
export const patches: FileTool = (args, place) => {
  const text = typeof args === "string" ? args : textField(args, ...PATCH);
  if (text === undefined) return [];
  const { files, exact } = readPatch(text);
  const before = new Set<string>();
  return files.flatMap((file): FileAction[] => {
    // What a patch has touched already isn't what stands in the file now.
    const known = exact && !before.has(file.path) && before.size < MOST_WORKED_OUT;
    before.add(file.path);
    if (file.kind === "delete") return [action("delete", file.path, place)];
    if (file.kind === "add") return [edit(file.path, known ? file.content : undefined, file.body, place)];
    const content = known ? patched(file, place.text(file.path)) : undefined;
    if (file.moveTo === undefined) return [edit(file.path, content, file.body, place)];
    before.add(file.moveTo);
    return [action("delete", file.path, place), edit(file.moveTo, content, file.body, place)];
  });
};

/** The editor with a command of its own, and whatever else a host calls an edit: by what the arguments hold. */
export const edits: FileTool = (args, place) => {
  if (typeof args === "string") return patches(args, place);
  const patch = textField(args, ...PATCH);
  if (patch !== undefined && holdsPatch(patch)) return patches(args, place);
  if (textField(args, "command") === "view") return reads(args, place);
  if (textField(args, ...CONTENT) !== undefined) return writes(args, place);
  return textField(args, ...OLD) === undefined ? changes(args, place) : replaces(args, place);
};

/** The texts in a field that holds one or several. */
function textsField(args: JsonRecord, name: string): readonly string[] {
  const value = field(args, name);
  return (Array.isArray(value) ? value : [value]).filter(isText);
}

function paths(args: JsonRecord): readonly string[] {
  return [...new Set(PATHS.map((name) => field(args, name)).filter(isText))];
}

function replacementOf(part: JsonRecord): Replacement | undefined {
  const [old, now] = [textField(part, ...OLD), textField(part, ...NEW)];
  const flags = ["replace_all", "replaceAll", "allow_multiple"].map((name) => field(part, name));
  return old === undefined || now === undefined ? undefined : { old, new: now, all: flags.includes(true) };
}

/** Where the content can't be told, the change itself stands in, so that an approval of one isn't one of another. */
function edit(path: string, content: string | undefined, change: unknown, place: FilePlace): FileAction {
  const rest = content === undefined ? { change: JSON.stringify(change) } : { content };
  return { ...action("edit", path, place), ...rest };
}

function action(kind: FileAction["kind"], path: string, { cwd }: FilePlace): FileAction {
  return { kind, path, ...(cwd === undefined ? {} : { cwd }) };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
