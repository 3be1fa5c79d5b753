// What stands above a sentence and may limit it, or give it its lead: headings, the words in front of a list.

import type { Lead } from "../../compiler/1-read/grammar/productions.ts";
import type { SourceText } from "../../compiler/1-read/source-text.ts";
import type { Near } from "./piece.ts";
import type { IsKnown } from "./plausible.ts";
import { leadOf, limits, ruleBehind } from "./rule-words.ts";
import type { Said } from "./said.ts";
import { canonicalOf } from "./suggest.ts";

/** Words of a heading, or in front of a list. */
export interface Above {
  readonly text: string;
  /** The lead that they give to what stands below: “Never:”, “Do not”. */
  readonly lead: Lead | undefined;
}

const DOS: Readonly<Record<string, Lead>> = {
  never: "Never",
  "don't": "Never",
  donts: "Never",
  "don'ts": "Never",
  "do not": "Never",
  "never do": "Never",
  "never do this": "Never",
  forbidden: "Never",
  prohibited: "Never",
  "off limits": "Never",
  always: "Always",
  "always do": "Always",
  "ask first": "Ask before",
  "ask before": "Ask before",
};

/** Words in front of a list, or a heading, as they bear on what stands below. */
export function aboveOf(text: string): Above {
  const words = text
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/[^\p{L}' ]+/gu, " ")
    .replace(/\b(?:the following|any of these|any of the following|these|this)\b/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return { text, lead: Object.hasOwn(DOS, words) ? DOS[words] : undefined };
}

/** Whether words above may limit what stands below them, or take it back. */
export function mayLimit({ text, lead }: Above): boolean {
  return (
    lead === undefined && (limits(text) || /\b(?:for|in|on|wrong|bad|example|examples|avoid)\b/i.test(text))
  );
}

/** A sentence without a lead below words that are one: “Never:” and “run `x`”. */
export function underLead(
  said: Said,
  { text, lead }: Above,
  source: SourceText,
  isKnown: IsKnown,
): Near | undefined {
  if (lead === undefined || leadOf(said.tokens) !== undefined) return undefined;
  const read = ruleBehind(lead, lead === "Ask before" ? gerund(said.tokens) : said.tokens, said, source);
  const sentence = read === undefined ? undefined : canonicalOf(read.sentence.canonical, isKnown);
  const reason = `it stands under “${text.replace(/[:*]+$/g, "")}”`;
  return sentence === undefined ? undefined : { sentence, reason, text: said.text, source: said.source };
}

/** “Run `x`” below “Ask first” is “running `x`”. */
function gerund(tokens: Said["tokens"]): Said["tokens"] {
  const [first, ...rest] = tokens;
  const form = { run: "running", execute: "running", edit: "editing", change: "editing", modify: "editing" };
  const word = first?.text.toLowerCase() ?? "";
  const text = Object.entries(form).find(([verb]) => verb === word)?.[1];
  return first === undefined || text === undefined ? tokens : [{ ...first, text }, ...rest];
}
