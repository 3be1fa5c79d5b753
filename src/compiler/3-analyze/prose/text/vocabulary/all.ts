// All sets of phrases. A set's name stands in the forms as `@name`.
import { FAILURES } from "./failures.ts";
import { MESSAGES } from "./messages.ts";
import { ORDER } from "./order.ts";
import { TIMES } from "./times.ts";

const SETS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({ ...TIMES, ...ORDER, ...FAILURES, ...MESSAGES }),
);

/** The phrases of a set; undefined where there is none of that name. */
export function setNamed(name: string): readonly string[] | undefined {
  return SETS.get(name);
}
