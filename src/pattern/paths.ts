// Paths as rules see them: relative to the project where they lie in it.
import { globMatches } from "./glob.ts";

/** Where paths are seen from. */
export interface PathContext {
  /** The folder that a relative path starts from, absolute. */
  readonly cwd: string | undefined;
  /** The project's folder, absolute. */
  readonly root: string | undefined;
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
export function pathFits(glob: string, path: string, context: PathContext): boolean {
  const full = normalizePath(path, context.cwd);
  if (!glob.includes("/")) return globMatches(glob, full.split("/").pop() ?? "");
  const { root } = context;
  const inProject = root !== undefined && full.startsWith(`${root}/`) ? full.slice(root.length + 1) : full;
  const wanted = glob.replace(/^\.\//, "");
  return [full, inProject].some((p) => globMatches(wanted, p));
}
