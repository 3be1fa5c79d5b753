// How long things take, when they have failed, and how often to look.
import type { Claim } from "../claim.ts";
import { type Bounded, boundedTime } from "../text/bounds.ts";
import { formSet } from "../text/form-set.ts";
import { matches } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Thing } from "../things.ts";
import type { TimeSaid } from "../values.ts";
import {
  claim,
  type Extractor,
  hasWord,
  isLimited,
  placeOf,
  placeOfMatch,
  type Reading,
  thing,
  thingsOf,
} from "./reading.ts";

type Meaning = "duration" | "limit" | "open-ended" | "retries";

const FORMS = formSet<Meaning>([
  ["S ~ @lasts ~ T", "duration"],
  ["S ~ @lastsFor for ~ T", "duration"],
  ["S ~ (runs | run | goes on) ~ T", "open-ended"],
  [
    "S ~ [is | are | gets] ~ (done | finished | complete | completed | over | ready) ~ @within ~ T",
    "duration",
  ],
  ["S ~ @finishes ~ @within ~ T", "duration"],
  ["S ~ @givesUp ~ @afterwards ~ T", "limit"],
  ["S ~ (has | with | have) a (timeout | time limit | limit) of T", "limit"],
  ["S ~ (has | have) a T (timeout | time limit | limit)", "limit"],
  ["S 's @length ~ (is | comes to) ~ T", "duration"],
  ["S 's (timeout | time limit) ~ (is | comes to) ~ T", "limit"],
  ["it takes S ~ T", "duration"],
  ["@length (of | for) S ~ (is | : | comes to) ~ T", "duration"],
  ["(timeout | time limit) (of | for) S ~ (is | : | comes to) ~ T", "limit"],
  ["@expect ~ T for S", "duration"],
  ["@expect S to (take | last | need | run for) ~ T", "duration"],
  [
    "S ~ (is | are | gets) ~ (retried | tried again | repeated | run again) [up to | at most | no more than] N (times | time)",
    "retries",
  ],
  ["(up to | at most) N (retries | attempts) (for | of | with) S", "retries"],
]);

/** Durations, limits and counts of retries. */
export const durations: Extractor = (sentence, reading) =>
  matches(sentence, FORMS, reading.effort).flatMap((match): Claim[] => {
    const { form, named, time, count, start, end } = match;
    const [subject, ...more] = thingsOf(named.S, sentence, reading);
    if (subject === undefined || more.length > 0 || isLimited(sentence, start)) return [];
    const at = placeOfMatch(match, sentence);
    if (form.means === "retries")
      return count === undefined ? [] : [claim("retries", subject, count, at, reading)];
    if (time === undefined || !standsAlone(sentence, end)) return [];
    if (form.means === "open-ended" && hasWord(sentence, end, end + 1, ["after", "before"])) return [];
    const kind = form.means === "limit" ? "limit" : "duration";
    return [claim(kind, subject, timeSaid(time, hasWord(sentence, start, end, MODALS)), at, reading)];
  });

/** "`x` (2–4 hours)", of a task or a wait. */
export const briefDurations: Extractor = ({ aside, it, lexemes }, reading) => {
  if (!aside || it === undefined) return [];
  const found = boundedTime(lexemes, 0);
  const subject = thing(it, reading);
  if (found === undefined || found.end < lexemes.length || subject.part === undefined) return [];
  const source = placeOf(lexemes, 0, lexemes.length);
  return source === undefined ? [] : [claim("duration", subject, timeSaid(found), source, reading)];
};

/** What may happen is the most that happens. */
const MODALS: readonly string[] = ["can", "may", "might", "could"];

export function timeSaid({ time, bound, about }: Bounded, possible = false): TimeSaid {
  return { ...time, bound: bound ?? (possible ? "most" : undefined), about };
}

/** Words that may follow a time without changing what it is the time of. */
const BEHIND: readonly string[] = [
  "and",
  "but",
  "so",
  "then",
  "after",
  "to",
  "long",
  "because",
  "since",
  "as",
  "which",
  "that",
  "from",
  "whereas",
  "though",
  "although",
  "here",
  "now",
  "today",
  "while",
  "until",
];

/** Whether a time is not "2 hours later", "2 hours per host" or "2 hours of work". */
export function standsAlone({ lexemes }: Pick<Sentence, "lexemes">, end: number): boolean {
  const next = lexemes[end];
  if (next === undefined || next.type === "mark") return true;
  return next.type === "word" && BEHIND.includes(next.text);
}

const EVERY = formSet<"every" | "once more" | "of itself">([
  ["@looks [@looked] [@again] @every T", "every"],
  ["@looks [@looked] S ~ @every T", "every"],
  [
    "S ~ (is | are | gets | be) ~ (checked | polled | looked at | asked | queried | watched | inspected) ~ @every T",
    "of itself",
  ],
  ["@looks [@looked] (again | back) ~ (in | after | within) ~ T", "once more"],
  ["@looks (@looked) ~ (in | after | within) ~ T", "once more"],
]);

/** Check intervals. Where nothing is named to be looked at, it is the one task or wait of the sentence, or its topic. */
export const intervals: Extractor = (sentence, reading) =>
  matches(sentence, EVERY, reading.effort).flatMap((match): Claim[] => {
    const { named, time, start, end } = match;
    if (time === undefined || !standsAlone(sentence, end) || !isOrder(sentence, start)) return [];
    if (hasWord(sentence, Math.max(0, start - REACH), start, EXCEPTIONS)) return [];
    const [subject, ...more] =
      named.S === undefined ? lookedAt(sentence, reading) : thingsOf(named.S, sentence, reading);
    if (subject === undefined || more.length > 0) return [];
    if (subject.part === undefined && match.form.means !== "of itself") return [];
    return [claim("interval", subject, timeSaid(time), placeOfMatch(match, sentence), reading)];
  });

/** How far in front of a fit words are looked for that make an exception of it. */
const REACH = 30;
const EXCEPTIONS: readonly string[] = [
  "if",
  "unless",
  "under",
  "night",
  "sometimes",
  "except",
  "otherwise",
  "weekend",
  "weekends",
  "worst",
  "urgent",
];

function lookedAt(sentence: Sentence, reading: Reading): Thing[] {
  const names = sentence.lexemes.filter((l) => l.type === "code");
  const found = new Map(names.map((l) => thing(l, reading)).map((t) => [t.key, t]));
  const parts = [...found.values()].filter((t) => t.part !== undefined);
  if (parts.length > 0) return parts;
  const meant = sentence.it ?? sentence.topic;
  return meant === undefined ? [] : [thing(meant, reading)];
}

/** Who may look: whoever reads this. "The cron job checks …" speaks of something else. */
const LOOKERS: readonly string[] = [
  "and",
  "then",
  "to",
  "should",
  "please",
  "you",
  "we",
  "user",
  "users",
  "agent",
  "agents",
  "operator",
  "engineer",
  "may",
  "can",
  "must",
  "it",
  "or",
  "just",
  "is",
  "are",
  "but",
  "will",
  "shall",
  "simply",
  "also",
  "only",
  "be",
  "one",
  "people",
];

function isOrder({ lexemes }: Sentence, start: number): boolean {
  const before = lexemes[start - 1];
  return (
    before === undefined ||
    before.type === "mark" ||
    before.type === "code" ||
    (before.type === "word" && LOOKERS.includes(before.text))
  );
}
