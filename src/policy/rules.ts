// What all readers of rules ask of them.
import type { CommandPattern, Condition, Rule, Test } from "./types.ts";

/** The patterns of the commands that a rule governs: those that meet it when they are about to run. */
export function governedPatterns(rule: Rule): readonly CommandPattern[] {
  switch (rule.kind) {
    case "order":
      return rule.steps.flatMap((s) => s.patterns);
    case "always-each":
      return [...rule.first, ...rule.targets];
    case "never-touch":
    case "never-write":
    case "ask-editing":
      return [];
    default:
      return rule.targets;
  }
}

/** Every condition in a rule: of its sentence, behind "when" and behind "unless". */
export function conditionsOf(rule: Rule): readonly Condition[] {
  const main = rule.kind === "require" ? rule.condition : "notBefore" in rule ? rule.notBefore : undefined;
  const unless = rule.unless.flatMap((e) => ("condition" in e ? [e.condition] : []));
  return [main, rule.when, ...unless].filter((c) => c !== undefined);
}

/** The single tests of a condition, whatever joins them. */
export function testsOf(condition: Condition): readonly Test[] {
  return condition.tests.flatMap((t) => ("tests" in t ? testsOf(t) : [t]));
}
