// What needs come to once names are resolved: expressions over the statuses of parts and the values of facts, and whether
// some values of the facts make them true.

/** The statuses as bits of a mask. */
export const STATUSES = ["Not Started", "In Progress", "Pass", "Fail", "Blocked", "Waived"] as const;
export const OPEN = 1;
export const RUNNING = 2;
export const PASS = 4;
export const FAIL = 8;
export const BLOCKED = 16;
export const WAIVED = 32;
export const ALL = 63;
export const DONE = PASS | WAIVED;
/** What a part has come to that could be begun, or passed. */
export const BEGUN = RUNNING | PASS;
/** Statuses that nothing leads out of. */
export const FINAL = PASS | FAIL | WAIVED;

/**
 * A status atom holds where the part has a status of its mask; one that is `settled` says nothing of a part that may
 * still change. A fact atom holds for some of the values of its variable.
 */
export type Expression =
  | { readonly is: "all" | "any"; readonly of: readonly Expression[] }
  | { readonly is: "status"; readonly part: number; readonly mask: number; readonly settled: boolean }
  | { readonly is: "fact"; readonly variable: number; readonly values: ReadonlySet<number> }
  | { readonly is: "known"; readonly value: boolean };

export const TRUE: Expression = { is: "known", value: true };

/** An expression, and whether it is to be true or false. */
export interface Goal {
  readonly expression: Expression;
  readonly wanted: boolean;
}

/** What is known of parts and facts. */
export interface Knowledge {
  /** The statuses that a part may have, as a mask. */
  readonly statusOf: (part: number) => number;
  /** How many values a variable has. */
  readonly sizeOf: (variable: number) => number;
  /** Counts what was looked at. */
  readonly count: () => void;
}

/** Values of variables by their numbers. */
export type World = ReadonlyMap<number, number>;

/** How much is tried for one set of goals; beyond it they are taken for possible. */
const MOST = 3_000;

/** A value that is open: the variable, or the part, that it hangs on; or one that nothing of this moment tells. */
type Value = boolean | { readonly variable: number } | { readonly part: number } | "later";

/** Values under which all goals are met, as an extension of those given; undefined where there are none. */
export function satisfy(goals: readonly Goal[], known: Knowledge, world: World): World | undefined {
  const values = new Map(world);
  const parts = new Map<number, number>();
  let left = MOST;
  const statusOf = (part: number): number => parts.get(part) ?? known.statusOf(part);
  const tryOn = (): boolean => {
    known.count();
    if (left-- <= 0) return true;
    let open: Exclude<Value, boolean | "later"> | undefined;
    for (const { expression, wanted } of goals) {
      const value = truthOf(expression, statusOf, values);
      if (value === "later" || value === !wanted) return false;
      if (typeof value === "object") open ??= value;
    }
    if (open === undefined) return true;
    if ("variable" in open) {
      for (let i = 0; i < known.sizeOf(open.variable); i++) {
        values.set(open.variable, i);
        if (tryOn()) return true;
      }
      values.delete(open.variable);
      return false;
    }
    const mask = known.statusOf(open.part);
    for (let bit = 1; bit <= mask; bit <<= 1) {
      if ((mask & bit) === 0) continue;
      parts.set(open.part, bit);
      if (tryOn()) return true;
    }
    parts.delete(open.part);
    return false;
  };
  return tryOn() ? values : undefined;
}

function truthOf(expression: Expression, statusOf: (part: number) => number, values: World): Value {
  switch (expression.is) {
    case "known":
      return expression.value;
    case "fact": {
      const value = values.get(expression.variable);
      return value === undefined ? { variable: expression.variable } : expression.values.has(value);
    }
    case "status": {
      const { part, mask, settled } = expression;
      const status = statusOf(part);
      if (settled && (status & FINAL) === 0) return "later";
      if ((status & (status - 1)) !== 0) return { part };
      return (status & mask) !== 0;
    }
    default: {
      const decides = expression.is === "any";
      let open: Value = !decides;
      for (const inner of expression.of) {
        const value = truthOf(inner, statusOf, values);
        if (value === decides) return decides;
        if (typeof value === "object" || (value === "later" && typeof open !== "object")) open = value;
      }
      return open;
    }
  }
}

/** The parts that an expression looks at. */
export function partsIn(expression: Expression): number[] {
  if (expression.is === "status") return [expression.part];
  return "of" in expression ? expression.of.flatMap(partsIn) : [];
}

/** The variables that an expression looks at. */
export function variablesIn(expression: Expression): number[] {
  if (expression.is === "fact") return [expression.variable];
  return "of" in expression ? expression.of.flatMap(variablesIn) : [];
}

/** The masks that an expression holds the parts against. */
export function atomsIn(expression: Expression): { readonly part: number; readonly mask: number }[] {
  if (expression.is === "status") return [expression];
  return "of" in expression ? expression.of.flatMap(atomsIn) : [];
}
