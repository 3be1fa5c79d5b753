// What is said of a sentence that doesn't parse: what was found, what was expected, and a cure where one is plain to see.
import type { Source } from "../../../policy/types.ts";
import { oneOf } from "../../messages/near.ts";
import type { Token } from "../tokens.ts";
import type { Furthest } from "./furthest.ts";
import { sentenceForms } from "./productions.ts";

/** Where a sentence stopped making sense. `nearest` are the forms that came furthest. */
export interface SentenceError {
  readonly found: string;
  readonly expected: string;
  readonly nearest: string;
  /** A concrete cure, where one is plain to see. */
  readonly hint: string | undefined;
  readonly source: Source;
}

/** What the letters of the forms stand for, for people who never saw them. */
const LETTERS: Readonly<Record<string, string>> = {
  F: "<option>",
  F2: "<other option>",
  V: "<value>",
  T: "<command>",
  T2: "<other command>",
  L: "<list>",
  G: "<file>",
  K: "<fact>",
  N: "<number>",
  P: "<section>",
  P2: "<other section>",
  R: "<report>",
  C1: "<condition>",
};
const QUOTES = ["‘", "’", "“", "”", '"', "'"];
const ARTICLES = ["the", "a", "an"];
/** Words of the grammar, which stand where a token is missing and are none themselves. */
const GRAMMAR = [
  "before",
  "when",
  "if",
  "unless",
  "until",
  "to",
  "for",
  "on",
  "in",
  "with",
  "as",
  "then",
  "over",
];

/** Says why tokens didn't parse; `nearest` are the forms that came as far as `furthest`. */
export function sentenceError(
  tokens: readonly Token[],
  furthest: Furthest,
  nearest: readonly string[],
  end: Source,
): SentenceError {
  const token = tokens[furthest.at];
  const behind = token?.text === "." ? tokens[furthest.at + 1] : undefined;
  const shown = nearest.length === 0 ? leads() : shortest(nearest);
  if (behind !== undefined) return secondSentence(behind, tokens[furthest.at + 2], shown);
  const { expected } = furthest;
  return {
    found: token === undefined ? "end of the sentence" : describe(token),
    expected: expected.size === 0 ? "a sentence of this version" : oneOf([...expected]),
    nearest: shown,
    hint: cure(tokens, furthest.at, expected),
    source: token?.source ?? end,
  };
}

/** The shortest of the forms, in words and without what any sentence may end with. */
function shortest(nearest: readonly string[]): string {
  return [...nearest]
    .sort((a, b) => a.length - b.length)
    .slice(0, 3)
    .map((form) => form.replace(" [, when C] [, unless E]", ""))
    .map((form) => `\`${form.replace(/\b[A-Z]\d?\b/g, (letter) => LETTERS[letter] ?? letter)}\``)
    .join(", ");
}

/** Something stands behind the full stop of a sentence that is whole without it. */
function secondSentence(token: Token, after: Token | undefined, nearest: string): SentenceError {
  const label = after?.text === ":";
  return {
    found: `${describe(token)} behind the full stop`,
    expected: "one sentence",
    nearest,
    hint: label
      ? "Begin the label with a dash, on a line of its own below the rule."
      : "Put what else there is to say into `Because`, below the rule.",
    source: token.source,
  };
}

function cure(tokens: readonly Token[], at: number, expected: ReadonlySet<string>): string | undefined {
  const token = tokens[at];
  if (tokens.some((t) => t.type === "mark" && t.text === "`")) return "One of the backticks has no partner.";
  if (token === undefined) return undefined;
  const inBackticks = [...expected].some((e) => e.endsWith("in backticks"));
  if (inBackticks && QUOTES.some((quote) => token.text.startsWith(quote)))
    return "Put it in backticks instead of quotation marks.";
  if (token.text === "of" && ["all", "any"].includes(tokens[at - 1]?.text ?? ""))
    return "Write its conditions as list items below it.";
  if ((token.text === "and" || token.text === "or") && expected.has("the end of the sentence"))
    return "Where “and” and “or” meet, write the conditions as nested list items, under “all of:” and “any of:”.";
  if (token.type !== "word" || !inBackticks) return undefined;
  if (ARTICLES.includes(token.text.toLowerCase())) return `Leave “${token.text}” out.`;
  if (GRAMMAR.includes(token.text.toLowerCase())) return undefined;
  const name = token.text.startsWith("-") || [...expected].every((e) => e.endsWith("in backticks"));
  const value = expected.has("a value in backticks") && !expected.has("“any”");
  return name || value ? `Put it in backticks: \`${token.text}\`.` : undefined;
}

function leads(): string {
  return [...new Set(sentenceForms.map((s) => `**${s.lead}**`))].join(", ");
}

function describe(token: Token): string {
  if (token.type === "code") return token.text === "" ? "empty code span" : `\`${token.text}\``;
  return token.type === "other" ? token.text : `“${token.text}”`;
}
