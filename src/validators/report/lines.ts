// The lines of a report, each as it is and as it is compared.
import { hasHidden, hiddenIn } from "../../pattern/hidden.ts";

/** The longest line that is looked into, in UTF-16 units. */
export const MAX_LINE = 100_000;

/** The longest report that is read, in UTF-16 units. */
export const MAX_REPORT = 20_000_000;

export interface Line {
  /** Offsets in the report, without the line's end. */
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly raw: string;
  /** What ends it: `\n`, `\r\n`, `\r`, or nothing at the end of the text. */
  readonly ending: string;
  /** Without hidden characters, with single blanks, and without indentation, quote marks and a bullet in front of it. */
  readonly text: string;
  /** Whether a bullet stands in front of it. */
  readonly bulleted: boolean;
  /** True where it is too long to be looked into: its text is empty then. */
  readonly tooLong: boolean;
}

const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
const FRONT = /^(?:> ?){0,8}(?:[-*+•◦▪‣] )?(?:> ?){0,8}/;

/** The lines of a text. A byte order mark in front of the first one belongs to none. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const from = text.startsWith("\ufeff") ? 1 : 0;
  for (let start = from; start <= text.length; ) {
    const end = endOfLine(text, start);
    const ending = text.startsWith("\r\n", end) ? "\r\n" : text.slice(end, end + 1);
    if (end > start || ending !== "") lines.push(lineOf(text.slice(start, end), start, ending));
    if (ending === "") break;
    start = end + ending.length;
  }
  return lines;
}

function endOfLine(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}

function lineOf(raw: string, start: number, ending: string): Line {
  const end = start + raw.length;
  if (raw.length > MAX_LINE) return { start, end, raw, ending, text: "", bulleted: false, tooLong: true };
  const shown = PLAIN.test(raw) ? raw : withSingleBlanks(hasHidden(raw) ? shownText(raw).text : raw);
  const front = FRONT.exec(shown)?.[0] ?? "";
  const bulleted = /[-*+•◦▪‣] /.test(front);
  return { start, end, raw, ending, text: shown.slice(front.length), bulleted, tooLong: false };
}

/** Whether a character keeps words apart, as blanks do, the hidden ones among them: a line separator, a form feed. */
export function separates(char: string): boolean {
  return char !== "\ufeff" && /[\s\u0085]/.test(char);
}

function withSingleBlanks(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** The text without hidden characters and with single blanks; and, for each of its units, the offset in the raw one. */
function shownText(raw: string): { readonly text: string; readonly at: readonly number[] } {
  const hidden = new Set<number>();
  for (const { at, length } of hiddenIn(raw))
    if (!separates(raw[at] ?? "")) for (let i = 0; i < length; i++) hidden.add(at + i);
  const units: string[] = [];
  const at: number[] = [];
  for (let i = 0; i < raw.length; i++) {
    if (hidden.has(i)) continue;
    const unit = raw[i] ?? "";
    const blank = separates(unit);
    if (blank && (units.length === 0 || units[units.length - 1] === " ")) continue;
    units.push(blank ? " " : unit);
    at.push(i);
  }
  if (units[units.length - 1] === " ") {
    units.pop();
    at.pop();
  }
  return { text: units.join(""), at };
}

/** The offset in the report of an offset in a line's text. */
export function offsetIn({ raw, start, text }: Line, at: number): number {
  const trimmed = raw.trim();
  const single = !hasHidden(raw) && withSingleBlanks(trimmed).length === trimmed.length;
  if (single) {
    const front = raw.length - raw.trimStart().length;
    return start + Math.min(front + trimmed.length - text.length + at, raw.length);
  }
  const shown = shownText(raw);
  const inShown = shown.text.length - text.length + at;
  return start + Math.min(shown.at[inShown] ?? raw.length, raw.length);
}

/** A text without emphasis and code marks: how it reads where Markdown is shown. */
export function withoutMarks(text: string): string {
  if (!/[*_`]/.test(text)) return text;
  return text
    .replace(
      /[`]|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<![\p{L}\p{N}_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}_])/gu,
      "",
    )
    .replace(/ {2,}/g, " ")
    .trim();
}
