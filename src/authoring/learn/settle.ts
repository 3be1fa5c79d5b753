// What would settle a conflict between a new rule and those that are there: the rules that it has to supersede.
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import type { Policy, Source } from "../../policy/types.ts";

/** Two rules that can't both be kept, in commands and in reports. */
const CONFLICTS = ["clash", "report-clash"];

/** The ids of the older rules of a file's new rule that its conflicts name. */
export function inConflict(
  diagnostics: readonly Diagnostic[],
  { rules }: Policy,
  own: string | undefined,
): string[] {
  const same = (a: Source, b: Source): boolean =>
    a.file === b.file && a.line === b.line && a.column === b.column;
  const named = diagnostics
    .filter((d) => CONFLICTS.includes(d.code))
    .flatMap((d) => [d.source, ...d.related.map((r) => r.source)]);
  const ids = rules.filter((r) => named.some((s) => same(s, r.source))).map((r) => r.id);
  return [...new Set(ids)].filter((id) => id !== own);
}

/** Whether two rules still can't both be kept. */
export function isConflicting(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === "error" && CONFLICTS.includes(d.code));
}

/** The line as it stands under the rule. */
export function supersedesLine(ids: readonly string[]): string {
  return `Supersedes: ${ids.map((id) => `\`${id}\``).join(", ")}`;
}
