// A report while it is linked, and how its sections are named.
import type { Report, ReportState, Section } from "../../policy/types.ts";
import type { Token } from "../1-read/tokens.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { unknownSection } from "../messages/generated.ts";
import { didYouMean, oneOf } from "../messages/near.ts";

/** What reporting needs of the linker. */
type Surroundings = { readonly report: (d: Diagnostic) => void };

/** A report on its way through time. */
export interface LinkedReport {
  name: string;
  /** Where it was defined. */
  readonly source: Report["source"];
  /** What it looks like now. */
  state: ReportState;
  /** Every section that it ever had, by its key. */
  readonly ever: Map<string, Section>;
  /** True where a part of it could not be read, and was reported: what it lacks is not reported too. */
  incomplete: boolean;
}

/** A section's name without case and without the colon behind it: what headings and rules are compared by. */
export function keyOf(name: string): string {
  return nameOf(name).toLowerCase();
}

/** A section's name as it is written, without the colon behind it. */
export function nameOf(written: string): string {
  return written.trim().replace(/\s*:$/, "").replace(/\s+/g, " ");
}

/** A section of a report by the name that a token holds; reported where the report never had one. */
export function sectionNamed(token: Token, report: LinkedReport, linker: Surroundings): string | undefined {
  const found = report.ever.get(keyOf(token.text));
  if (found === undefined && !report.incomplete)
    reportUnknownSection(token, report.name, report.state.sections, linker);
  return found?.name;
}

/** Reports a section that is none of these. */
export function reportUnknownSection(
  token: Token,
  report: string,
  sections: readonly Section[],
  linker: Surroundings,
): void {
  const names = sections.map((s) => s.name);
  const expected = names.length === 0 ? "none" : oneOf(names.map((n) => `\`${n}\``));
  const hint = didYouMean(token.text.toUpperCase(), names) ?? didYouMean(token.text, names);
  linker.report(unknownSection(token.source, { section: token.text, report, expected }, { hint }));
}
