// Things that are named in plain words: "a stuck promotion job", "the failure reasons of a machine".
import type { Lexeme } from "./lexemes.ts";
import { wordSet } from "./words.ts";

/** Words in front of a noun that don't tell which one it is. */
const ARTICLES = wordSet("the a an any each every all some this that these those its their your our such no");
/** Words that end what goes in front of them, and begin what stands behind them. */
const BORDERS = wordSet(
  "and or but if when once whenever while after before until unless because since so then than as that which who whose",
  "where in on at of for from to into with without within under over about by between during per via not never only",
  "is are was were be been being has have had does do did can may might must should shall will would could it they",
  "we you i he she there here alert alerts page fire fires warn check checks look make makes see sees treat consider",
  "count counts call n't don't doesn't isn't aren't hasn't haven't alerting firing",
);
const MOST_WORDS = 4;

/** Words in plain language, as what they name. */
export interface NounPhrase {
  /** Its words in their simplest form, sorted; a code span as it stands. */
  readonly words: readonly string[];
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The nouns that end in front of a place. */
export function nounsBefore(lexemes: readonly Lexeme[], end: number): NounPhrase | undefined {
  if (lexemes[end - 1]?.type === "code") return phrase(lexemes, end - 1, end);
  let start = end;
  while (start > 0 && end - start < MOST_WORDS && isNoun(lexemes[start - 1])) start--;
  const before = lexemes[start - 1];
  // More words than that are no name.
  if (end - start === MOST_WORDS && isNoun(before)) return undefined;
  return phrase(lexemes, start, end);
}

/** The nouns that begin at a place, behind an article. */
export function nounsAt(lexemes: readonly Lexeme[], at: number, most = MOST_WORDS): NounPhrase | undefined {
  let start = at;
  while (start - at < 2 && ARTICLES.has(wordAt(lexemes, start))) start++;
  if (lexemes[start]?.type === "code") return phrase(lexemes, start, start + 1);
  let end = start;
  while (end - start < most && isNoun(lexemes[end])) end++;
  return phrase(lexemes, start, end);
}

/** What some lexemes name: their words without those that say nothing; undefined where none are left. */
export function phrase(lexemes: readonly Lexeme[], start: number, end: number): NounPhrase | undefined {
  const own = lexemes.slice(start, end).filter((l) => l.type === "code" || l.type === "word");
  const words = own.map((l) => (l.type === "code" ? l.text : simplest(l.text)));
  if (words.length === 0) return undefined;
  const text = own.map((l) => (l.type === "word" ? l.raw : l.text)).join(" ");
  return { words: [...new Set(words)].sort(), text, start, end };
}

/** A word without its plural. */
export function simplest(word: string): string {
  if (word.length < 4 || !word.endsWith("s") || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return /(?:sh|ch|x|ss)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/** The word at a place; nothing where there is none. */
export function wordAt(lexemes: readonly Lexeme[], at: number): string {
  const lexeme = lexemes[at];
  return lexeme?.type === "word" ? lexeme.text : "";
}

export function isArticle(word: string): boolean {
  return ARTICLES.has(word);
}

function isNoun(lexeme: Lexeme | undefined): boolean {
  return (
    lexeme?.type === "word" &&
    !BORDERS.has(lexeme.text) &&
    !ARTICLES.has(lexeme.text) &&
    /^\p{L}/u.test(lexeme.text)
  );
}
