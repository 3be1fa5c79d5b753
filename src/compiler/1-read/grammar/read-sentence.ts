// Reads a rule's sentence: the first form of its lead that matches to the end, or what was expected where.
import type { Source } from "../../../policy/types.ts";
import type { Token } from "../tokens.ts";
import { sentenceParts } from "./forms.ts";
import { Furthest } from "./furthest.ts";
import { matchForm } from "./match.ts";
import type { Parsed } from "./parsed.ts";
import { printHead, printParsed } from "./print.ts";
import { type Lead, type SentenceForm, sentenceForms } from "./productions.ts";
import { type SentenceError, sentenceError } from "./sentence-error.ts";

/** A sentence that parsed, with its canonical text. */
export interface Sentence {
  readonly form: SentenceForm;
  readonly parsed: Parsed;
  /** "Never run `x`." with the lead in plain words. */
  readonly canonical: string;
}

/** The longest sentence that is read, in tokens. */
export const MAX_TOKENS = 400;

/** Parses the tokens after a lead; `end` is the place just behind the sentence. A last full stop is passed over. */
export function readSentence(
  lead: Lead,
  all: readonly Token[],
  end: Source,
): { readonly sentence: Sentence } | { readonly error: SentenceError } {
  const tokens = all[all.length - 1]?.text === "." ? all.slice(0, -1) : all;
  const overall = new Furthest();
  let nearest: string[] = [];
  for (const [index, form] of sentenceForms.entries()) {
    const part = sentenceParts[index];
    if (form.lead !== lead || part === undefined) continue;
    const own = new Furthest();
    const parsed = matchForm(tokens, part, index, own);
    if (parsed !== undefined) {
      return { sentence: { form, parsed, canonical: `${lead} ${printParsed(parsed, part)}.` } };
    }
    if (own.at >= overall.at) {
      if (own.at > overall.at) nearest = [];
      nearest.push(`${lead} ${form.form}`);
      for (const expected of own.expected) overall.miss(own.at, expected);
    }
  }
  return { error: sentenceError(tokens, overall, nearest, end) };
}

/** A sentence's canonical words after the lead, with `last` in the place of the conditions that stand in items below. */
export function canonicalHead({ parsed }: Sentence, last: string): string {
  const part = sentenceParts[parsed.form];
  return part === undefined ? "" : printHead(parsed, part, last);
}
