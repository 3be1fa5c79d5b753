// What reading the prose of one document carries along, and how a fit of a form becomes a claim.
import type { Source } from "../../../../policy/types.ts";
import type { Claim, ClaimKind, ClaimOf, Values } from "../claim.ts";
import type { Lexeme } from "../text/lexemes.ts";
import type { Effort, Match, Named } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../text/words.ts";
import type { Thing, Things } from "../things.ts";

export interface Reading {
  readonly things: Things;
  readonly file: string;
  readonly date: string | undefined;
  readonly effort: Effort;
}

/** Makes claims of a sentence. */
export type Extractor = (sentence: Sentence, reading: Reading) => readonly Claim[];

/** The things that a hole took; none where it can't be told what a word such as "it" means. */
export function thingsOf(named: Named | undefined, sentence: Sentence, reading: Reading): Thing[] {
  if (named === undefined) return [];
  const lexemes =
    "names" in named
      ? named.names
      : "topic" in named
        ? [named.topic]
        : [meaning(named.pronoun, named.at, sentence)];
  return lexemes.flatMap((l) => (l === undefined ? [] : [thing(l, reading)]));
}

/**
 * "It" is what its own sentence has named so far, or else what the sentence in front speaks of; "the task" may be what
 * the heading names. Behind several names it can't be told.
 */
function meaning(pronoun: Lexeme, at: number, { lexemes, it, topic }: Sentence): Lexeme | undefined {
  const names = lexemes.slice(Math.max(0, at - REACH), at).filter((l) => l.type === "code");
  const [name] = names;
  if (name !== undefined) return names.every((l) => l.text === name.text) ? name : undefined;
  return it ?? (["this", "the", "task"].includes(pronoun.text) ? topic : undefined);
}

export function thing(lexeme: Lexeme, { things, file }: Reading): Thing {
  return things.find(lexeme.text, file, lexeme.source);
}

/** A claim that a sentence makes. Its place is that of the words that make it. */
export function claim<K extends ClaimKind>(
  kind: K,
  subject: Thing,
  value: Values[K],
  source: Source,
  { date }: Reading,
): ClaimOf<K> {
  return { kind, subject, value, by: "prose", source, date };
}

/** The place of the lexemes from one to another. */
export function placeOf(lexemes: readonly Lexeme[], start: number, end: number): Source | undefined {
  const [first, last] = [lexemes[start], lexemes[end - 1]];
  if (first === undefined || last === undefined) return first?.source;
  return { ...first.source, endLine: last.source.endLine, endColumn: last.source.endColumn };
}

/** The place of a fit. */
export function placeOfMatch<M>(match: Match<M>, { lexemes }: Sentence): Source {
  const place = placeOf(lexemes, match.start, match.end) ?? lexemes[0]?.source;
  if (place === undefined) throw new Error("a fit without lexemes");
  return place;
}

/** Whether a word stands among the lexemes from one to another. */
export function hasWord(sentence: Sentence, start: number, end: number, words: ReadonlySet<string>): boolean {
  for (let i = Math.max(0, start); i < end; i++) {
    const lexeme = sentence.lexemes[i];
    if (lexeme?.type === "word" && words.has(lexeme.text)) return true;
  }
  return false;
}

/** How far in front of a fit words are looked for that limit it. */
const REACH = 30;

const CONDITIONS = wordSet(
  "when whenever if unless during under without with on at for in sometimes occasionally rarely",
  "seldom worst except otherwise while should per often only",
);

/** Whether the words in front of a place, back to the clause's beginning, say that it holds in some case only. */
export function isLimited(sentence: Sentence, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const lexeme = sentence.lexemes[i];
    if (lexeme?.text === ";" || lexeme?.text === ":") return false;
    if (lexeme?.type === "word" && CONDITIONS.has(lexeme.text)) return true;
  }
  return false;
}
