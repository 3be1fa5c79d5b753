// Whether the task that a call or command belongs to may be run, or asked about, now.
import type { Finding, Task, TaskGroup, Workflow } from "../../policy/types.ts";
import { callText } from "./calls.ts";
import { type Reason, reasonsOf, stopsOf } from "./next.ts";
import type { Run } from "./run.ts";
import { type Standing, standings } from "./statuses.ts";

/** A task that a call or a command runs, or only asks about. */
export interface Use {
  readonly workflow: Workflow;
  readonly task: Task;
  readonly asks: boolean;
  /** False where it may be another command or another task. */
  readonly certain: boolean;
}

/**
 * What speaks against it. Where one use is in order that it certainly is, there is nothing; of those that it may be all
 * must be. A state that isn't known can't be decided.
 */
export function usesFindings(uses: readonly Use[], run: Run | undefined): Finding[] {
  const known = new Map<Workflow, ReadonlyMap<string, Standing>>();
  const findings = uses.map((use) => {
    if (run !== undefined && !known.has(use.workflow)) known.set(use.workflow, standings(use.workflow, run));
    return useFinding(use, known.get(use.workflow), run);
  });
  if (uses.some((use, i) => use.certain && findings[i] === undefined)) return [];
  const against = findings.filter((f) => f !== undefined);
  const asking = against.find((f) => f.decision === "ask");
  const [first] = asking === undefined ? against : [asking];
  return first === undefined ? [] : [first];
}

/**
 * What is to be asked of a call that is made for each member of a list, where it is none of the tasks for them: whether
 * it may run can't be told.
 */
export function otherMembers(groups: readonly TaskGroup[], uses: readonly Use[]): Finding[] {
  return groups.flatMap(({ name, list, tasks, source }): Finding[] => {
    if (uses.some((use) => use.certain && tasks.includes(use.task.name))) return [];
    const message = `\`${name}\` is run for each member of \`${list}\`, and this is for none of them`;
    return [{ code: "no-member", message, decision: "ask", certain: false, source }];
  });
}

function useFinding(
  { task, asks }: Use,
  found: ReadonlyMap<string, Standing> | undefined,
  run: Run | undefined,
): Finding | undefined {
  const { name, source, because, checksWith } = task;
  const say = (code: string, message: string, certain: boolean, instead?: string): Finding => ({
    code,
    message,
    ...(because === undefined ? {} : { because }),
    ...(instead === undefined ? {} : { instead }),
    decision: certain ? "deny" : "ask",
    certain,
    source,
  });
  const standing = found?.get(name);
  if (standing === undefined || run === undefined || found === undefined) {
    if (task.needs.length === 0 && checksWith === undefined) return undefined;
    return say("state-unknown", `whether \`${name}\` may run can't be decided without its state`, false);
  }
  if (standing.status === "In Progress" && !asks && checksWith !== undefined) {
    const instead = `\`${callText(checksWith, standing.recorded?.captures)}\``;
    return say("in-progress", `\`${name}\` is In Progress already`, true, instead);
  }
  // What isn't run at all by its conditions hasn't begun; what a person waived is that person's business.
  const ruledOut = standing.status === "Waived" && standing.recorded?.status !== "Waived";
  const begun = standing.status !== "Not Started" && standing.status !== "Blocked" && !ruledOut;
  if (begun) return undefined;
  const stops = stopsOf(found);
  if (stops.length > 0 && !asks) return say("stopped", stops.map(reasonText).join("; "), true);
  if (standing.missing.length === 0) return undefined;
  const reasons = reasonsOf(standing.missing, found, run).map(reasonText).join("; ");
  const certain = standing.missing.some((m) => m.truth === false);
  return say("not-yet", `\`${name}\` needs ${reasons}`, certain);
}

/** A reason in words: "`x`, which is In Progress", "one day before `d`: from 2026-03-17". */
export function reasonText({ kind, what, status, from }: Reason): string {
  if (kind === "date") return `${what}: from ${from ?? "a day that isn't known"}`;
  if (kind === "stop") return `\`${what}\` failed, and nothing new is started`;
  if (kind === "fact") return `${what}, which isn't known`;
  if (kind === "condition") return `${what}, which doesn't hold`;
  if (kind === "output") return what;
  const article = kind === "task" ? "" : `${kind} `;
  return `${article}\`${what}\`${status === undefined ? "" : `, which is ${status}`}`;
}
