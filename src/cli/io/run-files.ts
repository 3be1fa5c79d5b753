// Files that a command would run, read for the checker: few, small, and plain files only.
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { home } from "./home.ts";

const MOST_FILES = 16;
const MOST_BYTES = 256 * 1024;

/** Supplies the texts of files as seen from a directory. Undefined for what is missing, large or no plain file. */
export function runFiles(cwd: string): (path: string) => string | undefined {
  let left = MOST_FILES;
  return (path) => {
    if (left-- <= 0 || path.includes("\0")) return undefined;
    const full = resolve(cwd, path.startsWith("~/") ? `${home()}${path.slice(1)}` : path);
    try {
      const file = statSync(full);
      if (!file.isFile() || file.size > MOST_BYTES) return undefined;
      return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(full));
    } catch {
      return undefined;
    }
  };
}
