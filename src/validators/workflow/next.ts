// What may be done next in a playbook. Pure: the same state, facts and time give the same answer.

import { callText } from "../../policy/calls.ts";
import type { Duration, Status, Task, Workflow } from "../../policy/types.ts";
import { evidenceOf } from "../../policy/workflows.ts";
import { decidedFacts, type HangsOn, openFacts } from "./hangs-on.ts";
import { blockReasons, type Reason, reasonsOf, stopsOf, stuckReasons } from "./reasons.ts";
import { type Run, showTime, timeOf } from "./run.ts";
import { type Standing, standings } from "./statuses.ts";

export interface NextTask {
  readonly task: string;
  readonly informational: boolean;
  /** The call or command that starts it. */
  readonly runs?: string;
  /** Facts that tell how it ends, or that it can't begin: as they are, or what it takes to know them. */
  readonly hangsOn?: readonly HangsOn[];
}

export interface RunningTask {
  readonly task: string;
  readonly informational: boolean;
  readonly since?: string;
  readonly checks?: string;
  /** How long to leave between checks, in seconds. */
  readonly every?: Duration;
  readonly again?: { readonly from: string; readonly to: string; readonly due: boolean };
}

export interface HeldTask {
  readonly task: string;
  readonly informational: boolean;
  readonly reasons: readonly Reason[];
}

export interface FailedTask {
  readonly task: string;
  readonly informational: boolean;
  readonly why?: string;
  readonly onFailure?: string;
}

export interface DoneTask {
  readonly task: string;
  readonly status: Status;
  /** What tells its status, where the state doesn't. */
  readonly hangsOn?: readonly HangsOn[];
}

export interface Next {
  readonly schemaVersion: 1;
  readonly playbook: string;
  readonly ready: readonly NextTask[];
  readonly running: readonly RunningTask[];
  readonly blocked: readonly HeldTask[];
  readonly waiting: readonly HeldTask[];
  readonly failed: readonly FailedTask[];
  readonly done: readonly DoneTask[];
  /** Waits that have begun and aren't over. */
  readonly waits: readonly {
    readonly wait: string;
    readonly reasons: readonly Reason[];
    readonly takes?: Duration;
    readonly every?: Duration;
  }[];
  readonly gates: readonly {
    readonly gate: string;
    readonly status: Status;
    /** What it needs and doesn't have. */
    readonly missing?: readonly Reason[];
  }[];
  /** The evidence that the playbook asks for; without `decision` its results weren't shown. */
  readonly evidence: readonly ShownEvidence[];
}

export interface ShownEvidence {
  readonly evidence: string;
  readonly decision?: "allow" | "deny";
  readonly file?: string;
  readonly rows?: number;
  readonly findings?: number;
}

/** Sorts the tasks of a playbook by what may happen to them now. */
export function next(workflow: Workflow, run: Run): Next {
  const found = standings(workflow, run);
  const stops = stopsOf(found);
  const answer = {
    schemaVersion: 1 as const,
    playbook: workflow.name,
    ready: [] as NextTask[],
    running: [] as RunningTask[],
    blocked: [] as HeldTask[],
    waiting: [] as HeldTask[],
    failed: [] as FailedTask[],
    done: [] as DoneTask[],
    waits: workflow.waits.flatMap((wait) => {
      const reasons = openReasons(wait.name, found, run);
      return reasons === undefined
        ? []
        : [
            {
              wait: wait.name,
              reasons,
              ...(wait.takes === undefined ? {} : { takes: wait.takes }),
              ...(wait.check === undefined ? {} : { every: wait.check }),
            },
          ];
    }),
    gates: workflow.gates.map(({ name }) => ({
      gate: name,
      status: found.get(name)?.status ?? ("Not Started" as const),
      ...missingOf(name, found, run),
    })),
    evidence: evidenceOf(workflow).map((name) => shownEvidence(name, run)),
  };
  for (const task of workflow.tasks) {
    const standing = found.get(task.name);
    if (standing === undefined) continue;
    const { name, informational } = task;
    switch (standing.status) {
      case "Pass":
      case "Waived":
        answer.done.push(doneTask(task, standing, found, run));
        break;
      case "Fail":
        answer.failed.push(failedTask(task, standing));
        break;
      case "In Progress":
        answer.running.push(runningTask(task, standing, run));
        break;
      case "Blocked":
        answer.blocked.push({ task: name, informational, reasons: blockReasons(task, standing, found, run) });
        break;
      case "Not Started": {
        const reasons = reasonsOf(standing.missing, found, run);
        if (reasons.length === 0 && stops.length === 0)
          answer.ready.push(readyTask(task, standing, found, run));
        else if (reasons.length === 0) answer.blocked.push({ task: name, informational, reasons: stops });
        else if (standing.stuck || reasons.every((r) => r.kind === "gate")) {
          const inTheWay = standing.stuck ? stuckReasons(standing, found, run) : reasons;
          answer.blocked.push({ task: name, informational, reasons: inTheWay });
        } else answer.waiting.push({ task: name, informational, reasons });
      }
    }
  }
  return answer;
}

function missingOf(
  gate: string,
  found: ReadonlyMap<string, Standing>,
  run: Run,
): { readonly missing?: Reason[] } {
  const standing = found.get(gate);
  const open = standing === undefined || standing.status === "Pass" ? [] : standing.missing;
  return open.length === 0 ? {} : { missing: reasonsOf(open, found, run) };
}

function shownEvidence(evidence: string, run: Run): ShownEvidence {
  const answer = run.evidence?.get(evidence);
  if (answer === undefined) return { evidence };
  const { decision, file, rows, findings, more } = answer;
  return { evidence, decision, file, rows, findings: findings.length + more };
}

/** What is left of a wait that has begun; undefined where it hasn't, or is over. */
function openReasons(name: string, found: ReadonlyMap<string, Standing>, run: Run): Reason[] | undefined {
  const standing = found.get(name);
  if (standing?.part.kind !== "wait" || standing.status === "Pass") return undefined;
  const { needs } = standing.part.of;
  const begun = !standing.missing.some(({ need }) => needs.includes(need));
  return begun ? reasonsOf(standing.missing, found, run) : undefined;
}

function readyTask(task: Task, standing: Standing, found: ReadonlyMap<string, Standing>, run: Run): NextTask {
  const { name, informational, runs } = task;
  const hangsOn = openFacts(task, found, run);
  return {
    task: name,
    informational,
    ...(runs === undefined ? {} : { runs: callText(runs, standing.recorded?.captures, run.tools) }),
    ...(hangsOn.length === 0 ? {} : { hangsOn }),
  };
}

function doneTask(
  task: Task,
  { status, recorded }: Standing,
  found: ReadonlyMap<string, Standing>,
  run: Run,
): DoneTask {
  const read = recorded?.status === status || status !== "Pass" ? [] : decidedFacts(task, found, run);
  return { task: task.name, status, ...(read.length === 0 ? {} : { hangsOn: read }) };
}

function runningTask(task: Task, { recorded }: Standing, run: Run): RunningTask {
  const { name, informational, check, takes, checksWith } = task;
  const at = recorded?.at === undefined ? undefined : timeOf(recorded.at);
  const every = check ?? takes;
  const again =
    at === undefined || every === undefined
      ? undefined
      : {
          from: showTime(at + every.from * 1000),
          to: showTime(at + every.to * 1000),
          due: run.now !== undefined && run.now >= at + every.from * 1000,
        };
  return {
    task: name,
    informational,
    ...(at === undefined ? {} : { since: showTime(at) }),
    ...(checksWith === undefined ? {} : { checks: callText(checksWith, recorded?.captures, run.tools) }),
    ...(check === undefined ? {} : { every: check }),
    ...(again === undefined ? {} : { again }),
  };
}

function failedTask(task: Task, { recorded, overdue }: Standing): FailedTask {
  const { name, informational, onFailure } = task;
  const why = overdue ? "it has been in progress for longer than it may" : recorded?.evidence;
  return {
    task: name,
    informational,
    ...(why === undefined ? {} : { why }),
    ...(onFailure === undefined ? {} : { onFailure: onFailure.text }),
  };
}
