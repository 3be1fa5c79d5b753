// A sentence of anybody's as words, code spans and marks, in small letters where that says the same.

/** `text` is as written without emphasis, `low` in small letters; `from` and `to` are places in the sentence. */
export interface Word {
  readonly kind: "code" | "word" | "mark";
  readonly text: string;
  readonly low: string;
  readonly from: number;
  readonly to: number;
}

/** Marks that may stand at the beginning and at the end of a word. */
const OPENING = "([\"“'‘*_~✅❌⚠🚫⛔🔴🛑";
const CLOSING = ")]\"”'’*_.,;:!?…";
const DASHES: readonly string[] = ["-", "--", "–", "—", "→", "=>", "->", "|", "&", "+"];

/** Splits a sentence. What stands in quotation marks is left to the caller. Takes time in proportion to the text. */
export function lex(sentence: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < sentence.length) {
    if (/\s/.test(sentence[at] ?? "")) {
      at++;
      continue;
    }
    if (sentence[at] === "`") {
      const fence = /^`+/.exec(sentence.slice(at, at + 20))?.[0] ?? "`";
      const end = sentence.indexOf(fence, at + fence.length);
      if (end > 0) {
        const text = sentence.slice(at + fence.length, end).trim();
        words.push({ kind: "code", text, low: text, from: at, to: end + fence.length });
        at = end + fence.length;
        continue;
      }
    }
    let end = at + 1;
    while (end < sentence.length && !/[\s`]/.test(sentence[end] ?? "")) end++;
    pushWord(sentence, at, end, words);
    at = end;
  }
  return words;
}

/** A run of signs without blanks: its marks in front, itself, its marks behind. */
function pushWord(sentence: string, begin: number, end: number, words: Word[]): void {
  const mark = (from: number): void => {
    const text = sentence[from] ?? "";
    if (!"*_~".includes(text)) words.push({ kind: "mark", text, low: text, from, to: from + 1 });
  };
  let [from, to] = [begin, end];
  if (DASHES.includes(sentence.slice(from, to))) {
    const text = sentence.slice(from, to);
    words.push({ kind: "mark", text, low: text, from, to });
    return;
  }
  while (from < to && OPENING.includes(sentence[from] ?? "") && !isGlob(sentence.slice(from, to)))
    mark(from++);
  // Right behind a code span a full stop is one, and no place.
  while (from < to && sentence[begin - 1] === "`" && CLOSING.includes(sentence[from] ?? "")) mark(from++);
  let last = to;
  while (last > from && CLOSING.includes(sentence[last - 1] ?? "") && !isPlace(sentence.slice(from, last)))
    last--;
  const text = sentence.slice(from, last);
  // “either/or”, “word—word” and “word:word” stay as they are but for a dash.
  const dash = text.search(/[—–]/);
  if (dash > 0 && dash < text.length - 1) {
    pushWord(sentence, from, from + dash, words);
    mark(from + dash);
    pushWord(sentence, from + dash + 1, last, words);
  } else if (text !== "") {
    const low = text.toLowerCase().replaceAll("’", "'");
    words.push({ kind: /[\p{L}\p{N}.]/u.test(text) ? "word" : "mark", text, low, from, to: last });
  }
  for (; last < to; last++) mark(last);
}

/** `*.env` and `**` in front of a path are no emphasis. */
function isGlob(text: string): boolean {
  return /^\*{1,2}[./]/.test(text);
}

/** A lone full stop is a place: `git add .` */
function isPlace(text: string): boolean {
  return text === ".";
}

/** The words of a sentence between two of its words, as they are written. */
export function quote(sentence: string, words: readonly Word[]): string {
  const [first, last] = [words[0], words[words.length - 1]];
  if (first === undefined || last === undefined) return "";
  const text = sentence.slice(first.from, last.to).replaceAll("**", "").replaceAll("`", "");
  return text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text;
}
