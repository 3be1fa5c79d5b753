// Exceptions that lift nothing. Can't see whether an exception that lifts something lifts what was meant.
import { governedPatterns } from "../../policy/rules.ts";
import type { Rule } from "../../policy/types.ts";
import { exceptionWithoutRule, needlessException } from "../messages/generated.ts";
import type { Analysis } from "./analysis.ts";

/** Reports `Allow` rules that name no rule, and exceptions to rules about other programs. */
export const exceptions: Analysis = ({ policy }) => {
  const byId = new Map(policy.rules.map((r) => [r.id, r]));
  return policy.rules.flatMap((rule) => {
    if (rule.kind === "allow" && rule.exceptionTo.length === 0) {
      return [exceptionWithoutRule(rule.source, { pattern: rule.targets[0]?.text ?? "" })];
    }
    return rule.exceptionTo.flatMap((id) => {
      const other = byId.get(id);
      if (other === undefined || sharesProgram(rule, other)) return [];
      const related = [{ message: `\`${id}\``, source: other.source }];
      return [needlessException(rule.source, { id: rule.id, other: id }, { related })];
    });
  });
};

function sharesProgram(a: Rule, b: Rule): boolean {
  const programs = governedPatterns(a).map((p) => p.program);
  const others = governedPatterns(b).map((p) => p.program);
  return programs.some((p) => others.some((o) => p === o || p.includes("*") || o.includes("*")));
}
