// Whether the task that a call or command belongs to may be run, or asked about, now.
import type { Finding, Task, Workflow } from "../../policy/types.ts";
import { callText } from "./calls.ts";
import { type Reason, reasonsOf, stopsOf } from "./next.ts";
import type { Run } from "./run.ts";
import { type Standing, standings } from "./statuses.ts";

/** A task that a call or a command runs, or only asks about. */
export interface Use {
  readonly workflow: Workflow;
  readonly task: Task;
  readonly asks: boolean;
}

/** What speaks against it. Where one use is in order there is nothing; a state that isn't known can't be decided. */
export function usesFindings(uses: readonly Use[], run: Run | undefined): Finding[] {
  const known = new Map<Workflow, ReadonlyMap<string, Standing>>();
  const findings = uses.map((use) => {
    if (run !== undefined && !known.has(use.workflow)) known.set(use.workflow, standings(use.workflow, run));
    return useFinding(use, known.get(use.workflow), run);
  });
  const against = findings.filter((f) => f !== undefined);
  if (against.length < findings.length) return [];
  const asking = against.find((f) => f.decision === "ask");
  const [first] = asking === undefined ? against : [asking];
  return first === undefined ? [] : [first];
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
  const begun = standing.status !== "Not Started" && standing.status !== "Blocked";
  if (begun) return undefined;
  const stops = stopsOf(found);
  if (stops.length > 0 && !asks) return say("stopped", stops.map(reasonText).join("; "), true);
  if (standing.missing.length === 0) return undefined;
  const reasons = reasonsOf(standing.missing, found, run).map(reasonText).join("; ");
  const certain = standing.missing.some((m) => m.truth === false);
  return say("not-yet", `\`${name}\` needs ${reasons}`, certain);
}

/** A reason in words: "`x`, which is In Progress", "one day before `d`: from 2026-03-17". */
export function reasonText({ kind, what, status, from, findings }: Reason): string {
  if (kind === "evidence") return `evidence \`${what}\`, ${foundText(findings)}`;
  if (kind === "date") return `${what}: from ${from ?? "a day that isn't known"}`;
  if (kind === "stop") return `\`${what}\` failed, and nothing new is started`;
  if (kind === "fact") return `${what}, which isn't known`;
  if (kind === "condition") return `${what}, which doesn't hold`;
  if (kind === "output") return what;
  const article = kind === "task" ? "" : `${kind} `;
  return `${article}\`${what}\`${status === undefined ? "" : `, which is ${status}`}`;
}

function foundText(findings: number | undefined): string {
  if (findings === undefined) return "which isn't shown";
  return `in which ${findings === 1 ? "1 thing is" : `${findings} things are`} wrong`;
}
