// What a verdict hangs on that the caller may supply.
import { conditionsOf, testsOf } from "../policy/rules.ts";
import type { Rule } from "../policy/types.ts";

export interface Requirements {
  /** Files that the action runs, as the reader names them: from the root, from `~`, or from the action's directory. */
  readonly files: readonly string[];
  /** Names of facts. */
  readonly facts: readonly string[];
}

/** The facts that rules hang on, each once, in the order of names. */
export function factsOf(rules: readonly Rule[]): string[] {
  const names = new Set<string>();
  for (const rule of rules) {
    if (rule.kind === "never-before-date") names.add(rule.fact);
    for (const test of conditionsOf(rule).flatMap(testsOf))
      if ("subject" in test && test.subject.of === "fact") names.add(test.subject.name);
  }
  return [...names].sort();
}
