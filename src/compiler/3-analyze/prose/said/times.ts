// How long things take, when they have failed, and how often to look.
import type { Claim } from "../claim.ts";
import { type Bounded, boundedTime } from "../text/bounds.ts";
import { formSet } from "../text/form-set.ts";
import { matches } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../text/words.ts";
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

type Meaning = "duration" | "at most" | "limit" | "open-ended" | "retries";

const FORMS = formSet<Meaning>([
  [
    "S (must | has to | needs to | have to) (finish | be done | complete | be over | be finished | end) @within ~ T",
    "limit",
  ],
  ["S ~ @lasts ~ T", "duration"],
  ["S ~ @lastsFor for ~ T", "duration"],
  ["S ~ (runs | run | goes on) ~ T", "open-ended"],
  ["S ~ (is | be) a matter of ~ T", "duration"],
  ["S ~ is a T (job | task | step | affair | thing | wait | process)", "duration"],
  ["S ~ (has | have | with) (a | an | the) @length of ~ T", "duration"],
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
  ["@itTakes S ~ T", "duration"],
  ["after ~ T [,] S ~ @givesUp", "limit"],
  ["S ~ @isNotTo (take | last | need | takes | lasts | needs) ~ (more than | longer than) T", "at most"],
  ["S ~ (never takes | never lasts | never needs) ~ (more than | longer than) T", "at most"],
  ["S ~ (is | are | be) ~ T long", "duration"],
  ["(need | needs | take | takes | require | requires) ~ T for S", "duration"],
  [
    "@itTakes ~ T to (complete | finish | do | run | perform | get through | go through | carry out) S",
    "duration",
  ],
  ["@itTakes ~ T for S to @finishes", "duration"],
  [
    "@itTakes ~ T (until | till | before) S ~ (is | has) ~ (done | finished | over | complete | through)",
    "duration",
  ],
  ["after ~ T [,] S ~ (is | has) ~ (done | finished | over | complete | through)", "duration"],
  ["give S ~ T", "duration"],
  ["count on S taking ~ T", "duration"],
  [
    "if S ~ @isNot ~ (done | finished | passed | ended | over | complete | through) ~ @within ~ T … @lost",
    "limit",
  ],
  ["(give | gives) up on S after ~ T", "limit"],
  ["@length (of | for) S ~ (is | : | comes to) ~ T", "duration"],
  ["(timeout | time limit) (of | for) S ~ (is | : | comes to | to | =) ~ T", "limit"],
  ["@expect ~ T for S", "duration"],
  ["@expect S to (take | last | need | run for) ~ T", "duration"],
  [
    "S ~ (is | are | gets) ~ (retried | tried again | repeated | run again) [up to | at most | no more than] N (times | time)",
    "retries",
  ],
  [
    "S ~ (gets | has | allows | is given) [up to | at most] N (retries | more tries | further tries)",
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
    if (form.means === "open-ended" && hasWord(sentence, end, end + 1, OFFSETS)) return [];
    const kind = form.means === "limit" ? "limit" : "duration";
    const most = form.means === "at most" || (kind === "duration" && hasWord(sentence, start, end, UPPER));
    const usual = hasWord(sentence, start, end, USUALLY);
    return [claim(kind, subject, { ...timeSaid(time, most), usual }, at, reading)];
  });

/** "`x` (2–4 hours)", of a task or a wait. */
export const briefDurations: Extractor = ({ aside, it, lexemes }, reading) => {
  if (!aside || it === undefined) return [];
  const start = lexemes[0]?.type === "word" && USUALLY.has(lexemes[0].text) ? 1 : 0;
  const found = boundedTime(lexemes, start);
  const subject = thing(it, reading);
  if (found === undefined || found.end < lexemes.length || subject.playbook === undefined) return [];
  const source = placeOf(lexemes, 0, lexemes.length);
  return source === undefined ? [] : [claim("duration", subject, timeSaid(found), source, reading)];
};

/** What may happen is the most that happens. */
const UPPER = wordSet("can may might could within inside");
const USUALLY = wordSet("usually typically normally generally often mostly commonly ordinarily");
/** "30 minutes after" something is when it starts. */
const OFFSETS = wordSet("after before");

export function timeSaid({ time, bound, about }: Bounded, possible = false): TimeSaid {
  return { ...time, bound: bound ?? (possible ? "most" : undefined), about };
}

/** Words that may follow a time without changing what it is the time of. */
const BEHIND = wordSet(
  "and but so then after to long because since as which that from whereas though although here now",
  "today while until",
);

/** Whether a time is not "2 hours later", "2 hours per host" or "2 hours of work". */
export function standsAlone({ lexemes }: Pick<Sentence, "lexemes">, end: number): boolean {
  const next = lexemes[end];
  if (next === undefined || next.type === "mark") return true;
  return next.type === "word" && BEHIND.has(next.text);
}

const EVERY = formSet<"every" | "once more" | "of itself">([
  ["@looks [@looked] [@again] @every T", "every"],
  ["@looks [@looked] S ~ [@fares] ~ @every T", "every"],
  ["@looks [@looked] S ~ (again | back) ~ (in | after | within) ~ T", "once more"],
  ["(check back | look back | come back) (on | to | at) S ~ (in | after | within) ~ T", "once more"],
  ["@every T [,] … @looks [@looked] S", "of itself"],
  ["S ~ [@wants] ~ (is | are | gets | be) ~ @watched ~ @every T", "of itself"],
  ["S ~ @wants ~ (checking | polling | watching | a look | looking after) ~ @every T", "of itself"],
  ["@intervalOf (of | for) S ~ (is | : | =) ~ T", "of itself"],
  ["S 's @intervalOf ~ is ~ T", "of itself"],
  ["@looks [@looked] (again | back) ~ (in | after | within) ~ T", "once more"],
  ["@looks (@looked) ~ (in | after | within) ~ T", "once more"],
]);

/** Check intervals. Where nothing is named to be looked at, it is the one task or wait of the sentence, or its topic. */
export const intervals: Extractor = (sentence, reading) =>
  matches(sentence, EVERY, reading.effort).flatMap((match): Claim[] => {
    const { form, named, time, start, end } = match;
    const ordered = form.means === "of itself" || isOrder(sentence, start);
    if (time === undefined || !standsAlone(sentence, end) || !ordered) return [];
    if (hasWord(sentence, Math.max(0, start - REACH), start, EXCEPTIONS)) return [];
    const [subject, ...more] =
      named.S === undefined ? lookedAt(sentence, start, reading) : thingsOf(named.S, sentence, reading);
    if (subject === undefined || more.length > 0) return [];
    if (subject.playbook === undefined && form.means !== "of itself") return [];
    return [claim("interval", subject, timeSaid(time), placeOfMatch(match, sentence), reading)];
  });

/** How far in front of a fit words are looked for that make an exception of it. */
const REACH = 30;
const EXCEPTIONS = wordSet("if unless night sometimes except otherwise weekend weekends worst urgent");

function lookedAt(sentence: Sentence, at: number, reading: Reading): Thing[] {
  const names = sentence.lexemes.slice(Math.max(0, at - REACH), at + REACH).filter((l) => l.type === "code");
  const found = new Map(names.map((l) => thing(l, reading)).map((t) => [t.key, t]));
  const parts = [...found.values()].filter((t) => t.playbook !== undefined);
  if (parts.length > 0) return parts;
  const meant = sentence.it ?? sentence.topic;
  return meant === undefined ? [] : [thing(meant, reading)];
}

/** Who may look: whoever reads this. "The cron job checks …" speaks of something else. */
const LOOKERS: ReadonlySet<string> = new Set(
  (
    "and then to should please you we user users agent agents operator operators engineer engineers may can must it or just but " +
    "will shall simply also only one people somebody someone whoever everybody who crew team driver person caller duty turn"
  ).split(" "),
);

function isOrder({ lexemes }: Sentence, start: number): boolean {
  const before = lexemes[start - 1];
  return (
    before === undefined ||
    before.type === "mark" ||
    before.type === "code" ||
    (before.type === "word" && LOOKERS.has(before.text))
  );
}
