// How far a run of a playbook is, for those who draw it.
import type { Truth } from "../../pattern/truth.ts";
import type { Need, Status, Workflow } from "../../policy/types.ts";
import { holds } from "./holds.ts";
import { next } from "./next.ts";
import type { Run } from "./run.ts";
import { isSatisfied, standings } from "./statuses.ts";

/** What each part of a playbook has come to. */
export interface PlaybookProgress {
  readonly statusOf: (name: string) => Status | undefined;
  /** Whether a task may be started now. */
  readonly isReady: (name: string) => boolean;
  readonly holds: (need: Need) => Truth;
}

/** Answers from one look at the run; each question is cheap. */
export function progressOf(workflow: Workflow, run: Run): PlaybookProgress {
  const found = standings(workflow, run);
  const ready = new Set(next(workflow, run).ready.map((t) => t.task));
  const statusOf = (name: string): Status | undefined => found.get(name)?.status;
  return {
    statusOf,
    isReady: (name) => ready.has(name),
    holds: (need) => holds(need, statusOf, (name) => isSatisfied(found.get(name)), run),
  };
}
