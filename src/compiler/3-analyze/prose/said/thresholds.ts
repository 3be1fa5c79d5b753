// From when on something counts as stuck, late or down: "a promotion counts as stuck after 10 minutes", "if it has not moved
// for 5 minutes it is stuck", "disk usage above 80 %".
import type { Claim } from "../claim.ts";
import { amountAt } from "../text/amounts.ts";
import type { Lexeme } from "../text/lexemes.ts";
import { isArticle, type NounPhrase, nounsAt, nounsBefore, wordAt } from "../text/noun-phrases.ts";
import { wordSet } from "../text/words.ts";
import type { ThresholdSaid } from "../values.ts";
import { hasAny, type LooseExtractor, looseThing } from "./loose.ts";
import { claim, placeOf, type Reading } from "./reading.ts";

/** States that something comes to by time. */
export const STATES = wordSet(
  "stuck stale hung hanging wedged stalled frozen overdue late dead down offline unreachable unresponsive unhealthy lost",
  "idle orphaned abandoned inactive expired lagging blocked slow missing delayed degraded outdated",
);
/** What an alert does, by its name. */
const FIRING = wordSet("fires triggers alerts");
/** Words by which a state is defined. */
const DEFINING = wordSet("count counts counted considered treated deemed regarded called means defined");
const LINKS = wordSet(
  "is are be being been has have as remains remain stays stay sits sit hangs gets get state already to must should can may",
);
/** Words between a state and its time. */
const TOWARDS = wordSet(
  "for after when once if than more longer over beyond past at from least it has been least about since",
);
const DENIALS = wordSet("not no n't without hasn't haven't doesn't isn't never nothing");
/** Of a ladder of steps each has a threshold of its own, and others hold in some case only. */
const OTHERS = wordSet(
  "still again escalate escalates escalation page pages paged paging warn warns warning critical severity severe urgent second another more",
  "soft hard unless except during sometimes otherwise weekend weekends night nights p1 p2 p3 sev1 sev2 sev3 until first then",
  "retry retries would or",
);
const TIERS = wordSet("warning critical escalation severity severities page urgent tiers levels");
/** Nouns that say nothing of what it is. */
const GENERIC = wordSet("job task process run step instance item state status one thing request");
const ALERTING = wordSet(
  "alert alerts fires fire alerting on when if that which there is are any monitoring",
);
/** How far a state may stand from its time. */
const REACH = 8;

/** One claim for each state of a sentence that has one threshold. */
export const thresholds: LooseExtractor = (sentence, { words, reading }) => {
  const { lexemes } = sentence;
  const around = [...words];
  if (isLadder(lexemes) || around.some((word) => TIERS.has(word))) return [];
  const states = lexemes.flatMap((l, i) =>
    l.type === "word" && (STATES.has(l.text) || isFiring(lexemes, i)) ? [i] : [],
  );
  if (states.length > 2) return [];
  for (const at of states) {
    const found = behindState(lexemes, at) ?? inFrontOfState(lexemes, at);
    if (found === undefined) continue;
    const value = { ...found.value, state: isFiring(lexemes, at) ? "firing" : wordAt(lexemes, at) };
    return thresholdClaim(found.nouns, value, placeOf(lexemes, 0, lexemes.length), reading);
  }
  return [];
};

function isLadder(lexemes: readonly Lexeme[]): boolean {
  return lexemes.some((l, i) => {
    if (l.type !== "word" || !OTHERS.has(l.text)) return false;
    // "More than" and "or more" are bounds.
    return (
      !(l.text === "more" && wordAt(lexemes, i + 1) === "than") &&
      !(l.text === "or" && wordAt(lexemes, i + 1) === "more")
    );
  });
}

function isFiring(lexemes: readonly Lexeme[], at: number): boolean {
  return FIRING.has(wordAt(lexemes, at)) && lexemes[at - 1]?.type === "code";
}

interface Found {
  readonly nouns: NounPhrase | undefined;
  readonly value: Omit<ThresholdSaid, "state">;
}

/** "A promotion counts as stuck after 10 minutes", "promotions stuck > 10 minutes", "a stuck promotion is one that …". */
function behindState(lexemes: readonly Lexeme[], at: number): Found | undefined {
  let next = at + 1;
  if (wordAt(lexemes, next) === "in" && !isAmount(lexemes, next + 1)) {
    next += isArticle(wordAt(lexemes, next + 1)) ? 2 : 1;
    next += ["state", "status", "phase"].includes(wordAt(lexemes, next + 1)) ? 2 : 1;
  }
  const from = Math.max(0, at - REACH);
  const defines =
    lexemes.slice(from, at).some((l) => DEFINING.has(l.text)) || DEFINING.has(wordAt(lexemes, at + 1));
  const subject = subjectBefore(lexemes, at);
  if (subject === undefined) return undefined;
  // "A stuck promotion is one that has not …".
  const isOne =
    subject.start === at && ["is", "are", "means"].includes(wordAt(lexemes, subject.nouns?.end ?? 0));
  if (isOne) next = subject.nouns?.end ?? next;
  let denied = false;
  const last = next + REACH;
  while (next < last && !isAmount(lexemes, next) && isPlain(lexemes[next])) {
    denied ||= DENIALS.has(wordAt(lexemes, next));
    if (!denied && !isOne && !TOWARDS.has(wordAt(lexemes, next)) && !defines) break;
    next++;
  }
  const value = amountAt(lexemes, next);
  if (value === undefined || value.unit !== "second") return undefined;
  // What is to be done after some time says nothing of when it is so.
  if (!defines && !denied && !(isBare(lexemes, subject.start) && isNearEnd(lexemes, value.end)))
    return undefined;
  return { nouns: subject.nouns, value: value.amount };
}

/** "If it has not moved for 5 minutes it is stuck", "after 10 minutes a promotion counts as stuck". */
function inFrontOfState(lexemes: readonly Lexeme[], at: number): Found | undefined {
  const from = Math.max(0, at - REACH);
  for (let i = at - 1; i >= from; i--) {
    const value = amountAt(lexemes, i);
    if (value?.unit !== "second" || value.end > at) continue;
    const denied = [...lexemes.slice(Math.max(0, i - REACH), i), ...lexemes.slice(value.end, at)].some((l) =>
      DENIALS.has(l.text),
    );
    const defines = lexemes.slice(value.end, at).some((l) => DEFINING.has(l.text));
    if (!denied && !defines) return undefined;
    const own = subjectBefore(lexemes, at);
    if (own?.nouns !== undefined && own.start >= value.end) return { nouns: own.nouns, value: value.amount };
    return { nouns: subjectOfCondition(lexemes, i), value: value.amount };
  }
  return undefined;
}

/** What a state is said of, with where that begins; no nouns where it is "it". */
function subjectBefore(
  lexemes: readonly Lexeme[],
  at: number,
): { readonly nouns: NounPhrase | undefined; readonly start: number } | undefined {
  let end = at;
  while (end > 0 && (LINKS.has(wordAt(lexemes, end - 1)) || DEFINING.has(wordAt(lexemes, end - 1)))) end--;
  if (["it", "this", "that"].includes(wordAt(lexemes, end - 1))) return { nouns: undefined, start: end - 1 };
  const nouns = nounsBefore(lexemes, end);
  if (nouns !== undefined) return { nouns, start: nouns.start };
  // "A stuck promotion".
  const behind = nounsAt(lexemes, at + 1, 2);
  return behind !== undefined && end === at ? { nouns: behind, start: at } : undefined;
}

/** The subject of the clause that a time stands in: "if a promotion has not moved for". */
function subjectOfCondition(lexemes: readonly Lexeme[], time: number): NounPhrase | undefined {
  for (let i = Math.max(0, time - 2 * REACH); i < time; i++) {
    const word = wordAt(lexemes, i);
    if (["it", "this"].includes(word)) return undefined;
    if (isArticle(word) || lexemes[i]?.type === "code") return nounsAt(lexemes, i);
  }
  const start = ["if", "when", "once", "whenever"].includes(wordAt(lexemes, 0)) ? 1 : 0;
  return nounsAt(lexemes, start);
}

/** Whether nothing but words such as "alert on" stands in front. */
function isBare(lexemes: readonly Lexeme[], start: number): boolean {
  for (let i = start - 1; i >= 0; i--) {
    const lexeme = lexemes[i];
    if (lexeme?.text === ":") return true;
    if (lexeme?.type !== "word" || (!ALERTING.has(lexeme.text) && !isArticle(lexeme.text))) return false;
  }
  return true;
}

function isNearEnd(lexemes: readonly Lexeme[], end: number): boolean {
  return lexemes.slice(end).every((l) => l.type === "mark" || ["or", "more"].includes(l.text));
}

function isAmount(lexemes: readonly Lexeme[], at: number): boolean {
  return amountAt(lexemes, at) !== undefined;
}

function isPlain(lexeme: Lexeme | undefined): boolean {
  return lexeme?.type === "word" || lexeme?.type === "quote" || lexeme?.type === "code";
}

const BOUNDS: ReadonlyMap<string, "above" | "below"> = new Map([
  ["above", "above"],
  ["over", "above"],
  ["exceeds", "above"],
  ["exceeding", "above"],
  ["beyond", "above"],
  [">", "above"],
  ["≥", "above"],
  ["below", "below"],
  ["under", "below"],
  ["<", "below"],
]);
const BOUND_LINKS = wordSet("is are goes rises stays was climbs grows drops falls");

/** "Disk usage above 80 %": said of an amount, and of nothing besides. */
export const amounts: LooseExtractor = (sentence, { words, reading }) => {
  const { lexemes } = sentence;
  if (isLadder(lexemes) || [...words].some((word) => TIERS.has(word))) return [];
  const at = lexemes.findIndex((l) => BOUNDS.has(l.text));
  const state = BOUNDS.get(lexemes[at]?.text ?? "");
  const value = at < 0 ? undefined : amountAt(lexemes, at + (lexemes[at + 1]?.text === "=" ? 2 : 1));
  if (state === undefined || value === undefined || !isNearEnd(lexemes, value.end)) return [];
  let end = at;
  while (BOUND_LINKS.has(wordAt(lexemes, end - 1))) end--;
  const nouns = nounsBefore(lexemes, end);
  if (
    nouns === undefined ||
    value.amount.from === 0 ||
    hasAny(lexemes, STATES) ||
    !isBare(lexemes, nouns.start)
  )
    return [];
  return thresholdClaim(nouns, { ...value.amount, state }, placeOf(lexemes, 0, lexemes.length), reading);
};

/** A claim of what some nouns name; without any, of what else in the file is said to be in that state. */
export function thresholdClaim(
  nouns: NounPhrase | undefined,
  value: ThresholdSaid,
  source: Claim["source"] | undefined,
  reading: Reading,
): Claim[] {
  if (source === undefined) return [];
  const telling = nouns?.words.filter((word) => !GENERIC.has(word)) ?? [];
  const words = telling.length > 0 ? telling : (nouns?.words ?? []);
  const subject = looseThing(
    "threshold",
    [value.state, value.unit, "of", ...words],
    nouns?.text ?? "",
    source,
    reading,
  );
  return [claim("threshold", subject, value, source, reading)];
}

/** "It" is what a file says that of, where it is one thing. */
export function withoutPronouns(claims: readonly Claim[]): Claim[] {
  const named = new Map<string, Map<string, Claim["subject"]>>();
  const stateOf = (c: Claim): string | undefined =>
    c.kind === "threshold" ? `${c.source.file} ${c.value.state}` : undefined;
  for (const one of claims) {
    const state = stateOf(one);
    if (state === undefined || one.subject.name === "") continue;
    const known = named.get(state) ?? new Map<string, Claim["subject"]>();
    named.set(state, known.set(one.subject.key, one.subject));
  }
  return claims.flatMap((one) => {
    const state = stateOf(one);
    if (state === undefined || one.subject.name !== "") return [one];
    const [subject, ...more] = named.get(state)?.values() ?? [];
    return subject === undefined || more.length > 0 ? [] : [{ ...one, subject }];
  });
}
