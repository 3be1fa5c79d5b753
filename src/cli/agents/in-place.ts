// The files for agents in the project itself: what people wrote stays, and what was changed by hand is not replaced.
import { join } from "node:path";
import type { AgentFile } from "../../compiler/4-emit/agents/agent-file.ts";
import {
  BEGIN,
  blockOf,
  END,
  newFileWithBlock,
  partsOf,
  replaceBlock,
} from "../../compiler/4-emit/marked-block.ts";
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import {
  brokenMarks,
  editedOutput,
  keptFile,
  noMarks,
  notGenerated,
  outsideProject,
  unreadable,
  unreadableSettings,
} from "../../compiler/messages/generated.ts";
import { importsIn } from "../../hosts/context/imports.ts";
import { startOf } from "../io/project.ts";
import type { WholeFile } from "../io/write.ts";
import { hashOf, LOCK, type Locked, printLock, readLock } from "./lock.ts";
import { openInside, type PlacedFile } from "./place.ts";
import { withNames } from "./settings.ts";

/** What is to be written into the project, what is to be taken away, and what stands in the way. */
export interface InPlace {
  readonly files: readonly WholeFile[];
  readonly gone: readonly Omit<WholeFile, "content">[];
  readonly problems: readonly Diagnostic[];
}

/** A file as it is to be, and what is noted down of it; undefined where there is nothing to do. */
interface Placed {
  readonly content: string;
  readonly locked: Locked;
}

/** Puts the files into the project's folder. `settings` are the lists that settings files have to hold. */
export function inPlace(
  files: readonly AgentFile[],
  root: string,
  settingsOf: (
    file: AgentFile,
  ) => { readonly path: readonly string[]; readonly names: readonly string[] } | undefined,
): InPlace {
  const lockFile = openInside(root, LOCK);
  const before = readLock("text" in lockFile ? lockFile.text : undefined);
  const locked = new Map<string, Locked>();
  const written = new Map<string, WholeFile>();
  const problems: Diagnostic[] = [];
  for (const file of files) {
    const { path, form } = file;
    const opened = openInside(root, path);
    if (!("full" in opened)) {
      problems.push(
        "outside" in opened
          ? outsideProject(startOf(path), { path: `\`${path}\`` })
          : unreadable(startOf(path), { reason: opened.reason }),
      );
      continue;
    }
    // CLAUDE.md may be a link to AGENTS.md: one file needs no import of itself.
    if (written.has(opened.full)) continue;
    const placed =
      form === "settings"
        ? settings(file, opened, settingsOf(file))
        : form === "block"
          ? block(file, opened, before.get(path))
          : whole(file, opened, before.get(path));
    if (placed === undefined) continue;
    if ("code" in placed) problems.push(placed);
    else {
      locked.set(path, placed.locked);
      written.set(opened.full, { path: opened.full, shown: path, content: placed.content });
    }
  }
  const left = takenAway(before, files, root);
  for (const file of left.files) written.set(file.path, file);
  const isNoted = locked.size > 0 || before.size > 0;
  const lock = { path: join(root, LOCK), shown: LOCK, content: printLock(locked) };
  return {
    files: [...written.values(), ...(isNoted ? [lock] : [])],
    gone: left.gone,
    problems: [...problems, ...left.problems],
  };
}

function block(
  { path, text }: AgentFile,
  { text: existing }: PlacedFile,
  before: Locked | undefined,
): Placed | Diagnostic | undefined {
  const locked: Locked = { form: "block", hash: hashOf(blockOf(text)) };
  if (existing === undefined) return { content: newFileWithBlock(text), locked };
  const at = startOf(path);
  const name = `\`${path}\``;
  const parts = partsOf(existing);
  if ("problem" in parts) {
    const wanted = importsIn(text);
    const has = new Set(importsIn(existing).map((i) => i.replace(/^\.\//, "")));
    if (wanted.length > 0 && wanted.every((i) => has.has(i))) return undefined;
    return parts.problem === "no-marks"
      ? noMarks(at, { path: name, begin: `\`${BEGIN}\``, end: `\`${END}\`` })
      : brokenMarks(at, { path: name, found: parts.found });
  }
  const hash = hashOf(parts.block);
  if (before !== undefined && hash !== before.hash && hash !== locked.hash) {
    const line = parts.before.split("\n").length;
    return editedOutput({ ...at, line, endLine: line }, { path: name });
  }
  const replaced = replaceBlock(existing, text);
  return "content" in replaced ? { content: replaced.content, locked } : undefined;
}

function whole(
  { path, text }: AgentFile,
  { text: existing }: PlacedFile,
  before: Locked | undefined,
): Placed | Diagnostic {
  const locked: Locked = { form: "whole", hash: hashOf(text) };
  if (existing === undefined) return { content: text, locked };
  const hash = hashOf(existing);
  if (hash === locked.hash) return { content: existing, locked };
  if (before?.hash === hash) return { content: text, locked };
  const values = { path: `\`${path}\`` };
  return before === undefined ? notGenerated(startOf(path), values) : editedOutput(startOf(path), values);
}

function settings(
  { path, text }: AgentFile,
  { text: existing }: PlacedFile,
  list: { readonly path: readonly string[]; readonly names: readonly string[] } | undefined,
): Placed | Diagnostic | undefined {
  if (list === undefined) return undefined;
  const locked: Locked = { form: "settings", hash: hashOf(text) };
  if (existing === undefined) return { content: text, locked };
  const merged = withNames(existing, list.path, list.names);
  if ("text" in merged) return { content: merged.text, locked };
  const lines = existing.slice(0, merged.offset).split("\n");
  const [line, column] = [lines.length, (lines[lines.length - 1]?.length ?? 0) + 1];
  const source = { file: path, line, column, endLine: line, endColumn: column + 1 };
  return unreadableSettings(source, { path: `\`${path}\``, reason: merged.problem });
}

/** What was written once and is not any more: taken away where nobody has changed it. */
function takenAway(before: ReadonlyMap<string, Locked>, files: readonly AgentFile[], root: string): InPlace {
  const now = new Set(files.map((f) => f.path));
  const changed: WholeFile[] = [];
  const gone: Omit<WholeFile, "content">[] = [];
  const problems: Diagnostic[] = [];
  for (const [path, { form, hash }] of before) {
    const opened = now.has(path) || form === "settings" ? undefined : openInside(root, path);
    if (opened === undefined || !("full" in opened) || opened.text === undefined) continue;
    const { full, text } = opened;
    const parts = form === "block" ? partsOf(text) : { before: "", block: text, after: "" };
    if ("problem" in parts) continue;
    if (hashOf(parts.block) !== hash) problems.push(keptFile(startOf(path), { path: `\`${path}\`` }));
    else if ((parts.before + parts.after).trim() === "") gone.push({ path: full, shown: path });
    else changed.push({ path: full, shown: path, content: parts.before + parts.after });
  }
  return { files: changed, gone, problems };
}

/** What people wrote around our block in a file of the project. */
export function aroundBlock(root: string, path: string): string {
  const opened = openInside(root, path);
  if (!("text" in opened) || opened.text === undefined) return "";
  const parts = partsOf(opened.text);
  return "problem" in parts ? "" : parts.before + parts.after;
}
