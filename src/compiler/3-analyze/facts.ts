// Facts that rules hang on and that nobody supplies. Can't see whether the source that is named really has it.
import { conditionsOf, testsOf } from "../../policy/rules.ts";
import type { Rule } from "../../policy/types.ts";
import { factWithoutSource } from "../messages/generated.ts";
import type { Analysis } from "./analysis.ts";

/** Reports each rule that hangs on a fact without `From`. */
export const facts: Analysis = ({ policy }) => {
  const unsupplied = new Map(policy.facts.filter((f) => f.from === undefined).map((f) => [f.name, f]));
  return policy.rules.flatMap((rule) =>
    factsOf(rule).flatMap((name) => {
      const fact = unsupplied.get(name);
      if (fact === undefined) return [];
      const related = [{ message: "the fact", source: fact.source }];
      return [factWithoutSource(rule.source, { id: rule.id, fact: name }, { related })];
    }),
  );
};

function factsOf(rule: Rule): string[] {
  const tests = conditionsOf(rule).flatMap(testsOf);
  const names = tests.flatMap((t) => ("subject" in t && t.subject.of === "fact" ? [t.subject.name] : []));
  return [...new Set(rule.kind === "never-before-date" ? [...names, rule.fact] : names)];
}
