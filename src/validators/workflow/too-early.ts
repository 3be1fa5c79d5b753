// Whether the task that a call or command belongs to may be run, or asked about, now.

import { callText } from "../../policy/calls.ts";
import type { Finding, Source, Task, Workflow } from "../../policy/types.ts";
import { blockingConditions, reasonsOf, reasonText, stopsOf } from "./reasons.ts";
import type { Run } from "./run.ts";
import { holdsIn, type Standing, standings } from "./statuses.ts";

/** A task that a call or a command runs, or only asks about; or either, where the two are the same. */
export interface Use {
  readonly workflow: Workflow;
  readonly task: Task;
  readonly asks: boolean | "either";
}

/** What speaks against it. Where one use is in order there is nothing; a state that isn't known can't be decided. */
export function usesFindings(uses: readonly Use[], run: Run | undefined): Finding[] {
  const known = new Map<Workflow, ReadonlyMap<string, Standing>>();
  const findings = uses.map((use) => {
    const { workflow } = use;
    const own = run?.playbook === undefined || run.playbook === workflow.name ? run : undefined;
    if (own !== undefined && !known.has(workflow)) known.set(workflow, standings(workflow, own));
    return useFinding(use, known.get(workflow), own);
  });
  const against = findings.filter((f) => f !== undefined);
  if (against.length < findings.length) return [];
  const asking = against.find((f) => f.decision === "ask");
  const [first] = asking === undefined ? against : [asking];
  return first === undefined ? [] : [first];
}

function useFinding(
  { task, asks: means }: Use,
  found: ReadonlyMap<string, Standing> | undefined,
  run: Run | undefined,
): Finding | undefined {
  const { name, checksWith, because } = task;
  const standing = found?.get(name);
  if (standing === undefined || run === undefined || found === undefined) {
    if (task.needs.length + task.when.length === 0 && checksWith === undefined) return undefined;
    const message = `whether \`${name}\` may run can't be decided without the state of its playbook`;
    return { code: "state-unknown", message, decision: "ask", certain: false, source: task.source };
  }
  const asks = means === "either" ? standing.status === "In Progress" : means;
  const deny = (code: string, message: string, source: Source, more: Partial<Finding> = {}): Finding => {
    return { code, message, ...more, decision: "deny", certain: true, source };
  };
  if (standing.status === "In Progress" && !asks && checksWith !== undefined) {
    const instead = `\`${callText(checksWith, standing.recorded?.captures, run.tools)}\``;
    return deny("in-progress", `\`${name}\` is In Progress already`, checksWith.source, { instead });
  }
  const outside = task.when.find((need) => holdsIn(need, found, run) === false);
  if (standing.status === "Waived" && standing.recorded === undefined && outside !== undefined) {
    const [reason] = reasonsOf([{ need: outside, truth: false }], found, run);
    const why = reason === undefined ? "" : `, for it is done when ${reasonText(reason)}`;
    return deny("waived", `\`${name}\` is Waived${why}`, outside.source);
  }
  const begun = standing.status !== "Not Started" && standing.status !== "Blocked";
  if (begun) return undefined;
  const stops = stopsOf(found);
  if (stops.length > 0 && !asks) return deny("stopped", stops.map(reasonText).join("; "), task.source);
  const [missing] = standing.missing;
  if (missing !== undefined) {
    const reasons = reasonsOf(standing.missing, found, run).map(reasonText).join("; ");
    const told = because === undefined ? {} : { because };
    const finding = deny("not-yet", `\`${name}\` needs ${reasons}`, missing.need.source, told);
    const certain = standing.missing.some((m) => m.truth === false);
    return certain ? finding : { ...finding, decision: "ask", certain: false };
  }
  const blocks = standing.status === "Blocked" && !asks ? blockingConditions(task, found, run) : [];
  const [signal] = task.blocked;
  if (blocks.length === 0 || signal === undefined) return undefined;
  return deny("blocked", `\`${name}\` is Blocked by ${blocks.map(reasonText).join("; ")}`, signal.source);
}
