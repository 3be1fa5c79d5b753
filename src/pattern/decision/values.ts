// Values of a known type: whether a text is one, and which of two is greater.
import type { DecisionInput } from "../../policy/types.ts";
import { compareVersions } from "../compare.ts";

export type ValueType = DecisionInput["type"];

/** What a value of each type looks like, for messages. */
export const TYPE_IN_WORDS: Readonly<Record<ValueType, string>> = {
  text: "any text",
  version: "a version such as 4.20",
  number: "a number such as 12 or 0.5",
  date: "a day of the calendar as YYYY-MM-DD",
};

const NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_LENGTH = 86_400_000;

/** Whether a text is a value of a type. */
export function isOfType(type: ValueType, text: string): boolean {
  switch (type) {
    case "text":
      return true;
    case "version":
      return compareVersions(text, text) !== undefined;
    case "number":
      return NUMBER.test(text);
    case "date":
      return isDay(text);
  }
}

/** Whether the first is smaller (negative), the same (0) or greater; NaN where they have no order and differ. */
export function compareTyped(type: ValueType, a: string, b: string): number {
  if (a === b) return 0;
  if (type === "version") return compareVersions(a, b) ?? Number.NaN;
  if (type === "number") return Number(a) - Number(b);
  return type === "text" ? Number.NaN : a < b ? -1 : 1;
}

/** Whether nothing lies between two values that follow each other; without the first, below the second. */
export function isEmptyBetween(type: ValueType, low: string | undefined, high: string): boolean {
  if (type === "version") return low === undefined && compareVersions(high, "0") === 0;
  return type === "date" && low !== undefined && Date.parse(high) - Date.parse(low) <= DAY_LENGTH;
}

function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
