// Holds forms against a sentence. Every hole and gap is bounded, so a sentence costs as much as it is long.

import { type Bounded, boundedTime } from "./bounds.ts";
import type { Form, FormSet } from "./form-set.ts";
import type { HoleName, Link } from "./forms.ts";
import type { Lexeme } from "./lexemes.ts";
import { isFiller, isListWord, nameAt, opensClause, pronounAt } from "./name-phrases.ts";
import type { Phrases } from "./phrases.ts";
import type { Sentence } from "./sentences.ts";
import { DONE, UNDONE } from "./words.ts";

/** What a hole took: code spans, a word such as "it", or what the sentence is about without naming it. */
export type Named =
  | { readonly names: readonly Lexeme[] }
  | { readonly pronoun: Lexeme; readonly at: number }
  | { readonly topic: Lexeme };

export interface Match<M> {
  readonly form: Form<M>;
  /** The lexemes that it spans, half-open. */
  readonly start: number;
  readonly end: number;
  readonly named: Readonly<Partial<Record<"S" | "A" | "B", Named>>>;
  readonly time: Bounded | undefined;
  readonly quote: Lexeme | undefined;
  readonly value: Lexeme | undefined;
  readonly count: number | undefined;
}

/** Counts what reading takes, so that tests can hold it against the length of a text. */
export interface Effort {
  steps: number;
}

const MOST_FILLERS = 5;
const LONGEST_LIST = 24;
const LONGEST_GAP = 8;

interface State {
  readonly lexemes: readonly Lexeme[];
  readonly sentence: Sentence;
  readonly effort: Effort;
  named: Partial<Record<"S" | "A" | "B", Named>>;
  time: Bounded | undefined;
  quote: Lexeme | undefined;
  value: Lexeme | undefined;
  count: number | undefined;
}

/** Every place in a sentence where one of the forms fits; at each place the first form that does. */
export function matches<M>(sentence: Sentence, forms: FormSet<M>, effort: Effort): Match<M>[] {
  const { lexemes } = sentence;
  const found: Match<M>[] = [];
  const add = (form: Form<M>, start: number): boolean => {
    const state: State = {
      lexemes,
      sentence,
      effort,
      named: {},
      time: undefined,
      quote: undefined,
      value: undefined,
      count: undefined,
    };
    const end = endOf(form.link, start, state, form.opensWithName ? start : -1);
    if (end === undefined) return false;
    const { named, time, quote, value, count } = state;
    found.push({ form, start, end, named, time, quote, value, count });
    return true;
  };
  for (let at = 0; at < lexemes.length; at++) {
    const lexeme = lexemes[at];
    if (lexeme === undefined) break;
    const own = forms.byWord.get(lexeme.type === "word" || lexeme.type === "mark" ? lexeme.text : "");
    const opens = lexeme.type === "code" || at === 0 || pronounAt(lexemes, at) !== undefined;
    const named = opens && (at === 0 || opensClause(lexemes, at)) ? forms.byName : [];
    effort.steps++;
    for (const form of own ?? []) if (add(form, at)) break;
    for (const form of named) if (add(form, at)) break;
  }
  return found;
}

/** The end of a fit from here to the form's end; the longest way of each part is tried first. */
function endOf(link: Link | undefined, at: number, state: State, opening: number): number | undefined {
  state.effort.steps++;
  if (link === undefined) return at;
  switch (link.is) {
    case "phrases":
      for (const length of phraseLengths(link.phrases, at, state.lexemes)) {
        const end = endOf(link.next, at + length, state, opening);
        if (end !== undefined) return end;
      }
      return undefined;
    case "fillers": {
      let end = at;
      while (end - at < MOST_FILLERS && isFiller(state.lexemes[end])) end++;
      for (; end >= at; end--) {
        const found = endOf(link.next, end, state, opening);
        if (found !== undefined) return found;
      }
      return undefined;
    }
    case "gap": {
      for (let end = at; end - at <= LONGEST_GAP; end++) {
        const found = endOf(link.next, end, state, opening);
        if (found !== undefined) return found;
        if (!isPlain(state.lexemes[end])) return undefined;
      }
      return undefined;
    }
    case "participle": {
      const word = state.lexemes[at];
      return word?.type === "word" && isDone(word.text)
        ? endOf(link.next, at + 1, state, opening)
        : undefined;
    }
    case "maybe":
      return endOf(link.inner, at, state, opening) ?? endOf(link.next, at, state, opening);
    case "hole":
      return endOfHole(link.hole, link.next, at, state, opening);
  }
}

function endOfHole(
  hole: HoleName,
  next: Link | undefined,
  at: number,
  state: State,
  opening: number,
): number | undefined {
  const { lexemes } = state;
  const lexeme = lexemes[at];
  if (hole === "T") {
    const bounded = boundedTime(lexemes, at);
    if (bounded === undefined) return undefined;
    state.time = bounded;
    return endOf(next, bounded.end, state, -1);
  }
  if (hole === "Q") {
    if (lexeme?.type !== "quote" && !isSpokenCode(lexeme)) return undefined;
    state.quote = lexeme;
    return endOf(next, at + 1, state, -1);
  }
  if (hole === "V") {
    if (lexeme?.type !== "code") return undefined;
    state.value = lexeme;
    return endOf(next, at + 1, state, -1);
  }
  if (hole === "N") {
    const count = lexeme?.type === "word" && /^\d{1,4}$/.test(lexeme.text) ? Number(lexeme.text) : undefined;
    if (count === undefined) return undefined;
    state.count = count;
    return endOf(next, at + 1, state, -1);
  }
  for (const { named, end } of namings(hole, at, state, opening === at)) {
    state.named[hole] = named;
    const found = endOf(next, end, state, -1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A message in backticks: more than one word. */
function isSpokenCode(lexeme: Lexeme | undefined): boolean {
  return lexeme?.type === "code" && /\S\s+\S/.test(lexeme.text);
}

/** What may fill a hole for names, the longest first. */
function namings(
  hole: "S" | "A" | "B",
  at: number,
  { lexemes, sentence }: State,
  opens: boolean,
): { readonly named: Named; readonly end: number }[] {
  const found: { named: Named; end: number }[] = [];
  const first = nameAt(lexemes, at);
  if (first !== undefined) {
    const names = [first.name];
    for (const end of first.ends) found.unshift({ named: { names: [first.name] }, end });
    let end = first.end;
    while (hole !== "S" && names.length < LONGEST_LIST) {
      const more = nextInList(lexemes, end);
      if (more === undefined) break;
      names.push(more.name);
      end = more.end;
      found.unshift({ named: { names: [...names] }, end });
    }
    return found;
  }
  const pronoun = pronounAt(lexemes, at);
  const word = lexemes[at];
  if (pronoun !== undefined && word !== undefined) found.push({ named: { pronoun: word, at }, end: pronoun });
  if (opens && at === 0 && sentence.topic !== undefined)
    found.push({ named: { topic: sentence.topic }, end: 0 });
  return found;
}

function nextInList(lexemes: readonly Lexeme[], at: number): { name: Lexeme; end: number } | undefined {
  let next = at;
  while (next - at < 2 && isListWord(lexemes[next])) next++;
  const found = next === at ? undefined : nameAt(lexemes, next);
  return found === undefined ? undefined : { name: found.name, end: found.end };
}

function phraseLengths(phrases: Phrases, at: number, lexemes: readonly Lexeme[]): number[] {
  return phrases.lengthsAt((i) => {
    const lexeme = lexemes[at + i];
    return lexeme?.type === "word" || lexeme?.type === "mark" ? lexeme.text : undefined;
  });
}

/** A word, or a comma, and no name. */
function isPlain(lexeme: Lexeme | undefined): boolean {
  return lexeme?.type === "word" || lexeme?.type === "quote" || lexeme?.text === ",";
}

/** A participle of something that is over then, and well. */
function isDone(word: string): boolean {
  return (word.endsWith("ed") || DONE.has(word)) && !UNDONE.has(word);
}
