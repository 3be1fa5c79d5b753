// Names of a text's sections, as they are compared: without case, colon and article.

import type { Lexeme } from "./lexemes.ts";

/** The name of a section, as written and as it is compared. */
export interface SectionName {
  readonly key: string;
  readonly text: string;
}

/** The longest name of a section, in characters. */
const LONGEST = 60;

/** A name from the words, or the one code span, that it is written in; undefined where there are none. */
export function sectionName(lexemes: readonly Lexeme[]): SectionName | undefined {
  const text = lexemes
    .map((l) => (l.type === "word" ? l.raw : l.text))
    .join(" ")
    .replace(/\s*:$/, "")
    .trim();
  return nameOf(text);
}

/** A name as it is written. */
export function nameOf(written: string): SectionName | undefined {
  const text = written
    .replace(/^[#*_\s]+/, "")
    .replace(/[:*_\s]+$/, "")
    .replace(/^sections? /i, "");
  const key = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/^(?: ?(?:the|a|an|its|then|and|finally) )+/, "")
    .replace(/ (?:section|part|block)$/, "")
    .trim();
  return key === "" || text.length > LONGEST ? undefined : { key, text };
}
