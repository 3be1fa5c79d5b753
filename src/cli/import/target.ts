// Where proposals are written: new files among the project's sources, never one that is there.
import { realpathSync } from "node:fs";
import { dirname, extname, join, relative, resolve, sep } from "node:path";
import type { Imported, ImportedKind } from "../../authoring/import/piece.ts";
import { kindOfFolder } from "../../compiler/1-read/frontmatter.ts";
import { globMatches } from "../../pattern/glob.ts";
import { UsageError } from "../command.ts";
import { isThere } from "../io/inside.ts";
import { DEFAULT_SOURCES, type Project } from "../io/project.ts";

const FOLDERS: Readonly<Record<ImportedKind, string>> = {
  playbook: "playbooks",
  learnings: "learnings",
  runbook: "playbooks/runbooks",
};

/** The file for a document, from the project's folder and with `/`. `out` is a file or a folder that a person named. */
export function targetOf(
  { root }: Project,
  { from, kind }: Pick<Imported, "from" | "kind">,
  suffix: string,
  out: string | undefined,
  cwd: string,
): string {
  const name = nameOf(from);
  const isFile = out !== undefined && extname(out) === ".md";
  const way = out === undefined ? FOLDERS[kind] : relative(root, resolve(cwd, out)).split(sep).join("/");
  const path = isFile
    ? `${way.slice(0, -3)}${suffix}.md`
    : `${way === "" ? "" : `${way}/`}${name}${suffix}.md`;
  if (path.startsWith("../") || path.startsWith("/") || /^[A-Za-z]:/.test(path))
    throw new UsageError(`${out ?? path} lies outside of the project`);
  return path;
}

/** Refuses a path that is there, or that links lead out of the project. */
export function mustBeNew(root: string, path: string): void {
  const full = join(root, path);
  if (isThere(full))
    throw new UsageError(`${path} is there already, and nothing is overwritten: name another with --out`);
  let folder = dirname(full);
  while (!isThere(folder)) folder = dirname(folder);
  const way = relative(realpathSync(root), realpathSync(folder));
  if (way === ".." || way.startsWith(`..${sep}`)) throw new UsageError(`${path} leads out of the project`);
}

/** The kind that has to stand in the frontmatter, as the folder says another one or nothing. */
export function saidKind(path: string, kind: ImportedKind): ImportedKind | undefined {
  const folder = kindOfFolder(path);
  return folder === kind || (folder === undefined && kind === "playbook") ? undefined : kind;
}

/** Whether a build reads a file. */
export function isSource({ config }: Project, path: string): boolean {
  return (config.sources ?? DEFAULT_SOURCES).some((pattern) => globMatches(pattern, path));
}

/** `packages/api/AGENTS.md` is `packages-api-agents`. */
function nameOf(from: string): string {
  const words = from
    .replace(/\.\w{1,10}$/, "")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return words.slice(-80).replace(/^-/, "") || "imported";
}
