// What may be done next in a playbook. Pure: the same state, facts and time give the same answer.
import type { Duration, Status, Task, Workflow } from "../../policy/types.ts";
import { evidenceOf, factsOf } from "../../policy/workflows.ts";
import { callText } from "./calls.ts";
import { dayOf } from "./holds.ts";
import { type Run, showTime, timeOf } from "./run.ts";
import { isSatisfied, type Missing, type Standing, standings } from "./statuses.ts";

/** Why something isn't ready. */
export interface Reason {
  readonly kind: "task" | "wait" | "gate" | "condition" | "fact" | "date" | "output" | "stop" | "evidence";
  /** The name, or the condition in words. */
  readonly what: string;
  readonly status?: Status;
  /** The day from which it holds. */
  readonly from?: string;
  /** How much is wrong with evidence; without it none was shown. */
  readonly findings?: number;
}

export interface NextTask {
  readonly task: string;
  readonly informational: boolean;
  /** The call or command that starts it. */
  readonly runs?: string;
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

export interface Next {
  readonly schemaVersion: 1;
  readonly playbook: string;
  readonly ready: readonly NextTask[];
  readonly running: readonly RunningTask[];
  readonly blocked: readonly HeldTask[];
  readonly waiting: readonly HeldTask[];
  readonly failed: readonly FailedTask[];
  readonly done: readonly { readonly task: string; readonly status: Status }[];
  /** Waits that have begun and aren't over. */
  readonly waits: readonly {
    readonly wait: string;
    readonly reasons: readonly Reason[];
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
    done: [] as { task: string; status: Status }[],
    waits: workflow.waits.flatMap((wait) => {
      const reasons = openReasons(wait.name, found, run);
      return reasons === undefined
        ? []
        : [{ wait: wait.name, reasons, ...(wait.check === undefined ? {} : { every: wait.check }) }];
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
        answer.done.push({ task: name, status: standing.status });
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
        if (reasons.length === 0 && stops.length === 0) answer.ready.push(readyTask(task, standing));
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

/** The tasks that have failed and say "stop": nothing new is started. */
export function stopsOf(found: ReadonlyMap<string, Standing>): Reason[] {
  return [...found.values()].flatMap(({ part, status }): Reason[] =>
    part.kind === "task" && status === "Fail" && !part.of.informational && part.of.onFailure?.stop === true
      ? [{ kind: "stop", what: part.of.name, status }]
      : [],
  );
}

/** What a part needs and doesn't have. */
export function reasonsOf(
  missing: readonly Missing[],
  found: ReadonlyMap<string, Standing>,
  run: Run,
): Reason[] {
  return missing.map(({ need, truth }): Reason => {
    if ("node" in need) {
      const standing = found.get(need.node);
      const kind = standing?.part.kind ?? "task";
      return { kind, what: need.node, ...(standing === undefined ? {} : { status: standing.status }) };
    }
    if ("condition" in need) {
      const unknown = factsOf(need.condition).filter((name) => !found.has(name) && !run.facts.has(name));
      const kind = truth === "unknown" && unknown.length > 0 ? "fact" : "condition";
      return { kind, what: need.text };
    }
    if ("evidence" in need) {
      const answer = run.evidence?.get(need.evidence);
      const findings = answer === undefined ? {} : { findings: answer.findings.length + answer.more };
      return { kind: "evidence", what: need.evidence, ...findings };
    }
    const day = dayOf(need, run);
    if (day === undefined) return { kind: "fact", what: `\`${need.fact}\`` };
    return { kind: "date", what: need.text, from: showTime(day).slice(0, 10) };
  });
}

/** What is left of a wait that has begun; undefined where it hasn't, or is over. */
function openReasons(name: string, found: ReadonlyMap<string, Standing>, run: Run): Reason[] | undefined {
  const standing = found.get(name);
  if (standing?.part.kind !== "wait" || standing.status === "Pass") return undefined;
  const { needs } = standing.part.of;
  const begun = !standing.missing.some(({ need }) => needs.includes(need));
  return begun ? reasonsOf(standing.missing, found, run) : undefined;
}

function readyTask(task: Task, standing: Standing): NextTask {
  const { name, informational, runs } = task;
  const call = runs === undefined ? {} : { runs: callText(runs, standing.recorded?.captures) };
  return { task: name, informational, ...call };
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
    ...(checksWith === undefined ? {} : { checks: callText(checksWith, recorded?.captures) }),
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

/** A task is blocked by what it needs, by a condition of its own, or by what its output said. */
function blockReasons(
  task: Task,
  standing: Standing,
  found: ReadonlyMap<string, Standing>,
  run: Run,
): Reason[] {
  const missing = reasonsOf(standing.missing, found, run);
  if (missing.length > 0) return missing;
  const said = standing.recorded?.evidence;
  if (said !== undefined) return [{ kind: "output", what: said }];
  return task.blocked.flatMap((s): Reason[] =>
    "holds" in s
      ? s.holds.map((n) => ({
          kind: "condition",
          what: "text" in n ? n.text : "node" in n ? n.node : n.evidence,
        }))
      : "texts" in s
        ? [{ kind: "output", what: s.texts.join(" … ") }]
        : [],
  );
}

/** Only what failed, is blocked or is itself held up. */
function stuckReasons(standing: Standing, found: ReadonlyMap<string, Standing>, run: Run): Reason[] {
  const inTheWay = standing.missing.filter(({ need }) => {
    const other = "node" in need ? found.get(need.node) : undefined;
    if (other === undefined || isSatisfied(other)) return false;
    return other.stuck || other.status === "Fail" || other.status === "Blocked";
  });
  return reasonsOf(inTheWay, found, run);
}
