// Decision tables: cases without a row, cases with two, rows that never apply, and what only "otherwise" catches. Takes
// inputs for independent: can't see that two of them never come together.
import { everyCase, gridOf } from "../../pattern/decision/grid.ts";
import { newBudget } from "../../pattern/decision/split.ts";
import type { DecisionTable } from "../../policy/types.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { decisionNotAnalysed, endedRow } from "../messages/generated.ts";
import type { Analysis } from "./analysis.ts";
import { gaps } from "./decision-gaps.ts";
import { overlaps } from "./decision-overlaps.ts";
import { coveredRows, emptyRows } from "./decision-rows.ts";

/** Everything that is said of decision tables. */
export const decisions: Analysis = ({ policy, today }) =>
  policy.decisions.flatMap((table) => [...proofs(table), ...ended(table, today)]);

function proofs(table: DecisionTable): readonly Diagnostic[] {
  const name = table.name;
  const grid = gridOf(table);
  const all = "gaps, overlaps and rows that never apply";
  if (grid === undefined) return [decisionNotAnalysed(table.source, { name, what: all })];
  const looked = { table, grid, space: everyCase(grid), budget: newBudget() };
  const empty = emptyRows(looked);
  const found = [gaps(looked), table.applies === "first" ? coveredRows(looked, empty) : overlaps(looked)];
  const whats = ["gaps", table.applies === "first" ? "rows that never apply" : "overlaps"];
  const missed = whats.filter((_, i) => found[i] === undefined);
  const notice =
    missed.length === 0 ? [] : [decisionNotAnalysed(table.source, { name, what: missed.join(" and ") })];
  return [...empty.values(), ...found.flatMap((f) => f ?? []), ...notice];
}

function ended({ name, rows }: DecisionTable, today: string | undefined): Diagnostic[] {
  return [...rows.entries()].flatMap(([i, { until: date, source }]) =>
    today === undefined || date === undefined || date >= today
      ? []
      : [endedRow(source, { row: String(i + 1), name, date })],
  );
}
