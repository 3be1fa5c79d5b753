// Two rules about one report of which one demands a text that the other forbids. Looks at texts without holes, of rules
// without conditions; can't see clashes with the shapes of a section.
import { isReportRule } from "../../policy/rules.ts";
import type { RuleOf, Shape } from "../../policy/types.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { reportClash } from "../messages/generated.ts";
import type { Analysis } from "./analysis.ts";

/** Reports each pair of such rules. */
export const reportClashes: Analysis = ({ policy }) => {
  const rules = policy.rules
    .filter(isReportRule)
    .filter((r) => r.when === undefined && r.unless.length === 0);
  const demanding = rules.filter((r) => r.kind === "always-write");
  const forbidding = rules.filter((r) => r.kind === "never-write-in");
  const found: Diagnostic[] = [];
  for (const a of demanding) {
    for (const b of forbidding) {
      const text = a.report === b.report && meet(a.section, b.section) ? contested(a, b) : undefined;
      if (text === undefined) continue;
      const [older, later] = rules.indexOf(a) < rules.indexOf(b) ? [a, b] : [b, a];
      const related = [{ message: `\`${older.id}\``, source: older.source }];
      found.push(reportClash(later.source, { id: a.id, other: b.id, text, older: older.id }, { related }));
    }
  }
  return found;
};

/** Whether a text in the one place stands in the other one too. What may stand anywhere may stand outside a section. */
function meet(demanded: string | undefined, forbidden: string | undefined): boolean {
  return forbidden === undefined || forbidden === demanded;
}

/** A demanded text that holds a forbidden one; of several that are enough, only where all do. */
function contested(a: RuleOf<"always-write">, b: RuleOf<"never-write-in">): string | undefined {
  const held = a.texts.filter((text) => b.texts.some((t) => holds(text, t)));
  if (held.length === 0 || (a.join === "or" && held.length < a.texts.length)) return undefined;
  return held[0]?.text;
}

/** Whether whatever has the one shape holds the other text, which has no holes. */
function holds({ parts }: Shape, other: Shape): boolean {
  const [only, ...more] = other.parts;
  if (typeof only !== "string" || more.length > 0) return false;
  const wanted = only.toLowerCase();
  return parts.some((p) => typeof p === "string" && isIn(wanted, p.toLowerCase()));
}

/** Whether a text stands in another one as words of its own. */
function isIn(text: string, other: string): boolean {
  const cuts = (at: number): boolean =>
    /[\p{L}\p{N}]/u.test(other[at - 1] ?? " ") && /[\p{L}\p{N}]/u.test(other[at] ?? " ");
  for (let at = other.indexOf(text); at >= 0; at = other.indexOf(text, at + 1))
    if (!cuts(at) && !cuts(at + text.length)) return true;
  return false;
}
