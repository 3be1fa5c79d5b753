// The status of everything in a playbook, in the order of what needs what; linear in the number of needs.
import { all, any, type Truth } from "../../pattern/truth.ts";
import type { Need, Signal, Status, Task, Workflow } from "../../policy/types.ts";
import { dependencies, needsOf, type Part, partsOf } from "../../policy/workflows.ts";
import { holds } from "./holds.ts";
import { type Recorded, type Run, timeOf } from "./run.ts";

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
  for (const part of inOrder(parts)) found.set(part.of.name, standingOf(part, found, run));
  return found;
}

/**
 * The statuses that are known. Whether a gate or a wait has passed isn't, as long as nothing but evidence that wasn't shown
 * and facts that aren't known are in its way.
 */
export function knownStatuses(found: ReadonlyMap<string, Standing>): Map<string, Status> {
  const known = new Map<string, Status>();
  for (const [name, { part, status, missing }] of found) {
    const open = missing.filter(
      ({ need, truth }) => truth !== "unknown" && !("node" in need && isOpen(need.node)),
    );
    if (part.kind === "task" || status === "Pass" || open.length > 0) known.set(name, status);
  }
  function isOpen(name: string): boolean {
    return found.has(name) && !known.has(name);
  }
  return known;
}

/** Whether what a name stands for holds nothing back. */
export function isSatisfied(standing: Standing | undefined): boolean {
  if (standing === undefined) return false;
  const { part, status } = standing;
  return status === "Pass" || status === "Waived" || (part.kind === "task" && part.of.informational);
}

/** What others hang on first; what hangs on itself last. */
function inOrder(parts: ReadonlyMap<string, Part>): Part[] {
  const open = new Map<Part, number>();
  const users = new Map<Part, Part[]>();
  for (const part of parts.values()) {
    const on = new Set(dependencies(part).flatMap((n) => parts.get(n) ?? []));
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
  const truth = (need: Need): Truth => holdsIn(need, found, run);
  const missing = needsOf(part).flatMap((need): Missing[] => {
    const is = truth(need);
    return is === true ? [] : [{ need, truth: is }];
  });
  if (part.kind === "task" && (recorded?.status ?? "Not Started") === "Not Started")
    missing.push(...undecidedScope(part.of, truth));
  const overdue = part.kind === "task" && isOverdue(part.of, recorded, run);
  const status: Status =
    part.kind === "task"
      ? taskStatus(part.of, recorded, missing, overdue, truth)
      : missing.length === 0 ||
          (recorded?.status === "Pass" && !missing.some(({ need }) => "evidence" in need))
        ? "Pass"
        : "Not Started";
  const stuck =
    status === "Not Started" &&
    missing.some(({ need }) => {
      const other = "node" in need ? found.get(need.node) : undefined;
      return other?.stuck === true || other?.status === "Fail" || other?.status === "Blocked";
    });
  return { part, status, recorded, missing, stuck, overdue };
}

/** Whether a need holds, by where everything else stands. */
export function holdsIn(need: Need, found: ReadonlyMap<string, Standing>, run: Run): Truth {
  return holds(
    need,
    (name) => found.get(name)?.status,
    (name) => isSatisfied(found.get(name)),
    run,
  );
}

/** A task of which it isn't known whether it has to be done has to wait until it is. */
function undecidedScope({ when }: Task, truth: (need: Need) => Truth): Missing[] {
  const open = when.filter((need) => truth(need) === "unknown");
  return when.some((need) => truth(need) === false) ? [] : open.map((need) => ({ need, truth: "unknown" }));
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
  overdue: boolean,
  truth: (need: Need) => Truth,
): Status {
  const status = recorded?.status ?? "Not Started";
  if (status === "Pass" || status === "Waived") return status;
  const said = (signals: readonly Signal[]): Truth =>
    any(signals.flatMap((s) => ("holds" in s ? [all(s.holds.map(truth))] : [])));
  // Nothing is waived before its turn: what needs it would come before what it needs itself.
  const begun = status !== "Not Started" || missing.length === 0;
  if (begun && said(task.waived) === true) return "Waived";
  if (status === "Fail") return status;
  if (begun && status === "Not Started" && all(task.when.map(truth)) === false) return "Waived";
  if (overdue || (begun && said(task.fails) === true)) return "Fail";
  if (begun && said(task.passes) === true) return "Pass";
  if (status === "In Progress") return status;
  if (begun && said(task.blocked) === true) return "Blocked";
  if (begun && status === "Not Started" && said(task.starts) === true) return "In Progress";
  // Where conditions say what blocks it and none of them holds, it may be tried again.
  const hasConditions = task.blocked.some((s) => "holds" in s);
  return status === "Blocked" && hasConditions && said(task.blocked) === false ? "Not Started" : status;
}
