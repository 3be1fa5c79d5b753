// The coverage meter as text: a line a file, and one for all.
import { type FileCoverage, totalOf } from "../../compiler/coverage.ts";
import { printable } from "./style.ts";

/** "7 enforced · 1 enforced but often undecidable · 2 look like rules · 9 guidance (not enforced)". */
function coverageLine(counts: Omit<FileCoverage, "file">): string {
  const { enforced, undecidable, looksLikeRules, guidance } = counts;
  const decided = enforced - undecidable;
  const parts = [
    `${decided} enforced`,
    `${undecidable} enforced but often undecidable`,
    `${looksLikeRules} look like rules`,
    `${guidance} guidance (not enforced)`,
  ];
  return parts.join(" · ");
}

/** A line for each file, where there are several, and the line of all. */
export function printCoverage(files: readonly FileCoverage[]): string {
  const each = files.length > 1 ? files.map((f) => `${printable(f.file)}: ${coverageLine(f)}\n`) : [];
  return `${each.join("")}${coverageLine(totalOf(files))}\n`;
}
