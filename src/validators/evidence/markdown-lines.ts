// Single lines of Markdown, as far as tables hang on them (spec.commonmark.org, github.github.com/gfm).
import type { ResultText } from "./results.ts";

/** A line without the marks of the quotes that it stands in. */
export interface Line {
  readonly text: string;
  /** Where `text` begins in the file. */
  readonly offset: number;
  readonly quotes: number;
  /** Blanks in front of it; a tab counts as four. */
  readonly indent: number;
}

/** A block whose lines are no Markdown. */
export interface Block {
  readonly what: "fence" | "comment" | "html";
  readonly quotes: number;
  readonly ends: (line: Line) => boolean;
  readonly start: number;
}

const RAW_TAG = /^<(pre|script|style|textarea)(?:[\s>]|$)/i;
const TAG = /^<\/?[a-z][a-z0-9-]*(?:[\s/>]|$)/i;
const MARKER = /^(?:[-+*]|\d{1,9}[.)])(?= |\t|$)/;
/** More marks of quotes than these are text. */
const MOST_QUOTES = 100;

/** The line at an index from 0. */
export function lineAt(text: ResultText, index: number): Line {
  const whole = text.line(index);
  let [at, quotes, indent] = [0, 0, 0];
  for (; at < whole.length; at++) {
    const char = whole[at];
    if (char === " ") indent++;
    else if (char === "\t") indent += 4;
    else if (char === ">" && quotes < MOST_QUOTES) {
      quotes++;
      indent = -1;
    } else break;
  }
  const offset = (text.starts[index] ?? 0) + at;
  return { text: whole.slice(at).trimEnd(), offset, quotes, indent: Math.max(0, indent) };
}

/** The block that a line opens and doesn't close itself. */
export function opened(line: Line): Block | undefined {
  const { text, quotes, offset: start } = line;
  const fence = /^(?:`{3,}|~{3,})/.exec(text)?.[0];
  if (fence !== undefined && !(fence.startsWith("`") && text.includes("`", fence.length))) {
    const ends = (l: Line): boolean => isClosing(l.text, fence);
    return { what: "fence", quotes, ends, start };
  }
  if (!text.startsWith("<")) return undefined;
  if (text.startsWith("<!--")) {
    const ends = (l: Line): boolean => l.text.includes("-->");
    return text.includes("-->", 4) ? undefined : { what: "comment", quotes, ends, start };
  }
  const raw = RAW_TAG.exec(text)?.[1]?.toLowerCase();
  if (raw !== undefined) {
    const ends = (l: Line): boolean => l.text.toLowerCase().includes(`</${raw}>`);
    return ends(line) ? undefined : { what: "html", quotes, ends, start };
  }
  return TAG.test(text) ? { what: "html", quotes, ends: (l) => l.text === "", start } : undefined;
}

/** Whether a line closes a fence: as many of its marks or more, and nothing else. */
function isClosing(text: string, fence: string): boolean {
  if (text.length < fence.length) return false;
  for (const char of text) if (char !== fence[0]) return false;
  return true;
}

/** Whether a line is a block of its own, and no line of a paragraph or table. */
export function isOtherBlock(line: Line): boolean {
  return /^#{1,6}(?:\s|$)/.test(line.text) || markerOf(line) > 0 || isRule(line);
}

/** How many characters of a list item are its mark and the blank behind it; 0 where a line is none. */
function markerOf(line: Line): number {
  const marker = isRule(line) ? undefined : MARKER.exec(line.text)?.[0];
  return marker === undefined ? 0 : marker.length + 1;
}

/** A rule across the page. */
function isRule({ text }: Line): boolean {
  return /^[-*_]/.test(text) && /^(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/.test(text);
}

/** The words of a heading: behind hashes, or underlined. */
export function headingOf({ text }: Line, before: Line | undefined): string | undefined {
  if (/^#{1,6}\s/.test(text)) return text.replace(/^#+\s+/, "").replace(/\s#+$/, "");
  const underlined = before !== undefined && /^(?:=+|-+)$/.test(text) && !before.text.includes("|");
  return underlined ? before.text : undefined;
}

/** Which list items are open, by how far what belongs to each is indented. */
export class Lists {
  readonly #open: number[] = [];
  #lazy = false;

  /** How far a line is indented beyond what the innermost open item asks for. */
  beyond(line: Line): number {
    return line.indent - (this.#open[this.#open.length - 1] ?? 0);
  }

  /**
   * Takes a line that isn't blank, and the one above it unless that is. Answers whether it only goes on with the
   * paragraph of an item, though it isn't indented as that is.
   */
  isLazy(line: Line, before: Line | undefined): boolean {
    if (before !== undefined && !isOtherBlock(line)) {
      this.#lazy ||= this.beyond(line) < 0;
      return this.#lazy;
    }
    this.#lazy = false;
    while (this.#open.length > 0 && this.beyond(line) < 0) this.#open.pop();
    const marker = this.beyond(line) < 4 ? markerOf(line) : 0;
    if (marker > 0) this.#open.push(line.indent + marker);
    return false;
  }
}
