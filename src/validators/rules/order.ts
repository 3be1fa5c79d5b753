// Require order `T`, then `T2`, then `T3`.
import { argumentsMatch, asksForHelp, programMatches } from "../../pattern/match.ts";
import { all, type Truth } from "../../pattern/truth.ts";
import type { CommandPattern, RuleOf } from "../../policy/types.ts";
import { type Outcome, SILENT, type Subject, wholeRange } from "../subject.ts";
import { code } from "../words.ts";

/**
 * Broken when a step runs before the one in front of it has succeeded since that one's own predecessor last ran.
 * After `&&` success is certain; after `;`, or before this text began, it can't be known.
 */
export function order(rule: RuleOf<"order">, subject: Subject): Outcome {
  const { invocations } = subject.reading;
  for (const [index, step] of rule.steps.entries()) {
    const before = rule.steps[index - 1];
    if (before === undefined || isStep(step, subject.position, subject) === false) continue;
    const ran = lastRun(before, rule.steps[index - 2], subject);
    if (ran === "succeeded") continue;
    const message = `${code(step.text)} runs before ${code(before.text)} has succeeded`;
    const later = invocations.some((_, i) => i > subject.position && isStep(before, i, subject) === true);
    if (ran === "reset" || (ran === "not here" && (later || subject.history === "empty"))) {
      const why =
        ran === "reset" ? `${message} again` : later ? `${message}, which stands behind it` : message;
      return { broken: isStep(step, subject.position, subject), message: why, range: wholeRange(subject) };
    }
    const doubt = ran === "maybe" ? "may have failed" : "may not have run";
    return {
      broken: "unknown",
      message: `${code(before.text)} must have succeeded before ${code(step.text)}, and ${doubt}: that can't be seen here`,
      range: wholeRange(subject),
    };
  }
  return SILENT;
}

/**
 * Whether a step ran before in this text: with certain success, or possibly; or what stands in front of it in the order
 * ran again since, which takes its success away.
 */
function lastRun(
  step: CommandPattern,
  reset: CommandPattern | undefined,
  subject: Subject,
): "succeeded" | "maybe" | "reset" | "not here" {
  const { succeeded } = subject.invocation;
  for (let i = subject.position - 1; i >= 0; i--) {
    const again = reset === undefined ? false : isStep(reset, i, subject);
    if (again !== false) return again === true ? "reset" : "maybe";
    const truth = isStep(step, i, subject);
    if (truth === true && succeeded.includes(i)) return "succeeded";
    if (truth !== false) return "maybe";
  }
  return "not here";
}

function isStep(step: CommandPattern, position: number, subject: Subject): Truth {
  const invocation = subject.reading.invocations[position];
  if (invocation === undefined) return false;
  if (asksForHelp(step, invocation.args)) return false;
  const { tool, args } = subject.policy.read(invocation);
  const name = programMatches(step.program, tool);
  return name === false ? false : all([name, argumentsMatch(step, args)]);
}
