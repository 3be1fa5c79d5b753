// Regular expressions in conditions that could never be decided. Can't see whether one matches what was meant.
import { conditionsOf, testsOf } from "../../policy/rules.ts";
import type { Rule } from "../../policy/types.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { invalidExpression } from "../messages/generated.ts";
import type { Analysis } from "./analysis.ts";

/** Reports each pattern of a `matches` condition that the engine refuses. */
export const expressions: Analysis = ({ policy, expressionProblem }) => {
  const found: Diagnostic[] = [];
  for (const rule of policy.rules) {
    for (const pattern of patternsOf(rule)) {
      const reason = expressionProblem(pattern);
      if (reason !== undefined)
        found.push(invalidExpression(rule.source, { pattern, reason: inWords(reason, pattern) }));
    }
  }
  return found;
};

/** Without the engine's own opening, and without the pattern once more. */
function inWords(reason: string, pattern: string): string {
  const again = `: \`${pattern}\``;
  const once = reason.endsWith(again) ? reason.slice(0, -again.length) : reason;
  return once.replace(/^error parsing regexp: /, "");
}

function patternsOf(rule: Rule): string[] {
  const tests = conditionsOf(rule).flatMap(testsOf);
  return tests.flatMap((test) => (test.test === "matches" ? [test.pattern] : []));
}
