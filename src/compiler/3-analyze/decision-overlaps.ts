// Two rows of a decision table that both take a case, where exactly one is to apply.
import { rowsIn } from "../../pattern/decision/grid.ts";
import type { CaseGroup } from "../../pattern/decision/left-open.ts";
import { caseInWords } from "../../pattern/decision/words.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { decisionOverlap } from "../messages/generated.ts";
import type { Looked } from "./decision-gaps.ts";

/** How many overlaps of one table are reported. */
const MOST = 10;

/** The pairs of rows that overlap, each with a case. Undefined where there are too many pairs to look at. */
export function overlaps(looked: Looked): Diagnostic[] | undefined {
  const { table, grid, budget } = looked;
  const rows = rowsIn(grid.rows);
  const found: Diagnostic[] = [];
  const taken = rows.map((row) => classesOf(looked, row));
  for (const [i, row] of rows.entries()) {
    for (const [j, other] of rows.slice(i + 1).entries()) {
      budget.left--;
      if (budget.left < 0) return undefined;
      const shared = sharedCase(taken[i] ?? [], taken[i + 1 + j] ?? []);
      if (shared === undefined) continue;
      const values = { first: String(row + 1), second: String(other + 1), name: table.name };
      const related = [{ message: `row ${row + 1}`, source: table.rows[row]?.source ?? table.source }];
      const at = table.rows[other]?.source ?? table.source;
      const witness = caseInWords(
        grid,
        shared.map((c) => [c]),
      );
      found.push(decisionOverlap(at, { ...values, witness }, { related }));
      if (found.length === MOST) return found;
    }
  }
  return found;
}

/** The classes that a row takes, of each column, as bits. */
function classesOf({ grid }: Looked, row: number): bigint[] {
  const bit = 1n << BigInt(row);
  return grid.columns.map((column) =>
    column.takenBy.reduce((set, rows, i) => ((rows & bit) === 0n ? set : set | (1n << BigInt(i))), 0n),
  );
}

/** A case that both take: one class of each column. */
function sharedCase(a: readonly bigint[], b: readonly bigint[]): number[] | undefined {
  const classes: number[] = [];
  for (const [i, set] of a.entries()) {
    const both = set & (b[i] ?? 0n);
    if (both === 0n) return undefined;
    classes.push((both & -both).toString(2).length - 1);
  }
  return classes;
}

/** The cases that one row takes. */
export function casesOf({ grid }: Looked, row: number): CaseGroup {
  const bit = 1n << BigInt(row);
  return grid.columns.map((column) =>
    [...column.takenBy.entries()].flatMap(([i, rows]) => ((rows & bit) === 0n ? [] : [i])),
  );
}
