// Two policies, part by part: whether the new one is equal, stricter, looser or not comparable, with actions that show it.
import type { Policy } from "../policy/types.ts";
import type { EnforcedRule } from "./enforced.ts";
import { compareParts, readingOf } from "./parts.ts";
import {
  compareDecisions,
  isSafe,
  type PartDiff,
  type PolicyDiff,
  type Relation,
  together,
  type Witness,
} from "./relation.ts";
import { compareRules, declarationsOf, fileDeclarations, programsIn, RuleSet } from "./tools.ts";
import { commandsFor, filesFor, Trials, type TryOptions } from "./witnesses.ts";

const MOST_SHOWN = 3;

/**
 * Compares two policies. What is said to be equal or stricter is proven from the forms of the rules, and tried besides;
 * what is said to be looser is proven or shown. Witnesses are confirmed under both policies.
 */
export function diffPolicies(before: Policy, now: Policy, options: TryOptions): PolicyDiff {
  const [old, fresh] = [new RuleSet(before), new RuleSet(now)];
  const trials = new Trials(before, now, options);
  const reading = readingOf(before) === readingOf(now);
  const names = [
    ...new Set([...old.programs(), ...fresh.programs(), ...toolNames(before), ...toolNames(now)]),
  ].sort();
  const tools = names.map((name) => {
    const [a, b] = [old.ofTool(name), fresh.ofTool(name)];
    const involved = new Set([name, ...programsIn([...a, ...b])]);
    const same = declarationsOf(before, involved) === declarationsOf(now, involved);
    return partOf("tool", name, a, b, {
      proof: reading && (same || a.length === 0),
      same,
      trials,
      policies: [before, now],
    });
  });
  const wide = partOf("tools", "any", old.anywhere(), fresh.anywhere(), {
    proof: reading,
    same: true,
    trials,
    policies: [before, now],
  });
  const seen = fileDeclarations(before) === fileDeclarations(now);
  const files = partOf("files", "all", old.aboutFiles(), fresh.aboutFiles(), {
    proof: reading && seen,
    same: seen,
    trials,
    policies: [before, now],
  });
  const way: PartDiff = {
    part: "reading",
    name: "commands",
    relation: reading ? "equal" : "not-comparable",
    changes: reading ? [] : ["how the words of commands are read has changed"],
    witnesses: [],
  };
  const parts = [...tools, wide, files, way, ...compareParts(old, fresh)];
  return { relation: together(parts.map((p) => p.relation)), old: before.revision, new: now.revision, parts };
}

interface Around {
  /** Whether the forms of the rules prove anything: their words are read alike. */
  readonly proof: boolean;
  readonly same: boolean;
  readonly trials: Trials;
  readonly policies: readonly Policy[];
}

function partOf(
  part: string,
  name: string,
  before: readonly EnforcedRule[],
  now: readonly EnforcedRule[],
  { proof, same, trials, policies }: Around,
): PartDiff {
  const rules = compareRules(before, now);
  const proven: Relation = proof ? rules.relation : "not-comparable";
  const noRules = before.length === 0 && now.length === 0;
  if (noRules || (proven === "equal" && same))
    return { part, name, relation: "equal", changes: [], witnesses: [] };
  const all = [...before, ...now];
  const found = trials.differing(part === "files" ? filesFor(all) : commandsFor(all, policies));
  const changes = [...rules.changes, ...(same ? [] : ["the declaration of its options is another one"])];
  const witnesses = mostTelling(found);
  return { part, name, relation: settled(proven, found), changes, witnesses };
}

/** What is tried may overrule what seemed proven, never the other way. */
function settled(proven: Relation, found: readonly Witness[]): Relation {
  const looser = found.some((w) => compareDecisions(w.new, w.old) < 0);
  const stricter = found.some((w) => compareDecisions(w.new, w.old) > 0);
  if (isSafe(proven)) return looser ? (stricter ? "not-comparable" : "looser") : proven;
  if (proven === "looser" && !stricter) return "looser";
  return looser && !stricter ? "looser" : "not-comparable";
}

/** The shortest looser ones first, then stricter ones. */
function mostTelling(found: readonly Witness[]): Witness[] {
  const size = (w: Witness): number =>
    ("command" in w.action ? w.action.command.length : 0) + Object.keys(w.facts).length;
  const sorted = [...found].sort((a, b) => size(a) - size(b));
  const looser = sorted.filter((w) => compareDecisions(w.new, w.old) < 0);
  const stricter = sorted.filter((w) => compareDecisions(w.new, w.old) > 0);
  return [...looser.slice(0, MOST_SHOWN), ...stricter.slice(0, MOST_SHOWN)];
}

function toolNames(policy: Policy): string[] {
  return policy.tools.map((t) => t.name.split(" ")[0] ?? t.name);
}
