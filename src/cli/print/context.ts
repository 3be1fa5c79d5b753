// What is written for agents, in numbers.
import type { Spill } from "../../compiler/4-emit/agents/plan.ts";

/** A line for everything that didn't stay in the always-on text. */
export function printSpilled(spilled: readonly Spill[]): string {
  return spilled
    .map(({ what, from, to, bytes }) => `moved out of ${from}: ${what}, ${bytes} bytes; to ${to}\n`)
    .join("");
}
