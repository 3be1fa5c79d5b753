// Tries every example of every live rule; where a later one replaced a part, as its author wrote it.
// Can't see what superseded rules once did.
import type { Example } from "../../policy/types.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { exampleDiffers } from "../messages/generated.ts";
import type { Analysis, Trial } from "./analysis.ts";

const EXPECTED = {
  deny: "denied by its rule",
  ask: "asked about by its rule",
  silent: "passed over by its rule in silence",
} as const;

/** Reports each example whose verdict differs from what its label says. */
export const examples: Analysis = ({ policy, asWritten, try: tryRule }) => {
  const found: Diagnostic[] = [];
  for (const rule of policy.rules) {
    for (const example of rule.examples) {
      const trial = tryRule(rule, example);
      const differs = difference(example, trial);
      if (differs === undefined) continue;
      const before = asWritten.get(rule.id);
      if (before !== undefined && difference(example, tryRule(before, example)) === undefined) continue;
      const related = [{ message: `the rule \`${rule.id}\``, source: rule.source }];
      found.push(
        exampleDiffers(example.source, { found: differs, expected: EXPECTED[example.expect] }, { related }),
      );
    }
  }
  return found;
};

function difference(example: Example, trial: Trial): string | undefined {
  if (trial.unreadable !== undefined) return `not readable as a command (${trial.unreadable})`;
  const expected = example.expect === "silent" ? "allow" : example.expect;
  if (trial.decision === expected) return undefined;
  const reason = trial.message === "" ? "" : ` (${trial.message})`;
  if (trial.decision === "deny") return `denied${reason}`;
  return trial.decision === "ask" ? `asked about${reason}` : "passed over in silence";
}
