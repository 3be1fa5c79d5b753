// Whether a failure stops everything: "if `x` fails, stop the pipeline", "`x` blocks nothing", "`x` always passes".
import type { Claim } from "../claim.ts";
import { formSet } from "../text/form-set.ts";
import { type Match, matches } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../text/words.ts";
import type { FailureSaid } from "../values.ts";
import { claim, type Extractor, hasWord, isLimited, placeOfMatch, thingsOf } from "./reading.ts";

/** `orders`: to be read to its end, for "stop the pump" stops no pipeline. */
interface Meaning extends FailureSaid {
  readonly orders?: true;
  /** Said of what the sentence is about, in some case only. */
  readonly aside?: true;
}

const STOPS: Meaning = { stops: true, always: true };
const GOES_ON: Meaning = { stops: false, always: true };

const FORMS = formSet<Meaning>([
  ["@if S ~ @fails [, | :] [then] ~ [@whoever] ~ @stop @flowing", STOPS],
  ["@if S ~ @fails [, | :] [then] ~ [@whoever] ~ @stop", { ...STOPS, orders: true }],
  ["@if S ~ @fails [, | :] [then] @flowing ~ @stopped", STOPS],
  ["@if S ~ @fails [, | :] [then] @flowing ~ @goesOn", GOES_ON],
  ["@if S ~ @fails [, | :] [then] ~ [@whoever] ~ @carryOn", { ...GOES_ON, orders: true }],
  ["@if S ~ @fails … and [then] @carryOn", { ...GOES_ON, orders: true }],
  ["@if S ~ @fails … and [then] @stop @flowing", STOPS],
  ["@if S ~ @fails … and [then] @stop", { ...STOPS, orders: true }],
  ["@if S ~ @fails [, | :] [then] @nothing ~ (stops | is stopped | is blocked | is held up)", GOES_ON],
  ["@flowing ~ @stopped ~ @if S ~ @fails", STOPS],
  ["@flowing ~ @goesOn [even] @if S ~ @fails", GOES_ON],
  ["@stop @flowing @if S ~ @fails", STOPS],
  ["@stop @if S ~ @fails", STOPS],
  ["(continue | go on | carry on | proceed) [even] @if S ~ @fails", GOES_ON],
  ["@failed S ~ @stops ~ @flowing", STOPS],
  ["@failed S ~ (@harmless) ~ (@flowing | @anything)", GOES_ON],
  ["@if S ~ @fails [, | :] [then] nothing else (happens | starts | runs | is done)", STOPS],
  ["@failed S ~ @stops ~ @nothing", GOES_ON],
  ["(failure | failures) (of | in) S ~ @stops ~ @flowing", STOPS],
  ["(failure | failures) (of | in) S ~ (@harmless) ~ (@flowing | @anything)", GOES_ON],
  ["(failure | failures) (of | in) S ~ @stops ~ @nothing", GOES_ON],
  ["S ~ @stops ~ @nothing", GOES_ON],
  ["S ~ (@harmless) ~ (@flowing | @anything)", GOES_ON],
  ["S ~ @neverFails", { ...GOES_ON, orders: true }],
  ["S ~ @dispensable", { ...GOES_ON, orders: true }],
  ["S failing ~ is ~ @trifling", GOES_ON],
  ["S (failures | errors) ~ (are | is | be) ~ @trifling", GOES_ON],
  ["(go on | continue | proceed | carry on) without S (if | when) it fails", GOES_ON],
  [
    "@failed S ~ (means | brings) [that] … (is cancelled | is off | is called off | stops | ends | is over)",
    STOPS,
  ],
  ["S (may | can) fail (without | with no) …", GOES_ON],
  ["S failing ~ (@harmless) ~ (@flowing | @anything)", GOES_ON],
  ["S failing ~ @stops ~ @flowing", STOPS],
  ["(failure | failures) (of | in) S ~ (is | are) ~ @trifling", GOES_ON],
  ["@failed S ~ (is | are) ~ @trifling", GOES_ON],
  [
    "@if S ~ @fails [, | :] [then] the … (is called off | is off | is abandoned | is cancelled | are called off)",
    STOPS,
  ],
  ["without S nothing (goes on | works | happens | moves | continues | starts | else starts)", STOPS],
  ["S ~ @blocks ~ @flowing", STOPS],
  ["S ~ is ~ @optional", GOES_ON],
  ["S ~ is ~ @blocking", STOPS],
]);

/** What is said of a task's failure in so many words. */
export const failures: Extractor = (sentence, reading) => [
  ...matches(sentence, FORMS, reading.effort).flatMap((match) => {
    const [subject, ...more] = thingsOf(match.named.S, sentence, reading);
    if (subject === undefined || more.length > 0 || !isWhole(match, sentence)) return [];
    const { stops } = match.form.means;
    const always = !isLimited(sentence, match.start) && !isLimitedBehind(sentence, match.end);
    // "`x` stops the release when the disk is full" tells of one of its failures.
    return [claim("failure", subject, { stops, always }, placeOfMatch(match, sentence), reading)];
  }),
  ...ordered(sentence, reading),
];

/** "STOP pipeline" and "does not block pipeline" under a task's heading. */
const ORDERS = formSet<Meaning>([["(stop | halt | abort | block) @flowing", STOPS]]);

function ordered(sentence: Sentence, reading: Parameters<Extractor>[1]): Claim[] {
  const { topic, lexemes, aside } = sentence;
  if (topic === undefined || aside || lexemes.some((l) => l.type === "code")) return [];
  const [match] = matches(sentence, ORDERS, reading.effort);
  if (match === undefined || match.start > 0 || !isWhole(match, sentence)) return [];
  const [subject] = thingsOf({ topic }, sentence, reading);
  if (subject?.playbook === undefined) return [];
  return [claim("failure", subject, { stops: true, always: false }, placeOfMatch(match, sentence), reading)];
}

/** What may follow "stop" or "carry on" where it is meant of everything. */
const BEHIND_ORDERS = wordSet("and at here immediately with anyway regardless all as");

function isWhole({ form, end }: Match<Meaning>, { lexemes }: Sentence): boolean {
  const next = lexemes[end];
  if (form.means.orders !== true) return next?.type !== "code";
  return next === undefined || (next.type === "mark" && next.text !== "→") || BEHIND_ORDERS.has(next.text);
}

const LIMITS = wordSet("when if unless while until only without");

function isLimitedBehind(sentence: Sentence, end: number): boolean {
  return hasWord(sentence, end, end + 2, LIMITS);
}
