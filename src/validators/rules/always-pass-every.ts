// Always pass `F` with every `L` [noun] to `T`.
import { covers } from "../../pattern/compare.ts";
import { valuesOf } from "../../pattern/condition.ts";
import type { RuleOf } from "../../policy/types.ts";
import { addOption, addValues } from "../edits.ts";
import { firstUse, type Outcome, SILENT, type Subject, wholeRange } from "../subject.ts";
import { code, describeMember, series } from "../words.ts";

/** Broken when a member of the list is covered by no value of the option, compared as the tool compares them. */
export function alwaysPassEvery(rule: RuleOf<"always-pass-every">, subject: Subject): Outcome {
  const members = subject.list(rule.list)?.members ?? [];
  const values = valuesOf(rule.option, subject.args);
  const comparison = subject.option(rule.option)?.matches ?? "exact";
  const known = values.map((v) => v.text).filter((t) => t !== undefined);
  const missing = members.filter(
    (m) => !known.some((text) => covers(text, m.value, comparison, subject.regex)),
  );
  if (missing.length === 0) return SILENT;
  const use = firstUse(rule.option, subject);
  const range =
    use === undefined ? wholeRange(subject) : { start: use.word.range.start, end: use.last.range.end };
  const list = series(missing.map(describeMember));
  const unknown = values.filter((v) => v.text === undefined);
  if (unknown.length > 0 || use?.unsure === true) {
    const raw = unknown.map((v) => code(v.raw)).join(", ");
    const what = raw === "" ? code(rule.option) : raw;
    return { broken: "unknown", message: `whether ${what} covers ${list} can't be decided`, range };
  }
  const names = missing.map((m) => m.value);
  return {
    broken: true,
    message: `${use === undefined ? `${code(rule.option)} is missing, and with it` : `${code(rule.option)} lacks`} ${list}`,
    range,
    edits:
      use === undefined ? addOption(rule.option, names, subject) : addValues(rule.option, names, subject),
  };
}
