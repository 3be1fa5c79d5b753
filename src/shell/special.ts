// Which programs are more than ordinary: they run other words, change the shell, or read files. Light to load.
import { once } from "../policy/once.ts";
import { isInFolder, isVersioned } from "./builtin-names.ts";
import { SPECIAL_PROGRAMS } from "./generated/special-programs.ts";

const special = once(() => new Set(SPECIAL_PROGRAMS.split(" ")));

/** Whether a program is handled by itself, by its name and its word where that is known; exactly those that have a handler. */
export function isSpecial(name: string, word: string | undefined): boolean {
  return (special().has(name) || isVersioned(name)) && !isInFolder(name, word);
}

/** Whether a program's word names a file of the project rather than an installed program, or may do so. */
export function mayNameOwnFile(word: string): boolean {
  const slash = word.lastIndexOf("/");
  if (slash < 0) return false;
  const isFixed = word.startsWith("/") || word.startsWith("~");
  return !isFixed || word.lastIndexOf(".") > slash;
}
