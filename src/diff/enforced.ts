// What of a policy is enforced, in a form of which equal texts mean the same: without places, reasons and dates of writing.
import { canonicalJson } from "../policy/canonical-json.ts";
import { conditionsOf, testsOf } from "../policy/rules.ts";
import type { Policy, Rule, Test } from "../policy/types.ts";

/** Of no consequence for any verdict. */
const TELLING = new Set(
  "source because instead meaning reason date entry examples sentence supersedes reviewBy owner noun".split(
    " ",
  ),
);

/** A value without what only tells, as canonical JSON. */
export function enforced(value: unknown): string {
  return canonicalJson(plain(value));
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object") return value;
  const isPattern = "program" in value && "operands" in value && "text" in value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      TELLING.has(key) || (isPattern && key === "text") ? [] : [[key, plain(inner)]],
    ),
  );
}

/** A rule taken apart for comparing: what proofs look into, and all else as one text. */
export interface EnforcedRule {
  readonly rule: Rule;
  /** The condition, exceptions and what lifts the rule, each as a text. */
  readonly unless: readonly string[];
  readonly allows: readonly string[];
  /** Members of the lists that the rule names, by list. */
  readonly lists: ReadonlyMap<string, ReadonlySet<string>>;
  /** Facts, decisions, and which files its source is limited to. */
  readonly surroundings: string;
  /** Under which id an operator may lift it; undefined where nobody may. */
  readonly waivedAs: string | undefined;
  /** Equal for rules that say the same. */
  readonly whole: string;
}

/** The enforced form of a rule of a policy. */
export function enforcedRule(rule: Rule, policy: Policy): EnforcedRule {
  const allows = policy.rules.filter((r) => r.kind === "allow" && r.exceptionTo.includes(rule.id));
  const tests = [rule, ...allows].flatMap((r) => conditionsOf(r).flatMap(testsOf));
  const names = tests.flatMap((t) => ("list" in t ? [t.list] : []));
  if ("list" in rule) names.push(rule.list);
  const lists = new Map<string, ReadonlySet<string>>();
  const forms: unknown[] = [];
  for (const name of new Set(names)) {
    const list = policy.lists.find((l) => l.name === name);
    lists.set(name, new Set(list?.members.map((m) => m.value)));
    forms.push([name, list?.column, list?.matching]);
  }
  const facts = [...tests.flatMap(factsIn), ...(rule.kind === "never-before-date" ? [rule.fact] : [])];
  const { exceptionTo: _, id, unless, ...rest } = rule;
  const waivedAs = unless.some((e) => "operator" in e) ? id : undefined;
  const surroundings = enforced([
    forms,
    facts.length === 0 ? [] : [policy.facts.filter((f) => facts.includes(f.name)), policy.decisions],
    policy.sources.find((s) => s.file === rule.source.file)?.appliesTo ?? [],
  ]);
  const own = { unless: unless.map(enforced).sort(), allows: allows.map((r) => allowForm(r, policy)).sort() };
  const members = [...lists].map(([name, set]) => [name, [...set].sort()]);
  return {
    rule,
    ...own,
    lists,
    surroundings,
    waivedAs,
    whole: enforced([rest, own, waivedAs ?? "", members, surroundings]),
  };
}

function allowForm(rule: Rule, policy: Policy): string {
  const { exceptionTo: _, id: _id, ...rest } = rule;
  const names = conditionsOf(rule)
    .flatMap(testsOf)
    .flatMap((t) => ("list" in t ? [t.list] : []));
  return enforced([rest, policy.lists.filter((l) => names.includes(l.name)), rule.until]);
}

function factsIn(test: Test): string[] {
  return "subject" in test && test.subject.of === "fact" ? [test.subject.name] : [];
}
