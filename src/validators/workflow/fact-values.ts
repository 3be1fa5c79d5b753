// The facts of a run: those that are given, and the outcomes of decisions, which follow from facts and statuses.
import type { DecisionTable } from "../../policy/types.ts";
import { inputsOf } from "../../policy/workflows.ts";
import { decide } from "../decide.ts";
import { type Run, type StatusOf, showTime } from "./run.ts";

/** What one run has decided already; a run never changes. */
const decided = new WeakMap<Run, Map<string, string | undefined>>();

/** A fact's value, or a decision's outcome; undefined where it isn't known. A fact that is given is not decided. */
export function factIn(name: string, statusOf: StatusOf, run: Run): string | undefined {
  const given = run.facts.get(name);
  if (given !== undefined) return given;
  const table = run.decisions.get(name);
  return table === undefined ? undefined : outcomeOf(table, statusOf, run);
}

function outcomeOf(table: DecisionTable, statusOf: StatusOf, run: Run): string | undefined {
  const known = decided.get(run) ?? new Map<string, string | undefined>();
  decided.set(run, known);
  if (known.has(table.name)) return known.get(table.name);
  const inputs = inputsOf([table.name], run.decisions);
  const statuses = inputs.flatMap((name) => {
    const status = statusOf(name);
    return status === undefined ? [] : [[name, status] as const];
  });
  const facts = inputs.flatMap((name) => {
    const value = run.facts.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const answer = decide(table, Object.fromEntries([...facts, ...statuses]), {
    decision: (name) => run.decisions.get(name),
    today: run.now === undefined ? undefined : showTime(run.now).slice(0, 10),
  });
  const outcome = answer.status === "decided" ? answer.outcome : undefined;
  if (statuses.length === 0) known.set(table.name, outcome);
  return outcome;
}
