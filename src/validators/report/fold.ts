// Text as a reader sees it, whatever it is spelled with: without case, other alphabets' letters and typographic signs.
import { plainCharacter } from "../../shell/names.ts";

const ASCII = /^[ -~]*$/;
const QUOTES: Readonly<Record<string, string>> = { "‘": "'", "’": "'", "“": '"', "”": '"', "…": "..." };

/** Capitals of other alphabets by the Latin ones that they look like; often their small letters look like others. */
const CAPITALS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    A: "АΑ",
    B: "ВΒ",
    C: "СϹ",
    E: "ЕΕ",
    H: "НΗ",
    I: "ІΙӀ",
    J: "Ј",
    K: "КΚ",
    M: "МΜ",
    N: "Ν",
    O: "ОΟ",
    P: "РΡ",
    Q: "Ԛ",
    S: "Ѕ",
    T: "ТΤ",
    V: "Ѵ",
    W: "Ԝ",
    X: "ХΧ",
    Y: "ҮΥУ",
    Z: "Ζ",
  }).flatMap(([latin, others]) => [...others].map((other): [string, string] => [other, latin])),
);

/** What one character is folded to: none, one or several. */
function foldCharacter(char: string): string {
  if (char <= "~") return char.toLowerCase();
  const known = QUOTES[char] ?? CAPITALS.get(char);
  if (known !== undefined) return known.toLowerCase();
  const small = char.toLowerCase();
  return [...(plainOf(small) ?? plainOf(char) ?? small).normalize("NFKC")]
    .map(plainCharacter)
    .join("")
    .toLowerCase();
}

function plainOf(char: string): string | undefined {
  const plain = plainCharacter(char);
  return plain === char ? undefined : plain;
}

/** A text folded. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.replace(/[A-Z]+|[^ -~]/gu, (part) => (part <= "~" ? part.toLowerCase() : foldCharacter(part)));
}

/** The offset in a text of an offset in its folded form. */
export function unfold(text: string, offset: number): number {
  if (ASCII.test(text)) return offset;
  // How much longer the text is than its folded form, up to here.
  let longer = 0;
  for (const match of text.matchAll(/[^ -~]/gu)) {
    const [char] = match;
    const length = foldCharacter(char).length;
    if (match.index - longer + length > offset) return Math.min(offset + longer, match.index);
    longer += char.length - length;
  }
  return Math.min(offset + longer, text.length);
}

/**
 * What a text looks like to a person: folded, and with the letters and digits that look alike in most typefaces as one.
 * Only for telling whether two names look the same.
 */
export function looks(text: string): string {
  return fold(text).replace(/[l1|]/g, "i").replaceAll("0", "o");
}

/**
 * A text with letters of other alphabets as the Latin ones that they look like, in the case that they have; undefined
 * where there are none, and where some look like no Latin letter, so that the text is really in another alphabet.
 */
export function latin(text: string): string | undefined {
  if (ASCII.test(text)) return undefined;
  const plain = Array.from(text, (char) => {
    if (char <= "~") return char;
    const capital = CAPITALS.get(char);
    if (capital !== undefined) return capital;
    const small = plainOf(char.toLowerCase());
    if (char.toLowerCase() !== char && small !== undefined) return small.toUpperCase();
    return QUOTES[char] ?? plainCharacter(char).normalize("NFKC");
  }).join("");
  return ASCII.test(plain) ? plain : undefined;
}
