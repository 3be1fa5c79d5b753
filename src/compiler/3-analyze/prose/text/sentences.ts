// Sentences of a passage, with what stands in parentheses taken out of them and read by itself.
import type { Passage } from "../../../1-read/document.ts";
import { keyOfWords } from "./label-keys.ts";
import { type Lexeme, lexemes, touches } from "./lexemes.ts";
import { opensClause, pronounAt } from "./name-phrases.ts";
import { Phrases } from "./phrases.ts";
import { SET_PHRASES, wordSet } from "./words.ts";

/** A sentence, or what stands in parentheses in one. */
export interface Sentence {
  readonly lexemes: readonly Lexeme[];
  /** What a verb without a subject speaks of: the heading's code span, or the one in front of the parentheses. */
  readonly topic: Lexeme | undefined;
  readonly aside: boolean;
  /** The code span that "it" means in this sentence, and the one that it would mean in the next; the one in front of parentheses. */
  readonly it: Lexeme | undefined;
  readonly speaksOf: Lexeme | undefined;
}

const ONWARD = wordSet(
  "followed follows then next leads triggers before starts unblocks to → ⇒ > ↓ , and or",
);
const ENDS: readonly string[] = [".", "!", "?"];
/** Words whose full stop ends no sentence. */
const SHORT = wordSet("g e vs approx ca cf resp incl min max mins hrs hr");
/** Words that open a sentence of pseudo-code. */
const CAPITALS = wordSet("if else elseif when then stop return while unless block");
/** How many words a label in front of a colon may have, the colon included. */
const LONGEST_LABEL = 6;
/** How long parentheses may be to be taken out of a sentence. */
const LONGEST_ASIDE = 400;

const PASSED_OVER = new Phrases(SET_PHRASES);

/** The sentences of a passage in order, each followed by what stood in its parentheses. */
export function sentencesOf(passage: Pick<Passage, "tokens" | "about">): Sentence[] {
  const { about } = passage;
  const topic: Lexeme | undefined =
    about === undefined
      ? undefined
      : { type: "code", text: about.text, source: about.source, opensLine: false };
  const found: Sentence[] = [];
  let it: Lexeme | undefined = topic;
  for (const part of split(withoutSetPhrases(lexemes(passage.tokens)))) {
    const { own, asides } = withoutAsides(part);
    const speaksOf = onlyName(own, it, topic);
    found.push({ lexemes: own, topic, aside: false, it, speaksOf });
    // Behind a code span parentheses speak of that; in a sentence without any, of what it is about.
    const about = own.some((l) => l.type === "code") ? undefined : topic;
    for (const { owner, inner } of asides) {
      const of = owner ?? about;
      found.push({ lexemes: inner, topic: of, aside: true, it: owner, speaksOf: of });
    }
    it = speaksOf;
  }
  return found;
}

/** The one code span of a sentence, where it opens a clause; without any, what its "it" or "this task" means. */
function onlyName(
  own: readonly Lexeme[],
  it: Lexeme | undefined,
  topic: Lexeme | undefined,
): Lexeme | undefined {
  const at = own.findIndex((l) => l.type === "code");
  const name = own[at];
  if (name !== undefined) {
    if (!opensClause(own, at)) return undefined;
    const others = own.some((l) => l.type === "code" && l.text !== name.text);
    // "`a` needs `b`. It takes …" goes on about `a`; behind "`a` is followed by `b`" it can't be told.
    const stays = at <= 2 && !own.some((l) => l.type !== "code" && ONWARD.has(l.text));
    return others && !stays ? undefined : name;
  }
  const start = own[1]?.text === ":" ? 2 : 0;
  const end = pronounAt(own, start);
  if (end === undefined) return undefined;
  return it ?? (end - start > 1 ? topic : undefined);
}

function withoutSetPhrases(all: readonly Lexeme[]): Lexeme[] {
  const kept: Lexeme[] = [];
  for (let i = 0; i < all.length; i++) {
    const lexeme = all[i];
    const length = lexeme?.type === "word" ? setPhraseAt(all, i) : 0;
    if (length > 0) i += length - 1;
    else if (lexeme !== undefined) kept.push(lexeme);
  }
  return kept;
}

function setPhraseAt(all: readonly Lexeme[], at: number): number {
  const [longest] = PASSED_OVER.lengthsAt((i) =>
    all[at + i]?.type === "word" ? all[at + i]?.text : undefined,
  );
  return longest ?? 0;
}

/**
 * Cuts behind full stops, and in front of labels and words in capitals. What a label says ends with its line, where the
 * next one opens with a capital.
 */
function split(all: readonly Lexeme[]): Lexeme[][] {
  const parts: Lexeme[][] = [];
  const closings = closingsOf(all);
  let start = 0;
  let labelled = false;
  const cut = (end: number): void => {
    if (end > start) parts.push(all.slice(start, end));
    start = end;
    labelled = false;
  };
  for (let i = 0; i < all.length; i++) {
    const label = labelEnd(all, i);
    const isLine = labelled && all[i]?.opensLine === true && opensWithCapital(all[i]);
    if (i > start && (label !== undefined || isLine)) cut(i);
    if (label !== undefined) {
      labelled = true;
      i = label;
    }
    const lexeme = all[i];
    if (lexeme?.type === "mark" && ENDS.includes(lexeme.text) && isEnd(all, i)) cut(i + 1);
    i = closings.get(i) ?? i;
  }
  cut(all.length);
  return parts;
}

/** Which parenthesis closes each one. */
function closingsOf(all: readonly Lexeme[]): Map<number, number> {
  const found = new Map<number, number>();
  const open: number[] = [];
  for (const [i, { type, text }] of all.entries()) {
    if (type !== "mark") continue;
    if (text === "(") open.push(i);
    const start = text === ")" ? open.pop() : undefined;
    if (start !== undefined && i - start <= LONGEST_ASIDE) found.set(start, i);
  }
  return found;
}

function isEnd(all: readonly Lexeme[], at: number): boolean {
  const [before, stop, next] = [all[at - 1], all[at], all[at + 1]];
  if (next === undefined) return true;
  if (touches(stop, next)) return false;
  if (stop?.text === "." && before?.type === "word" && SHORT.has(before.text) && touches(before, stop))
    return next.type === "word" && /^\p{Lu}/u.test(next.raw);
  return next.type !== "word" || !/^\p{Ll}/u.test(next.raw);
}

/**
 * The last lexeme of a label ("Next action:") or of a word in capitals ("STOP") that opens a sentence, be there a full
 * stop in front of it or not. Such lines stand below each other in many texts, and a formatter may join them.
 */
function labelEnd(all: readonly Lexeme[], at: number): number | undefined {
  const first = all[at];
  if (first?.type !== "word" || !opensWithCapital(first) || all[at - 1]?.text === ",") return undefined;
  if (/^\p{Lu}+$/u.test(first.raw) && CAPITALS.has(first.text)) return at;
  const words: string[] = [];
  let titled = true;
  for (let i = at; i < at + LONGEST_LABEL; i++) {
    const lexeme = all[i];
    if (lexeme?.text === ":" && lexeme.type === "mark") {
      const isLabel = !touches(lexeme, all[i + 1]) && (titled || keyOfWords(words) !== undefined);
      return isLabel ? i : undefined;
    }
    if (lexeme?.type !== "word") return undefined;
    words.push(lexeme.text);
    titled &&= /^\p{Lu}/u.test(lexeme.raw);
  }
  return undefined;
}

function opensWithCapital(lexeme: Lexeme | undefined): boolean {
  return lexeme?.type === "word" && /^\p{Lu}/u.test(lexeme.raw);
}

interface Aside {
  readonly owner: Lexeme | undefined;
  readonly inner: Lexeme[];
}

/** Parentheses that hold nothing but code spans are a list of what the words in front of them mean, and stay. */
function withoutAsides(part: readonly Lexeme[]): { own: Lexeme[]; asides: Aside[] } {
  const own: Lexeme[] = [];
  const asides: Aside[] = [];
  const closings = closingsOf(part);
  for (let i = 0; i < part.length; i++) {
    const lexeme = part[i];
    if (lexeme === undefined) break;
    const end = closings.get(i);
    if (end === undefined) {
      own.push(lexeme);
      continue;
    }
    const inner = part.slice(i + 1, end).filter((l) => l.text !== "(" && l.text !== ")");
    const before = own[own.length - 1];
    const owner = before?.type === "code" ? before : undefined;
    if (owner === undefined && isList(inner)) own.push(...inner);
    else asides.push({ owner, inner });
    i = end;
  }
  return { own, asides };
}

function isList(inner: readonly Lexeme[]): boolean {
  return (
    inner.some((l) => l.type === "code") &&
    inner.every((l) => l.type === "code" || [",", "and", "or"].includes(l.text))
  );
}
