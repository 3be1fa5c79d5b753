// Looks things up in a policy that is there as a whole.
import type { Policy, Rule } from "../../policy/types.ts";
import { carriersOf } from "../carriers.ts";
import type { Lookup } from "./lookup.ts";
import { limitedSources, sortRules, toolNames } from "./sorted.ts";

/** Prepares a policy. */
export function wholeLookup(policy: Policy): Lookup {
  const sorted = sortRules(policy.rules);
  const pick = (places: readonly number[]): Rule[] =>
    places.flatMap((at) => {
      const rule = policy.rules[at];
      return rule === undefined ? [] : [rule];
    });
  const picked = (map: ReadonlyMap<string, readonly number[]>): ReadonlyMap<string, readonly Rule[]> =>
    new Map([...map].map(([key, places]) => [key, pick(places)]));
  const rules = picked(sorted.byProgram);
  const exceptions = picked(sorted.exceptions);
  const tools = new Map(toolNames(policy).map(([name, at]) => [name, policy.tools[at]]));
  const lists = new Map(policy.lists.map((l) => [l.name, l]));
  const decisions = new Map(policy.decisions.map((d) => [d.name, d]));
  const appliesTo = new Map(limitedSources(policy));
  return {
    carriers: policy.tools.flatMap(carriersOf),
    tool: (name) => tools.get(name),
    rulesOf: (program) => rules.get(program),
    anywhere: pick(sorted.anywhere),
    fileRules: pick(sorted.fileRules),
    exceptionsTo: (id) => exceptions.get(id) ?? [],
    list: (name) => lists.get(name),
    decision: (name) => decisions.get(name),
    appliesTo: (file) => appliesTo.get(file),
    programs: () => rules.keys(),
  };
}
