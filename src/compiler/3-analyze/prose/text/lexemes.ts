// Tokens as claims are read from them: words in lower case, times as one, quotations as one.
import type { Source } from "../../../../policy/types.ts";
import type { Token } from "../../../1-read/tokens.ts";
import { readFrequency } from "./frequencies.ts";
import { readTime, type Time, written } from "./times.ts";

interface Placed {
  readonly text: string;
  readonly source: Source;
  /** True for what opens a line of the source behind the first. */
  readonly opensLine: boolean;
}

/** `text` is in lower case for words alone. */
export type Lexeme =
  | (Placed & { readonly type: "word"; readonly raw: string })
  | (Placed & { readonly type: "code" | "mark" | "quote" })
  | (Placed & { readonly type: "time"; readonly time: Time });

/** Within how many tokens a quotation ends; a mark that nothing answers is a mark. */
const LONGEST_QUOTE = 200;
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["“", "”"],
  ["„", "“"],
  ["«", "»"],
]);

/** The lexemes of a passage. Costs as much as it is long. */
export function lexemes(tokens: readonly Token[]): Lexeme[] {
  const found: Lexeme[] = [];
  const closings = new Closings(tokens);
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token === undefined) break;
    const opensLine = at > 0 && token.source.line > (tokens[at - 1]?.source.endLine ?? 0);
    const end = closings.of(at);
    const often = end === undefined ? readFrequency(tokens, at) : undefined;
    const time = often ?? (end === undefined ? readTime(tokens, at) : undefined);
    const next = end === undefined ? (time?.next ?? at + 1) : end + 1;
    const place = { source: spanning(token, tokens[next - 1]), opensLine };
    if (end !== undefined) found.push({ type: "quote", text: written(tokens.slice(at + 1, end)), ...place });
    else if (time === undefined) found.push(single(token, place));
    else {
      // "Once a day" is "every day".
      if (often !== undefined) found.push({ type: "word", text: "every", raw: "every", ...place });
      const behind = often === undefined ? opensLine : false;
      found.push({ type: "time", text: time.time.text, time: time.time, ...place, opensLine: behind });
    }
    at = next;
  }
  return found;
}

function single({ type, text }: Token, place: Omit<Placed, "text">): Lexeme {
  if (type === "word" && /[\p{L}\p{N}]/u.test(text))
    return { type, text: text.toLowerCase().replaceAll("’", "'"), raw: text, ...place };
  return { type: type === "code" ? "code" : "mark", text, ...place };
}

/** Where the quotation that a token opens is closed. */
class Closings {
  readonly #tokens: readonly Token[];
  /** For each closing mark the places where it stands, and how many of them lie behind us. */
  readonly #places = new Map<string, { readonly at: number[]; passed: number }>();

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
    const marks = new Set(CLOSING.values());
    for (const [i, { type, text }] of tokens.entries()) {
      if (type !== "mark" || !marks.has(text)) continue;
      const known = this.#places.get(text);
      if (known === undefined) this.#places.set(text, { at: [i], passed: 0 });
      else known.at.push(i);
    }
  }

  /** To be asked from left to right. */
  of(at: number): number | undefined {
    const token = this.#tokens[at];
    const places = token?.type === "mark" ? this.#places.get(CLOSING.get(token.text) ?? "") : undefined;
    if (places === undefined) return undefined;
    while ((places.at[places.passed] ?? Number.POSITIVE_INFINITY) <= at) places.passed++;
    const end = places.at[places.passed];
    return end === undefined || end - at > LONGEST_QUOTE ? undefined : end;
  }
}

function spanning(first: Token, last: Token | undefined): Source {
  const { endLine, endColumn } = (last ?? first).source;
  return { ...first.source, endLine, endColumn };
}

/** Whether a lexeme stands right behind another one, with no blank between them. */
export function touches(before: Lexeme | undefined, lexeme: Lexeme | undefined): boolean {
  return (
    before !== undefined &&
    lexeme !== undefined &&
    before.source.endLine === lexeme.source.line &&
    before.source.endColumn === lexeme.source.column
  );
}
