// Reads a file with results: Markdown, or JSON by its name or its first character.
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { ResultsFile } from "../../validators/evidence/check.ts";
import { UsageError } from "../command.ts";
import { shownPath } from "./paths.ts";

/** The largest file that is read, in bytes. */
const MAX_BYTES = 16_000_000;

/** The results in a file; of `-` those on standard input. */
export function readResults(path: string, cwd: string, input: () => Uint8Array): ResultsFile {
  const isInput = path === "-";
  const file = isInput ? "standard input" : shownPath(resolve(cwd, path), cwd);
  const text = decoded(isInput ? input() : bytesOf(resolve(cwd, path), file), file);
  const isJson = isInput ? /^\s*[[{]/.test(text.slice(0, 1_000)) : /\.json$/i.test(path);
  return { file, text, format: isJson ? "json" : "markdown" };
}

function bytesOf(path: string, shown: string): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES) throw tooLarge(size, shown);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const reason =
      code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder" : code || "unknown";
    throw new UsageError(`${shown} can't be read: ${reason}`);
  }
}

function decoded(bytes: Uint8Array, shown: string): string {
  if (bytes.length > MAX_BYTES) throw tooLarge(bytes.length, shown);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new UsageError(`${shown} is not UTF-8 text`);
  }
}

function tooLarge(size: number, shown: string): UsageError {
  return new UsageError(`${shown} has ${size} bytes, results have at most ${MAX_BYTES}`);
}
