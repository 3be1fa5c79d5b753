// The name of a program from the word that stands for it.
import { once } from "../policy/once.ts";
import type { Word } from "./types.ts";

/** The last part of a path that is not empty. */
export function baseName(path: string): string | undefined {
  let end = path.length;
  while (end > 0 && path[end - 1] === "/") end -= 1;
  const name = path.slice(path.lastIndexOf("/", end - 1) + 1, end);
  return name === "" ? undefined : name;
}

/** The program's name, also where only its folder is unknown; undefined when it can't be known. */
export function programName(word: Word, fold = false): string | undefined {
  const name = spelledName(word);
  return fold ? name?.toLowerCase() : name;
}

function spelledName(word: Word): string | undefined {
  if (word.text !== undefined) return baseName(word.text);
  const last = word.pieces?.at(-1);
  const slash = last?.lastIndexOf("/") ?? -1;
  if (typeof last !== "string" || slash < 0 || slash === last.length - 1) return undefined;
  return last.slice(slash + 1);
}

/** The name of a program that a package runner starts: `@scope/tool@1.2` is `tool`. */
export function packageName(word: Word): string | undefined {
  const { text } = word;
  if (text === undefined) return undefined;
  const at = text.lastIndexOf("@");
  return baseName(at > 0 ? text.slice(0, at) : text);
}

/** Letters of other alphabets that look like those of programs' names, each with what it looks like. */
const CONFUSABLE: Readonly<Record<string, string>> = {
  a: "аɑα",
  b: "Ьƅ",
  c: "сϲᴄ",
  d: "ԁɗ",
  e: "еҽ℮",
  f: "ƒ",
  g: "ɡց",
  h: "һհ",
  i: "іıɩι",
  j: "јϳ",
  k: "κк",
  l: "ӏΙІǀ|ⅼ",
  m: "мⅿ",
  n: "ոп",
  o: "оοօᴏ",
  p: "рρ",
  q: "ԛգ",
  r: "гᴦ",
  s: "ѕꜱ",
  t: "тτ",
  u: "υսᴜ",
  v: "νѵᴠ",
  w: "ԝѡᴡ",
  x: "хχ",
  y: "уүγ",
  z: "ᴢ",
  "-": "‐‑‒–—−﹣",
  ".": "․。",
  "/": "⁄∕",
  _: "＿",
};

/** Each of them by itself, made at the first need: most names are plain. */
const confusable = once(
  () =>
    new Map(
      Object.entries(CONFUSABLE).flatMap(([plain, others]) =>
        [...others].map((other): [string, string] => [other, plain]),
      ),
    ),
);

/** Characters that are not shown at all. */
const UNSEEN =
  /\u034F|[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu;

/** What a name looks like to a person, where that is another name; undefined where it is what it looks like. */
export function lookalikeOf(name: string): string | undefined {
  if (/^[\x21-\x7E]*$/.test(name)) {
    return name.length > 4 && /\.(?:exe|com|cmd|bat)$/i.test(name) ? name.slice(0, -4) : undefined;
  }
  const plain = [...name.replace(UNSEEN, "").normalize("NFKC")].map(plainCharacter).join("");
  const shown = plain.replace(/\.(?:exe|com|cmd|bat)$/i, "");
  return shown !== name && /^[\x21-\x7E]+$/.test(shown) ? shown : undefined;
}

/** The letter, digit or sign that a character looks like; itself where it looks like nothing else. */
export function plainCharacter(char: string): string {
  return confusable().get(char) ?? char.normalize("NFD").replace(/\p{Mn}/gu, "");
}
