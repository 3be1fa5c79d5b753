// Pages and pictures of earlier builds whose playbooks are gone, and sources that an output would replace.
import { closeSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { GENERATED } from "../../compiler/4-emit/emit.ts";
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import { outputIsSource } from "../../compiler/messages/generated.ts";
import { shownPath } from "./paths.ts";
import { startOf } from "./project.ts";
import type { WholeFile } from "./write.ts";

/** A file that a build takes away. */
export type Leftover = Omit<WholeFile, "content">;

/** Files in the folder of the pages that this build doesn't write. Only what begins as ours do is one. */
export function leftovers(
  out: string,
  files: readonly WholeFile[],
  withPictures: boolean,
  cwd: string,
): Leftover[] {
  const folder = join(out, "playbooks");
  const written = new Set(files.map((f) => f.path));
  return namesIn(folder).flatMap((name) => {
    const path = join(folder, name);
    const isOurs = name.endsWith(".md") || (withPictures && name.endsWith(".svg"));
    return isOurs && !written.has(path) && begins(path) ? [{ path, shown: shownPath(path, cwd) }] : [];
  });
}

/** Outputs that are sources under the same or another name. */
export function overwritten(
  files: readonly WholeFile[],
  root: string,
  sources: readonly { readonly file: string }[],
): Diagnostic[] {
  const known = new Map(sources.map(({ file }) => [identity(join(root, file)), file]));
  return files.flatMap(({ path }) => {
    const file = known.get(identity(path));
    return file === undefined ? [] : [outputIsSource(startOf(file), { path: `\`${file}\`` })];
  });
}

/** What a file is on the disk, whatever its name; its path where there is none yet. */
function identity(path: string): string {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return path;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .sort();
  } catch {
    return [];
  }
}

function begins(path: string): boolean {
  const start = Buffer.alloc(GENERATED.length);
  try {
    const fd = openSync(path, "r");
    try {
      readSync(fd, start);
    } finally {
      closeSync(fd);
    }
  } catch {
    return false;
  }
  return start.toString("utf8") === GENERATED;
}
