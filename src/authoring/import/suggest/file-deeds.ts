// What is done to files: they are edited, read, deleted, or taken into a commit.
import { looksLikeFile } from "../plausible.ts";
import { besideNotes, type Deeds, single } from "./deed.ts";
import { type Clause, isClosed, type Names, namesAt, skipped } from "./objects.ts";
import type { Act } from "./vocabulary.ts";

export function files(
  clause: Clause,
  acts: readonly Act[],
  at: number,
  before: Names | undefined,
): Deeds | undefined {
  const { words } = clause;
  const kinds = [...new Set(acts.map((a) => (a === "read" || a === "delete" || a === "stage" ? a : "edit")))];
  const own = kinds.includes("edit") ? kinds.filter((k) => k !== "delete" && k !== "stage") : kinds;
  const found = namesAt(clause, at, "file");
  if (found !== undefined && !isClosed(words[found.end])) return undefined;
  if (found !== undefined) {
    const read = own.map((kind) => fileDeeds(kind, found));
    if (read.includes(undefined)) return undefined;
    return { deeds: read.flatMap((r) => r?.deeds ?? []), end: found.end };
  }
  const it = skipped(words, at, new Set(["it", "them", "this", "these", "those", "file", "files"]));
  if (before === undefined || !isClosed(words[it])) return undefined;
  const read = own.flatMap((kind) => fileDeeds(kind, before)?.deeds ?? []);
  return read.length === 0 ? undefined : { deeds: read, end: it };
}

export function fileDeeds(kind: "edit" | "read" | "delete" | "stage", found: Names): Deeds | undefined {
  const isFile = (n: Names["names"][number]): boolean =>
    n.inFolder || n.text.includes("/") || looksLikeFile(n.text);
  if (!found.names.every(isFile)) return undefined;
  const globs = found.names.map(({ text, inFolder }) => asGlob(text, inFolder));
  if (kind === "stage" && !found.names.every(({ text }) => text.endsWith("/") || looksLikeFile(text)))
    return undefined;
  if (!globs.every((g) => /^[^\s`()<>|;"']+$/.test(g) && !g.startsWith("-"))) return undefined;
  const rooted = globs.some((g) => g.startsWith("/"))
    ? ["a path that begins with `/` is one of the machine: for one of the project it is narrower"]
    : [];
  const notes = [...besideNotes(found), ...rooted];
  return single({ kind, what: globs, of: [], notes, unknown: false }, found.end);
}

/** A folder as the glob of all that is in it. */
function asGlob(text: string, inFolder: boolean): string {
  const path = text.replace(/^\.\/(?=.)/, "");
  if (path.endsWith("/")) return `${path}**`;
  return inFolder && !/[*?]/.test(path) && !/\.\w{1,5}$/.test(path) ? `${path}/**` : path;
}
