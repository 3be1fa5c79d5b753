// Default `F` to `V` for `T`.
import { valuesOf } from "../../pattern/condition.ts";
import type { RuleOf } from "../../policy/types.ts";
import { addOption } from "../edits.ts";
import { firstUse, type Outcome, SILENT, type Subject, wholeRange } from "../subject.ts";
import { code } from "../words.ts";

/** Broken when the option is absent (deny, with the fix) or has another value (ask). */
export function defaultValue(rule: RuleOf<"default">, subject: Subject): Outcome {
  const use = firstUse(rule.option, subject);
  if (use === undefined) {
    return {
      broken: true,
      message: `${code(rule.option)} is missing; its default is ${code(rule.value)}`,
      range: wholeRange(subject),
      edits: addOption(rule.option, [rule.value], subject),
    };
  }
  const range = { start: use.word.range.start, end: use.last.range.end };
  const values = valuesOf(rule.option, subject.args);
  const other = values.find((v) => v.text !== undefined && v.text !== rule.value);
  if (other !== undefined) {
    return {
      broken: true,
      decision: "ask",
      message: `${code(rule.option)} is ${code(other.text ?? "")}; its default is ${code(rule.value)}`,
      range,
    };
  }
  const unknown = values.find((v) => v.text === undefined);
  if (unknown === undefined && values.length > 0) return SILENT;
  const what = unknown === undefined ? `the value of ${code(rule.option)}` : code(unknown.raw);
  // Whatever it is, it is no more than another value: a person may approve it.
  return {
    broken: "unknown",
    decision: "ask",
    message: `whether ${what} is the default ${code(rule.value)} can't be decided`,
    range,
  };
}
