// Cases of a decision table that no row takes, or only "otherwise".
import type { Grid } from "../../pattern/decision/grid.ts";
import { type CaseGroup, leftOpen } from "../../pattern/decision/left-open.ts";
import type { Budget } from "../../pattern/decision/split.ts";
import { caseInWords, groupInWords } from "../../pattern/decision/words.ts";
import type { DecisionTable } from "../../policy/types.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { caughtByOtherwise, decisionGap, unreachableRow } from "../messages/generated.ts";

/** A table that is being looked at. */
export interface Looked {
  readonly table: DecisionTable;
  readonly grid: Grid;
  /** All of its cases. */
  readonly space: CaseGroup;
  readonly budget: Budget;
}

/** How many groups are shown. */
const MOST = 8;

/** A gap, or what only the last row catches. Undefined where the table tells too many cases apart. */
export function gaps({ table, grid, space, budget }: Looked): Diagnostic[] | undefined {
  const { name } = table;
  const found = leftOpen(grid, space, grid.rows, budget, MOST + 1);
  if (found === undefined) return undefined;
  const rest = table.rows.findIndex((row) => row.otherwise);
  const otherwise = table.rows[rest];
  const [first] = found;
  const groups = found.slice(0, MOST).map((group) => groupInWords(grid, group));
  const more = found.length > MOST ? " (there are more)" : "";
  const count = found.length > MOST ? `more than ${MOST} groups` : plural(found.length);
  if (otherwise === undefined) {
    if (first === undefined) return [];
    const hint = `No row takes ${count} of cases: ${groups.join("; ")}${more}.`;
    return [decisionGap(table.source, { name, witness: caseInWords(grid, first) }, { hint })];
  }
  if (first !== undefined)
    return [caughtByOtherwise(otherwise.source, { name, count, groups: `${groups.join("; ")}${more}` })];
  const reason = "the other rows take every case";
  return [unreachableRow(otherwise.source, { row: String(rest + 1), name, reason })];
}

function plural(count: number): string {
  return count === 1 ? "1 group" : `${count} groups`;
}
