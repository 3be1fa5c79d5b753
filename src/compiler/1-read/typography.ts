// Characters that word processors put in place of those that commands are written with.
import type { Diagnostic } from "../messages/diagnostic.ts";
import { typographicCharacter } from "../messages/generated.ts";
import type { Token } from "./tokens.ts";

/** Dashes that open a word, as hyphens do in an option. */
const DASHES = /(^|\s)([\u2010-\u2015\u2212]+-?)([\p{L}\p{N}](?:[\p{L}\p{N}-]?))/gu;
const QUOTES = /[\u2018\u2019\u201a\u201c-\u201e]/g;

/** Reports a token with dashes or quotation marks of a word processor, and gives it as it was meant. */
export function plainToken(token: Token, quotes: boolean, report: (d: Diagnostic) => void): Token {
  if (token.type !== "code") return token;
  const dashed = token.text.replace(
    DASHES,
    (_, before: string, dashes: string, name: string) => before + hyphens(dashes, name) + name,
  );
  const text = quotes ? dashed.replace(QUOTES, (quote) => (quote < "\u201c" ? "'" : '"')) : dashed;
  if (text === token.text) return token;
  const at = [...token.text].find((c, i) => c !== [...text][i]) ?? "";
  const found = `${at} (U+${(at.codePointAt(0) ?? 0).toString(16).toUpperCase()})`;
  report(typographicCharacter(token.source, { found, token: token.text }, { hint: `Write \`${text}\`.` }));
  return { ...token, text };
}

/** A name of one letter has one hyphen; a longer one has two, unless the dash is no longer than a hyphen. */
function hyphens(dashes: string, name: string): string {
  return name.length === 1 || /^[\u2010\u2011\u2212]$/.test(dashes) ? "-" : "--";
}
