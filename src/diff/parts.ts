// What two policies hold besides rules about tools and files: settings, playbooks, MCP tools, reports, results, phrases.
import { canonicalJson } from "../policy/canonical-json.ts";
import type { Need, Policy, Workflow } from "../policy/types.ts";
import { enforced } from "./enforced.ts";
import type { PartDiff, Relation } from "./relation.ts";
import { compareSetting } from "./settings.ts";
import { compareRules, type RuleSet } from "./tools.ts";

interface Named {
  readonly name: string;
}

/** Definitions that do nothing by themselves: what names them is compared with them in it, so that further ones loosen nothing. */
const ONLY_NAMED: ReadonlySet<string> = new Set(["results", "fact", "step"]);

/** Parts that are compared by their enforced form alone: equal, or not comparable. */
const PLAIN: readonly (readonly [string, (policy: Policy) => readonly Named[]])[] = [
  ["MCP tool", (p) => p.mcpTools],
  ["results", (p) => p.evidence],
  ["approval", (p) => p.approvals],
  ["fact", (p) => p.facts],
  ["decision", (p) => p.decisions],
  ["step", (p) => p.steps],
];

/** All parts but tools and files. */
export function compareParts(before: RuleSet, now: RuleSet): PartDiff[] {
  const [old, fresh] = [before.policy, now.policy];
  const changed = changedTools(old, fresh);
  return [
    ...settings(old, fresh),
    ...byName(old.workflows, fresh.workflows).map(([name, a, b]) =>
      part(
        "playbook",
        name,
        readAlike(a, b, changed) ? workflow(a, b) : "not-comparable",
        a === undefined ? ["+ the playbook"] : b === undefined ? ["- the playbook"] : [],
      ),
    ),
    ...reports(before, now),
    ...PLAIN.flatMap(([kind, of]) =>
      byName(of(old), of(fresh)).map(([name, a, b]) => part(kind, name, definition(kind, a, b), said(a, b))),
    ),
  ];
}

function part(kind: string, name: string, relation: Relation, changes: readonly string[]): PartDiff {
  return { part: kind, name, relation, changes: relation === "equal" ? [] : changes, witnesses: [] };
}

function definition(kind: string, a: unknown, b: unknown): Relation {
  if (enforced(a ?? null) === enforced(b ?? null)) return "equal";
  return a === undefined && ONLY_NAMED.has(kind) ? "stricter" : "not-comparable";
}

function said(a: unknown, b: unknown): string[] {
  return a === undefined
    ? ["+ the definition"]
    : b === undefined
      ? ["- the definition"]
      : ["the definition is another one"];
}

function settings(old: Policy, fresh: Policy): PartDiff[] {
  const [was, is] = [new Map(Object.entries(old.settings)), new Map(Object.entries(fresh.settings))];
  const names = [...new Set([...was.keys(), ...is.keys()])].sort();
  return names.map((name) => {
    const [a, b] = [was.get(name), is.get(name)];
    const show = (value: unknown): string => (value === undefined ? "the default" : String(value));
    return part("setting", name, compareSetting(name, a, b), [`${show(a)} → ${show(b)}`]);
  });
}

/** The tools whose declarations have changed. */
function changedTools(old: Policy, fresh: Policy): string[] {
  return byName(old.tools, fresh.tools).flatMap(([name, a, b]) =>
    enforced(a ?? null) === enforced(b ?? null) ? [] : [name.split(" ")[0] ?? name],
  );
}

/** Whether the commands that a playbook names are read as they were. */
function readAlike(a: Workflow | undefined, b: Workflow | undefined, changed: readonly string[]): boolean {
  const text = enforced([a ?? null, b ?? null]);
  return !changed.some((name) => text.includes(JSON.stringify(name)));
}

/** A playbook is stricter only where tasks and gates need more and nothing else has changed. */
function workflow(a: Workflow | undefined, b: Workflow | undefined): Relation {
  if (a === undefined || b === undefined) return "not-comparable";
  if (enforced(a) === enforced(b)) return "equal";
  const bare = (w: Workflow): string =>
    enforced({
      ...w,
      tasks: w.tasks.map((t) => ({ ...t, needs: [] })),
      gates: w.gates.map((g) => ({ ...g, needs: [] })),
    });
  if (bare(a) !== bare(b)) return "not-comparable";
  const needs = (w: Workflow): (readonly Need[])[] => [...w.tasks, ...w.gates].map((each) => each.needs);
  const [before, now] = [needs(a), needs(b)];
  const kept = before.every((all, i) => {
    const mine = new Set((now[i] ?? []).map(enforced));
    return all.every((need) => mine.has(enforced(need)));
  });
  return kept ? "stricter" : "not-comparable";
}

function reports(before: RuleSet, now: RuleSet): PartDiff[] {
  return byName(before.policy.reports, now.policy.reports).map(([name, a, b]) => {
    const rules = compareRules(before.aboutReport(name), now.aboutReport(name));
    const same = enforced(a ?? null) === enforced(b ?? null);
    const relation = same ? rules.relation : "not-comparable";
    return part("report", name, relation, same ? rules.changes : [...said(a, b), ...rules.changes]);
  });
}

function byName<T extends Named>(
  old: readonly T[],
  fresh: readonly T[],
): (readonly [string, T | undefined, T | undefined])[] {
  const names = [...new Set([...old, ...fresh].map((n) => n.name))].sort();
  return names.map(
    (name) => [name, old.find((o) => o.name === name), fresh.find((f) => f.name === name)] as const,
  );
}

/** How the words of commands are read, whatever tool they name: a change of it may change any verdict. */
export function readingOf(policy: Policy): string {
  const carriers = policy.tools.filter((t) =>
    [...t.options, ...t.operands].some((o) => o.role === "runs" || o.role === "host"),
  );
  return canonicalJson([policy.settings.strict, [...policy.placeholders].sort(), enforced(carriers)]);
}
