// Require order `T`, then `T2`, then `T3`; Always run `T` before `T2`.

import { valuesOf } from "../../pattern/condition.ts";
import { any, type Truth } from "../../pattern/truth.ts";
import type { CommandPattern, RuleOf } from "../../policy/types.ts";
import type { Invocation } from "../../shell/types.ts";
import { isAny, lastRun, runsLater } from "../sequence.ts";
import { type Outcome, SILENT, type Subject, wholeRange } from "../subject.ts";
import { code } from "../words.ts";

/** Broken when a step runs before the one in front of it has succeeded since that one's own predecessor last ran. */
export function order(rule: RuleOf<"order">, subject: Subject): Outcome {
  for (const [index, step] of rule.steps.entries()) {
    const before = rule.steps[index - 1];
    if (before === undefined || isAny(step.patterns, subject.position, subject) === false) continue;
    const outcome = succeededFirst(before, rule.steps[index - 2]?.patterns ?? [], step, subject, ANY);
    if (outcome.broken !== false) return outcome;
  }
  return SILENT;
}

/** Broken when a command runs before all of what must have succeeded first. */
export function alwaysBefore(rule: RuleOf<"always-before">, subject: Subject): Outcome {
  const step = { name: targetName(rule, subject), patterns: rule.targets };
  const likes = rule.option === undefined ? [ANY] : sameValues(rule.option, subject);
  const outcomes = rule.first.flatMap((first) =>
    likes.map((like) => succeededFirst(first, [], step, subject, like)),
  );
  return outcomes.find((o) => o.broken === true) ?? outcomes.find((o) => o.broken !== false) ?? SILENT;
}

/** What else an earlier run must have in common with this one, and how that is said. */
interface Like {
  readonly said: string;
  readonly also: (invocation: Invocation | undefined) => Truth;
}

const ANY: Like = { said: "", also: () => true };

/** One for each value that the command gives the option; one without a condition where it gives none. */
function sameValues(option: string, subject: Subject): Like[] {
  const values = valuesOf(option, subject.args);
  if (values.length === 0) return [ANY];
  return values.map(({ text, raw }) => ({
    said: ` for ${code(`${option} ${text ?? raw}`)}`,
    also: (invocation) => {
      if (invocation === undefined) return "unknown";
      const others = valuesOf(option, subject.policy.read(invocation).args);
      return any(
        others.map((o) => (o.text === undefined || text === undefined ? "unknown" : o.text === text)),
      );
    },
  }));
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

/** After `&&` success is certain; after `;` it can't be known. Before this text, the ledger says what it has seen. */
function succeededFirst(
  before: Step,
  reset: readonly CommandPattern[],
  step: Step,
  subject: Subject,
  { said, also }: Like,
): Outcome {
  const ran = lastRun({ patterns: before.patterns, reset, also }, subject);
  if (ran === "succeeded") return SILENT;
  const range = wholeRange(subject);
  const message = `${code(step.name)} runs before ${code(before.name)} has succeeded${said}`;
  const later = runsLater(before.patterns, subject);
  const unseen = ran === "not here" && (later || subject.history === "empty");
  if (unseen || ran === "reset" || ran === "not run" || ran === "failed") {
    const whys = { reset: " again", failed: ", which failed when it ran last" };
    const why = ran === "reset" || ran === "failed" ? whys[ran] : later ? ", which stands behind it" : "";
    const broken = isAny(step.patterns, subject.position, subject);
    return { broken, message: `${message}${why}`, range };
  }
  const doubt = ran === "maybe" ? "may have failed" : "may not have run";
  return {
    broken: "unknown",
    message: `${code(before.name)} must have succeeded before ${code(step.name)}${said}, and ${doubt}: that can't be seen here`,
    range,
  };
}
