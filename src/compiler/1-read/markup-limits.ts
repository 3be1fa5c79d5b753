// Bounds what the Markdown parser is given: it takes quadratic time over many signs, or lines, of one paragraph, and its
// stack over deep nesting. Works on lines alone, so that it costs as much as a text is long.
import type { Diagnostic } from "../messages/diagnostic.ts";
import { tooMuchMarkup } from "../messages/generated.ts";
import { FenceLines } from "./fence-lines.ts";
import type { SourceText } from "./source-text.ts";

/** The most that the parser is given between two blank lines, table rows and list items taken by themselves. */
const LIMITS = { backticks: 10_000, "signs of emphasis": 4_000, brackets: 4_000, lines: 3_000 } as const;
/** Markers of quotations and lists in front of one line. */
const MOST_NESTED = 100;
/** The deepest that a marker is indented. */
const DEEPEST = 300;
/** Headings that are underlined, in a document. */
const MOST_UNDERLINED = 1_000;

const MARKERS = /(?:>|(?:[*+-]|\d{1,9}[.)])(?=[ \t]|$))[ \t]*/y;
const BULLET = /^[ \t>]*[-*+][ \t]/;
const ORDERED = /^([ \t>]*)(\d{1,9})[.)][ \t]/;
const HEADING = /^ {0,3}#{1,6}[ \t]/;
const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t]*$/;
const DELIMITERS = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:-]*)*$/;

type Count = Record<keyof typeof LIMITS, number>;

/** What is too much for the parser, at the first place where it is; undefined for every text that people write. */
export function tooMuch(source: SourceText): Diagnostic | undefined {
  const { text } = source;
  const block = new Block();
  const fences = new FenceLines();
  let underlined = 0;
  let before = "";
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end).replace(/\r$/, "");
    if (fences.holds(line)) {
      before = "";
      start = end + 1;
      continue;
    }
    const at = source.at(start, end);
    const nested = nesting(line);
    if (nested > MOST_NESTED)
      return tooMuchMarkup(at, {
        count: String(nested),
        what: "levels of nesting",
        limit: String(MOST_NESTED),
      });
    if (before.trim() !== "" && UNDERLINE.test(line) && ++underlined > MOST_UNDERLINED)
      return tooMuchMarkup(at, {
        count: String(underlined),
        what: "underlined headings",
        limit: String(MOST_UNDERLINED),
      });
    const found = block.add(line, start);
    if (found !== undefined) {
      const from = source.at(found.start, end);
      return tooMuchMarkup(from, {
        count: String(found.count),
        what: found.what,
        limit: String(found.limit),
      });
    }
    before = line;
    start = end + 1;
  }
  return undefined;
}

/** How deep a line's text is nested, by the markers in front of it or by how far they are indented. */
function nesting(line: string): number {
  let count = 0;
  const first = line.search(/[^ \t]/);
  MARKERS.lastIndex = Math.max(0, first);
  // A line of dashes and blanks is a rule.
  while (MARKERS.test(line)) count++;
  return count > 0 && first > DEEPEST ? Math.max(count, Math.ceil(first / 2)) : count;
}

interface Excess {
  readonly start: number;
  readonly count: number;
  readonly what: string;
  readonly limit: number;
}

/** Lines that may be one paragraph: up to a blank one, a heading, a list item; each row of a table is one. */
class Block {
  #count: Count = emptyCount();
  #start = 0;
  #first: string | undefined;
  #inTable = false;
  #lines = 0;
  /** How far the list item that was opened last is indented, where it has a number. */
  #numbered: number | undefined;

  add(line: string, start: number): Excess | undefined {
    const isBlank = line.trim() === "";
    if (isBlank || this.#opens(line)) {
      this.#first = undefined;
      this.#inTable = false;
      this.#lines = 0;
    }
    if (isBlank) {
      this.#numbered = undefined;
      return undefined;
    }
    if (this.#inTable || this.#first === undefined) {
      this.#count = emptyCount();
      this.#start = start;
      this.#first ??= line;
    }
    this.#lines++;
    if (this.#lines === 2 && DELIMITERS.test(line) && cellsOf(line) === cellsOf(this.#first))
      this.#inTable = true;
    count(line, this.#count);
    for (const what of KINDS) {
      const [found, limit] = [this.#count[what], LIMITS[what]];
      if (found > limit) return { start: this.#start, count: found, what, limit };
    }
    return undefined;
  }

  /** Whether a line can't go on with the paragraph above it. */
  #opens(line: string): boolean {
    if (HEADING.test(line)) return true;
    if (BULLET.test(line)) {
      this.#numbered = undefined;
      return true;
    }
    const [, indent = "", number] = ORDERED.exec(line) ?? [];
    if (number === undefined) return false;
    // Only what begins with 1 opens a list in a paragraph.
    const goesOn = this.#numbered !== undefined && indent.length <= this.#numbered + 1;
    if (Number(number) !== 1 && !goesOn && this.#first !== undefined) return false;
    this.#numbered = indent.length;
    return true;
  }
}

const KINDS: readonly (keyof typeof LIMITS)[] = ["backticks", "signs of emphasis", "brackets", "lines"];

function emptyCount(): Count {
  return { backticks: 0, "signs of emphasis": 0, brackets: 0, lines: 0 };
}

/** An underscore between letters is none of emphasis. */
function count(line: string, into: Count): void {
  into.lines++;
  for (let i = 0; i < line.length; i++) {
    const sign = line[i];
    if (sign === "`") into.backticks++;
    else if (sign === "*" || sign === "~") into["signs of emphasis"]++;
    else if (sign === "_") into["signs of emphasis"] += isWord(line[i - 1]) && isWord(line[i + 1]) ? 0 : 1;
    else if (sign === "[" || sign === "]") into.brackets++;
  }
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/** The cells of a table's row: escaped pipes stand in one. */
function cellsOf(line: string): number {
  const own = line.trim().replace(/^[> \t]*\|?/, "");
  let cells = 1;
  for (let i = 0; i < own.length; i++) {
    if (own[i] === "\\") i++;
    else if (own[i] === "|" && i < own.length - 1) cells++;
  }
  return cells;
}
