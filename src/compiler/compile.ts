// The compiler: read, link, analyze, emit.
import type { Sha256 } from "../policy/revision.ts";
import type { Policy } from "../policy/types.ts";
import type { SourceDocument } from "./1-read/document.ts";
import { readDocument } from "./1-read/read-document.ts";
import { link } from "./2-link/link.ts";
import { placeholdersOf } from "./2-link/placeholders.ts";
import type { KnownTools } from "./2-link/tool-table.ts";
import { ANALYSES, PARTS } from "./3-analyze/all.ts";
import type { CheckerForAnalysis, Subject } from "./3-analyze/analysis.ts";
import { withoutDoubtful } from "./3-analyze/doubt.ts";
import { finishPolicy, sourcesOf } from "./4-emit/emit.ts";
import { coverageOf, type FileCoverage } from "./coverage.ts";
import { runbookCoverage } from "./coverage-runbooks.ts";
import type { Diagnostic } from "./messages/diagnostic.ts";
import { together } from "./messages/together.ts";

/** A source file: its path in the project, with `/`, and its text. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

/** What the compiler can't do itself. */
export interface CompilerTools {
  readonly sha256: Sha256;
  readonly checker: CheckerForAnalysis;
  /** Declarations that come with Bylaw; a project's own win over them. */
  readonly known?: KnownTools;
  /** What the project's configuration sets; see the policy's `settings`. */
  readonly settings?: Partial<Policy["settings"]>;
  /** Today, `YYYY-MM-DD`, for what is said of ends near and past. Nothing that is written depends on it. */
  readonly today?: string;
}

export interface Compiled {
  readonly policy: Policy;
  readonly diagnostics: readonly Diagnostic[];
  /** How much of each source is enforced, in the order of the sources. */
  readonly coverage: readonly FileCoverage[];
  /** The documents as they were read, in the order of the sources. */
  readonly documents: readonly SourceDocument[];
}

/** Compiles sources. Never throws; with an error among the diagnostics the policy must not be used. */
export function compile(files: readonly SourceFile[], tools: CompilerTools): Compiled {
  const documents = files.map((f) => ({ ...readDocument(f.file, f.text), text: f.text }));
  const linked = link(documents, tools.known ?? (() => []));
  const content = {
    ...linked.policy,
    sources: sourcesOf(documents, tools.sha256),
    placeholders: placeholdersOf(documents),
    settings: { opaque: "allow", strict: false, ...tools.settings } as const,
  };
  const subjectOf = (policy: Subject["policy"]): Subject => ({
    policy,
    try: tools.checker.prepare(policy),
    changes: tools.checker.changes(policy),
    readSample: tools.checker.samples(policy),
    expressionProblem: tools.checker.expressionProblem,
    shown: documents.flatMap((d) => d.shown),
    drawings: documents.flatMap((d) => d.drawings),
    prose: documents.map(({ file, prose }) => ({ file, prose })),
    definitions: documents.flatMap((d) => d.items.filter((i) => i.type === "definition")),
    asWritten: linked.asWritten,
    today: tools.today,
  });
  const found = [...documents.flatMap((d) => d.diagnostics), ...linked.diagnostics];
  const sound = subjectOf(withoutDoubtful(content, documents, found));
  const parts = PARTS.flatMap((analysis) => analysis(sound));
  const known = [...found, ...parts];
  const whole = parts.length === 0 ? sound : subjectOf(withoutDoubtful(content, documents, known));
  const diagnostics = together([...known, ...ANALYSES.flatMap((analysis) => analysis(whole))]);
  const policy = finishPolicy(content, tools.sha256);
  const runbooks = runbookCoverage(policy.runbooks, whole.try);
  const coverage = coverageOf(documents, policy, diagnostics, runbooks);
  return { policy, diagnostics, coverage, documents };
}
