// How a policy, or a part of it, stands to another one.
import type { Action, Decision } from "../policy/types.ts";

/**
 * `equal` and `stricter` are proven: no action gets a looser verdict. `looser` is proven, or shown by an action that gets
 * a looser verdict while none is known that gets a stricter one.
 */
export type Relation = "equal" | "stricter" | "looser" | "not-comparable";

/** An action on which both policies were asked. */
export interface Witness {
  readonly action: Action;
  readonly facts: Readonly<Record<string, string>>;
  readonly old: Decision;
  readonly new: Decision;
}

/** A part of a policy: a tool, the rules about files, the settings, a playbook, a report. */
export interface PartDiff {
  readonly part: string;
  readonly name: string;
  readonly relation: Relation;
  /** What differs, in words: sentences that were added (`+`) and that are gone (`-`). */
  readonly changes: readonly string[];
  readonly witnesses: readonly Witness[];
}

export interface PolicyDiff {
  readonly relation: Relation;
  readonly old: string;
  readonly new: string;
  /** All parts, changed or not, tools first. */
  readonly parts: readonly PartDiff[];
}

/** What several relations come to: a single looser part makes the whole looser. */
export function together(relations: readonly Relation[]): Relation {
  const order: readonly Relation[] = ["looser", "not-comparable", "stricter"];
  return order.find((r) => relations.includes(r)) ?? "equal";
}

/** Whether a relation is good enough to be taken over without a person. */
export function isSafe(relation: Relation): boolean {
  return relation === "equal" || relation === "stricter";
}

const STRICTNESS: readonly Decision[] = ["allow", "warn", "ask", "deny"];

/** Negative where the first decision is looser. */
export function compareDecisions(a: Decision, b: Decision): number {
  return STRICTNESS.indexOf(a) - STRICTNESS.indexOf(b);
}
