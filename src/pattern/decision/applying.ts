// Which of the rows that fit a case apply.
import type { DecisionTable } from "../../policy/types.ts";

/** Of rows that fit a case, by their indexes in order, those that apply: `otherwise` only where no other row fits. */
export function applying(table: DecisionTable, fitting: readonly number[]): number[] {
  const plain = fitting.filter((i) => table.rows[i]?.otherwise !== true);
  if (plain.length === 0) return fitting.slice(0, 1);
  return table.applies === "first" ? plain.slice(0, 1) : plain;
}
