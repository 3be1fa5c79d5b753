// What a gate still needs.
import type { Status, Workflow } from "../../policy/types.ts";
import { needsOf } from "../../policy/workflows.ts";
import type { EvidenceAnswer } from "../evidence/finding.ts";
import { type Reason, reasonsOf } from "./reasons.ts";
import type { Run } from "./run.ts";
import { standings } from "./statuses.ts";

export interface GateAnswer {
  readonly schemaVersion: 1;
  readonly gate: string;
  readonly status: Status;
  readonly missing: readonly Reason[];
  readonly because?: string;
  /** What was found of the evidence that it needs. */
  readonly evidence: readonly EvidenceAnswer[];
}

/** Where a gate or wait stands; undefined where the playbook has none of that name. */
export function gateAnswer(workflow: Workflow, name: string, run: Run): GateAnswer | undefined {
  const found = standings(workflow, run);
  const standing = found.get(name);
  if (standing === undefined || standing.part.kind === "task") return undefined;
  const { because } = standing.part.of;
  const missing = standing.status === "Pass" ? [] : reasonsOf(standing.missing, found, run);
  return {
    schemaVersion: 1,
    gate: name,
    status: standing.status,
    missing,
    evidence: needsOf(standing.part).flatMap((need) =>
      "evidence" in need ? (run.evidence?.get(need.evidence) ?? []) : [],
    ),
    ...(because === undefined ? {} : { because }),
  };
}
