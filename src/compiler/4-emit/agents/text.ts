// Words of sources as hosts may be given them: nothing in them is taken for an import, a comment or an argument.
import { shownText } from "../graph/text.ts";
import { codeSpans } from "../pages/markdown.ts";

/**
 * One line of prose. Outside code spans a word with `@`, which Claude Code and Gemini would read a file for, is put into
 * one, and the beginning of a comment is written as text.
 */
export function plain(text: string): string {
  let shown = "";
  for (const part of codeSpans(shownText(text))) {
    if (part.code) shown += shown.endsWith("`") ? ` ${part.text}` : part.text;
    else {
      // A backtick that nothing closes would pair with one that is put in here.
      const safe = part.text
        .replaceAll("`", "'")
        .split(/(\s+)/)
        .map(word)
        .join("")
        .replaceAll("<!--", "&lt;!--");
      shown += shown.endsWith("`") && safe.startsWith("`") ? ` ${safe}` : safe;
    }
  }
  return shown;
}

function word(token: string): string {
  if (!token.includes("@")) return token;
  let [from, to] = [0, token.length];
  while (from < to && "([{<\"'*_".includes(token[from] ?? "")) from++;
  while (to > from && ")]}>\"'*_,;.:!?".includes(token[to - 1] ?? "")) to--;
  const core = token.slice(from, to).replaceAll("`", "");
  return core.includes("@") ? `${token.slice(0, from)}\`${core}\`${token.slice(to)}` : token;
}

/** Prose that ends as a sentence does. */
export function sentence(text: string | undefined): string {
  if (text === undefined) return "";
  const shown = plain(text);
  return /[.!?:…]$/.test(shown) ? shown : `${shown}.`;
}

/** In a skill's body Claude Code fills `$1`, `$ARGUMENTS` and `${CLAUDE_…}` in and runs what stands behind `!`. */
export function withoutArguments(text: string): string {
  return text.replace(/\$(?=[A-Za-z0-9{])/g, "\\$").replace(/!(?=`)/g, "! ");
}

/** At most so many characters, cut behind a word, and never inside a character. */
export function shortened(text: string, most: number): string {
  const signs = [...text];
  if (signs.length <= most) return text;
  const kept = signs.slice(0, most - 1).join("");
  const blank = kept.lastIndexOf(" ");
  return `${(blank > most / 2 ? kept.slice(0, blank) : kept).trimEnd()}…`;
}
