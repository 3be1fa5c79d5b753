// Matches tokens against a form, keeping what the slots hold and how far the best attempt came.

import type { Join } from "../../../policy/types.ts";
import type { Token } from "../tokens.ts";
import type { Part, Slot } from "./notation.ts";
import { SYNONYMS } from "./productions.ts";

/** What one slot holds: tokens and the word that joins them, or a condition that was parsed in turn. */
export type Filling =
  | { readonly type: "tokens"; readonly slot: Slot; readonly tokens: readonly Token[]; readonly join: Join }
  | {
      readonly type: "nested";
      readonly slot: "C" | "E";
      readonly parsed: readonly Parsed[];
      readonly join: Join;
    };

/** One form that matched: which one of its list, what its slots hold in order, and its optional parts that stand. */
export interface Parsed {
  readonly form: number;
  readonly fillings: readonly Filling[];
  readonly taken: readonly number[];
}

/** The forms that conditions (C) and exceptions (E) are parsed by. */
export interface Nested {
  readonly C: readonly Part[];
  readonly E: readonly Part[];
}

interface State {
  readonly at: number;
  readonly fillings: readonly Filling[];
  readonly taken: readonly number[];
}

type Then = (state: State) => State | undefined;

/** How far all attempts on one sentence came, and what would have led further there. */
export class Furthest {
  at = 0;
  readonly expected = new Set<string>();
  steps = 0;

  miss(at: number, expected: string): undefined {
    if (at > this.at) {
      this.at = at;
      this.expected.clear();
    }
    if (at === this.at) this.expected.add(expected);
    return undefined;
  }
}

const NAMES: Readonly<Record<Slot, string>> = {
  F: "an option in backticks",
  V: "a value in backticks",
  L: "a list in backticks",
  T: "a command in backticks",
  C: "a condition",
  E: "a condition or “the operator …”",
  D: "a date",
  N: "a number",
  noun: "a noun",
};

/** More attempts than any sentence of a person needs; past it the sentence counts as not parsed. */
const STEP_LIMIT = 50_000;

/** Matches the whole of `tokens`; undefined when it doesn't parse to its end, with the reason in `furthest`. */
export function matchForm(
  tokens: readonly Token[],
  form: Part,
  index: number,
  nested: Nested,
  furthest: Furthest,
): Parsed | undefined {
  const done = new Matcher(tokens, nested, furthest).part(
    form,
    { at: 0, fillings: [], taken: [] },
    (state) => (state.at === tokens.length ? state : furthest.miss(state.at, "the end of the sentence")),
  );
  return done === undefined ? undefined : { form: index, fillings: done.fillings, taken: done.taken };
}

class Matcher {
  readonly #tokens: readonly Token[];
  readonly #nested: Nested;
  readonly #furthest: Furthest;

  constructor(tokens: readonly Token[], nested: Nested, furthest: Furthest) {
    this.#tokens = tokens;
    this.#nested = nested;
    this.#furthest = furthest;
  }

  part(part: Part, state: State, then: Then): State | undefined {
    if (++this.#furthest.steps > STEP_LIMIT) return undefined;
    switch (part.type) {
      case "word":
        return this.#word(part.word, state, then);
      case "comma":
        return then(isComma(this.#tokens[state.at]) ? { ...state, at: state.at + 1 } : state);
      case "slot":
        return this.#slot(part.slot, state, then);
      case "sequence":
        return this.#sequence(part.parts, 0, state, then);
      case "optional":
        return (
          this.#choices(part.choices, state, true, then) ?? then({ ...state, taken: [...state.taken, -1] })
        );
      case "same":
        return this.#choices(part.choices, state, false, then);
      case "repeat":
        return this.part(part.part, state, (after) => this.part(part, after, then)) ?? then(state);
    }
  }

  #sequence(parts: readonly Part[], from: number, state: State, then: Then): State | undefined {
    const part = parts[from];
    if (part === undefined) return then(state);
    return this.part(part, state, (after) => this.#sequence(parts, from + 1, after, then));
  }

  #choices(choices: readonly Part[], state: State, keep: boolean, then: Then): State | undefined {
    for (const [index, choice] of choices.entries()) {
      const start = keep ? { ...state, taken: [...state.taken, index] } : state;
      const done = this.part(choice, start, then);
      if (done !== undefined) return done;
    }
    return undefined;
  }

  #word(word: string, state: State, then: Then): State | undefined {
    const token = this.#tokens[state.at];
    const text = token?.type === "word" ? token.text.toLowerCase() : undefined;
    if (text !== undefined && (text === word || SYNONYMS[word]?.includes(text))) {
      return then({ ...state, at: state.at + 1 });
    }
    return this.#furthest.miss(state.at, `“${word}”`);
  }

  #slot(slot: Slot, state: State, then: Then): State | undefined {
    if (slot === "C" || slot === "E") return this.#condition(slot, state, then);
    if (slot === "noun") return this.#noun(state, then);
    const single = slot === "L" || slot === "D" || slot === "N";
    return this.#spans(slot, single, state, then);
  }

  /** Tries the longest run of joined code spans first. */
  #spans(slot: Slot, single: boolean, state: State, then: Then): State | undefined {
    const ends: { at: number; tokens: Token[]; join: Join }[] = [];
    const tokens: Token[] = [];
    let at = state.at;
    let join: Join | undefined;
    for (;;) {
      const token = this.#tokens[at];
      if (!fits(token, slot)) {
        this.#furthest.miss(at, NAMES[slot]);
        break;
      }
      tokens.push(token);
      at++;
      // A list of tokens is open until its last word is joined by "and" or "or".
      if (tokens.length === 1 || join !== undefined)
        ends.push({ at, tokens: [...tokens], join: join ?? "and" });
      if (single || join !== undefined) break;
      if (isComma(this.#tokens[at])) at++;
      const word = this.#tokens[at]?.text;
      if (word === "and" || word === "or") {
        join = word;
        at++;
      } else if (!isComma(this.#tokens[at - 1])) break;
    }
    for (const end of ends.reverse()) {
      const filling: Filling = { type: "tokens", slot, tokens: end.tokens, join: end.join };
      const done = then({ ...state, at: end.at, fillings: [...state.fillings, filling] });
      if (done !== undefined) return done;
    }
    return undefined;
  }

  #noun(state: State, then: Then): State | undefined {
    for (let count = 1; count <= 3; count++) {
      const tokens = this.#tokens.slice(state.at, state.at + count);
      if (tokens.length < count || tokens.some((t) => t.type !== "word")) return undefined;
      const filling: Filling = { type: "tokens", slot: "noun", tokens, join: "and" };
      const done = then({ ...state, at: state.at + count, fillings: [...state.fillings, filling] });
      if (done !== undefined) return done;
    }
    return undefined;
  }

  /** One condition, or several joined by the same word. An operator's exception stands alone. */
  #condition(slot: "C" | "E", state: State, then: Then): State | undefined {
    const forms = slot === "E" ? [...this.#nested.E, ...this.#nested.C] : this.#nested.C;
    const more = (from: State, parsed: Parsed[], join: Join | undefined): State | undefined => {
      for (const [index, form] of forms.entries()) {
        const done = this.part(form, { at: from.at, fillings: [], taken: [] }, (after) => {
          const all = [...parsed, { form: index, fillings: after.fillings, taken: after.taken }];
          return (
            this.#joined(after.at, join, (next, word) => more({ ...from, at: next }, all, word)) ??
            then({
              at: after.at,
              taken: state.taken,
              fillings: [...state.fillings, { type: "nested", slot, parsed: all, join: join ?? "and" }],
            })
          );
        });
        if (done !== undefined) return done;
      }
      return undefined;
    };
    return more(state, [], undefined);
  }

  #joined(
    at: number,
    join: Join | undefined,
    then: (at: number, join: Join) => State | undefined,
  ): State | undefined {
    const from = isComma(this.#tokens[at]) ? at + 1 : at;
    const word = this.#tokens[from]?.text;
    if ((word !== "and" && word !== "or") || (join !== undefined && word !== join)) return undefined;
    return then(from + 1, word);
  }
}

function isComma(token: Token | undefined): boolean {
  return token?.type === "mark" && (token.text === "," || token.text === "–" || token.text === "—");
}

function fits(token: Token | undefined, slot: Slot): token is Token {
  if (token === undefined) return false;
  if (slot === "N" || slot === "D") return token.type === "word" && /^[0-9-]+$/.test(token.text);
  if (token.type !== "code" || token.text === "") return false;
  return slot !== "F" || isOption(token.text);
}

/** `--x`, `-x` and the operand `<x>` are options; anything else in backticks is a value, a command or a name. */
export function isOption(text: string): boolean {
  return /^-{1,2}[A-Za-z0-9]/.test(text) || /^<[^<>\s]+>$/.test(text);
}
