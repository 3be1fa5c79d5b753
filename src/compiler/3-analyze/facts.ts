// Facts that rules hang on and that nobody supplies. Can't see whether the source that is named really has it.
import { conditionsOf, testsOf } from "../../policy/rules.ts";
import type { Rule } from "../../policy/types.ts";
import { factWithoutSource } from "../messages/generated.ts";
import type { Analysis } from "./analysis.ts";

/** Reports each fact without `From` that a rule hangs on. */
export const facts: Analysis = ({ policy }) => {
  const rules = policy.rules.map((rule) => ({ rule, names: factsOf(rule) }));
  return policy.facts
    .filter((fact) => fact.from === undefined)
    .flatMap((fact) => {
      const hanging = rules.filter(({ names }) => names.includes(fact.name)).map(({ rule }) => rule);
      const [first] = hanging;
      if (first === undefined) return [];
      const related = hanging.slice(0, 10).map(({ id, source }) => ({ message: `\`${id}\``, source }));
      return [factWithoutSource(fact.source, { id: first.id, fact: fact.name }, { related })];
    });
};

function factsOf(rule: Rule): string[] {
  const tests = conditionsOf(rule).flatMap(testsOf);
  const names = tests.flatMap((t) => ("subject" in t && t.subject.of === "fact" ? [t.subject.name] : []));
  return [...new Set(rule.kind === "never-before-date" ? [...names, rule.fact] : names)];
}
