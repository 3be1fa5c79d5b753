// The files that are imported: those that were named, and what they take in by `@path` inside the project.
import { readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { importDocument } from "../../authoring/import/import-document.ts";
import type { Imported, Note } from "../../authoring/import/piece.ts";
import type { IsKnown } from "../../authoring/import/plausible.ts";
import { fromFolder, limitedTo } from "../../authoring/import/scope.ts";
import { MAX_LENGTH } from "../../compiler/1-read/read-document.ts";
import { UsageError } from "../command.ts";
import { shownPath } from "../io/paths.ts";
import { printDiagnostics } from "../print/diagnostics.ts";
import { style } from "../print/style.ts";

/** Files whose `@path` lines hosts follow. */
const FOLLOWED = /^(?:CLAUDE(?:\.local)?|GEMINI)\.md$/i;
/** Files that are for the folder which they stand in. */
const OF_FOLDER = /^(?:AGENTS(?:\.override)?|CLAUDE(?:\.local)?|GEMINI)\.md$/i;
const MARKDOWN = /\.(?:md|mdc|markdown|txt)$/i;
/** As deep as hosts follow, and as many files as anybody has. */
const DEEPEST = 5;
const MOST = 100;

/** Reads the named files. Usage errors say which one can't be read, and why. */
export function readInputs(
  files: readonly string[],
  root: string,
  cwd: string,
  isKnown: IsKnown,
): Imported[] {
  const real = realpathSync(root);
  const seen = new Set<string>();
  const found: Imported[] = [];
  const take = (path: string, depth: number, isNamed: boolean): void => {
    const own = realpathSync(path);
    if (seen.has(own)) return;
    seen.add(own);
    if (seen.size > MOST) throw new UsageError(`expected at most ${MOST} files`);
    const read = importFile(path, cwd, isKnown);
    const notes: Note[] = [...read.notes];
    const follows = !isNamed || FOLLOWED.test(basename(path));
    const next: string[] = [];
    for (const { path: named, source } of read.imports) {
      const target = follows && depth < DEEPEST ? insideOf(real, dirname(path), named) : undefined;
      if (target !== undefined) next.push(target);
      else notes.push({ message: `\`@${named}\` is not followed: ${whyNot(follows, depth)}`, source });
    }
    const folder = folderOf(real, own);
    const isSaid = folder === undefined || read.generated || read.appliesTo.length > 0;
    const whole = { ...read, notes };
    found.push(
      isSaid ? limitedTo(whole, read.appliesTo) : limitedTo(fromFolder(whole, folder), [`${folder}/**`]),
    );
    for (const target of next) take(target, depth + 1, false);
  };
  for (const file of files) {
    const path = resolve(cwd, file);
    mustBeFile(path, file);
    take(path, 0, true);
  }
  return found;
}

function importFile(path: string, cwd: string, isKnown: IsKnown): Imported {
  const shown = shownPath(path, cwd).split(sep).join("/");
  let text: string;
  try {
    if (statSync(path).size > 4 * MAX_LENGTH) throw new Error("it is too large");
    text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)).replace(/\r\n?/g, "\n");
  } catch (error) {
    throw new UsageError(`${shown} can't be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const read = importDocument(shown, text, isKnown);
  if (!("problem" in read)) return read;
  throw new UsageError(
    `${shown} can't be imported\n${printDiagnostics([read.problem], () => text, style(false)).trimEnd()}`,
  );
}

function mustBeFile(path: string, named: string): void {
  try {
    if (statSync(path).isFile()) return;
  } catch {
    throw new UsageError(`${named} is not there`);
  }
  throw new UsageError(`${named} is no file`);
}

/** A file that an import names, where it is a document inside of the project, links seen through. */
function insideOf(root: string, folder: string, named: string): string | undefined {
  if (isAbsolute(named) || named.startsWith("~") || !MARKDOWN.test(named)) return undefined;
  try {
    const path = realpathSync(join(folder, named));
    return isInside(root, path) && statSync(path).isFile() ? join(folder, named) : undefined;
  } catch {
    return undefined;
  }
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function whyNot(follows: boolean, depth: number): string {
  if (!follows) return "no host follows it in such a file";
  return depth >= DEEPEST ? "it is too deep" : "it is no document inside of the project";
}

/** The folder that a file speaks of by where it stands; undefined for the project's own, and for those of hosts. */
function folderOf(root: string, path: string): string | undefined {
  const way = relative(root, dirname(path)).split(sep).join("/");
  const isPlain = isInside(root, path) && way !== "" && !way.split("/").some((p) => p.startsWith("."));
  return isPlain && OF_FOLDER.test(basename(path)) ? way : undefined;
}
