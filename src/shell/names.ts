// The name of a program from the word that stands for it.
import type { Word } from "./types.ts";

/** The last part of a path that is not empty. */
export function baseName(path: string): string | undefined {
  let end = path.length;
  while (end > 0 && path[end - 1] === "/") end -= 1;
  const name = path.slice(path.lastIndexOf("/", end - 1) + 1, end);
  return name === "" ? undefined : name;
}

/** The program's name, also where only its folder is unknown; undefined when it can't be known. */
export function programName(word: Word): string | undefined {
  if (word.text !== undefined) return baseName(word.text);
  const last = word.pieces?.at(-1);
  const slash = last?.lastIndexOf("/") ?? -1;
  if (typeof last !== "string" || slash < 0 || slash === last.length - 1) return undefined;
  return last.slice(slash + 1);
}

/** The name of a program that a package runner starts: `@scope/tool@1.2` is `tool`. */
export function packageName(word: Word): string | undefined {
  const { text } = word;
  if (text === undefined) return undefined;
  const at = text.lastIndexOf("@");
  return baseName(at > 0 ? text.slice(0, at) : text);
}
