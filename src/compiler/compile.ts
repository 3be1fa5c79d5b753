// The compiler: read, link, analyze, emit.
import type { Sha256 } from "../policy/revision.ts";
import type { Policy } from "../policy/types.ts";
import type { SourceDocument } from "./1-read/document.ts";
import { readDocument } from "./1-read/read-document.ts";
import { link } from "./2-link/link.ts";
import type { CheckerForAnalysis } from "./3-analyze/analysis.ts";
import { examples } from "./3-analyze/examples.ts";
import { expressions } from "./3-analyze/expressions.ts";
import { finishPolicy } from "./4-emit/emit.ts";
import { byPlace, type Diagnostic } from "./messages/diagnostic.ts";

/** A source file: its path in the project, with `/`, and its text. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

/** What the compiler can't do itself. */
export interface CompilerTools {
  readonly sha256: Sha256;
  readonly checker: CheckerForAnalysis;
}

/** How much of the sources is enforced. */
export interface Coverage {
  readonly enforced: number;
  readonly looksLikeRules: number;
  readonly guidance: number;
}

export interface Compiled {
  readonly policy: Policy;
  readonly diagnostics: readonly Diagnostic[];
  readonly coverage: Coverage;
}

const ANALYSES = [expressions, examples];

/** Compiles sources. Never throws; with an error among the diagnostics the policy must not be used. */
export function compile(files: readonly SourceFile[], tools: CompilerTools): Compiled {
  const documents = files.map((f) => ({ ...readDocument(f.file, f.text), text: f.text }));
  const linked = link(documents);
  const analyzed = ANALYSES.flatMap((analysis) => analysis(linked.policy, tools.checker));
  const policy = finishPolicy(linked.policy, documents, tools.sha256);
  const diagnostics = [...documents.flatMap((d) => d.diagnostics), ...linked.diagnostics, ...analyzed].sort(
    byPlace,
  );
  return { policy, diagnostics, coverage: coverageOf(documents, policy, diagnostics) };
}

function coverageOf(
  documents: readonly SourceDocument[],
  policy: Policy,
  diagnostics: readonly Diagnostic[],
): Coverage {
  const looksLikeRules = diagnostics.filter((d) => d.code === "looks-like-a-rule").length;
  const normative = documents
    .flatMap((d) => d.items)
    .filter((i) => i.type === "guidance" && i.normative).length;
  return { enforced: policy.rules.length, looksLikeRules, guidance: policy.guidance.length - normative };
}
