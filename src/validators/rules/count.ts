// Never run `T` more than N times in a run; Never run more than N `T` at once.
import type { Past } from "../../policy/history.ts";
import type { RuleOf } from "../../policy/types.ts";
import { type Count, countBeside, countPast, countUpTo } from "../sequence.ts";
import { type Outcome, SILENT, type Subject, wholeRange } from "../subject.ts";
import { code } from "../words.ts";

/** Broken by the run's (N+1)th. What ran before this text is known from the ledger, if the run is known from its start. */
export function neverTimes(rule: RuleOf<"never-times">, subject: Subject): Outcome {
  const here = countUpTo(rule.targets, subject);
  const run = subject.ledger?.run();
  const before = run === undefined ? NONE : countPast(rule.targets, run.past, subject, (part) => part.ran);
  const known = run === undefined ? subject.history === "empty" : run.whole;
  return overLimit(rule, subject, { here, before, known }, "in this run");
}

/**
 * Broken by what is started beside N others: in the same text, or still running in any run of the ledger. What was let
 * through and has not ended counts as running; what a person was asked about may be.
 */
export function neverAtOnce(rule: RuleOf<"never-at-once">, subject: Subject): Outcome {
  const here = countBeside(rule.targets, subject);
  const running = subject.ledger?.running();
  const before = (running ?? []).map((one) => runningIn(rule, one, subject)).reduce(sum, NONE);
  const known = running === undefined ? subject.history === "empty" : true;
  return overLimit(rule, subject, { here, before, known }, "at once");
}

/** How many of a call that has not ended run now: of several programs in one call, one for certain. */
function runningIn({ targets }: RuleOf<"never-at-once">, one: Past, subject: Subject): Count {
  const runs = one.outcome === "allowed" || one.outcome === "started";
  const { certain, possible } = countPast(targets, [one], subject, () => (runs ? true : "unknown"));
  return { certain: Math.min(certain, 1), possible };
}

function sum(a: Count, b: Count): Count {
  return { certain: a.certain + b.certain, possible: a.possible + b.possible };
}

const NONE: Count = { certain: 0, possible: 0 };

interface Counted {
  readonly here: Count;
  readonly before: Count;
  /** Whether nothing but what is counted can have run. */
  readonly known: boolean;
}

function overLimit(
  { targets, limit }: RuleOf<"never-times" | "never-at-once">,
  subject: Subject,
  { here, before, known }: Counted,
  when: string,
): Outcome {
  const name = code(targets[0]?.text ?? "");
  const range = wholeRange(subject);
  const certain = here.certain + before.certain;
  if (certain > limit) {
    const where = before.certain === 0 ? "here" : "with what has run before";
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
