// Whether a value fits what a row asks of it.
import type { CellTest, DecisionInput, DecisionRow } from "../../policy/types.ts";
import { compareTyped } from "./values.ts";

/** A value, or a class of values, by its order to those that tables name: 0 is the same, NaN neither more nor less. */
export type Ordering = (named: string) => number;

type Cell = DecisionRow["when"][number];

/** The ordering of one known value. */
export function orderingOf(type: DecisionInput["type"], value: string): Ordering {
  return (named) => compareTyped(type, value, named);
}

/** Whether some alternative of a cell holds whole. */
export function cellHolds(cell: Cell, ordering: Ordering): boolean {
  return cell.anyOf.some((tests) => tests.every((test) => testHolds(test, ordering)));
}

function testHolds(test: CellTest, ordering: Ordering): boolean {
  switch (test.test) {
    case "is":
      return test.values.some((value) => ordering(value) === 0) !== test.negated;
    case "above":
      return ordering(test.value) > 0;
    case "below":
      return ordering(test.value) < 0;
    case "at-least":
      return ordering(test.value) >= 0;
    case "at-most":
      return ordering(test.value) <= 0;
  }
}

/** Every value that the cells of one input name, each once, in the order in which they stand. */
export function namedValues(rows: readonly DecisionRow[], input: string): string[] {
  const tests = rows.flatMap((row) =>
    row.when.filter((c) => c.input === input).flatMap((c) => c.anyOf.flat()),
  );
  return [...new Set(tests.flatMap((test) => (test.test === "is" ? test.values : [test.value])))];
}
