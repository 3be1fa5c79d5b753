// Which rows of a decision table may apply where some inputs are known, some are one of several values, and some anything.

import type { DecisionInput, DecisionRow, DecisionTable } from "../../policy/types.ts";
import { applying } from "./applying.ts";
import { cellHolds, orderingOf } from "./cells.ts";
import { type Grid, gridOf, type RowSet, rowsIn } from "./grid.ts";
import { type Branch, newBudget, takingAllFrom, walk } from "./split.ts";

/** Rows that apply together in some case: one, none, or several where exactly one should. */
export interface Applying {
  readonly rows: readonly number[];
}

export interface Possible {
  readonly found: readonly Applying[];
  /** The inputs between whose values the rows tell. */
  readonly hangsOn: ReadonlySet<string>;
}

type Given = ReadonlyMap<string, readonly string[] | undefined>;

/** Everything that may apply, of the rows that there are. Undefined where that can't be told within bounds. */
export function possibleResults(
  table: DecisionTable,
  rows: readonly number[],
  given: Given,
): Possible | undefined {
  const fixed = table.inputs.filter(({ name }) => given.get(name)?.length === 1);
  const types = new Map(table.inputs.map(({ name, type }) => [name, type]));
  const fitting = rows.filter((i) => fitsKnown(table.rows[i], types, given));
  if (fixed.length === table.inputs.length)
    return { found: [{ rows: applying(table, fitting) }], hangsOn: new Set() };
  const grid = gridOf({ ...table, rows: table.rows.map(({ until: _, ...row }) => row) });
  return grid === undefined ? undefined : throughGrid(table, grid, fitting, given);
}

/** Whether a row takes all values that are known for certain. */
function fitsKnown(
  row: DecisionRow | undefined,
  types: ReadonlyMap<string, DecisionInput["type"]>,
  given: Given,
): boolean {
  const fits = row?.when.every((cell) => {
    const [value, ...more] = given.get(cell.input) ?? [];
    const type = types.get(cell.input) ?? "text";
    return value === undefined || more.length > 0 || cellHolds(cell, orderingOf(type, value));
  });
  return fits === true;
}

function throughGrid(
  table: DecisionTable,
  grid: Grid,
  fitting: readonly number[],
  given: Given,
): Possible | undefined {
  const allowed = grid.columns.map((column) => {
    const values = given.get(column.input ?? "");
    const all = column.classes.map((_, i) => i);
    return values === undefined ? all : [...new Set(values.map(column.classOf))].filter((i) => i >= 0);
  });
  const rest = fitting.filter((i) => table.rows[i]?.otherwise === true);
  const rows = fitting.reduce((set, i) => set | (1n << BigInt(i)), 0n) & grid.rows;
  const taking = takingAllFrom(grid, allowed);
  const results = new Map<string, Applying>();
  const hangsOn = new Set<string>();
  const known = (set: RowSet): ReadonlySet<string> => {
    const found = { rows: applying(table, set === 0n ? rest : rowsIn(set)) };
    const key = found.rows.join(" ");
    results.set(key, found);
    return new Set([key]);
  };
  const found = walk<ReadonlySet<string>>(grid, allowed, rows, newBudget(), {
    settled: (set, column) => {
      if (column === grid.columns.length || isClear(table, set, taking[column] ?? 0n)) return known(set);
      return undefined;
    },
    join: (branches, column) => {
      const name = grid.columns[column]?.input;
      if (branches.length > 1 && name !== undefined && differ(branches)) hangsOn.add(name);
      return new Set(branches.flatMap((b) => [...b.found]));
    },
  });
  return found === undefined
    ? undefined
    : { found: [...found].flatMap((k) => results.get(k) ?? []), hangsOn };
}

/** Whether no further column can change which of these rows apply. */
function isClear(table: DecisionTable, set: RowSet, taking: RowSet): boolean {
  if (set === 0n) return true;
  const lowest = set & -set;
  return table.applies === "first" ? (lowest & taking) !== 0n : (set & taking) === set;
}

function differ(branches: readonly Branch<ReadonlySet<string>>[]): boolean {
  const keys = branches.map((b) => [...b.found].sort().join(";"));
  return new Set(keys).size > 1;
}
