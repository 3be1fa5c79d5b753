// A scaffold in a file of the project, tried together with all its sources before it is written.
import { join } from "node:path";
import { withEntry } from "../authoring/learn/insert.ts";
import { appended, type Scaffold, type ScaffoldKind, scaffoldOf } from "../authoring/scaffold/scaffold.ts";
import { kindOfFolder } from "../compiler/1-read/frontmatter.ts";
import { readDocument } from "../compiler/1-read/read-document.ts";
import type { Diagnostic } from "../compiler/messages/diagnostic.ts";
import { UsageError } from "./command.ts";
import { compileSources } from "./compile-project.ts";
import { isSource, mustBeNew } from "./import/target.ts";
import type { Project } from "./io/project.ts";
import { type ReadSources, readSources } from "./io/sources.ts";
import { readIfThere } from "./io/write.ts";
import { printDiagnostics } from "./print/diagnostics.ts";
import { style } from "./print/style.ts";

export interface Scaffolded {
  readonly file: string;
  readonly content: string;
  readonly isNew: boolean;
  /** The lines that stand in for the author's own words, with what they are. */
  readonly blanks: readonly { readonly line: number; readonly text: string }[];
  readonly warnings: readonly Diagnostic[];
  readonly textOf: (file: string) => string | undefined;
}

/** Where each kind goes, and what such a file is. */
const HOMES: Readonly<
  Record<ScaffoldKind, { readonly kind: "learnings" | "playbook"; readonly file: string }>
> = {
  rule: { kind: "learnings", file: "learnings/learned.md" },
  learning: { kind: "learnings", file: "learnings/learned.md" },
  list: { kind: "learnings", file: "learnings/learned.md" },
  task: { kind: "playbook", file: "playbooks/playbook.md" },
  decision: { kind: "playbook", file: "playbooks/playbook.md" },
  runbook: { kind: "playbook", file: "playbooks/runbooks/NAME.md" },
};

/** Makes a scaffold and tries it. Usage errors where the name is taken, or the file can't hold it. */
export function tryScaffold(
  project: Project,
  kind: ScaffoldKind,
  name: string,
  named: string | undefined,
  date: string,
): Scaffolded {
  const sources = readSources(project);
  const file = fileFor(project, sources, kind, name, named);
  const before = readIfThere(join(project.root, file));
  if (before === undefined) mustBeNew(project.root, file);
  else if (kind === "runbook") throw new UsageError(`${file} is there already, and nothing is overwritten`);
  const scaffold = scaffoldOf(entryIn(file, before, kind) ? "learning" : kind, name, date);
  const content = contentOf(file, before, scaffold);
  const text = content?.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  if (content === undefined || text === undefined)
    throw new UsageError(`what stands at the end of ${file} would swallow it; close it first`);
  const others = sources.files.filter((f) => f.file !== file);
  const all = [...others, { file, text }].sort((a, b) => (a.file < b.file ? -1 : 1));
  const base = compileSources(project, sources.files, []).diagnostics;
  const { diagnostics, textOf } = compileSources(project, all, []);
  const known = new Set(base.map((d) => `${d.code} ${d.message}`));
  const fresh = diagnostics.filter((d) => d.severity !== "notice" && !known.has(`${d.code} ${d.message}`));
  const errors = fresh.filter((d) => d.severity === "error");
  if (errors.length > 0)
    throw new UsageError(
      `nothing was written, as the sources would hold errors\n${printDiagnostics(errors, textOf, style(false)).trimEnd()}`,
    );
  const blanks = blanksIn(text, scaffold);
  return { file, content, isNew: before === undefined, blanks, warnings: fresh, textOf };
}

/** In learnings a rule has a day. */
function entryIn(file: string, before: string | undefined, kind: ScaffoldKind): boolean {
  const isLearnings =
    before === undefined
      ? kindOfFolder(file) === "learnings"
      : readDocument(file, before).front.kind === "learnings";
  if (kind === "learning" && !isLearnings)
    throw new UsageError(`${file} is no learnings file: a learning has a day`);
  return kind === "learning" || (kind === "rule" && isLearnings);
}

function contentOf(file: string, before: string | undefined, { text }: Scaffold): string | undefined {
  if (text.startsWith("## ")) return withEntry(file, before, text);
  const content = appended(
    before ?? "",
    before === undefined && !text.startsWith("# ") ? `# ${titleOf(file)}\n\n${text}` : text,
  );
  const items = (all: string): number =>
    readDocument(file, all.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n")).items.length;
  const isRead = text.startsWith("# ") || items(content) > items(before ?? "");
  return isRead ? content : undefined;
}

function titleOf(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1, -3).replaceAll("-", " ");
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The named file, or the only one of its kind. */
function fileFor(
  project: Project,
  { files }: ReadSources,
  kind: ScaffoldKind,
  name: string,
  named: string | undefined,
): string {
  const home = HOMES[kind];
  if (named !== undefined) {
    const plain =
      /^[\w.-]+(?:\/[\w.-]+)*\.md$/.test(named) && !named.split("/").some((p) => p.startsWith("."));
    if (plain && isSource(project, named)) return named;
    throw new UsageError(`${named} is no source of this project: \`sources\` names its Markdown files`);
  }
  if (kind === "runbook") return home.file.replace("NAME", name);
  const own = files.filter((f) => readDocument(f.file, f.text.slice(0, 4_000)).front.kind === home.kind);
  if (own.length > 1)
    throw new UsageError(
      `expected --file, one of ${own
        .slice(0, 12)
        .map((f) => f.file)
        .join(", ")}`,
    );
  return own[0]?.file ?? home.file;
}

/** The first line of each blank within what was added. */
function blanksIn(text: string, { text: added, blanks }: Scaffold): { line: number; text: string }[] {
  const from = text.lastIndexOf(added);
  return blanks.flatMap((blank) => {
    const at = text.indexOf(blank, Math.max(0, from));
    return at < 0 ? [] : [{ line: text.slice(0, at).split("\n").length, text: blank }];
  });
}
