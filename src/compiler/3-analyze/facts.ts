// Facts that rules hang on and that nobody supplies. Can't see whether the source that is named really has it.
import { conditionsOf, testsOf } from "../../policy/rules.ts";
import type { Rule } from "../../policy/types.ts";
import { factWithoutSource } from "../messages/generated.ts";
import type { Analysis, Subject } from "./analysis.ts";

/** Reports each fact without `From` that a rule hangs on. */
export const facts: Analysis = ({ policy }) => {
  const rules = policy.rules.map((rule) => ({ rule, names: withInputs(factsOf(rule), policy) }));
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

/** Facts, and those on which decisions among them hang. */
function withInputs(names: readonly string[], { decisions }: Subject["policy"]): string[] {
  const all = new Set(names);
  for (const name of all)
    for (const input of decisions.find((d) => d.name === name)?.inputs ?? []) all.add(input.name);
  return [...all];
}

function factsOf(rule: Rule): string[] {
  const tests = conditionsOf(rule).flatMap(testsOf);
  const names = tests.flatMap((t) => ("subject" in t && t.subject.of === "fact" ? [t.subject.name] : []));
  return [...new Set(rule.kind === "never-before-date" ? [...names, rule.fact] : names)];
}
