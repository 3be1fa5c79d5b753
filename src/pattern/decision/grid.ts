// A decision table as a grid: a column for each input, cut into classes of values, and the rows that take each class.
import type { DecisionRow, DecisionTable } from "../../policy/types.ts";
import { cellHolds, namedValues } from "./cells.ts";
import { classesOf } from "./domain.ts";

/** Bounds of what is analysed: beyond them a table is "not analysed". */
const LIMITS = { rows: 1_000, columns: 64, checks: 1_000_000 } as const;

/** A set of rows, one bit each. */
export type RowSet = bigint;

export interface GridColumn {
  /** The input; undefined for the day, on which rows with an end hang. */
  readonly input: string | undefined;
  /** How each class is written. */
  readonly classes: readonly string[];
  /** The rows that take each class. */
  readonly takenBy: readonly RowSet[];
  /** The class of a value; -1 where there is none. */
  readonly classOf: (value: string) => number;
}

/** `otherwise` is no row of the grid: it takes what is left. */
export interface Grid {
  readonly columns: readonly GridColumn[];
  /** Every row but `otherwise`. */
  readonly rows: RowSet;
}

/** The grid of a table; undefined where it is too large. Bit `i` of a row set is row `i` of the table. */
export function gridOf(table: DecisionTable): Grid | undefined {
  const { inputs, rows } = table;
  if (rows.length > LIMITS.rows || inputs.length > LIMITS.columns) return undefined;
  let checks = 0;
  const columns: GridColumn[] = [];
  for (const input of inputs) {
    const classes = classesOf(input, namedValues(rows, input.name));
    checks += classes.length * (rows.length + valuesIn(rows, input.name));
    if (checks > LIMITS.checks) return undefined;
    const cells = rows.map((row) => row.when.filter((cell) => cell.input === input.name));
    const takenBy = classes.map(({ ordering }) =>
      rowSet(table, (i) => cells[i]?.every((cell) => cellHolds(cell, ordering)) === true),
    );
    const classOf = (value: string): number => classes.findIndex((c) => c.holds(value));
    columns.push({ input: input.name, classes: classes.map((c) => c.text), takenBy, classOf });
  }
  const ends = [...new Set(rows.flatMap((row) => row.until ?? []))].sort();
  if (ends.length > 0) columns.push(dayColumn(table, ends));
  return { columns, rows: rowSet(table, () => true) };
}

/** How many values the cells of an input hold, all rows together. */
function valuesIn(rows: readonly DecisionRow[], input: string): number {
  const tests = rows.flatMap((row) =>
    row.when.filter((c) => c.input === input).flatMap((c) => c.anyOf.flat()),
  );
  return tests.reduce((sum, test) => sum + (test.test === "is" ? test.values.length : 1), 0);
}

/** The days up to the first end, those up to the next, and those behind the last. */
function dayColumn(table: DecisionTable, ends: readonly string[]): GridColumn {
  const starts = [undefined, ...ends];
  return {
    input: undefined,
    classes: starts.map((start) => (start === undefined ? `until \`${ends[0]}\`` : `after \`${start}\``)),
    takenBy: starts.map((start) =>
      rowSet(table, (i) => {
        const until = table.rows[i]?.until;
        return until === undefined || start === undefined || until > start;
      }),
    ),
    classOf: (day) => ends.filter((end) => end < day).length,
  };
}

function rowSet(table: DecisionTable, takes: (row: number) => boolean): RowSet {
  let set = 0n;
  for (const [i, row] of table.rows.entries()) if (!row.otherwise && takes(i)) set |= 1n << BigInt(i);
  return set;
}

/** The rows of a set, in order. */
export function rowsIn(set: RowSet): number[] {
  const found: number[] = [];
  for (let i = 0, left = set; left > 0n; i++, left >>= 1n) if ((left & 1n) === 1n) found.push(i);
  return found;
}

/** Every class of every column: the whole space of cases. */
export function everyCase(grid: Grid): number[][] {
  return grid.columns.map((column) => column.classes.map((_, i) => i));
}
