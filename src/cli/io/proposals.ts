// Proposed learnings: a few small files in .bylaw/proposals, which take effect when a person accepts them.
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { isOneEntry } from "../../authoring/learn/insert.ts";
import { UsageError } from "../command.ts";
import { readIfThere, writeWhole } from "./write.ts";

/** How many wait at most, and how long one may be in bytes. */
const MOST = 50;
const MAX_BYTES = 32_768;

export interface Proposal {
  readonly name: string;
  /** The learnings file that it is for. */
  readonly file: string;
  readonly entry: string;
}

function folderOf(root: string): string {
  return join(root, ".bylaw", "proposals");
}

/** The names of what waits, in order. */
export function proposalNames(root: string): string[] {
  try {
    const files = readdirSync(folderOf(root)).filter((f) => /^[a-z0-9-]{1,100}\.md$/.test(f));
    return files.map((f) => f.slice(0, -3)).sort();
  } catch {
    return [];
  }
}

/** Stores an entry under a name made of its day and title. The same entry again keeps its name. */
export function storeProposal(root: string, file: string, entry: string): string {
  const text = `<!-- for: ${file} -->\n\n${entry}`;
  if (Buffer.byteLength(text) > MAX_BYTES) throw new UsageError(`the entry has more than ${MAX_BYTES} bytes`);
  const names = proposalNames(root);
  const known = names.find((name) => readIfThere(pathOf(root, name)) === text);
  if (known !== undefined) return known;
  if (names.length >= MOST)
    throw new UsageError(`${MOST} proposals wait already; a person accepts or drops some with bylaw learn`);
  const base = slug(entry.slice(3, entry.indexOf("\n")));
  let name = base;
  for (let n = 2; names.includes(name); n++) name = `${base}-${n}`;
  const path = pathOf(root, name);
  const problem = writeWhole([{ path, shown: `.bylaw/proposals/${name}.md`, content: text }]);
  if (problem !== undefined) throw new UsageError(problem.message);
  return name;
}

/** A proposal by its name. A usage error where there is none, or what lies there is none. */
export function proposalNamed(root: string, name: string): Proposal {
  if (!proposalNames(root).includes(name))
    throw new UsageError(`no proposal ${name} waits; bylaw learn list shows those that do`);
  const path = pathOf(root, name);
  const text = statSync(path).size > MAX_BYTES ? undefined : readIfThere(path);
  const match = /^<!-- for: ([\w./-]+) -->\n\n(?=## )/.exec(text ?? "");
  const entry = text?.slice(match?.[0].length ?? 0) ?? "";
  if (match?.[1] === undefined || !isOneEntry(entry))
    throw new UsageError(`.bylaw/proposals/${name}.md is not a proposal: it was changed by hand`);
  return { name, file: match[1], entry };
}

/** Takes a proposal away. */
export function dropProposal(root: string, name: string): void {
  rmSync(pathOf(root, name), { force: true });
}

function pathOf(root: string, name: string): string {
  return join(folderOf(root), `${name}.md`);
}

function slug(text: string): string {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  return plain.slice(0, 60).replace(/^-|-$/g, "") || "learning";
}
