// The words in front of a colon, or at the head of a column, that say what kind of thing stands behind them.
import type { Lexeme } from "./lexemes.ts";
import { DETERMINERS, NOUNS, wordSet } from "./words.ts";

export type LabelKind =
  | "duration"
  | "interval"
  | "limit"
  | "needs"
  | "next"
  | "followers"
  | "failure"
  | "message"
  | "retries"
  | "exit";

const KEYS: Readonly<Record<LabelKind, string>> = {
  duration:
    "duration, durations, time, times, runtime, runtimes, run time, run times, running time, takes, length, how long, " +
    "wait time, wait times, waiting time, waiting times, time needed, time required, execution time, lasts, it takes, how long it takes",
  interval:
    "check, check every, check interval, check intervals, interval, intervals, poll, polling, polling interval, poll every, " +
    "check again, look again, frequency, check frequency, status check, look every, cadence, checked every, checks, how often, " +
    "poll interval, looked at every, look in every, refresh every",
  limit:
    "timeout, timeouts, time limit, time limits, times out after, gives up after, fails after, given up after, time out",
  needs:
    "prerequisites, prerequisite, needs, depends on, dependencies, dependency, requires, preconditions, precondition, after, " +
    "wait for, waiting for, runs after, starts after, comes after, waits for, upstream, blocked by, predecessors, predecessor, needs first, waits on, " +
    "what it needs, comes behind, begins after, required before, must be done before, must be done first, behind",
  next:
    "next, next action, next actions, next step, next steps, then, followed by, next task, next tasks, proceeds to, continue with, " +
    "afterwards, after that, what comes next, comes next, leads to, goes on with, proceed to, hands over to",
  followers:
    "successors, successor, downstream, dependents, needed by, followers, what follows, what needs it, unblocks, required by, " +
    "what waits for it, comes before",
  failure:
    "on failure, failure handling, if it fails, when it fails, failure, upon failure, in case of failure, when failed, " +
    "if failed, a failure, on error, when red, if red, on fail, after a failure",
  message: "message, says, prints, text, wording, message text, what it says, words",
  retries: "retries, max retries, maximum retries, attempts, number of retries, retry count",
  exit: "exit status, exit code, exits with, exit",
};

const BY_KEY = new Map(
  (Object.entries(KEYS) as readonly (readonly [LabelKind, string])[]).flatMap(([kind, keys]) =>
    keys.split(",").map((key): [string, LabelKind] => [key.trim(), kind]),
  ),
);

/** Words that a key may have more without being another one. */
const QUALIFIERS = wordSet(
  "typical expected usual average estimated normal approximate approx maximum max minimum min its",
  "their typically usually planned total recommended suggested immediate only final successful all",
  "own direct critical note important rough approximately by",
);

export interface Key {
  readonly kind: LabelKind;
  /** A maximum or a minimum is a bound. */
  readonly bound: "most" | "least" | undefined;
}

/** The kind that words name; undefined where they are more or something else. */
export function keyOf(lexemes: readonly Lexeme[]): Key | undefined {
  return keyOfWords(lexemes.flatMap((l) => (l.type === "word" ? [l.text] : [])));
}

export function keyOfWords(words: readonly string[]): Key | undefined {
  const has = (...some: readonly string[]): boolean => some.some((word) => words.includes(word));
  const bound = has("maximum", "max") ? "most" : has("minimum", "min") ? "least" : undefined;
  const plain = words.filter((w) => !QUALIFIERS.has(w));
  const bare = plain.filter((w) => !DETERMINERS.has(w) && !NOUNS.has(w));
  const kind = BY_KEY.get(words.join(" ")) ?? BY_KEY.get(plain.join(" ")) ?? BY_KEY.get(bare.join(" "));
  return kind === undefined ? undefined : { kind, bound };
}

/** Words of headings over other times than these. */
const OTHER_TIMES = wordSet(
  "retention age deadline deadlines sla slas offset offsets delay delays window windows grace",
  "start starts when schedule cooldown backoff ttl expiry budget budgets slot slots notice",
  "lifetime validity cost overdue late downtime outage outages saved saving cpu",
  "kept keep keeps stored store retain retained valid live lives expire expires deleted before since until ago old ahead",
);

/** The kind that the words above a list name in passing: "How long things take:". Over tasks it is how long they take. */
export function looseKeyOf(words: readonly string[]): Key | undefined {
  const exact = keyOfWords(words);
  if (exact !== undefined) return exact;
  const has = (...some: readonly string[]): boolean => some.some((word) => words.includes(word));
  const kind: LabelKind | undefined = has("timeout", "timeouts", "limit", "limits")
    ? "limit"
    : has("interval", "intervals", "often", "polling", "poll")
      ? "interval"
      : has("prerequisites", "dependencies", "needs", "depends", "predecessors")
        ? "needs"
        : has(...OTHER_TIMES)
          ? undefined
          : "duration";
  return kind === undefined ? undefined : { kind, bound: undefined };
}
