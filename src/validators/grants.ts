// What an operator's phrase grants.
import type { Policy } from "../policy/types.ts";
import type { Found } from "./findings.ts";
import { isAny } from "./sequence.ts";
import type { Subject } from "./subject.ts";

/** The phrases whose tools and steps cover everything that is asked for, each once, in the order of the sources. */
export function phrasesGranting(asked: readonly Found[], policy: Policy): string[] {
  const phrases = policy.approvals.flatMap((a) => a.phrases);
  const granting = phrases.filter(({ grants }) =>
    asked.every(
      ({ subject }) => subject !== undefined && grants.some((name) => isGranted(name, subject, policy)),
    ),
  );
  return [...new Set(granting.map((p) => p.says))];
}

/** A name is a step's, or else a tool's. */
function isGranted(name: string, subject: Subject, policy: Policy): boolean {
  const step = policy.steps.find((s) => s.name === name);
  if (step !== undefined) return isAny(step.patterns, subject.position, subject) === true;
  return subject.tool === name || subject.declaration?.also.includes(name) === true;
}
