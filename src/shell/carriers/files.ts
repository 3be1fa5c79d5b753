// Which language a file is written in, by its name, its first line, or the program that runs it.

import type { Language } from "../types.ts";
import { interpreterOf, SHELLS } from "./shells.ts";

const BY_ENDING: ReadonlyMap<string, Language> = new Map<string, Language>([
  ["sh", "shell"],
  ["bash", "shell"],
  ["zsh", "shell"],
  ["ksh", "shell"],
  ["py", "python"],
  ["js", "javascript"],
  ["mjs", "javascript"],
  ["cjs", "javascript"],
  ["ts", "javascript"],
  ["mts", "javascript"],
  ["cts", "javascript"],
  ["pl", "perl"],
  ["rb", "ruby"],
  ["php", "php"],
]);

const BY_PROGRAM: ReadonlyMap<string, Language> = new Map<string, Language>([
  ["python", "python"],
  ["pypy", "python"],
  ["node", "javascript"],
  ["nodejs", "javascript"],
  ["tsx", "javascript"],
  ["ts-node", "javascript"],
  ["deno", "javascript"],
  ["bun", "javascript"],
  ["perl", "perl"],
  ["ruby", "ruby"],
  ["php", "php"],
]);

/** The language that a program runs. */
export function languageOfProgram(name: string): Language {
  if (SHELLS.has(name)) return "shell";
  if (interpreterOf(name) === undefined) return "other";
  return BY_PROGRAM.get(name.replace(/\d[\d.]*$/, "")) ?? "other";
}

/** The language that the end of a path tells. */
export function languageOfPath(path: string): Language | undefined {
  const dot = path.lastIndexOf(".");
  return dot <= path.lastIndexOf("/") ? undefined : BY_ENDING.get(path.slice(dot + 1));
}

/** The language that the first line of a text tells: `#!/usr/bin/env python3`. */
export function languageOfText(text: string): Language | undefined {
  const line = /^#![ \t]*(\S+)(?:[ \t]+(?:-S[ \t]+)?(\S+))?/.exec(text.slice(0, 200));
  const [, program = "", argument = ""] = line ?? [];
  if (line === null) return undefined;
  const path = /(?:^|\/)env$/.test(program) ? argument : program;
  return languageOfProgram(path.slice(path.lastIndexOf("/") + 1));
}
