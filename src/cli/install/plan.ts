// What install would write for hosts: every file as it shall be, and the record of it. Nothing is written here.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { NativeRule } from "../../authoring/native/candidates.ts";
import { merge } from "../../authoring/settings/merge.ts";
import type { Wish, Written } from "../../authoring/settings/wishes.ts";
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import { brokenSettings, changedByHand, notOurs } from "../../compiler/messages/generated.ts";
import { startOf } from "../io/project.ts";
import { sha256 } from "../node-tools.ts";
import { isOwnHandler } from "./hook-line.ts";
import { type HostFile, hookFiles } from "./host-files.ts";
import { knownNativeFiles, nativeFiles } from "./native-files.ts";
import { isOwnPath, ownState } from "./own-file.ts";
import type { Place } from "./place.ts";
import { RECORD, type RecordedFile, type RecordedHost, readRecord } from "./record.ts";
import { openSettings, type SettingsFile, settingsDiagnostic } from "./settings-file.ts";

/** A file before and after; undefined where it isn't there. */
export interface Change {
  readonly file: SettingsFile;
  readonly after: string | undefined;
}

/** What is to be done for a host. */
export interface HostPlan {
  readonly changes: readonly Change[];
  /** The host's record afterwards; undefined where nothing of it is left. */
  readonly record: RecordedHost | undefined;
  /** What people should know, each a sentence. */
  readonly notes: readonly string[];
  readonly problems: readonly Diagnostic[];
  /** The texts of files that problems are about. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The record of a project. */
export function openRecord(
  root: string,
):
  | { readonly hosts: readonly RecordedHost[]; readonly file: SettingsFile }
  | { readonly problem: Diagnostic } {
  const file = openSettings(root, RECORD);
  if ("problem" in file) return file;
  try {
    return { hosts: readRecord(file.text), file };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: brokenSettings(startOf(RECORD), { path: `\`${RECORD}\``, reason }) };
  }
}

/** The files of a host with all that shall stand in them. */
export function filesOf(host: string, place: Place, rules: readonly NativeRule[]): HostFile[] {
  const files: HostFile[] = [];
  for (const file of [...hookFiles(host, place), ...nativeFiles(host, place, rules)]) {
    const at = files.findIndex((f) => f.path === file.path);
    const same = files[at];
    if (same !== undefined && "wishes" in same && "wishes" in file)
      files[at] = { path: file.path, wishes: [...same.wishes, ...file.wishes] };
    else files.push(file);
  }
  return files;
}

/** Every file of a host that may hold something of ours. */
export function knownPaths(host: string, place: Place): readonly string[] {
  const paths = [...hookFiles(host, place).map((f) => f.path), ...knownNativeFiles(host)];
  return [...new Set(paths)];
}

/** Plans a host's files. */
export function planInstall(
  host: string,
  place: Place,
  rules: readonly NativeRule[],
  before: RecordedHost | undefined,
): HostPlan {
  const changes: Change[] = [];
  const records: RecordedFile[] = [];
  const notes: string[] = [];
  const problems: Diagnostic[] = [];
  const texts = new Map<string, string>();
  const wanted = filesOf(host, place, rules);
  // What was written for rules that are gone is taken out again.
  const gone = (before?.files ?? [])
    .filter((f) => knownPaths(host, place).includes(f.path) && !wanted.some((w) => w.path === f.path))
    .map((f): HostFile => ({ path: f.path, wishes: [] }));
  for (const wish of [...wanted, ...gone]) {
    const file = openSettings(place.root, wish.path);
    if ("problem" in file) {
      problems.push(file.problem);
      continue;
    }
    if (file.text !== undefined) texts.set(file.path, file.text);
    const old = before?.files.find((f) => f.path === wish.path);
    const created = file.text === undefined || (old?.created ?? false);
    if ("wishes" in wish && isOwnPath(wish.path)) {
      // Nothing gives it any more.
      if (ownState(file, old?.written.sum) === "ours") changes.push({ file, after: undefined });
      else if (file.text !== undefined)
        notes.push(`${file.path} was changed by hand and is kept: remove it.`);
    } else if ("wishes" in wish) {
      if (wish.wishes.length === 0 && old === undefined) continue;
      const planned = mergeInto(host, file, wish.wishes, old?.written);
      if ("problem" in planned) problems.push(planned.problem);
      else if ("note" in planned) notes.push(planned.note);
      else {
        const isEmpty = wish.wishes.length === 0 && created;
        changes.push({ file, after: isEmpty ? undefined : planned.text });
        if (!isEmpty) records.push({ path: file.path, created, written: planned.written });
        notes.push(...planned.notes);
      }
    } else {
      const state = ownState(file, old?.written.sum, wish.content);
      const refuse = { theirs: notOurs, changed: changedByHand, ours: undefined, missing: undefined }[state];
      if (refuse !== undefined) {
        problems.push(refuse(startOf(file.path), { path: `\`${file.path}\`` }));
        continue;
      }
      changes.push({ file, after: wish.content });
      const written: Written = { sum: sha256(wish.content), items: [], properties: [], made: [] };
      records.push({ path: file.path, created: true, written });
    }
  }
  const folders = [...new Set([...(before?.folders ?? []), ...newFolders(place.root, changes)])].sort();
  return { changes, record: { name: host, files: records, folders }, notes, problems, texts };
}

type Planned =
  | { readonly text: string; readonly written: Written; readonly notes: readonly string[] }
  | { readonly note: string }
  | { readonly problem: Diagnostic };

function mergeInto(
  host: string,
  file: SettingsFile,
  wishes: readonly Wish[],
  before: Written | undefined,
): Planned {
  const merged = merge(file.text ?? "", wishes, before, (h) => isOwnHandler(h, host), sha256);
  if ("problem" in merged) {
    // One word for all tools is a person's choice that has no place for ours.
    if (wishes.every((w) => w.type === "property") && merged.problem.startsWith("`permission"))
      return { note: `Nothing is added to ${file.path}: ${merged.problem}.` };
    return { problem: settingsDiagnostic(file, merged) };
  }
  const left = merged.left.filter((w) => w.object.length > 0);
  const notes = left.map((w) => `${file.path} keeps its own \`${w.key}\` in \`${w.object.join(".")}\`.`);
  return { text: merged.text, written: merged.written, notes };
}

/** Folders in the project that have to be made, the outermost first. */
function newFolders(root: string, changes: readonly Change[]): string[] {
  const made: string[] = [];
  for (const { file, after } of changes) {
    if (after === undefined) continue;
    for (let at = dirname(file.path); at !== "." && !existsSync(join(root, at)); at = dirname(at))
      made.push(at);
  }
  return made;
}
