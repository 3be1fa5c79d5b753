// The classes into which the values of an input fall: within one, every row of the table says the same.
import type { DecisionInput } from "../../policy/types.ts";
import { type Ordering, orderingOf } from "./cells.ts";
import { compareTyped, isEmptyBetween } from "./values.ts";

/** A class of values: how it is written in messages, and its order to the values that the table names. */
export interface ValueClass {
  readonly text: string;
  readonly ordering: Ordering;
  /** Whether a value is in it. */
  readonly holds: (value: string) => boolean;
}

/**
 * The classes of an input. A fact with `Values`, or a decision, has one for each; a text has the named values and "anything
 * else"; what has an order is cut at each value that the table names.
 */
export function classesOf(input: DecisionInput, named: readonly string[]): ValueClass[] {
  const { type, values } = input;
  if (values.length > 0) return values.map((value) => single(type, value));
  if (type === "text") return [...named.map((value) => single(type, value)), otherThan(named)];
  return intervals(type, named);
}

function single(type: DecisionInput["type"], value: string): ValueClass {
  const ordering = orderingOf(type, value);
  return { text: `\`${value}\``, ordering, holds: (other) => ordering(other) === 0 };
}

function otherThan(named: readonly string[]): ValueClass {
  const text = named.length === 0 ? "anything" : "anything else";
  return { text, ordering: () => Number.NaN, holds: (value) => !named.includes(value) };
}

function intervals(type: DecisionInput["type"], named: readonly string[]): ValueClass[] {
  const bounds = [...named]
    .sort((a, b) => compareTyped(type, a, b))
    .filter((value, i, all) => i === 0 || compareTyped(type, all[i - 1] ?? "", value) !== 0);
  const [first] = bounds;
  const last = bounds[bounds.length - 1];
  if (first === undefined || last === undefined)
    return [{ text: "anything", ordering: () => Number.NaN, holds: () => true }];
  const classes: ValueClass[] = [];
  for (const [i, high] of bounds.entries()) {
    const low = bounds[i - 1];
    if (!isEmptyBetween(type, low, high)) classes.push(between(type, low, high));
    classes.push(single(type, high));
  }
  return [...classes, between(type, last, undefined)];
}

/** The values between two bounds that follow each other, or beyond the first or last of all. */
function between(type: DecisionInput["type"], low: string | undefined, high: string | undefined): ValueClass {
  const isAbove = (value: string): boolean => low !== undefined && compareTyped(type, value, low) <= 0;
  const text =
    low === undefined
      ? `below \`${high}\``
      : high === undefined
        ? `above \`${low}\``
        : `between \`${low}\` and \`${high}\``;
  return {
    text,
    ordering: (named) => (isAbove(named) ? 1 : -1),
    holds: (value) =>
      (low === undefined || compareTyped(type, value, low) > 0) &&
      (high === undefined || compareTyped(type, value, high) < 0),
  };
}
