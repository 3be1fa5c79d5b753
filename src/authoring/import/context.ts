// What stands above a sentence and may limit it, or give it its lead: headings, the words in front of a list.

import type { Lead } from "../../compiler/1-read/grammar/productions.ts";
import type { SourceText } from "../../compiler/1-read/source-text.ts";
import { forbids, isGeneral, isNarrow } from "./general.ts";
import type { Near } from "./piece.ts";
import type { IsKnown } from "./plausible.ts";
import { leadOf, ruleBehind } from "./rule-words.ts";
import type { Said } from "./said.ts";
import { canonicalOf } from "./suggest.ts";

/** Words of a heading, or in front of a list. */
export interface Above {
  readonly text: string;
  /** The lead that they give to what stands below: “Never:”, “Do not”. */
  readonly lead: Lead | undefined;
  /** Whether they may limit what stands below them, or take it back. */
  readonly narrow: boolean;
  /** Whether only what forbids something agrees with them. */
  readonly forbids: boolean;
}

/** What words stand above: the title of a document is in doubt general, a heading and an introduction are not. */
export type Place = "title" | "heading" | "sentence";

/** Titles and sentences that limit what stands below them. */
const LIMITING =
  /^(?:when|if|while|during|only|unless|until|outside)\b|^(?:in|on|for) (?!(?:this|the|all|every\w*|ai|coding|our|any|agents?|contributors?|humans|developers)\b)|\b(?:in|on|for) (?!(?:this|the|all|every|any|our|a|an)\b)[\w-]{1,40}[:,]?$/i;

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

/** Sentences that say something of what follows them, or that something was otherwise. */
const SPEAKS_OF_BELOW =
  /\b(?:following|follows|these|this|those|below|here|rules?|list|apply|applies|previously|formerly|used to|no longer|deprecated|obsolete|outdated)\b|^(?:we|you|agents?|earlier|until|before|after|in|on|for|as)\b/i;

/** More is read as narrow: it says more than what kind of text follows. */
const LONGEST = 400;

/** Words in front of a list, or a heading, as they bear on what stands below. */
export function aboveOf(text: string, place: Place, isKnown: IsKnown): Above {
  const words = text
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/[^\p{L}' ]+/gu, " ")
    .replace(/\b(?:the following|any of these|any of the following|these|this)\b/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const lead = Object.hasOwn(DOS, words) ? DOS[words] : undefined;
  const short = text.slice(0, LONGEST);
  const narrow = lead === undefined && (text.length > LONGEST || inDoubt(short, place, isKnown));
  return { text, lead, narrow, forbids: lead === "Never" || (place === "heading" && forbids(short)) };
}

/** Headings, and what looks like one, are general or they limit; titles and sentences have to say so. */
function inDoubt(text: string, place: Place, isKnown: IsKnown): boolean {
  if (place === "heading" || (place === "sentence" && /^[^.!?]{1,40}$/.test(text)))
    return !isGeneral(text, isKnown);
  if (LIMITING.test(text)) return true;
  return isNarrow(text) && (place === "title" || SPEAKS_OF_BELOW.test(text));
}

/** Words that limit whatever stands below them. */
export function narrowing(text: string, { lead, forbids: isNo }: Above): Above {
  return { text, lead, narrow: true, forbids: isNo };
}

/** Whether words above may limit a rule with such a lead below them, take it back, or turn it around. */
export function mayLimit(above: Above, lead: Lead): boolean {
  if (above.narrow || (above.forbids && lead !== "Never")) return true;
  return above.lead === "Ask before" && lead !== "Ask before";
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
