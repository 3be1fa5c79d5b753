// Rows of a decision table that never apply.
import { rowsIn } from "../../pattern/decision/grid.ts";
import { leftOpen } from "../../pattern/decision/left-open.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { unreachableRow } from "../messages/generated.ts";
import type { Looked } from "./decision-gaps.ts";
import { casesOf } from "./decision-overlaps.ts";

/** Rows with a cell that nothing fits, by their indexes. */
export function emptyRows(looked: Looked): Map<number, Diagnostic> {
  const { table, grid } = looked;
  const found = new Map<number, Diagnostic>();
  for (const row of rowsIn(grid.rows)) {
    const at = casesOf(looked, row).findIndex((classes) => classes.length === 0);
    const column = grid.columns[at];
    if (column === undefined) continue;
    const reason = `no value of \`${column.input}\` fits it`;
    const source = table.rows[row]?.source ?? table.source;
    found.set(row, unreachableRow(source, { row: String(row + 1), name: table.name, reason }));
  }
  return found;
}

/** Rows whose every case an earlier row takes, where the first one applies. Undefined where there is too much to look at. */
export function coveredRows(
  looked: Looked,
  empty: ReadonlyMap<number, Diagnostic>,
): Diagnostic[] | undefined {
  const { table, grid, budget } = looked;
  const found: Diagnostic[] = [];
  for (const row of rowsIn(grid.rows)) {
    if (empty.has(row)) continue;
    const earlier = grid.rows & ((1n << BigInt(row)) - 1n);
    const open = leftOpen(grid, casesOf(looked, row), earlier, budget, 1);
    if (open === undefined) return undefined;
    if (open.length > 0) continue;
    const reason = "rows above it take all of its cases";
    const source = table.rows[row]?.source ?? table.source;
    found.push(unreachableRow(source, { row: String(row + 1), name: table.name, reason }));
  }
  return found;
}
