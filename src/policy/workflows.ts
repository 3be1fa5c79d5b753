// What all readers of playbooks ask of them.
import type { Condition, Gate, Need, Task, Wait, Workflow } from "./types.ts";

/** A task, a wait or a gate. */
export type Part =
  | { readonly kind: "task"; readonly of: Task }
  | { readonly kind: "wait"; readonly of: Wait }
  | { readonly kind: "gate"; readonly of: Gate };

/** Everything in a playbook by name, in the order of the source. */
export function partsOf(workflow: Workflow): Map<string, Part> {
  const parts: Part[] = [
    ...workflow.tasks.map((of) => ({ kind: "task" as const, of })),
    ...workflow.waits.map((of) => ({ kind: "wait" as const, of })),
    ...workflow.gates.map((of) => ({ kind: "gate" as const, of })),
  ];
  return new Map(parts.map((part) => [part.of.name, part]));
}

/** What a part needs; of a wait also what it waits for. */
export function needsOf(part: Part): readonly Need[] {
  return part.kind === "wait" ? [...part.of.needs, ...part.of.over] : part.of.needs;
}

/** Names that a part hangs on. */
export function dependencies(part: Part): string[] {
  const { of } = part;
  if (part.kind === "gate") return namesOf(of.needs);
  if (part.kind === "wait") return namesOf([...of.needs, ...part.of.over]);
  const { when, starts, passes, fails, blocked, waived } = part.of;
  const signals = [starts, passes, fails, blocked, waived].flat();
  return namesOf([...of.needs, ...when, ...signals.flatMap((s) => ("holds" in s ? s.holds : []))]);
}

/** The names that a condition looks at. */
export function factsOf(condition: Condition): string[] {
  return condition.tests.flatMap((t) =>
    "tests" in t ? factsOf(t) : "subject" in t && t.subject.of === "fact" ? [t.subject.name] : [],
  );
}

/** The names that needs look at: tasks, waits, gates and facts. Names of evidence are names of something else. */
export function namesOf(needs: readonly Need[]): string[] {
  return needs.flatMap((n) => {
    if ("node" in n) return [n.node];
    if ("evidence" in n) return [];
    return "condition" in n ? factsOf(n.condition) : [n.fact];
  });
}

/** The evidence that anything in a playbook asks for, in the order of its parts. */
export function evidenceOf(workflow: Workflow): string[] {
  const signals = workflow.tasks.flatMap((t) => [t.starts, t.passes, t.fails, t.blocked, t.waived].flat());
  const needs = [
    ...[...partsOf(workflow).values()].flatMap(needsOf),
    ...workflow.tasks.flatMap((t) => t.when),
    ...signals.flatMap((s) => ("holds" in s ? s.holds : [])),
  ];
  return [...new Set(needs.flatMap((n) => ("evidence" in n ? [n.evidence] : [])))];
}
