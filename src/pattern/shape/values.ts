// What may stand in a hole of each type: from one place of a line, where such a value may end.
import type { HoleType, List } from "../../policy/types.ts";
import { memberFor } from "../compare.ts";

/** The places at which a value that begins at `at` may end; none where none begins. Few, and found in bounded time. */
export type Ends = (text: string, at: number) => readonly number[];

const NONE: readonly number[] = [];

// Every repetition below is bounded, so that looking from one place costs the same however long the line is.
const NUMBER = /[+-]?\d{1,15}(?:[.,]\d{1,15})?%?/y;
const VERSION = /v?\d{1,9}(?:\.\d{1,9}){0,5}(?:[-+][\w.]{1,40})?/y;
const MONTH =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const DAY = `(?:\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])|\\d{1,2} ${MONTH}\\.?,? \\d{4}|${MONTH}\\.? \\d{1,2},? \\d{4})`;
const DATE = new RegExp(DAY, "y");
const CLOCK = "(?:[01]?\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d(?:[.,]\\d{1,9})?)?(?: ?[AaPp][Mm](?![A-Za-z]))?";
const TIME = new RegExp(`(?:${DAY}(?:[T ]|, | at ))?${CLOCK}`, "y");
const ZONE = / ?(?:Z|[A-Z]{2,5}|(?:UTC|GMT)?[+-]\d{2}:?\d{2})(?![A-Za-z\d])/y;
const UNIT = "(?:d(?:ays?)?|h(?:(?:ou)?rs?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?)(?![A-Za-z])";
const AMOUNT = "\\d{1,6}(?:\\.\\d{1,3})? ?";
const SPAN = `${AMOUNT}(?:d|h|m|s|days?|hrs?|hours?|mins?|minutes?|secs?|seconds?)`;
const DURATION = new RegExp(
  `(?:${SPAN}(?:,? (?:and )?)?){0,3}${AMOUNT}${UNIT}|\\d{1,4}:[0-5]\\d(?::[0-5]\\d)?(?![:\\d])`,
  "iy",
);

/** A recognizer for each type whose values are short. Words, texts, paths and addresses are found by their ends. */
export const SHORT: Readonly<Partial<Record<HoleType, Ends>>> = {
  number: (text, at) => {
    const end = match(NUMBER, text, at);
    if (end === undefined || isWordCharacter(text, at - 1)) return NONE;
    const whole = match(/[+-]?\d{1,15}/y, text, at);
    return whole === undefined || whole === end ? [end] : [end, whole];
  },
  version: (text, at) => one(match(VERSION, text, at)),
  date: (text, at) => one(match(DATE, text, at)),
  time: (text, at) => {
    const end = match(TIME, text, at);
    if (end === undefined) return NONE;
    const zone = match(ZONE, text, end);
    return zone === undefined ? [end] : [zone, end];
  },
  duration: (text, at) => one(match(DURATION, text, at)),
};

/** A recognizer for some values. */
export function valuesEnds(values: readonly string[]): Ends {
  const byFirst = new Map<string, string[]>();
  for (const value of values) {
    const first = value[0] ?? "";
    const known = byFirst.get(first);
    if (known === undefined) byFirst.set(first, [value]);
    else known.push(value);
  }
  return (text, at) => {
    const fitting = byFirst.get(text[at] ?? "")?.filter((v) => text.startsWith(v, at));
    return fitting === undefined ? NONE : fitting.map((v) => at + v.length).sort((a, b) => b - a);
  };
}

/** A recognizer for the members of a list; prefixes and globs are held against whole words. */
export function listEnds(list: List): Ends {
  if (list.matching === "exact") return valuesEnds(list.members.map((m) => m.value));
  return (text, at) => {
    if (at > 0 && isInWord(text, at - 1)) return NONE;
    let end = at;
    while (end < text.length && isInWord(text, end)) end++;
    return end > at && memberFor(text.slice(at, end), list) !== undefined ? [end] : NONE;
  };
}

/** Whether the character at a place may stand inside a word: anything but a blank, a comma or a semicolon. */
export function isInWord(text: string, at: number): boolean {
  const char = text[at];
  return char !== undefined && char !== " " && char !== "," && char !== ";" && char !== "\t";
}

/** Whether a letter, a digit or `_` stands at a place: what a literal text must not begin or end within. */
export function isWordCharacter(text: string, at: number): boolean {
  const char = text[at];
  if (char === undefined) return false;
  return char < "\u0080" ? /[A-Za-z0-9_]/.test(char) : /[\p{L}\p{N}]/u.test(char);
}

/** Whether a place stands between two characters of one word. */
export function cutsWord(text: string, at: number): boolean {
  return isWordCharacter(text, at) && isWordCharacter(text, at - 1);
}

function match(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function one(end: number | undefined): readonly number[] {
  return end === undefined ? NONE : [end];
}
