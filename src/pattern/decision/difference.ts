// A case on which two tables for one decision differ.
import type { DecisionTable } from "../../policy/types.ts";
import { applying } from "./applying.ts";
import { everyCase, type Grid, gridOf, type RowSet, rowsIn } from "./grid.ts";
import { newBudget, walk } from "./split.ts";
import { caseInWords } from "./words.ts";

interface Found {
  /** The classes of the case; undefined where the tables agree. */
  readonly classes: readonly number[] | undefined;
  readonly outcomes: readonly [string, string];
}

const AGREE: Found = { classes: undefined, outcomes: ["", ""] };

/** The difference in words; `same` where there is none. Both tables must have inputs of the same names. */
export function differenceOf(first: DecisionTable, second: DecisionTable): string {
  const both: DecisionTable = { ...first, rows: [...first.rows, ...second.rows] };
  const grid = gridOf(both);
  const found = grid === undefined ? undefined : search(first, second, grid);
  if (grid === undefined || found === undefined) return "their rows are not the same";
  if (found.classes === undefined) return "same";
  const [one, other] = found.outcomes;
  return `${one} and ${other} where ${caseInWords(
    grid,
    found.classes.map((i) => [i]),
  )}`;
}

function search(first: DecisionTable, second: DecisionTable, grid: Grid): Found | undefined {
  const length = first.rows.length;
  const leaf = (set: RowSet): Found => {
    const rows = rowsIn(set);
    const one = outcomeOf(
      first,
      rows.filter((i) => i < length),
    );
    const other = outcomeOf(
      second,
      rows.filter((i) => i >= length).map((i) => i - length),
    );
    return one === other ? AGREE : { classes: [], outcomes: [one, other] };
  };
  return walk<Found>(grid, everyCase(grid), grid.rows, newBudget(), {
    settled: (set, column) => (column === grid.columns.length ? leaf(set) : undefined),
    join: (branches) => {
      const differs = branches.find((b) => b.found.classes !== undefined);
      if (differs === undefined) return AGREE;
      const { classes, outcomes } = differs.found;
      return { classes: [differs.classes[0] ?? 0, ...(classes ?? [])], outcomes };
    },
  });
}

function outcomeOf(table: DecisionTable, fitting: readonly number[]): string {
  const rest = [...table.rows.entries()].flatMap(([i, row]) => (row.otherwise ? [i] : []));
  const rows = applying(table, fitting.length > 0 ? fitting : rest);
  const outcomes = [...new Set(rows.map((i) => `\`${table.rows[i]?.outcome}\``))];
  return outcomes.length === 0 ? "nothing" : outcomes.join(" and ");
}
