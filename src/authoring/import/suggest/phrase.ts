// Phrases as data: “always? ask me|us* before” is matched word by word, without ever going back.
import type { Word } from "./lex.ts";

interface Part {
  readonly words: readonly string[];
  readonly least: 0 | 1;
  readonly many: boolean;
}
export type Phrase = readonly Part[];

/** Reads a phrase: words with `|` between what may stand in one place, `?` for one or none, `*` for any number. */
export function phrase(text: string): Phrase {
  return text.split(" ").map((part) => {
    const sign = /[?*]$/.exec(part)?.[0];
    const words = (sign === undefined ? part : part.slice(0, -1)).split("|");
    return { words, least: sign === undefined ? 1 : 0, many: sign === "*" };
  });
}

/** The index behind a phrase that stands at a place; undefined where it doesn't. */
export function matchAt(words: readonly Word[], at: number, parts: Phrase): number | undefined {
  let i = at;
  for (const { words: own, least, many } of parts) {
    const fits = (): boolean =>
      words[i] !== undefined && words[i]?.kind !== "code" && own.includes(words[i]?.low ?? "");
    if (!fits()) {
      if (least === 1) return undefined;
      continue;
    }
    i++;
    while (many && fits()) i++;
  }
  return i;
}

/** The longest of some phrases that stands at a place, with what it stands for. */
export function longest<T>(
  words: readonly Word[],
  at: number,
  table: readonly (readonly [Phrase, T])[],
): { readonly end: number; readonly value: T } | undefined {
  let best: { end: number; value: T } | undefined;
  for (const [parts, value] of table) {
    const end = matchAt(words, at, parts);
    if (end !== undefined && end > (best?.end ?? at)) best = { end, value };
  }
  return best;
}
