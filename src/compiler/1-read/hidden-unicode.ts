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

/** One diagnostic for each hidden character, at its place. Joiners and variation selectors inside emoji are allowed. */
export function hiddenCharacters(source: SourceText): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const match of source.text.matchAll(HIDDEN)) {
    const at = match.index;
    if (at === 0 && match[0] === "\ufeff") continue;
    if (isEmojiPart(source.text, at, match[0])) continue;
    const code = match[0].codePointAt(0) ?? 0;
    const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
    found.push(hiddenUnicode(source.at(at, at + match[0].length), { character: name }));
    if (found.length >= 20) break;
  }
  return found;
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
