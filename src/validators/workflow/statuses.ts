// The status of everything in a playbook, in the order of what needs what; linear in the number of needs.
import { all, any, type Truth } from "../../pattern/truth.ts";
import type { Condition, Need, Signal, Status, Task, Workflow } from "../../policy/types.ts";
import { dependencies, inputsOf, type Part, partsOf } from "../../policy/workflows.ts";
import { holds, whenHolds } from "./holds.ts";
import { type Recorded, type Run, type StatusOf, timeOf } from "./run.ts";

/** A need that doesn't hold, or of which that isn't known. */
export interface Missing {
  readonly need: Need;
  readonly truth: false | "unknown";
}

/** A task, wait or gate as it stands. */
export interface Standing {
  readonly part: Part;
  readonly status: Status;
  readonly recorded: Recorded | undefined;
  readonly missing: readonly Missing[];
  /** True where something that failed or is blocked stands in its way. */
  readonly stuck: boolean;
  /** True where a task has been in progress for longer than it may. */
  readonly overdue: boolean;
}

/** Where everything stands. What hangs on itself stays as it is recorded. */
export function standings(workflow: Workflow, run: Run): Map<string, Standing> {
  const parts = partsOf(workflow);
  const found = new Map<string, Standing>();
  for (const part of inOrder(parts, run)) found.set(part.of.name, standingOf(part, found, run));
  return found;
}

/** Whether what a name stands for holds nothing back. */
function isSatisfied(standing: Standing | undefined): boolean {
  if (standing === undefined) return false;
  const { part, status, missing } = standing;
  if (part.kind === "group") return missing.length === 0;
  return status === "Pass" || status === "Waived" || (part.kind === "task" && part.of.informational);
}

/** What others hang on first; what hangs on itself last. */
function inOrder(parts: ReadonlyMap<string, Part>, { decisions }: Run): Part[] {
  const open = new Map<Part, number>();
  const users = new Map<Part, Part[]>();
  for (const part of parts.values()) {
    const on = new Set(inputsOf(dependencies(part), decisions).flatMap((n) => parts.get(n) ?? []));
    on.delete(part);
    open.set(part, on.size);
    for (const other of on) {
      const known = users.get(other);
      if (known === undefined) users.set(other, [part]);
      else known.push(part);
    }
  }
  const order = [...parts.values()].filter((part) => open.get(part) === 0);
  for (let i = 0; i < order.length; i++) {
    const part = order[i];
    if (part === undefined) continue;
    for (const user of users.get(part) ?? []) {
      const left = (open.get(user) ?? 0) - 1;
      open.set(user, left);
      if (left === 0) order.push(user);
    }
  }
  const done = new Set(order);
  return [...order, ...[...parts.values()].filter((part) => !done.has(part))];
}

function standingOf(part: Part, found: ReadonlyMap<string, Standing>, run: Run): Standing {
  const recorded = run.tasks.get(part.of.name);
  const statusOf: StatusOf = (name) => found.get(name)?.status;
  const satisfied = (name: string): boolean => isSatisfied(found.get(name));
  const truth = (need: Need): Truth => holds(need, statusOf, satisfied, run);
  const lacking = (needs: readonly Need[], is: (need: Need) => Truth): Missing[] =>
    needs.flatMap((need): Missing[] => {
      const holding = is(need);
      return holding === true ? [] : [{ need, truth: holding }];
    });
  const whens =
    part.kind !== "task" ? [] : lacking(part.of.when, (n) => whenHolds(n, statusOf, satisfied, run));
  const over = part.kind === "wait" ? part.of.over : [];
  const missing = [...lacking([...part.of.needs, ...over], truth), ...whens];
  const ruledOut = whens.some((m) => m.truth === false);
  const overdue = part.kind === "task" && isOverdue(part.of, recorded, run);
  const status: Status =
    part.kind === "task"
      ? taskStatus(part.of, recorded, missing, { overdue, ruledOut }, truth)
      : part.kind === "group"
        ? statusOfAll(part.of.tasks.map((name) => found.get(name)?.status ?? "Not Started"))
        : recorded?.status === "Pass" || missing.length === 0
          ? "Pass"
          : "Not Started";
  const stuck = status === "Not Started" && missing.some((m) => isStuckOn(m, found));
  return { part, status, recorded, missing, stuck, overdue };
}

/** The status of several tasks together: the worst that one came to, and a good one when all have. */
export function statusOfAll(statuses: readonly Status[]): Status {
  if (statuses.includes("Fail")) return "Fail";
  if (statuses.includes("Blocked")) return "Blocked";
  if (statuses.every((s) => s === "Pass" || s === "Waived"))
    return statuses.includes("Pass") || statuses.length === 0 ? "Pass" : "Waived";
  return statuses.every((s) => s === "Not Started") ? "Not Started" : "In Progress";
}

/** Whether what failed, is blocked or is itself held up keeps a need from holding. */
export function isStuckOn({ need, truth }: Missing, found: ReadonlyMap<string, Standing>): boolean {
  const isHeld = (name: string): boolean => {
    const other = found.get(name);
    if (other === undefined || isSatisfied(other)) return false;
    return other.stuck || other.status === "Fail" || other.status === "Blocked";
  };
  if ("node" in need) return isHeld(need.node);
  return truth === false && "condition" in need && isHeldUp(need.condition, isHeld);
}

/** Whether a condition waits for a Pass that is held up. */
function isHeldUp({ join, tests }: Condition, isHeld: (name: string) => boolean): boolean {
  const held = (t: Condition["tests"][number]): boolean => {
    if ("tests" in t) return isHeldUp(t, isHeld);
    if (t.test !== "is" || t.subject.of !== "fact" || t.negated) return false;
    return t.values.includes("Pass") && !t.values.includes("Fail") && isHeld(t.subject.name);
  };
  return join === "and" ? tests.some(held) : tests.every(held);
}

function isOverdue(task: Task, recorded: Recorded | undefined, run: Run): boolean {
  if (task.failsAfter === undefined || recorded?.status !== "In Progress") return false;
  const at = recorded.at === undefined ? undefined : timeOf(recorded.at);
  return at !== undefined && run.now !== undefined && run.now - at >= task.failsAfter * 1000;
}

function taskStatus(
  task: Task,
  recorded: Recorded | undefined,
  missing: readonly Missing[],
  { overdue, ruledOut }: { readonly overdue: boolean; readonly ruledOut: boolean },
  truth: (need: Need) => Truth,
): Status {
  const status = recorded?.status ?? "Not Started";
  if (status === "Pass" || status === "Fail" || status === "Waived") return status;
  const said = (signals: readonly Signal[]): Truth =>
    any(signals.flatMap((s) => ("holds" in s ? [all(s.holds.map(truth))] : [])));
  if (status === "Not Started" && ruledOut) return "Waived";
  if (said(task.waived) === true) return "Waived";
  // What is blocked could not begin.
  const begun = status === "In Progress" || missing.length === 0;
  if (overdue || (begun && said(task.fails) === true)) return "Fail";
  if (begun && said(task.passes) === true) return "Pass";
  if (status === "In Progress") return status;
  if (said(task.blocked) === true) return "Blocked";
  if (begun && status === "Not Started" && said(task.starts) === true) return "In Progress";
  // What blocked it was a condition, and that one has gone.
  const byCondition = task.blocked.length > 0 && task.blocked.every((s) => "holds" in s);
  return status === "Blocked" && byCondition && said(task.blocked) === false ? "Not Started" : status;
}
