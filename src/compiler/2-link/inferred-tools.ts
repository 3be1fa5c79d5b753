// What the rules' own use says about options of tools that nobody declared.
import { conditionsOf, governedPatterns, testsOf } from "../../policy/rules.ts";
import type { Arity, Condition, Rule, Tool } from "../../policy/types.ts";

import type { ToolTable } from "./tool-table.ts";

/**
 * Declarations for the undeclared programs that rules name: an option that a rule gives a value takes one, one that
 * a rule holds against a list takes many, any other one nothing.
 */
export function inferTools(rules: readonly Rule[], declared: Pick<ToolTable, "has">): Tool[] {
  const inferred = new Map<string, Map<string, Arity>>();
  for (const rule of rules) {
    const programs = governedPatterns(rule).map((p) => p.program);
    for (const program of programs) {
      if (declared.has(program) || program.includes("*")) continue;
      const options = inferred.get(program) ?? new Map<string, Arity>();
      inferred.set(program, options);
      for (const [name, arity] of uses(rule)) {
        const known = options.get(name);
        if (known === undefined || rank(arity) > rank(known)) options.set(name, arity);
      }
    }
  }
  return [...inferred]
    .filter(([, options]) => options.size > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, options]) => tool(name, options));
}

function tool(name: string, options: ReadonlyMap<string, Arity>): Tool {
  const rows = [...options]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([option, takes]) => ({ name: option, also: [], takes: [takes], matches: "exact" as const }));
  return { name, also: [], runsOn: [], repeatable: false, declared: false, options: rows, operands: [] };
}

function* uses(rule: Rule): Generator<readonly [string, Arity]> {
  switch (rule.kind) {
    case "always-pass":
    case "never-pass":
      for (const o of rule.options) yield [o.name, o.value === undefined ? "nothing" : "one"];
      break;
    case "always-pass-every":
    case "never-pass-any":
      yield [rule.option, "many"];
      break;
    case "never-combine":
      for (const o of rule.options) yield [o.name, o.value === undefined ? "nothing" : "one"];
      for (const name of rule.with) yield [name, "nothing"];
      break;
    case "prefer-option":
      for (const name of [rule.option, ...rule.over]) yield [name, "nothing"];
      break;
    case "default":
      yield [rule.option, "one"];
      break;
    case "never-pass-value":
      if (rule.option !== undefined) yield [rule.option, "one"];
      break;
  }
  for (const condition of conditionsOf(rule)) yield* conditionUses(condition);
}

function* conditionUses(condition: Condition): Generator<readonly [string, Arity]> {
  for (const test of testsOf(condition)) {
    if (test.test === "used" || test.test === "missing")
      for (const option of test.options) yield [option, "nothing"];
    else if (test.test === "file-exists" && test.option !== undefined) yield [test.option, "one"];
    else if ("subject" in test && test.subject.of === "option") {
      yield [test.subject.name, test.test === "names-any" || test.test === "names-outside" ? "many" : "one"];
    }
  }
}

function rank(arity: Arity): number {
  return arity === "nothing" ? 0 : arity === "one" ? 1 : 2;
}
