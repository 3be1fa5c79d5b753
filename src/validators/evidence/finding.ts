// What is found in a table of results, in the words that are printed.
import type { Source } from "../../policy/types.ts";

/** One thing that a table of results lacks or has too much. */
export interface EvidenceFinding {
  readonly code: string;
  /** What was found, and what was expected. */
  readonly message: string;
  /** The condition that a row breaks. */
  readonly sentence?: string;
  readonly because?: string;
  /** What to do about it. */
  readonly instead: string;
  /** Where in the results. */
  readonly at: Source;
  /** A second place in the results, such as the first of two rows. */
  readonly see?: Source;
  /** Where in the sources that is demanded. */
  readonly source: Source;
}

/** What was found of one piece of evidence. */
export interface EvidenceAnswer {
  readonly schemaVersion: 1;
  readonly evidence: string;
  readonly file: string;
  /** `allow` where the results are all that they have to be. */
  readonly decision: "allow" | "deny";
  /** How many rows its table has. */
  readonly rows: number;
  /** In the order of their places. */
  readonly findings: readonly EvidenceFinding[];
  /** How many more there are, beyond those that are listed. */
  readonly more: number;
}

/** How many findings about rows are listed. */
export const MOST_FINDINGS = 100;

/** "`a`", "`a` and `b`", "`a`, `b` and 3 more". */
export function named(names: readonly string[], most = 8): string {
  const shown = names.slice(0, most).map((name) => `\`${name}\``);
  if (names.length > most) shown.push(`${names.length - most} more`);
  if (shown.length < 2) return shown.join("");
  return `${shown.slice(0, -1).join(", ")} and ${shown[shown.length - 1]}`;
}

/** A value as it is shown: in backticks, and cut where it is long. */
export function shown(text: string): string {
  const cut = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  return `\`${cut.replaceAll("`", "'")}\``;
}
