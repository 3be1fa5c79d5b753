// Paths as rules see them: relative to the project where they lie in it.
import { globMatches } from "./glob.ts";
import type { Truth } from "./truth.ts";

/** Where paths are seen from. */
export interface PathContext {
  /** The folder that a relative path starts from: undefined for the project's own, null where that can't be known. */
  readonly cwd: string | null | undefined;
  /** The project's folder, absolute. */
  readonly root: string | undefined;
}

/**
 * Whether a glob names something below a folder: what becomes of the folder becomes of that too. A glob without a
 * folder of its own says nothing of where its files are.
 */
export function isAbove(path: string, glob: string, context: PathContext): boolean {
  const full = normalizePath(path, context.cwd ?? undefined);
  const { root } = context;
  const head = glob.replace(/^\.\//, "").slice(0, glob.search(/[*?{]|$/));
  const folder = head.slice(0, head.lastIndexOf("/") + 1);
  if (folder === "") return false;
  const inProject = root !== undefined && full.startsWith(`${root}/`) ? full.slice(root.length + 1) : full;
  return [full, inProject].some((p) => folder.startsWith(`${p}/`)) || full === "." || full === root;
}

/**
 * Whether what an unquoted glob of a command stands for fits a rule's glob, by its known beginning. File names that
 * take the place of `*` never climb up.
 */
export function beginningFits(glob: string, beginning: string, context: PathContext): Truth {
  const { cwd, root } = context;
  const start = beginning.slice(0, beginning.lastIndexOf("/") + 1);
  if (!glob.includes("/") || beginning.startsWith("~") || (cwd === null && !start.startsWith("/")))
    return "unknown";
  const folder = `${normalizePath(start === "" ? "." : start, cwd ?? undefined)}/`;
  const inProject =
    root !== undefined && folder.startsWith(`${root}/`) ? folder.slice(root.length + 1) : folder;
  const from = glob.startsWith("/") ? folder : inProject;
  if (from.startsWith("/") !== glob.startsWith("/")) return from.startsWith("/") ? false : "unknown";
  const wanted = glob.replace(/^\.\//, "");
  const head = wanted.slice(0, wanted.search(/[*?{]|$/));
  const rest = beginning.slice(start.length);
  const known = (from === "./" ? "" : from) + rest;
  if (wanted === `${head}**` && head.endsWith("/") && known.startsWith(head)) return true;
  return known.startsWith(head) || head.startsWith(known) ? "unknown" : false;
}

/** Whether both begin in the same place: an absolute glob says nothing of a path whose folder isn't known. */
function isComparable(glob: string, full: string, { cwd }: PathContext): boolean {
  const relative = !/^[/~]/.test(full);
  if (relative) return cwd !== null && !/^[/~]/.test(glob);
  return full.startsWith("~") === glob.startsWith("~") || !/^[/~]/.test(glob);
}

/** The path without `.`, `..` and doubled slashes; absolute where the starting folder is known. */
function normalizePath(path: string, cwd: string | undefined): string {
  const text = path.replaceAll("\\", "/");
  const rooted = text.startsWith("/") || text.startsWith("~") || cwd === undefined ? text : `${cwd}/${text}`;
  const parts: string[] = [];
  for (const part of rooted.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts[parts.length - 1] !== "..") parts.pop();
    else if (part !== ".." || !rooted.startsWith("/")) parts.push(part);
  }
  return `${rooted.startsWith("/") ? "/" : ""}${parts.join("/")}` || ".";
}

/**
 * Whether a path fits a glob. A glob without a slash fits the last part of a path at any depth; one that begins with
 * `/` or `~` fits absolute paths, any other one paths from the project's folder.
 */
export function pathFits(glob: string, path: string, context: PathContext): Truth {
  const full = normalizePath(path, context.cwd ?? undefined);
  if (glob.includes("/") && !isComparable(glob, full, context)) return "unknown";
  if (!glob.includes("/")) return globMatches(glob, full.split("/").pop() ?? "");
  const { root } = context;
  const inProject = root !== undefined && full.startsWith(`${root}/`) ? full.slice(root.length + 1) : full;
  const wanted = glob.replace(/^\.\//, "");
  return [full, inProject].some((p) => globMatches(wanted, p));
}
