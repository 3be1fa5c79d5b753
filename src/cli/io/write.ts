// Writes outputs whole or not at all: every file is staged beside its place, then all are renamed.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import { cannotWrite } from "../../compiler/messages/generated.ts";
import { startOf } from "./project.ts";

/** A file to write by its full path; `shown` is the path that people read. */
export interface WholeFile {
  readonly path: string;
  readonly shown: string;
  readonly content: string;
}

/** The content of a file; undefined when there is none. */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/**
 * Writes the files that differ from what is there, then takes away those that are `gone`. On a failure to write nothing
 * is changed, and the problem is returned.
 */
export function writeWhole(
  files: readonly WholeFile[],
  gone: readonly Omit<WholeFile, "content">[] = [],
): Diagnostic | undefined {
  const changed = files.filter((file) => readIfThere(file.path) !== file.content);
  const staged: { readonly temporary: string; readonly file: WholeFile }[] = [];
  let current: Omit<WholeFile, "content"> | undefined = changed[0];
  try {
    for (const file of changed) {
      current = file;
      makeFolder(dirname(file.path));
      const temporary = `${file.path}.${process.pid}.tmp`;
      staged.push({ temporary, file });
      writeFileSync(temporary, file.content, { flag: "wx" });
      const mode = modeOf(file.path);
      if (mode !== undefined) chmodSync(temporary, mode);
    }
    for (const { temporary, file } of staged) {
      current = file;
      renameSync(temporary, file.path);
    }
    for (const file of gone) {
      current = file;
      rmSync(file.path, { force: true });
    }
    return undefined;
  } catch (error) {
    for (const { temporary } of staged) discard(temporary);
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const shown = current?.shown ?? "the output";
    return cannotWrite(startOf(shown), { path: `\`${shown}\``, reason: reasonOf(code) });
  }
}

/** Who may do what with a file that is there: that stays as it is. */
function modeOf(path: string): number | undefined {
  return existsSync(path) ? statSync(path).mode & 0o7777 : undefined;
}

/** Makes a folder and those above it. Not by `recursive`, which in Node 20 never returns below `/proc`. */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** Removes a staged file, if it came to be. */
function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Its folder is no folder: there is nothing to remove, and the first failure is the one to tell.
  }
}

function reasonOf(code: string): string {
  const known: Readonly<Record<string, string>> = {
    ENOENT: "no folder can be made there",
    EACCES: "permission denied",
    EPERM: "permission denied",
    EROFS: "the file system is read-only",
    ENOSPC: "no space left",
    EISDIR: "a folder has this name",
    ENOTDIR: "a file has the name of its folder",
    EEXIST: "a file has the name of its folder",
  };
  return known[code] ?? code;
}
