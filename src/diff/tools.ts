// What two policies say of one tool, of files, and of reports: rules against rules.

import { globMatches } from "../pattern/glob.ts";
import { governedPatterns, isReportRule, patternsOf } from "../policy/rules.ts";
import type { Policy, Rule } from "../policy/types.ts";
import { type EnforcedRule, enforced, enforcedRule } from "./enforced.ts";
import { isAsStrict } from "./proof.ts";
import type { Relation } from "./relation.ts";

const FILE_KINDS: readonly Rule["kind"][] = ["never-touch", "never-write", "ask-editing"];

/** Rules by what they are about. `Allow` rules are no rules of their own: they belong to what they lift. */
export class RuleSet {
  readonly policy: Policy;
  readonly #forms: ReadonlyMap<Rule, EnforcedRule>;

  constructor(policy: Policy) {
    this.policy = policy;
    this.#forms = new Map(
      policy.rules.filter((r) => r.kind !== "allow").map((r) => [r, enforcedRule(r, policy)]),
    );
  }

  /** Every program that a rule names, without `*`. */
  programs(): string[] {
    const programs = [...this.#forms.keys()].flatMap((r) => governedPatterns(r).map((p) => p.program));
    return [...new Set(programs)].filter((p) => !p.includes("*"));
  }

  /** Rules about a program; those whose program has a `*` are about each that fits. */
  ofTool(name: string): EnforcedRule[] {
    return this.#where((r) =>
      governedPatterns(r).some((p) =>
        p.program.includes("*") ? globMatches(p.program, name) : p.program === name,
      ),
    );
  }

  /** Rules about programs whose name has a `*`. */
  anywhere(): EnforcedRule[] {
    return this.#where((r) => governedPatterns(r).some((p) => p.program.includes("*")));
  }

  aboutFiles(): EnforcedRule[] {
    return this.#where((r) => FILE_KINDS.includes(r.kind));
  }

  aboutReport(name: string): EnforcedRule[] {
    return this.#where((r) => isReportRule(r) && r.report === name);
  }

  #where(is: (rule: Rule) => boolean): EnforcedRule[] {
    return [...this.#forms].filter(([rule]) => is(rule)).map(([, form]) => form);
  }
}

/** What comes of comparing two sets of rules: `covered` is the proof, the rest tells what differs. */
export interface RulesDiff {
  readonly relation: Relation;
  readonly changes: readonly string[];
}

/** Whether each old rule is in the new set, as it was or stricter; and the other way round. */
export function compareRules(before: readonly EnforcedRule[], now: readonly EnforcedRule[]): RulesDiff {
  const [old, fresh] = [new Set(before.map((r) => r.whole)), new Set(now.map((r) => r.whole))];
  const gone = before.filter((r) => !fresh.has(r.whole));
  const added = now.filter((r) => !old.has(r.whole));
  const changes = [
    ...gone.map((r) => `- ${r.rule.sentence}`),
    ...added.map((r) => `+ ${r.rule.sentence}`),
    ...gone.flatMap((r) => listChanges(r, added)),
  ];
  if (gone.length === 0 && added.length === 0) return { relation: "equal", changes };
  if (gone.every((r) => added.some((n) => isAsStrict(n, r)))) return { relation: "stricter", changes };
  if (added.every((n) => gone.some((r) => isAsStrict(r, n)))) return { relation: "looser", changes };
  return { relation: "not-comparable", changes };
}

/** Members that joined or left a list, where the same sentence says otherwise the same. */
function listChanges(gone: EnforcedRule, added: readonly EnforcedRule[]): string[] {
  const same = added.find((a) => a.rule.sentence === gone.rule.sentence);
  if (same === undefined) return [];
  return [...gone.lists].flatMap(([list, members]) => {
    const now = same.lists.get(list) ?? new Set<string>();
    return [
      ...[...members].filter((m) => !now.has(m)).map((m) => `  - ${m} on ${list}`),
      ...[...now].filter((m) => !members.has(m)).map((m) => `  + ${m} on ${list}`),
    ];
  });
}

/** How tools' words are read: all declarations under their names, their other names, and of their subcommands. */
export function declarationsOf(policy: Policy, names: ReadonlySet<string>): string {
  if ([...names].some((n) => n.includes("*"))) return enforced(policy.tools);
  return enforced(
    policy.tools.filter((t) => [t.name, ...t.also].some((n) => names.has(n.split(" ")[0] ?? n))),
  );
}

/** The programs that rules about a tool look at: the tool, what must run before it, what it is piped into. */
export function programsIn(rules: readonly EnforcedRule[]): string[] {
  return rules.flatMap((r) => patternsOf(r.rule).map((p) => p.program));
}

/** The declarations of tools of which an option or operand is a file. */
export function fileDeclarations(policy: Policy): string {
  const roles = ["reads", "writes", "deletes"];
  return enforced(
    policy.tools.filter((t) => [...t.options, ...t.operands].some((o) => roles.includes(o.role ?? ""))),
  );
}
