// Finds the values of options in a program's words, where its other options need not be known.
import { sliceText } from "../source.ts";
import type { Field, Text } from "../text-model.ts";
import { fieldText } from "./shared.ts";
import type { ScriptValue } from "./steps.ts";

/** The value of an option with its name. */
export interface OptionValue extends ScriptValue {
  readonly option: string;
}

/** The known start of a word. */
export function headOf(field: Field | undefined): string {
  return field?.word.text ?? field?.word.pieces?.[0] ?? "";
}

/** The text of an option's value. */
export function valueText(value: ScriptValue): Text {
  const text = fieldText(value.field);
  return value.from === 0 ? text : sliceText(text, value.from, text.value.length);
}

/** The value that one word has for an option, glued to it or in the next word. */
function valueIn(option: string, field: Field, next: Field | undefined): ScriptValue | undefined {
  const head = headOf(field);
  if (field.word.text === option) return next === undefined ? undefined : { field: next, from: 0 };
  if (head.startsWith(`${option}=`)) return { field, from: option.length + 1 };
  const short = option.length === 2 && option[1] !== "-";
  return short && head.startsWith(option) && head.length > 2 ? { field, from: 2 } : undefined;
}

/** All values of the named options in order; none behind `--`. */
export function optionValues(args: readonly Field[], options: readonly string[]): readonly OptionValue[] {
  const found: OptionValue[] = [];
  for (let at = 0; at < args.length; at++) {
    const field = args[at];
    const head = headOf(field);
    if (field === undefined || head === "--") break;
    if (!/^[-+]/.test(head)) continue;
    for (const option of options) {
      const value = valueIn(option, field, args[at + 1]);
      if (value === undefined) continue;
      found.push({ ...value, option });
      if (value.from === 0) at += 1;
      break;
    }
  }
  return found;
}

/** Where the first word stands that is no option, by the options that take the next word. */
export function firstOperand(args: readonly Field[], valued: ReadonlySet<string>, from = 0): number {
  let at = from;
  while (at < args.length) {
    const head = headOf(args[at]);
    if (!head.startsWith("-") || head === "-") return at;
    at += valued.has(head) ? 2 : 1;
  }
  return args.length;
}
