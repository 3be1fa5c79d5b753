// Whether what a task needs holds, by statuses, facts and the day.
import { type ConditionContext, evaluate } from "../../pattern/condition.ts";
import { all, any, type Truth } from "../../pattern/truth.ts";
import type { Condition, Need, Test } from "../../policy/types.ts";
import { knownFact } from "./facts.ts";
import { type Run, type StatusOf, timeOf } from "./run.ts";

const DAY = 86_400_000;
/** Statuses that a task doesn't stay in. */
const PASSING: readonly string[] = ["Not Started", "In Progress", "Blocked"];

/** Whether a need holds. Names of tasks are decided, facts may be unknown, and evidence that isn't shown is. */
export function holds(
  need: Need,
  statusOf: StatusOf,
  isSatisfied: (name: string) => boolean,
  run: Run,
): Truth {
  if ("node" in need) return isSatisfied(need.node);
  if ("condition" in need) return conditionHolds(need.condition, statusOf, run);
  if ("evidence" in need) {
    const answer = run.evidence?.get(need.evidence);
    return answer === undefined ? "unknown" : answer.decision === "allow";
  }
  const day = dayOf(need, run);
  return day === undefined || run.now === undefined ? "unknown" : run.now >= day;
}

/** The first moment of the day from which a date need holds; undefined where the fact isn't known. */
export function dayOf(need: Extract<Need, { fact: string }>, run: Run): number | undefined {
  const value = run.facts.get(need.fact);
  const day = value === undefined ? undefined : timeOf(value.slice(0, 10));
  return day === undefined ? undefined : day - need.daysBefore * DAY;
}

function conditionHolds(condition: Condition, statusOf: StatusOf, run: Run): Truth {
  const context: ConditionContext = {
    args: { occurrences: [], operands: [], rows: [], doubtful: new Set(), end: undefined },
    commandWords: 0,
    list: (name) => run.lists.find((l) => l.name === name),
    regex: run.regex,
    fact: (name) => statusOf(name) ?? knownFact(name, run, statusOf).value,
    variable: () => undefined,
    fileExists: () => undefined,
    host: undefined,
    cwd: undefined,
    root: undefined,
  };
  return evaluate(condition, context);
}

/**
 * Whether what decides that a task is run at all holds. A status that may still change tells nothing yet, unless the
 * condition names such a one, and a day that is to come isn't a no.
 */
export function whenHolds(
  need: Need,
  statusOf: StatusOf,
  isSatisfied: (name: string) => boolean,
  run: Run,
): Truth {
  if ("condition" in need) return settled(need.condition, statusOf, run);
  const truth = holds(need, statusOf, isSatisfied, run);
  const open = "daysBefore" in need || ("node" in need && PASSING.includes(statusOf(need.node) ?? ""));
  return truth === false && open ? "unknown" : truth;
}

function settled({ join, tests }: Condition, statusOf: StatusOf, run: Run): Truth {
  const truths = tests.map((t): Truth => {
    if ("tests" in t) return settled(t, statusOf, run);
    return isOpen(t, statusOf) ? "unknown" : conditionHolds({ join: "and", tests: [t] }, statusOf, run);
  });
  return join === "and" ? all(truths) : any(truths);
}

function isOpen(test: Test, statusOf: StatusOf): boolean {
  if (test.test !== "is" || test.subject.of !== "fact") return false;
  const status = statusOf(test.subject.name);
  return status !== undefined && PASSING.includes(status) && !test.values.some((v) => PASSING.includes(v));
}
