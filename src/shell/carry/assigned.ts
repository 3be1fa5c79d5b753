// Words like `A=1` as the variables that they set.
import type { Call } from "../model.ts";
import type { Field } from "../text-model.ts";
import type { Word } from "../types.ts";

/** The variables that words like `A=1` set for a program. */
export function assignmentsOf(fields: readonly Field[]): Call["env"] {
  return fields.map(({ word }) => {
    const head = word.text ?? word.pieces?.[0] ?? "";
    const name = head.slice(0, head.indexOf("="));
    const cut = name.length + 1;
    const plain = word.raw.startsWith(`${name}=`) && word.range.end - word.range.start === word.raw.length;
    const range = plain ? { start: word.range.start + cut, end: word.range.end } : word.range;
    const raw = plain ? word.raw.slice(cut) : word.raw;
    const [first, ...rest] = word.pieces ?? [];
    const value: Word = {
      ...word,
      raw,
      range,
      exact: word.exact && plain,
      text: word.text?.slice(cut),
      ...(typeof first === "string"
        ? { pieces: first.length > cut ? [first.slice(cut), ...rest] : rest }
        : {}),
    };
    return { name, value };
  });
}
