// Files that a command runs, and that are not read: what they name has to be looked for in their text.
import type { RunFile } from "../../shell/types.ts";

/** Whether a file is one of these. Of others what they run is among the programs, or they name no files that they change. */
export function isUnread(file: RunFile): file is RunFile & { readonly path: string } {
  const { path, read, language } = file;
  return (
    path !== undefined && language !== "package" && language !== "make" && !(read && language === "shell")
  );
}
