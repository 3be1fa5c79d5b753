// Require *condition* before running `T`; Never run `T` until *condition*; … until one day before `date-fact`.
import { evaluate } from "../../pattern/condition.ts";
import { not } from "../../pattern/truth.ts";
import type { RuleOf } from "../../policy/types.ts";
import { factsOf } from "../../policy/workflows.ts";
import { type Outcome, SILENT, type Subject, wholeRange } from "../subject.ts";
import { code, series } from "../words.ts";

/** Broken as long as the condition doesn't hold. */
export function requireCondition(rule: RuleOf<"require">, subject: Subject): Outcome {
  return unlessHolds(rule.condition, subject, "what this needs doesn't hold");
}

/** Broken as long as the condition doesn't hold. */
export function neverUntil(rule: RuleOf<"never-until">, subject: Subject): Outcome {
  return unlessHolds(rule.notBefore, subject, "not yet: what it waits for doesn't hold");
}

/** Broken on every day before the one in front of the fact's date. */
export function neverBeforeDate(rule: RuleOf<"never-before-date">, subject: Subject): Outcome {
  const date = subject.fact(rule.fact);
  const day = date === undefined ? undefined : dayBefore(date);
  const range = wholeRange(subject);
  if (day === undefined || subject.today === undefined) {
    const what = date === undefined ? `the date ${code(rule.fact)}` : "today's date";
    return {
      broken: "unknown",
      message: `${what} is not known, and with it whether it is too early can't be decided`,
      range,
    };
  }
  if (subject.today >= day) return SILENT;
  return {
    broken: true,
    message: `not yet: ${code(rule.fact)} is ${date}, and this may run from ${day} on`,
    range,
  };
}

function unlessHolds(condition: RuleOf<"require">["condition"], subject: Subject, message: string): Outcome {
  const broken = not(evaluate(condition, subject));
  if (broken === false) return SILENT;
  const unknown = [...new Set(factsOf(condition))].filter((name) => subject.fact(name) === undefined);
  const without = unknown.length === 0 ? "" : ` without ${series(unknown.map(code))}`;
  const text = broken === true ? message : `whether what it needs holds can't be decided${without}`;
  return { broken, message: text, range: wholeRange(subject) };
}

/** The day before a date, `YYYY-MM-DD`; undefined for anything else. */
function dayBefore(date: string): string | undefined {
  const time = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : new Date(time - 86_400_000).toISOString().slice(0, 10);
}
