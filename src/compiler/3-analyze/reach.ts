// Rules that can never apply, and rules that a stricter one covers. Looks at tests on the same options; can't see
// contradictions between values, facts or lists.
import type { CommandPattern, Rule, Test } from "../../policy/types.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { coveredRule, neverApplies } from "../messages/generated.ts";
import type { Analysis } from "./analysis.ts";

/** Reports contradictions in a rule's own conditions, and rules that an unconditional "Never run" covers. */
export const reach: Analysis = ({ policy }) => {
  const found: Diagnostic[] = [];
  const bans = new Map<string, Rule[]>();
  for (const rule of policy.rules) {
    if (rule.kind !== "never-run" || rule.when !== undefined || rule.unless.length > 0) continue;
    for (const { program } of rule.targets) bans.set(program, [...(bans.get(program) ?? []), rule]);
  }
  for (const rule of policy.rules) {
    const reason = contradiction(rule);
    if (reason !== undefined) found.push(neverApplies(rule.source, { id: rule.id, reason }));
    const program = "targets" in rule ? rule.targets[0]?.program : undefined;
    const ban = bans.get(program ?? "")?.find((b) => b !== rule && covers(b, rule));
    if (ban !== undefined) {
      const related = [{ message: `\`${ban.id}\``, source: ban.source }];
      found.push(coveredRule(rule.source, { id: rule.id, other: ban.id }, { related }));
    }
  }
  return found;
};

function contradiction(rule: Rule): string | undefined {
  const { when } = rule;
  if (when === undefined) return undefined;
  const tests = when.join === "and" ? when.tests.filter((t): t is Test => "test" in t) : [];
  const used = tests.flatMap((t) =>
    t.test === "used" && (t.join === "and" || t.options.length === 1) ? t.options : [],
  );
  const missing = tests.flatMap((t) =>
    t.test === "missing" && (t.join === "and" || t.options.length === 1) ? t.options : [],
  );
  const both = used.find((name) => missing.includes(name));
  if (both !== undefined) return `\`${both}\` can't be used and missing`;
  const lifted = rule.unless.some(
    (e) => "condition" in e && JSON.stringify(e.condition) === JSON.stringify(when),
  );
  return lifted ? "what lifts it is the same as what it applies to" : undefined;
}

/** Whether everything that a rule governs is banned already. */
function covers(ban: Rule, rule: Rule): boolean {
  if (
    ban.kind !== "never-run" ||
    !("targets" in rule) ||
    rule.kind === "allow" ||
    rule.kind === "prefer-tool"
  )
    return false;
  return rule.targets.every((target) => ban.targets.some((b) => isWider(b, target)));
}

function isWider(wide: CommandPattern, narrow: CommandPattern): boolean {
  if (wide.program !== narrow.program || wide.options.length > 0) return false;
  return wide.operands.every((operand, i) => operand === narrow.operands[i]);
}
