// Finds characters that change how a text is read without being seen.
import type { Diagnostic } from "../messages/diagnostic.ts";
import { hiddenUnicode } from "../messages/generated.ts";
import type { SourceText } from "./source-text.ts";

// Controls but for tabs and line ends; format characters (bidirectional marks, tags); line and paragraph separators;
// whatever a font is to draw as nothing (zero-width characters, fillers, variation selectors).
const HIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const PICTURE = /\p{Extended_Pictographic}/u;
const BEFORE_JOINER = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/u;
const KEYCAP = /[#*0-9]/;
// Where a blank that is none matters: in a code span, where no shell splits at it, and around a list marker or the
// marks of a heading, which it keeps from being one.
const SPANS = /`[^`\n]+`/g;
const MARKERS = /^[\p{Zs}\t>]*(?:[-*+]|\d{1,9}[.)]|#{1,6})\p{Zs}+/gmu;
export const BLANK = /(?! )\p{Zs}/gu;
const MOST = 20;
/** What authors may have heard of, by ranges. */
const NAMES: readonly (readonly [number, number, string])[] = [
  [0x00, 0x00, "NUL"],
  [0x1b, 0x1b, "escape"],
  [0xa0, 0xa0, "no-break space"],
  [0xad, 0xad, "soft hyphen"],
  [0x200b, 0x200b, "zero-width space"],
  [0x200c, 0x200d, "zero-width joiner"],
  [0x200e, 0x200f, "direction mark"],
  [0x202a, 0x202e, "direction override"],
  [0x202f, 0x202f, "no-break space"],
  [0x2066, 0x2069, "direction isolate"],
  [0xfe00, 0xfe0f, "variation selector"],
  [0xfeff, 0xfeff, "byte order mark"],
  [0xe0000, 0xe007f, "tag"],
];

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

/** Some characters of a text. */
export interface Place {
  readonly at: number;
  readonly length: number;
}

function* hiddenIn(text: string): Generator<Place> {
  for (const match of text.matchAll(HIDDEN)) {
    const at = match.index;
    if (at === 0 && match[0] === "\ufeff") continue;
    if (!isEmojiPart(text, at, match[0])) yield { at, length: match[0].length };
  }
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
    const related = more
      .slice(0, MOST)
      .map((p) => ({ message: `${nameOf(p, written)} too`, source: written.at(p.at, p.at + p.length) }));
    const at = written.at(first.at, first.at + first.length);
    return [hiddenUnicode(at, { character: nameOf(first, written) }, { related })];
  });
}

/** "U+200B (zero-width space)". */
function nameOf({ at }: Place, { text }: SourceText): string {
  const code = text.codePointAt(at) ?? 0;
  const name = NAMES.find(([from, to]) => code >= from && code <= to)?.[2];
  const number = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  return name === undefined ? number : `${number} (${name})`;
}

/** U+FE0F after a picture or in a keycap; U+200D between two pictures. */
function isEmojiPart(text: string, at: number, character: string): boolean {
  const before = lastCharacter(text.slice(Math.max(0, at - 2), at));
  const after = String.fromCodePoint(text.codePointAt(at + 1) ?? 0);
  if (character === "\ufe0f") return PICTURE.test(before) || (KEYCAP.test(before) && after === "\u20e3");
  return character === "\u200d" && BEFORE_JOINER.test(before) && PICTURE.test(after);
}

function lastCharacter(text: string): string {
  const all = Array.from(text);
  return all[all.length - 1] ?? "";
}
