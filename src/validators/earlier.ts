// What ran before in the same session, put in front of what is checked.
import type { Invocation, Reading } from "../shell/types.ts";

/**
 * A reading behind the programs of earlier ones that have succeeded. What ran for certain in each of those has
 * succeeded; of a text that runs several programs it isn't known which did.
 */
export function behind(earlier: readonly Reading[], reading: Reading): Reading {
  if (earlier.length === 0) return reading;
  const invocations: Invocation[] = [];
  const succeeded: number[] = [];
  for (const before of earlier) {
    const [only, ...more] = before.invocations;
    if (only?.certain === true && more.length === 0 && before.problems.length === 0)
      succeeded.push(invocations.length);
    invocations.push(...before.invocations.map((i) => shifted(i, invocations.length, [])));
  }
  const offset = invocations.length;
  return {
    ...reading,
    invocations: [...invocations, ...reading.invocations.map((i) => shifted(i, offset, succeeded))],
  };
}

/** An invocation whose place among the others has moved. */
function shifted(invocation: Invocation, by: number, succeeded: readonly number[]): Invocation {
  const { pipedFrom } = invocation;
  return {
    ...invocation,
    succeeded: [...succeeded, ...invocation.succeeded.map((i) => i + by)],
    pipedFrom: pipedFrom === undefined ? undefined : pipedFrom + by,
  };
}
