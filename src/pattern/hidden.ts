// Characters that change how a text is read without being seen.

// Controls but for tabs and line ends; format characters (bidirectional marks, tags); line and paragraph separators;
// whatever a font is to draw as nothing (zero-width characters, fillers, variation selectors).
const CHARACTER = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const HIDDEN = new RegExp(CHARACTER, "gu");
const PICTURE = /\p{Extended_Pictographic}/u;
const BEFORE_JOINER = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/u;
const KEYCAP = /[#*0-9]/;
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

/** Some characters of a text. */
export interface Place {
  readonly at: number;
  readonly length: number;
}

/** Whether a text may have hidden characters; joiners inside emoji count here too. */
export function hasHidden(text: string): boolean {
  return CHARACTER.test(text);
}

/** The hidden characters of a text. Joiners and variation selectors inside emoji, and a byte order mark, are none. */
export function* hiddenIn(text: string): Generator<Place> {
  for (const match of text.matchAll(HIDDEN)) {
    const at = match.index;
    if (at === 0 && match[0] === "\ufeff") continue;
    if (!isEmojiPart(text, at, match[0])) yield { at, length: match[0].length };
  }
}

/** "U+200B (zero-width space)". */
export function nameOfCharacter(text: string, at: number): string {
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
