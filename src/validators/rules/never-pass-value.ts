// Never pass `V` [as `F`] to `T`.

import type { Value } from "../../pattern/arguments.ts";
import { valuesOf } from "../../pattern/condition.ts";
import type { RuleOf } from "../../policy/types.ts";
import { replaceWord } from "../edits.ts";
import { type Outcome, SILENT, type Subject } from "../subject.ts";
import { code } from "../words.ts";

/** Broken when one of the values is given: as the option, or anywhere where the rule names none. */
export function neverPassValue(rule: RuleOf<"never-pass-value">, subject: Subject): Outcome {
  const values = rule.option === undefined ? everyValue(subject) : valuesOf(rule.option, subject.args);
  // A glob that is written as the rule writes it is meant, whatever it will stand for.
  const hit = values.find((v) => rule.values.includes(v.text ?? v.raw));
  const where = rule.option === undefined ? "" : ` as ${code(rule.option)}`;
  if (hit !== undefined) {
    const other = /^`([^`]+)`\.?$/.exec(rule.instead ?? "")?.[1];
    return {
      broken: true,
      message: `${code(hit.text ?? hit.raw)} is given${where}`,
      range: hit.range,
      edits: other !== undefined && hit.exact ? replaceWord(hit.range, other, subject) : [],
    };
  }
  const unknown = values.find((v) => v.text === undefined);
  if (unknown === undefined) return SILENT;
  const names = rule.values.map(code).join(" or ");
  return {
    broken: "unknown",
    message: `whether ${code(unknown.raw)} is ${names} can't be decided`,
    range: unknown.range,
  };
}

function everyValue(subject: Subject): readonly Value[] {
  return [...subject.args.operands, ...subject.args.occurrences.flatMap((o) => o.values)];
}
