// Ledger files on disk: appended to in one write, read to the end, never changed.
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { ENDING } from "./run-name.ts";

/** A run's file is read up to this size, in bytes; past it what ran is not known. */
const MOST_BYTES = 64 * 1_048_576;

const { O_APPEND, O_CREAT, O_WRONLY } = constants;
const ALONE = 0o600;

/**
 * Appends lines in one write. The write begins with a line break, so that a line that another writer was killed in
 * never takes the next one with it. Throws what the file system throws, and where not all could be written.
 */
export function appendLines(path: string, lines: readonly string[]): void {
  const bytes = Buffer.from(lines.map((line) => `\n${line}`).join(""), "utf8");
  const file = openForAppending(path);
  try {
    const written = writeSync(file, bytes);
    if (written !== bytes.length)
      throw new Error(`only ${written} of ${bytes.length} bytes could be written`);
  } finally {
    closeSync(file);
  }
}

function openForAppending(path: string): number {
  const open = (): number => openSync(path, O_APPEND | O_CREAT | O_WRONLY, ALONE);
  try {
    return open();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    makeFolder(dirname(path));
    return open();
  }
}

/** The folder of all runs says itself that it isn't committed. */
function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(join(folder, ".gitignore"), "*\n", { flag: "wx" });
  } catch {
    // Another writer was faster.
  }
}

/** The lines of a file that aren't blank, with their numbers from 1; undefined where there is no file. */
export function readLines(path: string): { readonly number: number; readonly text: string }[] | undefined {
  const text = readText(path);
  if (text === undefined) return undefined;
  const lines: { number: number; text: string }[] = [];
  let number = 0;
  for (let at = 0; at <= text.length; ) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end < 0 ? undefined : end);
    number++;
    if (line !== "") lines.push({ number, text: line });
    if (end < 0) break;
    at = end + 1;
  }
  return lines;
}

function readText(path: string): string | undefined {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
      return undefined;
    throw error;
  }
  try {
    const { size } = fstatSync(file);
    if (size > MOST_BYTES) throw new Error(`the ledger file has ${size} bytes`);
    const bytes = Buffer.allocUnsafe(size);
    let length = 0;
    while (length < size) {
      const read = readSync(file, bytes, length, size - length, length);
      if (read === 0) break;
      length += read;
    }
    return bytes.toString("utf8", 0, length);
  } finally {
    closeSync(file);
  }
}

/** A run's file and when it was last written, milliseconds since 1970. */
export interface LedgerFile {
  readonly file: string;
  readonly changed: number;
  readonly bytes: number;
}

/** The files of a folder's runs, by name; none where there is no folder. */
export function ledgerFiles(folder: string): LedgerFile[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .filter((name) => name.endsWith(ENDING))
    .sort()
    .flatMap((file) => {
      try {
        const { mtimeMs, size } = statSync(join(folder, file));
        return [{ file, changed: mtimeMs, bytes: size }];
      } catch {
        return []; // Pruned meanwhile.
      }
    });
}
