// Require order `T`, then `T2`, then `T3`; Always run `T` before `T2`.
import type { CommandPattern, RuleOf } from "../../policy/types.ts";
import { isAny, lastRun, runsLater } from "../sequence.ts";
import { type Outcome, SILENT, type Subject, wholeRange } from "../subject.ts";
import { code } from "../words.ts";

/** Broken when a step runs before the one in front of it has succeeded since that one's own predecessor last ran. */
export function order(rule: RuleOf<"order">, subject: Subject): Outcome {
  for (const [index, step] of rule.steps.entries()) {
    const before = rule.steps[index - 1];
    if (before === undefined || isAny(step.patterns, subject.position, subject) === false) continue;
    const outcome = succeededFirst(before, rule.steps[index - 2]?.patterns ?? [], step, subject);
    if (outcome.broken !== false) return outcome;
  }
  return SILENT;
}

/** Broken when a command runs before all of what must have succeeded first. */
export function alwaysBefore(rule: RuleOf<"always-before">, subject: Subject): Outcome {
  const step = { name: targetName(rule, subject), patterns: rule.targets };
  const outcomes = rule.first.map((first) => succeededFirst(first, [], step, subject));
  const worst = outcomes.find((o) => o.broken === true) ?? outcomes.find((o) => o.broken !== false);
  if (worst !== undefined || rule.option === undefined) return worst ?? SILENT;
  const message = `whether ${code(rule.first[0]?.name ?? "")} ran for the same ${code(rule.option)} can't be seen here`;
  return { broken: "unknown", message, range: wholeRange(subject) };
}

/** The target that runs here; of several, the one that is it. */
function targetName({ targets }: RuleOf<"always-before">, subject: Subject): string {
  const own = targets.find((target) => isAny([target], subject.position, subject) === true) ?? targets[0];
  return own?.text ?? "";
}

/** A reminder, as long as what belongs to the command doesn't stand behind it: the end of a run can't be seen here. */
export function alwaysEach(rule: RuleOf<"always-each">, subject: Subject): Outcome {
  if (isAny(rule.targets, subject.position, subject) === false || runsLater(rule.first, subject))
    return SILENT;
  return {
    broken: true,
    decision: "warn",
    message: `${code(rule.first[0]?.text ?? "")} has to run for it before the run ends`,
    range: wholeRange(subject),
  };
}

interface Step {
  readonly name: string;
  readonly patterns: readonly CommandPattern[];
}

/** After `&&` success is certain; after `;`, or before this text began, it can't be known. */
function succeededFirst(
  before: Step,
  reset: readonly CommandPattern[],
  step: Step,
  subject: Subject,
): Outcome {
  const ran = lastRun(before.patterns, reset, subject);
  if (ran === "succeeded") return SILENT;
  const range = wholeRange(subject);
  const message = `${code(step.name)} runs before ${code(before.name)} has succeeded`;
  const later = runsLater(before.patterns, subject);
  if (ran === "reset" || (ran === "not here" && (later || subject.history === "empty"))) {
    const why = ran === "reset" ? `${message} again` : later ? `${message}, which stands behind it` : message;
    return { broken: isAny(step.patterns, subject.position, subject), message: why, range };
  }
  const doubt = ran === "maybe" ? "may have failed" : "may not have run";
  return {
    broken: "unknown",
    message: `${code(before.name)} must have succeeded before ${code(step.name)}, and ${doubt}: that can't be seen here`,
    range,
  };
}
