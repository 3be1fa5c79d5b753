// Always pass `F` [`V`] to `T`.
import { anyValue, isUsed } from "../../pattern/condition.ts";
import { all, any, not, type Truth } from "../../pattern/truth.ts";
import type { RuleOf } from "../../policy/types.ts";
import { addOption } from "../edits.ts";
import { type Outcome, SILENT, type Subject, wholeRange } from "../subject.ts";
import { code, series } from "../words.ts";

/** Broken when an option is not given, or not with its value. With "or" one of the options is enough. */
export function alwaysPass(rule: RuleOf<"always-pass">, subject: Subject): Outcome {
  const given = rule.options.map((option): Truth => {
    const { value } = option;
    const used = isUsed(option.name, subject.args);
    return value === undefined || used === false
      ? used
      : anyValue(option.name, subject.args, (text) => text === value);
  });
  const broken = not(rule.join === "and" ? all(given) : any(given));
  if (broken === false) return SILENT;
  const missing = rule.options.filter((_, i) => given[i] !== true);
  const toAdd = rule.join === "and" ? missing : missing.slice(0, 1);
  const absent = toAdd.every((o) => isUsed(o.name, subject.args) === false);
  const names = missing.map((o) => code(o.value === undefined ? o.name : `${o.name} ${o.value}`));
  return {
    broken,
    message:
      broken === true
        ? `${series(names, rule.join)} ${missing.length === 1 ? "is" : "are"} missing`
        : `whether ${series(names, rule.join)} is given can't be decided`,
    range: wholeRange(subject),
    edits: absent
      ? toAdd.flatMap((o) => addOption(o.name, o.value === undefined ? [] : [o.value], subject))
      : [],
  };
}
