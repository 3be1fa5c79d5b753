// Reads one option of a carrier by its table: a flag, an option with a value, or letters in one word.
import type { Field } from "../text-model.ts";
import type { Carrier } from "../types.ts";

/** A script that is the value of an option: the word, and where in its value the script starts. */
export interface ScriptValue {
  readonly field: Field;
  readonly from: number;
}

/** One way to read a carrier's words. */
export interface CarrierReading {
  /** Index of the first carried word; the number of words when there is none. */
  readonly start: number;
  readonly certain: boolean;
  readonly host: string | null | undefined;
  readonly assignments: readonly Field[];
  readonly scripts: readonly ScriptValue[];
  /** A word whose value is split to words that take its place, with the index after it. */
  readonly split: (ScriptValue & { readonly next: number; readonly at: number }) | undefined;
  /** Options that were seen, letters one by one. */
  readonly options: ReadonlySet<string>;
  readonly values: readonly ScriptValue[];
}

/** Where one way to read the words has come to. */
export interface Step extends CarrierReading {
  readonly at: number;
  readonly operand: number;
  readonly done: boolean;
}

/** What may be read on after one option. */
export function readOption(
  carrier: Carrier,
  words: readonly Field[],
  step: Step,
  text: string,
): readonly Step[] {
  const equals = text.startsWith("--") ? text.indexOf("=") : -1;
  const name = equals < 0 ? text : text.slice(0, equals);
  const word = words[step.at];
  if (word === undefined) return [];
  const next = { ...step, at: step.at + 1, options: new Set([...step.options, name]) };
  const skipTwo = { ...next, at: step.at + 2 };
  const value: ScriptValue | undefined =
    equals >= 0
      ? { field: word, from: equals + 1 }
      : words[step.at + 1] && { field: words[step.at + 1] ?? word, from: 0 };
  const past = equals >= 0 ? next : skipTwo;
  if (carrier.script?.includes(name))
    return [value === undefined ? past : { ...past, scripts: [...past.scripts, value] }];
  if (carrier.splits?.includes(name)) {
    return value === undefined ? [past] : [{ ...past, split: { ...value, at: step.at, next: past.at } }];
  }
  if (carrier.valued.includes(name))
    return [value === undefined ? past : { ...past, values: [...past.values, value] }];
  if (carrier.flags.includes(name) || carrier.flags.includes(text) || equals >= 0) return [next];
  if (text.startsWith("--"))
    return [
      { ...next, certain: false },
      { ...skipTwo, certain: false },
    ];
  return readLetters(carrier, words, step, text);
}

/** What may be read on after bundled letters: `-nu root`. */
function readLetters(carrier: Carrier, words: readonly Field[], step: Step, text: string): readonly Step[] {
  const others: Step[] = [];
  const word = words[step.at];
  let current: Step = { ...step, at: step.at + 1 };
  for (let index = 1; index < text.length; index++) {
    const letter = `-${text[index]}`;
    const last = index === text.length - 1;
    current = { ...current, options: new Set([...current.options, letter]) };
    const following = words[step.at + 1];
    const past = last ? { ...current, at: step.at + 2 } : current;
    const value = last
      ? following && { field: following, from: 0 }
      : word && { field: word, from: index + 1 };
    if (carrier.script?.includes(letter)) {
      return [...others, value === undefined ? past : { ...past, scripts: [...past.scripts, value] }];
    }
    if (carrier.splits?.includes(letter)) {
      return [
        ...others,
        value === undefined ? past : { ...past, split: { ...value, at: step.at, next: past.at } },
      ];
    }
    if (carrier.valued.includes(letter)) {
      return [...others, value === undefined ? past : { ...past, values: [...past.values, value] }];
    }
    if (carrier.flags.includes(letter)) continue;
    current = { ...current, certain: false };
    if (others.length === 0 || last) others.push({ ...past, certain: false });
  }
  return [...others, current];
}
