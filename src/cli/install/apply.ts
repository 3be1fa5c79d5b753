// Writes what was planned, whole or not at all, and takes away folders that were made for it and are empty.
import { existsSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import { type WholeFile, writeWhole } from "../io/write.ts";
import { FOLDER, type Place } from "./place.ts";
import type { Change } from "./plan.ts";
import { printRecord, type RecordedHost } from "./record.ts";
import type { SettingsFile } from "./settings-file.ts";

/** What is not to be committed of the folder of what is in force. */
export const IGNORED = "# Written by bylaw install.\nruns/\ncache/\n";

/** Those of the changes that change something. */
export function realChanges(changes: readonly Change[]): Change[] {
  return changes.filter(({ file, after }) => after !== file.text);
}

/** Writes files and the record. Returns why that failed; then nothing is changed. */
export function apply(
  place: Place,
  changes: readonly Change[],
  record: SettingsFile,
  hosts: readonly RecordedHost[],
): Diagnostic | undefined {
  const files: WholeFile[] = [];
  const gone: Omit<WholeFile, "content">[] = [];
  const note = printRecord(hosts);
  for (const { file, after } of [...realChanges(changes), { file: record, after: note }]) {
    const place = { path: file.full, shown: file.path };
    if (after === undefined) gone.push(place);
    else files.push({ ...place, content: after });
  }
  const ignore = join(place.root, FOLDER, ".gitignore");
  if (note !== undefined && !existsSync(ignore))
    files.push({ path: ignore, shown: `${FOLDER}/.gitignore`, content: IGNORED });
  return writeWhole(files, gone);
}

/** Removes folders that are empty, the innermost first. */
export function removeEmpty(root: string, folders: readonly string[]): void {
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) {
    try {
      rmdirSync(join(root, folder));
    } catch {
      // Something else is in it: it stays.
    }
  }
}
