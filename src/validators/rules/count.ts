// Never run `T` more than N times in a run; Never run more than N `T` at once.
import type { Truth } from "../../pattern/truth.ts";
import type { Past } from "../../policy/history.ts";
import type { RuleOf } from "../../policy/types.ts";
import { type Count, countPast, countUpTo } from "../sequence.ts";
import { type Outcome, SILENT, type Subject, wholeRange } from "../subject.ts";
import { code } from "../words.ts";

/** Broken by the run's (N+1)th. What ran before this text is known from the ledger, if the run is known from its start. */
export function neverTimes(rule: RuleOf<"never-times">, subject: Subject): Outcome {
  const run = subject.ledger?.run();
  const before = run === undefined ? NONE : countPast(rule.targets, run.past, subject, (part) => part.ran);
  const known = run === undefined ? subject.history === "empty" : run.whole;
  return overLimit(rule, subject, before, known, "in this run");
}

/**
 * Broken by what is started beside N others: in the same text, or still running in any run of the ledger. What was let
 * through and has not ended counts as running; what a person was asked about may be.
 */
export function neverAtOnce(rule: RuleOf<"never-at-once">, subject: Subject): Outcome {
  const running = subject.ledger?.running();
  const counts = (_: unknown, { outcome }: Past): Truth =>
    outcome === "allowed" || outcome === "started" ? true : "unknown";
  const before = running === undefined ? NONE : countPast(rule.targets, running, subject, counts);
  const known = running === undefined ? subject.history === "empty" : true;
  return overLimit(rule, subject, before, known, "at once");
}

const NONE: Count = { certain: 0, possible: 0 };

function overLimit(
  { targets, limit }: RuleOf<"never-times" | "never-at-once">,
  subject: Subject,
  before: Count,
  known: boolean,
  when: string,
): Outcome {
  const here = countUpTo(targets, subject);
  const name = code(targets[0]?.text ?? "");
  const range = wholeRange(subject);
  const certain = here.certain + before.certain;
  if (certain > limit) {
    const where = before.certain === 0 ? "here" : `with what has run before`;
    return {
      broken: true,
      message: `${name} runs ${certain} times ${where}; ${limit} ${limit === 1 ? "is" : "are"} allowed ${when}`,
      range,
    };
  }
  if (here.possible + before.possible <= limit && known) return SILENT;
  return {
    broken: "unknown",
    message: `how often ${name} runs ${when} can't be seen here; ${limit} is the limit`,
    range,
  };
}
