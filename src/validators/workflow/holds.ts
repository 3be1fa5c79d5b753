// Whether what a task needs holds, by statuses, facts and the day.
import { type ConditionContext, evaluate } from "../../pattern/condition.ts";
import type { Truth } from "../../pattern/truth.ts";
import type { Condition, Need, Status } from "../../policy/types.ts";
import { knownFact } from "./facts.ts";
import { type Run, timeOf } from "./run.ts";

const DAY = 86_400_000;

/** The status of a task, wait or gate that is known already; undefined for any other name. */
export type StatusOf = (name: string) => Status | undefined;

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
    fact: (name) => statusOf(name) ?? knownFact(name, run).value,
    variable: () => undefined,
    fileExists: () => undefined,
    host: undefined,
    cwd: undefined,
    root: undefined,
  };
  return evaluate(condition, context);
}
