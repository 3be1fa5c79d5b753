// Never pass `F` to `T`.
import { anyValue, isUsed } from "../../pattern/condition.ts";
import { any, type Truth } from "../../pattern/truth.ts";
import type { RuleOf } from "../../policy/types.ts";
import { firstUse, type Outcome, SILENT, type Subject } from "../subject.ts";
import { code, series } from "../words.ts";

/** Broken when one of the options is given (with its value, where the rule names one). */
export function neverPass(rule: RuleOf<"never-pass">, subject: Subject): Outcome {
  const given = rule.options.map((option): Truth => {
    const { value } = option;
    return value === undefined
      ? isUsed(option.name, subject.args)
      : anyValue(option.name, subject.args, (text) => text === value);
  });
  const broken = any(given);
  if (broken === false) return SILENT;
  const hits = rule.options.filter((_, i) => given[i] !== false);
  const names = series(hits.map((o) => code(o.value === undefined ? o.name : `${o.name} ${o.value}`)));
  const use = firstUse(hits[0]?.name ?? "", subject);
  return {
    broken,
    message: broken === true ? `${names} is given` : `whether ${names} is given can't be decided`,
    range: use === undefined ? undefined : { start: use.word.range.start, end: use.last.range.end },
  };
}
