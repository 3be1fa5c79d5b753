// Finds characters that change how a text is read without being seen.
import { hiddenIn, nameOfCharacter, type Place } from "../../pattern/hidden.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { hiddenUnicode } from "../messages/generated.ts";
import type { SourceText } from "./source-text.ts";

// Where a blank that is none matters: in a code span, where no shell splits at it, and around a list marker or the
// marks of a heading, which it keeps from being one.
const SPANS = /`[^`\n]+`/g;
const MARKERS = /^[\p{Zs}\t>]*(?:[-*+]|\d{1,9}[.)]|#{1,6})\p{Zs}+/gmu;
export const BLANK = /(?! )\p{Zs}/gu;
const MOST = 20;
/** Where hidden characters stand, and what is said of them. */
export interface Hidden {
  /** What is to be taken out. */
  readonly removed: readonly Place[];
  /** The offsets of blanks that are none. */
  readonly blanks: ReadonlySet<number>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * One diagnostic for each line with hidden characters. Joiners and variation selectors inside emoji, and a byte order
 * mark, are allowed.
 */
export function hiddenCharacters(written: SourceText): Hidden {
  const { text } = written;
  const hidden = [...hiddenIn(text)];
  const blanks = [...blanksIn(text)];
  const mark = text.startsWith("\ufeff") ? [{ at: 0, length: 1 }] : [];
  return {
    removed: [...mark, ...hidden],
    blanks: new Set(blanks.map((b) => b.at)),
    diagnostics: byLine([...hidden, ...blanks], written),
  };
}

function* blanksIn(text: string): Generator<Place> {
  const seen = new Set<number>();
  for (const pattern of [SPANS, MARKERS]) {
    for (const part of text.matchAll(pattern)) {
      for (const blank of part[0].matchAll(BLANK)) {
        const at = part.index + blank.index;
        if (!seen.has(at)) yield { at, length: 1 };
        seen.add(at);
      }
    }
  }
}

/** The first place of each line, with the others of that line beside it. */
function byLine(places: readonly Place[], written: SourceText): Diagnostic[] {
  const lines = new Map<number, Place[]>();
  for (const place of [...places].sort((a, b) => a.at - b.at)) {
    const { line } = written.at(place.at, place.at);
    const known = lines.get(line);
    if (known !== undefined) known.push(place);
    else if (lines.size < MOST) lines.set(line, [place]);
    else break;
  }
  return [...lines.values()].flatMap(([first, ...more]) => {
    if (first === undefined) return [];
    const related = more.slice(0, MOST).map((p) => ({
      message: `${nameOfCharacter(written.text, p.at)} too`,
      source: written.at(p.at, p.at + p.length),
    }));
    const at = written.at(first.at, first.at + first.length);
    return [hiddenUnicode(at, { character: nameOfCharacter(written.text, first.at) }, { related })];
  });
}
