// How paths are shown.
import { relative } from "node:path";

/** A path as people read it: relative to the current folder where it lies below it. */
export function shownPath(path: string, cwd: string): string {
  const way = relative(cwd, path);
  return way === "" || way.startsWith("..") ? path : way;
}
