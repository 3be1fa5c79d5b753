// What learning shares: an entry for a learnings file, tried together with all the project's sources.
import { join } from "node:path";
import { withEntry } from "../authoring/learn/insert.ts";
import { entryOf, type Learning } from "../authoring/learn/learning.ts";
import { inConflict, isConflicting, supersedesLine } from "../authoring/learn/settle.ts";
import { kindOfFolder } from "../compiler/1-read/frontmatter.ts";
import { readDocument } from "../compiler/1-read/read-document.ts";
import type { Diagnostic } from "../compiler/messages/diagnostic.ts";
import { globMatches } from "../pattern/glob.ts";
import { UsageError } from "./command.ts";
import { type CompiledProject, compileSources, hasErrors } from "./compile-project.ts";
import { DEFAULT_SOURCES, type Project } from "./io/project.ts";
import { type ReadSources, readSources } from "./io/sources.ts";
import { readIfThere } from "./io/write.ts";
import { printDiagnostics, type TextOf } from "./print/diagnostics.ts";
import { style } from "./print/style.ts";

/** An entry that fits: the file with it, and what was only noticed. */
export interface Learned {
  readonly file: string;
  readonly entry: string;
  readonly content: string;
  /** The rule's sentence as it will be enforced. */
  readonly sentence: string;
  readonly id: string;
}

/** An entry that doesn't fit: what is wrong, and the line that would settle a conflict. */
export class Unfit extends UsageError {
  readonly diagnostics: readonly Diagnostic[];
  readonly settle: string | undefined;

  constructor(diagnostics: readonly Diagnostic[], textOf: TextOf, settle?: string) {
    const shown = printDiagnostics(diagnostics, textOf, style(false)).trimEnd();
    const way =
      settle === undefined ? "" : `\nthis line under the new rule would settle the conflict: ${settle}`;
    super(`nothing was written, as the sources would hold errors\n${shown}${way}`);
    this.diagnostics = diagnostics;
    this.settle = settle;
  }
}

/** Makes the entry of a learning and tries it. Throws a usage error where it can't be one, `Unfit` where it doesn't fit. */
export function tryLearning(project: Project, learning: Learning, file: string | undefined): Learned {
  const sources = readSources(project);
  const target = targetOf(project, sources, file);
  const tried = attempt(project, sources, target, entryFor(learning));
  if (!hasErrors(tried.diagnostics)) return learnedOf(tried, target);
  const errors = errorsOf(tried);
  const own = tried.compiled.policy.rules.find((r) => r.source.file === target && tried.isNew(r.source.line));
  const older = inConflict(errors, tried.compiled.policy, own?.id);
  if (older.length === 0) throw new Unfit(errors, tried.textOf);
  const supersedes = [...new Set([...(learning.supersedes ?? []), ...older])];
  const settled = attempt(project, sources, target, entryFor({ ...learning, supersedes }));
  throw new Unfit(
    errors,
    tried.textOf,
    isConflicting(settled.diagnostics) ? undefined : supersedesLine(supersedes),
  );
}

/** Tries an entry as it is. Throws as `tryLearning`. */
export function tryEntry(project: Project, entry: string, file: string): Learned {
  const sources = readSources(project);
  const target = targetOf(project, sources, file);
  const tried = attempt(project, sources, target, entry);
  if (hasErrors(tried.diagnostics)) throw new Unfit(errorsOf(tried), tried.textOf);
  return learnedOf(tried, target);
}

function errorsOf({ diagnostics }: Tried): Diagnostic[] {
  return diagnostics.filter((d) => d.severity === "error");
}

function entryFor(learning: Learning): string {
  const made = entryOf(learning);
  if ("entry" in made) return made.entry;
  if (made.diagnostics === undefined) throw new UsageError(made.problem);
  throw new Unfit(made.diagnostics, () => made.text);
}

/** The learnings file that an entry is for: the named one, or the only one that there is. */
function targetOf(project: Project, { files }: ReadSources, named: string | undefined): string {
  const learnings = files
    .filter((f) => readDocument(f.file, f.text.slice(0, 4_000)).front.kind === "learnings")
    .map((f) => f.file);
  if (named === undefined) {
    if (learnings.length > 1)
      throw new UsageError(`expected the file that it is for, one of ${learnings.slice(0, 12).join(", ")}`);
    return learnings[0] ?? "learnings/learned.md";
  }
  if (learnings.includes(named)) return named;
  const isNew = !files.some((f) => f.file === named) && readIfThere(join(project.root, named)) === undefined;
  const plain = /^[\w.-]+(?:\/[\w.-]+)*\.md$/.test(named) && !named.split("/").some((p) => p.startsWith("."));
  const patterns = project.config.sources ?? DEFAULT_SOURCES;
  if (isNew && plain && kindOfFolder(named) === "learnings" && patterns.some((p) => globMatches(p, named)))
    return named;
  throw new UsageError(`${named} is no learnings file of this project, nor a new one in learnings/`);
}

interface Tried extends Omit<CompiledProject, "project"> {
  readonly entry: string;
  readonly content: string;
  /** Whether a line of the file is one of the entry's. */
  readonly isNew: (line: number) => boolean;
}

function attempt(project: Project, { files, problems }: ReadSources, target: string, entry: string): Tried {
  const before = readIfThere(join(project.root, target));
  const content = withEntry(target, before, entry);
  if (content === undefined)
    throw new UsageError(`what stands at the end of ${target} would swallow the entry; close it first`);
  const text = content.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const others = files.filter((f) => f.file !== target);
  const all = [...others, { file: target, text }].sort((a, b) => (a.file < b.file ? -1 : 1));
  const rest = problems.filter((p) => p.code !== "no-sources");
  const first = text.slice(0, text.indexOf(entry.trim())).split("\n").length;
  const last = first + entry.trim().split("\n").length;
  const isNew = (line: number): boolean => line >= first && line < last;
  return { ...compileSources(project, all, rest), entry, content, isNew };
}

function learnedOf({ compiled, entry, content, isNew }: Tried, file: string): Learned {
  const rule = compiled.policy.rules.find((r) => r.source.file === file && isNew(r.source.line));
  return { file, entry, content, sentence: rule?.sentence ?? "", id: rule?.id ?? "" };
}
