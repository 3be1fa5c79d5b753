// Walks the cases of a grid column by column. Classes that the same rows take are walked as one, and what was found below
// a set of rows is kept, so that the work grows with what the rows tell apart and not with the number of cases.
import type { Grid, RowSet } from "./grid.ts";

/** How many classes may be looked at before a walk is given up; shared by the walks of one table. */
export interface Budget {
  left: number;
}

/** The budget of one table. */
export function newBudget(): Budget {
  return { left: 300_000 };
}

/** Classes of one column that lead to the same rows, and what was found there. */
export interface Branch<T> {
  readonly classes: readonly number[];
  readonly found: T;
}

export interface Walk<T> {
  /** What a set of rows says in front of a column, where it is clear already; behind the last column it always is. */
  readonly settled: (rows: RowSet, column: number) => T | undefined;
  readonly join: (branches: readonly Branch<T>[], column: number) => T;
}

/** Walks the cases that `allowed` leaves of each column. Undefined when the budget is used up. */
export function walk<T>(
  grid: Grid,
  allowed: readonly (readonly number[])[],
  rows: RowSet,
  budget: Budget,
  { settled, join }: Walk<T>,
): T | undefined {
  const known = new Map<string, T>();
  const below = (set: RowSet, at: number): T | undefined => {
    const clear = settled(set, at);
    const column = grid.columns[at];
    if (clear !== undefined || column === undefined) return clear;
    const key = `${at} ${set}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const groups = new Map<RowSet, number[]>();
    const classes = allowed[at] ?? [];
    budget.left -= classes.length + 1;
    if (budget.left < 0) return undefined;
    for (const index of classes) {
      const left = set & (column.takenBy[index] ?? 0n);
      const group = groups.get(left);
      if (group === undefined) groups.set(left, [index]);
      else group.push(index);
    }
    const branches: Branch<T>[] = [];
    for (const [left, group] of groups) {
      const found = below(left, at + 1);
      if (found === undefined) return undefined;
      branches.push({ classes: group, found });
    }
    const joined = join(branches, at);
    known.set(key, joined);
    return joined;
  };
  return below(rows, 0);
}

/** For each column, and behind the last, the rows that take all that is allowed from there on. */
export function takingAllFrom(grid: Grid, allowed: readonly (readonly number[])[]): RowSet[] {
  const sets: RowSet[] = [grid.rows];
  for (let at = grid.columns.length - 1; at >= 0; at--) {
    const taken = (allowed[at] ?? []).reduce(
      (set, i) => set & (grid.columns[at]?.takenBy[i] ?? 0n),
      grid.rows,
    );
    sets.unshift(taken & (sets[0] ?? 0n));
  }
  return sets;
}
