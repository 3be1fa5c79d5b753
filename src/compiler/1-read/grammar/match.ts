// Matches tokens against a form, keeping what the slots hold and how far the best attempt came.
import type { Join } from "../../../policy/types.ts";
import type { Token } from "../tokens.ts";
import { nestedParts } from "./forms.ts";
import type { Furthest } from "./furthest.ts";
import type { Part, Slot } from "./notation.ts";
import { type Filling, type Group, isGroup, isOption, type Parsed } from "./parsed.ts";
import { SYNONYMS } from "./productions.ts";

interface State {
  readonly at: number;
  readonly fillings: readonly Filling[];
  readonly taken: readonly number[];
}

type Then = (state: State) => State | undefined;

const NAMES: Readonly<Record<Slot, string>> = {
  F: "an option in backticks",
  V: "a value in backticks",
  L: "a list in backticks",
  T: "a command in backticks",
  K: "a fact in backticks",
  X: "a variable in backticks",
  G: "a file or glob in backticks",
  N: "a number",
  P: "a section in backticks",
  R: "a report in backticks",
  S: "an option, a fact or an operand",
  C: "a condition",
  E: "a condition or “the operator …”",
  noun: "a noun",
};

/** Matches the whole of `tokens`; undefined when it doesn't parse to its end, with the reason in `furthest`. */
export function matchForm(
  tokens: readonly Token[],
  form: Part,
  index: number,
  furthest: Furthest,
): Parsed | undefined {
  const end: Then = (state) =>
    state.at === tokens.length ? state : furthest.miss(state.at, "the end of the sentence");
  const done = new Matcher(tokens, furthest).part(form, { at: 0, fillings: [], taken: [] }, end);
  return done === undefined ? undefined : { form: index, fillings: done.fillings, taken: done.taken };
}

class Matcher {
  readonly #tokens: readonly Token[];
  readonly #furthest: Furthest;

  constructor(tokens: readonly Token[], furthest: Furthest) {
    this.#tokens = tokens;
    this.#furthest = furthest;
  }

  part(part: Part, state: State, then: Then): State | undefined {
    if (!this.#furthest.step()) return undefined;
    switch (part.type) {
      case "word":
        return this.#word(part.word, state, then);
      case "comma":
        return then(isComma(this.#tokens[state.at]) ? { ...state, at: state.at + 1 } : state);
      case "slot":
        return this.#slot(part.slot, part.name, state, then);
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
    if (this.#isWord(state.at, word)) return then({ ...state, at: state.at + 1 });
    return this.#furthest.miss(state.at, `“${word}”`);
  }

  #isWord(at: number, word: string): boolean {
    const token = this.#tokens[at];
    const text = token?.type === "word" ? token.text.toLowerCase() : undefined;
    return text !== undefined && (text === word || SYNONYMS[word]?.includes(text) === true);
  }

  #slot(slot: Slot, name: string, state: State, then: Then): State | undefined {
    if (slot === "noun") return this.#noun(name, state, then);
    if (slot !== "S" && slot !== "C" && slot !== "E") return this.#spans(slot, name, state, then);
    return this.#group(slot, state.at, (at, group) => {
      const filling: Filling = { type: "nested", slot, name, group };
      return then({ at, taken: state.taken, fillings: [...state.fillings, filling] });
    });
  }

  /** Tries the longest run of joined code spans first. */
  #spans(slot: Slot, name: string, state: State, then: Then): State | undefined {
    const single = !["F", "V", "T", "G"].includes(slot);
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
      const word = joinAt(this.#tokens[at]);
      if (word !== undefined) {
        join = word;
        at++;
      } else if (!isComma(this.#tokens[at - 1])) break;
    }
    for (const end of ends.reverse()) {
      const filling: Filling = { type: "tokens", slot, name, tokens: end.tokens, join: end.join };
      const done = then({ ...state, at: end.at, fillings: [...state.fillings, filling] });
      if (done !== undefined) return done;
    }
    return undefined;
  }

  #noun(name: string, state: State, then: Then): State | undefined {
    for (let count = 1; count <= 3; count++) {
      const tokens = this.#tokens.slice(state.at, state.at + count);
      if (tokens.length < count || tokens.some((t) => t.type !== "word")) return undefined;
      const filling: Filling = { type: "tokens", slot: "noun", name, tokens, join: "and" };
      const done = then({ ...state, at: state.at + count, fillings: [...state.fillings, filling] });
      if (done !== undefined) return done;
    }
    return undefined;
  }

  /** One form, or several joined by the same word. A subject stands alone. */
  #group(
    slot: "S" | "C" | "E",
    start: number,
    then: (at: number, group: Group) => State | undefined,
  ): State | undefined {
    const more = (at: number, before: Group["parts"], join: Join | undefined): State | undefined =>
      this.#furthest.named(at, NAMES[slot], () =>
        this.#one(slot, at, (next, part) => {
          const parts = [...before, part];
          const joined =
            slot === "S" ? undefined : this.#joined(next, join, (after, word) => more(after, parts, word));
          const [only] = parts;
          const group =
            parts.length === 1 && only !== undefined && isGroup(only) ? only : { join: join ?? "and", parts };
          return joined ?? then(next, group);
        }),
      );
    return more(start, [], undefined);
  }

  /** A form; or "either … or …", "both … and …", which put conditions of one join into another. */
  #one(
    slot: "S" | "C" | "E",
    at: number,
    then: (at: number, part: Parsed | Group) => State | undefined,
  ): State | undefined {
    const opener = this.#isWord(at, "either") ? "or" : this.#isWord(at, "both") ? "and" : undefined;
    if (opener !== undefined && slot !== "S") {
      const done = this.#group(slot, at + 1, (next, group) =>
        group.join === opener && group.parts.length > 1 ? then(next, group) : undefined,
      );
      if (done !== undefined) return done;
    }
    for (const [form, part] of nestedParts[slot].entries()) {
      const done = this.part(part, { at, fillings: [], taken: [] }, (after) =>
        then(after.at, { form, fillings: after.fillings, taken: after.taken }),
      );
      if (done !== undefined) return done;
    }
    return undefined;
  }

  #joined(
    at: number,
    join: Join | undefined,
    then: (at: number, join: Join) => State | undefined,
  ): State | undefined {
    const from = isComma(this.#tokens[at]) ? at + 1 : at;
    const word = joinAt(this.#tokens[from]);
    if (word === undefined || (join !== undefined && word !== join)) return undefined;
    return then(from + 1, word);
  }
}

/** The word that joins; a token in backticks joins nothing. */
function joinAt(token: Token | undefined): Join | undefined {
  if (token?.type !== "word") return undefined;
  return token.text === "and" || token.text === "or" ? token.text : undefined;
}

function isComma(token: Token | undefined): boolean {
  return token?.type === "mark" && (token.text === "," || token.text === "–" || token.text === "—");
}

function fits(token: Token | undefined, slot: Slot): token is Token {
  if (token === undefined) return false;
  if (slot === "N") return token.type === "word" && /^[0-9]{1,6}$/.test(token.text);
  if (token.type !== "code" || token.text === "") return false;
  if (slot === "F") return isOption(token.text);
  if (slot === "K") return /^[A-Za-z][\w./-]*(?: [\w./-]+)*$/.test(token.text);
  if (slot === "X") return /^\$?[A-Za-z_]\w*$/.test(token.text);
  return true;
}
