// A playbook's graph: what all its pictures are made of, as Mermaid text or as SVG. Holds no text that is escaped yet.
import type { Truth } from "../../../pattern/truth.ts";
import type { Need, Status } from "../../../policy/types.ts";

/** A task, a wait or a gate; or what must hold of facts and days. */
export type NodeKind = "task" | "wait" | "gate" | "condition";

/** Where something stands. A task that is Not Started and may be started is Ready; the last three are of conditions. */
export type NodeState = Status | "Ready" | "Met" | "Not met" | "Not known";

export interface GraphNode {
  readonly kind: NodeKind;
  /** Its name, or the condition in words; without backticks. */
  readonly label: string;
  /** The anchor of its heading on the playbook's page; conditions have no heading. */
  readonly anchor: string | undefined;
  /** How long it takes, in words. */
  readonly takes: string | undefined;
  /** True of a task that blocks nothing. */
  readonly informational: boolean;
  /** Undefined where no state was given. */
  readonly state: NodeState | undefined;
}

/** From what is needed to what needs it; both are places in `nodes`. */
export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  /** What must be of `from`; undefined where it must have passed. */
  readonly label: string | undefined;
  /** True where it isn't needed to begin, but tells how `to` ends. */
  readonly tells: boolean;
}

export interface Graph {
  readonly playbook: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** How many arrows are left out because others say the same. */
  readonly implied: number;
}

/** How far a run is, as far as a graph shows it. */
export interface Progress {
  /** The status of a task, wait or gate. */
  readonly statusOf: (name: string) => Status | undefined;
  /** Whether a task may be started. */
  readonly isReady: (name: string) => boolean;
  /** Whether what is needed holds. */
  readonly holds: (need: Need) => Truth;
}
