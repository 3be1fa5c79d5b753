// Never pass any `L` [noun] as `F` to `T`.
import { covers, memberFor } from "../../pattern/compare.ts";
import { occurrencesOf, valuesOf } from "../../pattern/condition.ts";
import type { Member, RuleOf } from "../../policy/types.ts";
import { type Outcome, SILENT, type Subject } from "../subject.ts";
import { code } from "../words.ts";

/** Broken when a value is, or is matched by, a member of the list. */
export function neverPassAny(rule: RuleOf<"never-pass-any">, subject: Subject): Outcome {
  const list = subject.list(rule.list);
  if (list === undefined) return SILENT;
  const values = valuesOf(rule.option, subject.args);
  const comparison = subject.option(rule.option)?.matches ?? "exact";
  const named = (text: string): Member | undefined =>
    memberFor(text, list) ??
    (comparison === "glob" || comparison === "regex"
      ? list.members.find((m) => covers(text, m.value, comparison, subject.regex))
      : undefined);
  for (const value of values) {
    const member = value.text === undefined ? undefined : named(value.text);
    if (member === undefined) continue;
    const since = member.date === undefined ? "" : ` since ${member.date}`;
    const why = member.reason === undefined ? "" : `: ${member.reason}`;
    return {
      broken: true,
      message: `${code(value.text ?? "")} is on ${code(list.name)}${since}${why}`,
      range: value.range,
    };
  }
  const unknown = values.find((v) => v.text === undefined);
  const unsure = occurrencesOf(rule.option, subject.args).find((o) => o.unsure && o.values.length === 0);
  if (unknown === undefined && unsure === undefined) return SILENT;
  const what = unknown?.raw ?? rule.option;
  return {
    broken: "unknown",
    message: `whether ${code(what)} names a member of ${code(list.name)} can't be decided`,
    range: unknown?.range ?? unsure?.word.range,
  };
}
