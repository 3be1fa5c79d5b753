// Where guidance holds: what `applies-to` of its document says, as globs and as folders.
import { spellings } from "../../../pattern/glob.ts";
import type { Policy } from "../../../policy/types.ts";

/** The files that a document speaks of. */
export interface Scope {
  /** The document. */
  readonly file: string;
  /** A name for files about it, unique among the scopes. */
  readonly name: string;
  /** Globs without braces. */
  readonly globs: readonly string[];
  /** As the document has them. */
  readonly written: readonly string[];
  /** The folders that hold all of it, for hosts that scope by folder; empty where some glob begins with a wildcard. */
  readonly folders: readonly string[];
  /** Whether the folders hold nothing else. */
  readonly exact: boolean;
}

/** The scopes of a policy's documents, in the order of the sources. Those that take in everything are none. */
export function scopesOf(policy: Policy): Scope[] {
  const names = new Set<string>();
  return policy.sources.flatMap(({ file, appliesTo = [] }) => {
    if (appliesTo.length === 0) return [];
    const globs = appliesTo.flatMap(spellings);
    if (globs.some((glob) => /^(?:\*\*\/)?\*\*?$/.test(glob))) return [];
    const parts = globs.map(folderOf);
    const usable = parts.every(({ folder }) => folder !== "" && folder !== ".git");
    const folders = usable ? outermost(parts.map((p) => p.folder)) : [];
    const exact = usable && parts.every((p) => p.whole);
    return [{ file, name: uniqueName(baseName(file), names), globs, written: appliesTo, folders, exact }];
  });
}

/** A glob that can't be that of a file in the project, with the reason; undefined for all others. */
export function outsideGlob(glob: string): string | undefined {
  if (glob.startsWith("/") || /^[A-Za-z]:/.test(glob) || glob.startsWith("~")) return "it is absolute";
  if (glob.includes("\\")) return "it has a backslash, where folders are parted by `/`";
  if (glob.split("/").some((part) => part === "..")) return "it leads out of the project";
  if (/[\p{Cc}]/u.test(glob)) return "it holds a control character";
  return glob.startsWith("!") ? "“!” doesn't turn it around" : undefined;
}

/** The folder that a glob begins with, and whether the glob takes in all of it. */
function folderOf(glob: string): { readonly folder: string; readonly whole: boolean } {
  const parts = glob.split("/").filter((part) => part !== "" && part !== ".");
  const open = parts.findIndex((part) => /[*?{]/.test(part));
  const fixed = open < 0 ? parts.slice(0, -1) : parts.slice(0, open);
  const rest = open < 0 ? "" : parts.slice(open).join("/");
  return { folder: fixed.join("/"), whole: rest === "**" || rest === "**/*" };
}

/** Folders without those that lie in another one of them, sorted. */
function outermost(folders: readonly string[]): string[] {
  const all = [...new Set(folders)].sort();
  return all.filter((folder) => !all.some((other) => folder.startsWith(`${other}/`)));
}

/** The name of a document, in small letters, digits and dashes, at most 64 of them. */
export function baseName(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1).replace(/\.md$/i, "");
  return kebab(name);
}

/** A text as a name: small letters, digits and single dashes between them. */
export function kebab(text: string): string {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  return plain.slice(0, 60).replace(/^-|-$/g, "").replace(/-$/, "") || "unnamed";
}

/** The name, with a number behind it where it is taken; it is taken from now on. */
export function uniqueName(name: string, taken: Set<string>): string {
  let unique = name;
  for (let i = 2; taken.has(unique); i++) unique = `${name}-${i}`;
  taken.add(unique);
  return unique;
}
