// The coverage meter: how much of what the sources demand is enforced.
import { isOftenUndecidable } from "../policy/rules.ts";
import type { Policy } from "../policy/types.ts";
import type { SourceDocument } from "./1-read/document.ts";
import type { Diagnostic } from "./messages/diagnostic.ts";

/** Counts of one file. `enforced` holds those that are often undecidable too. */
export interface FileCoverage {
  readonly file: string;
  readonly enforced: number;
  readonly undecidable: number;
  readonly looksLikeRules: number;
  readonly guidance: number;
}

/** Sentences that were meant as rules and are none. */
const MEANT: readonly string[] = [
  "looks-like-a-rule",
  "sentence-does-not-parse",
  "unknown-lead",
  "sentence-too-long",
];

/** The counts of each document. A plain list item that reads like a rule counts as that and not as guidance. */
export function coverageOf(
  documents: readonly SourceDocument[],
  policy: Pick<Policy, "rules" | "guidance">,
  diagnostics: readonly Diagnostic[],
): FileCoverage[] {
  return documents.map(({ file, items }) => {
    const rules = policy.rules.filter((r) => r.source.file === file);
    const normative = items.filter((i) => i.type === "guidance" && i.normative).length;
    return {
      file,
      enforced: rules.length,
      undecidable: rules.filter(isOftenUndecidable).length,
      looksLikeRules: diagnostics.filter((d) => d.source.file === file && MEANT.includes(d.code)).length,
      guidance: Math.max(0, policy.guidance.filter((g) => g.source.file === file).length - normative),
    };
  });
}

/** All files together. */
export function totalOf(files: readonly FileCoverage[]): Omit<FileCoverage, "file"> {
  const sum = (key: keyof Omit<FileCoverage, "file">): number =>
    files.reduce((total, f) => total + f[key], 0);
  return {
    enforced: sum("enforced"),
    undecidable: sum("undecidable"),
    looksLikeRules: sum("looksLikeRules"),
    guidance: sum("guidance"),
  };
}
