// How names and values are compared.
import type { Comparison, List } from "../policy/types.ts";
import { globMatches } from "./glob.ts";

const DATE = /^\d{4}-\d{2}-\d{2}/;

/** A regular expression engine without back-tracking, passed in: it is heavy, and few policies need it. */
export type RegexEngine = (pattern: string) => (text: string) => boolean;

/**
 * Whether the value given to an option covers a name, compared as the tool compares that option.
 * An empty value covers nothing, although it is a substring of everything: nobody means it so.
 */
export function covers(value: string, name: string, comparison: Comparison, regex: RegexEngine): boolean {
  if (value === "") return false;
  switch (comparison) {
    case "exact":
      return value === name;
    case "substring":
      return name.includes(value);
    case "prefix":
      return name.startsWith(value);
    case "suffix":
      return name.endsWith(value);
    case "glob":
      return globMatches(value, name);
    case "regex":
      return regexTest(value, name, regex);
  }
}

/** The list's member that a value is, or is matched by. */
export function memberFor(value: string, list: List): List["members"][number] | undefined {
  switch (list.matching) {
    case "exact":
      return list.members.find((m) => m.value === value);
    case "prefix":
      return list.members.find((m) => value.startsWith(m.value));
    case "glob":
      return list.members.find((m) => globMatches(m.value, value));
  }
}

/**
 * Compares numbers and dotted versions part by part (4.9 < 4.10): negative, 0 or positive; undefined where either
 * is neither.
 */
export function compareVersions(a: string, b: string): number | undefined {
  const left = parts(a);
  const right = parts(b);
  if (left === undefined || right === undefined) return undefined;
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Compares dates, numbers and versions; undefined where the two are not of one kind. */
export function compareValues(a: string, b: string): number | undefined {
  const dates = DATE.test(a) && DATE.test(b);
  return dates ? (a < b ? -1 : a > b ? 1 : 0) : compareVersions(a, b);
}

function parts(text: string): number[] | undefined {
  if (!/^v?\d{1,15}(\.\d{1,15})*$/.test(text)) return undefined;
  return text.replace(/^v/, "").split(".").map(Number);
}

function regexTest(pattern: string, text: string, regex: RegexEngine): boolean {
  try {
    return regex(pattern)(text);
  } catch {
    // A tool would refuse such a value too: it covers nothing.
    return false;
  }
}
