// Two rules that can't both be kept: a command breaks the first, and what mends it breaks the second. Looks at the pairs
// of kinds below; can't see clashes that need three rules, or that only show in the order of several commands.

import { witness } from "../../pattern/witness.ts";
import { governedPatterns } from "../../policy/rules.ts";
import type { CommandPattern, Rule, RuleKind } from "../../policy/types.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { clash, notAnalysed } from "../messages/generated.ts";
import type { Analysis, Subject, Trial } from "./analysis.ts";

/** The kinds that can clash: the first demands something that the second forbids. */
const CLASHING: readonly (readonly [RuleKind, RuleKind])[] = [
  ["always-pass", "never-pass"],
  ["always-pass", "never-pass-value"],
  ["always-pass", "never-pass-any"],
  ["always-pass", "never-combine"],
  ["always-pass-every", "never-pass"],
  ["always-pass-every", "never-pass-any"],
  ["always-pass-every", "never-pass-value"],
  ["always-pass-every", "never-combine"],
  ["default", "never-pass"],
  ["default", "never-pass-value"],
  ["default", "never-pass-any"],
  ["default", "never-combine"],
  ["default", "default"],
  ["always-pass", "default"],
  ["prefer-option", "prefer-option"],
  ["prefer-tool", "prefer-tool"],
];

/** Confirms each pair with a command of its own; what can't be turned into one is said to be not analysed. */
export const clashes: Analysis = (subject) => {
  const found: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const rules of byProgram(subject.policy.rules).values()) {
    for (const [demanding, forbidding] of CLASHING) {
      for (const a of rules.filter((r) => r.kind === demanding)) {
        for (const b of rules.filter((r) => r.kind === forbidding)) {
          const pattern = a === b ? undefined : sharedPattern(a, b);
          const pair = [a.id, b.id].sort().join(" ");
          if (pattern === undefined || seen.has(pair) || !sharesOption(a, b)) continue;
          seen.add(pair);
          const result = confirm(a, b, pattern, subject);
          if (result !== undefined) found.push(result);
        }
      }
    }
  }
  return found;
};

function confirm(a: Rule, b: Rule, pattern: CommandPattern, subject: Subject): Diagnostic | undefined {
  const related = [{ message: `\`${b.id}\``, source: b.source }];
  const command = witness(pattern, [a, b], subject.policy.lists);
  if (command === undefined) return notAnalysed(a.source, { id: a.id, other: b.id }, { related });
  const first = subject.try(a, { command, facts: {} });
  if (first.fix === undefined) return undefined;
  const before = subject.try(b, { command, facts: {} });
  const second = subject.try(b, { command: first.fix, facts: {} });
  if (second.decision === "allow") return undefined;
  const stuck =
    second.fix !== undefined && subject.try(a, { command: second.fix, facts: {} }).decision !== "allow";
  if (!stuck && (second.fix !== undefined || !isWedged(a, before, subject))) return undefined;
  // A policy's rules stand in the order of time.
  const { rules } = subject.policy;
  const [older, later] = rules.indexOf(a) < rules.indexOf(b) ? [a, b] : [b, a];
  const values = { id: a.id, other: b.id, witness: command, mended: first.fix, older: older.id };
  return clash(later.source, values, {
    related: [{ message: `\`${older.id}\``, source: older.source }],
  });
}

/** Whether a rule was kept beforehand, or what mended it then breaks the other one for good. */
function isWedged(a: Rule, before: Trial, subject: Subject): boolean {
  if (before.decision === "allow" || before.fix === undefined) return before.decision === "allow";
  const back = subject.try(a, { command: before.fix, facts: {} });
  return back.decision !== "allow" && back.fix === undefined;
}

/** Rules by the programs that they govern: only those of one program can clash. */
function byProgram(rules: readonly Rule[]): Map<string, Rule[]> {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    for (const program of new Set(governedPatterns(rule).map((p) => p.program))) {
      const group = groups.get(program);
      if (group === undefined) groups.set(program, [rule]);
      else group.push(rule);
    }
  }
  return groups;
}

function sharedPattern(a: Rule, b: Rule): CommandPattern | undefined {
  const others = governedPatterns(b);
  return governedPatterns(a).find((p) => others.some((o) => o.program === p.program));
}

/** Rules about different options can't contradict each other. */
function sharesOption(a: Rule, b: Rule): boolean {
  const names = optionsOf(a);
  return names.length === 0 || optionsOf(b).length === 0 || optionsOf(b).some((name) => names.includes(name));
}

function optionsOf(rule: Rule): string[] {
  if ("options" in rule) return [...rule.options.map((o) => o.name), ...("with" in rule ? rule.with : [])];
  if (!("option" in rule) || rule.option === undefined) return [];
  return "over" in rule ? [rule.option, ...rule.over] : [rule.option];
}
