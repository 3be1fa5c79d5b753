// What an operator's phrase grants.
import type { CommandPattern, Policy } from "../policy/types.ts";
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

/** A name is a step's, or else a command's, with the words and options that it must have. */
function isGranted(name: string, subject: Subject, policy: Policy): boolean {
  const step = policy.steps.find((s) => s.name === name);
  const patterns = step?.patterns ?? [commandNamed(name, subject)];
  return isAny(patterns, subject.position, subject) === true;
}

function commandNamed(text: string, subject: Subject): CommandPattern {
  const [program = "", ...words] = text.split(/\s+/);
  const isOption = (word: string): boolean => word.startsWith("-");
  const known = subject.declaration;
  return {
    text,
    program: known?.also.includes(program) === true ? known.name : program,
    operands: words.filter((w) => !isOption(w)),
    options: words.filter(isOption).map((option) => ({ name: option })),
  };
}
