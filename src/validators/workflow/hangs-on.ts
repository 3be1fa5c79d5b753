// The facts and decisions that a task's status is read from, as they are, or with what it takes to know them.
import type { Signal, Task } from "../../policy/types.ts";
import { namesOf } from "../../policy/workflows.ts";
import { knownFact } from "./facts.ts";
import type { Run } from "./run.ts";
import type { Standing } from "./statuses.ts";

/** A fact: its value with what a decision says of it, or the facts without which it isn't known. */
export interface HangsOn {
  readonly fact: string;
  readonly is?: string;
  readonly message?: string;
  readonly missing?: readonly string[];
}

/** What a task's status hangs on. Facts that are told need no mention. */
export function openFacts(task: Task, found: ReadonlyMap<string, Standing>, run: Run): HangsOn[] {
  const names = factsIn([task.passes, task.fails, task.blocked, task.starts].flat(), found);
  return names.flatMap((fact): HangsOn[] => {
    const known = knownFact(fact, run);
    if (known.value === undefined) return [{ fact, missing: known.missing }];
    if (run.facts.has(fact)) return [];
    return [{ fact, is: known.value, ...(known.message === undefined ? {} : { message: known.message }) }];
  });
}

/** The decisions by which a task has passed. */
export function decidedFacts(task: Task, found: ReadonlyMap<string, Standing>, run: Run): HangsOn[] {
  const passes = factsIn(task.passes, found);
  return openFacts(task, found, run).filter(({ fact, is }) => is !== undefined && passes.includes(fact));
}

function factsIn(signals: readonly Signal[], found: ReadonlyMap<string, Standing>): string[] {
  const names = namesOf(signals.flatMap((s) => ("holds" in s ? s.holds : [])));
  return [...new Set(names)].filter((name) => !found.has(name));
}
