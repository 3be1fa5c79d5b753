// Never run `T` more than N times in a run; Never run more than N `T` at once.
import type { RuleOf } from "../../policy/types.ts";
import { countBeside, countUpTo } from "../sequence.ts";
import { type Outcome, SILENT, type Subject, wholeRange } from "../subject.ts";
import { code } from "../words.ts";

/** Broken by the run's (N+1)th. What ran before this text can't be seen, so that fewer leave it undecided. */
export function neverTimes(rule: RuleOf<"never-times">, subject: Subject): Outcome {
  return overLimit(rule, countUpTo(rule.targets, subject), subject, "in this run");
}

/** Broken by what is started beside N others: put into the background, or in a pipe with them. */
export function neverAtOnce(rule: RuleOf<"never-at-once">, subject: Subject): Outcome {
  return overLimit(rule, countBeside(rule.targets, subject), subject, "at once");
}

function overLimit(
  { targets, limit }: Pick<RuleOf<"never-times">, "targets" | "limit">,
  { certain, possible }: { readonly certain: number; readonly possible: number },
  subject: Subject,
  when: string,
): Outcome {
  const name = code(targets[0]?.text ?? "");
  const range = wholeRange(subject);
  if (certain > limit) {
    return {
      broken: true,
      message: `${name} runs ${certain} times here; ${limit} ${limit === 1 ? "is" : "are"} allowed ${when}`,
      range,
    };
  }
  if (possible <= limit && subject.history === "empty") return SILENT;
  return {
    broken: "unknown",
    message: `how often ${name} runs ${when} can't be seen here; ${limit} is the limit`,
    range,
  };
}
