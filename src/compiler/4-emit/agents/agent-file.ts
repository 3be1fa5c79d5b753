// What is planned for agents: files, what was moved out of the always-on text, and what stands in the way.
import type { Policy } from "../../../policy/types.ts";
import type { Diagnostic } from "../../messages/diagnostic.ts";
import type { Templates } from "../templates.ts";
import type { Target, TargetId } from "./targets/target.ts";

/** When a host loads a file: in every session, for some paths, or when it is asked for. */
export type Loads = "always" | "scoped" | "on demand";

/** A file for agents. Its path is relative to the project, with `/`. */
export interface AgentFile {
  readonly path: string;
  readonly target: TargetId;
  readonly loads: Loads;
  /** `block`: what stands between our marks in a file that people write too; `settings`: names that a list has to hold. */
  readonly form: "block" | "whole" | "settings";
  readonly text: string;
}

/** Something that didn't stay in the always-on text, and where it went. */
export interface Spill {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly bytes: number;
}

export interface Plan {
  readonly files: readonly AgentFile[];
  readonly spilled: readonly Spill[];
  readonly problems: readonly Diagnostic[];
}

export interface PlanInput {
  readonly policy: Policy;
  readonly targets: readonly Target[];
  readonly templates: Templates;
  /** What people wrote around our block in a file: it takes room too. */
  readonly around: (path: string) => string;
}
