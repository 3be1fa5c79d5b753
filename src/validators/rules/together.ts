// Never combine `F` with `F2` on `T`; Never pipe `T` into `T2`; Always run `T` under `W`.
import { isUsed } from "../../pattern/condition.ts";
import { programMatches } from "../../pattern/match.ts";
import { any } from "../../pattern/truth.ts";
import type { RuleOf } from "../../policy/types.ts";
import { isAny } from "../sequence.ts";
import { firstUse, type Outcome, SILENT, type Subject, wholeRange } from "../subject.ts";
import { code } from "../words.ts";

/** Broken when an option of each side is given. */
export function neverCombine(rule: RuleOf<"never-combine">, subject: Subject): Outcome {
  const one = rule.options.find((o) => isUsed(o.name, subject.args) === true);
  const other = rule.with.find((name) => isUsed(name, subject.args) === true);
  if (one === undefined || other === undefined) return SILENT;
  const use = firstUse(other, subject);
  return {
    broken: true,
    message: `${code(one.name)} and ${code(other)} are given together`,
    range: use === undefined ? wholeRange(subject) : { start: use.word.range.start, end: use.last.range.end },
  };
}

/** Broken when the output of the command goes into the other one. */
export function neverPipe(rule: RuleOf<"never-pipe">, subject: Subject): Outcome {
  const { invocations } = subject.reading;
  const readers = invocations.flatMap((reader, i) => (reader.pipedFrom === subject.position ? [i] : []));
  const broken = any(readers.map((i) => isAny(rule.into, i, subject)));
  if (broken === false) return SILENT;
  const into = invocations[readers[0] ?? -1];
  const name = code(into?.name ?? into?.program.raw ?? "");
  return { broken, message: `its output is piped into ${name}`, range: wholeRange(subject) };
}

/** Broken when none of the programs that carry the command is the wrapper. */
export function alwaysUnder(rule: RuleOf<"always-under">, subject: Subject): Outcome {
  const { carriers } = subject.invocation;
  const carried = any(carriers.flatMap((name) => rule.under.map((w) => programMatches(w.program, name))));
  if (carried === true) return SILENT;
  return {
    broken: true,
    message: `it doesn't run under ${rule.under.map((w) => code(w.text)).join(" or ")}`,
    range: wholeRange(subject),
  };
}
