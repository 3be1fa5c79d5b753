// The coverage meter: how much of what the sources demand is enforced.
import { isOftenUndecidable } from "../policy/rules.ts";
import type { Policy } from "../policy/types.ts";
import type { SourceDocument } from "./1-read/document.ts";
import type { RunbookCoverage } from "./coverage-runbooks.ts";
import type { Diagnostic } from "./messages/diagnostic.ts";

/** Counts of one file. `enforced` holds those that are often undecidable too. */
export interface FileCoverage {
  readonly file: string;
  readonly enforced: number;
  readonly undecidable: number;
  readonly looksLikeRules: number;
  readonly guidance: number;
  /** What of it is a runbook. */
  readonly runbook?: RunbookCoverage;
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
  runbooks: ReadonlyMap<string, RunbookCoverage>,
): FileCoverage[] {
  const rules = byFile(policy.rules);
  const guidance = byFile(policy.guidance);
  const meant = byFile(diagnostics.filter((d) => MEANT.includes(d.code)));
  return documents.map(({ file, items }) => {
    const own = rules.get(file) ?? [];
    const normative = items.filter((i) => i.type === "guidance" && i.normative && i.step !== true).length;
    const runbook = runbooks.get(file);
    return {
      file,
      ...(runbook === undefined ? {} : { runbook }),
      enforced: own.length,
      undecidable: own.filter(isOftenUndecidable).length,
      looksLikeRules: meant.get(file)?.length ?? 0,
      guidance: Math.max(0, (guidance.get(file)?.length ?? 0) - normative),
    };
  });
}

function byFile<T extends { readonly source: { readonly file: string } }>(
  things: readonly T[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(thing.source.file);
    if (group === undefined) groups.set(thing.source.file, [thing]);
    else group.push(thing);
  }
  return groups;
}

/** The counts of rules and guidance. */
export type Counts = Omit<FileCoverage, "file" | "runbook">;

/** All files together. */
export function totalOf(files: readonly FileCoverage[]): Counts {
  const sum = (key: keyof Counts): number => files.reduce((total, f) => total + f[key], 0);
  return {
    enforced: sum("enforced"),
    undecidable: sum("undecidable"),
    looksLikeRules: sum("looksLikeRules"),
    guidance: sum("guidance"),
  };
}
