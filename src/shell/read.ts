// Reads a shell text: every program that it would run, and every place that could not be read.
import { byProgram } from "./carriers/by-program.ts";
import { dialectOf } from "./dialect.ts";
import { MAX_TEXT } from "./limits.ts";
import { readParsed } from "./parsed.ts";
import { readPlain } from "./plain.ts";
import type { Carrier, Reading, ReadOptions } from "./types.ts";

const NO_CARRIERS: ReadonlyMap<string, readonly Carrier[]> = new Map();

function unread(text: string, message: string): Reading {
  return {
    invocations: [],
    problems: [{ range: { start: 0, end: text.length }, message }],
    opaque: [],
    files: [],
    proven: [],
  };
}

/** Reads all programs that a shell text would run. Never throws: what can't be read is a problem. */
export function readShell(text: string, options: ReadOptions = {}): Reading {
  if (options.shell === "powershell") return unread(text, "PowerShell text is not read");
  if (text.length > MAX_TEXT) return unread(text, `is longer than ${MAX_TEXT} characters: it is not read`);
  const declared = options.carriers === undefined ? NO_CARRIERS : byProgram(options.carriers);
  if (dialectOf(options.shell) !== "zsh") {
    const plain = readPlain(text, (name) => declared.has(name), options.foldCase);
    if (plain !== undefined) return plain;
  }
  return readParsed(text, options, declared);
}
