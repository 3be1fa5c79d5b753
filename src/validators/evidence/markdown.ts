// Finds the tables of a Markdown text, line by line, so that five megabytes take a moment. Whatever the lines are, the
// cost grows with their length alone.
import { columnKey } from "../../policy/evidence.ts";
import { cellsOf, dashes } from "./cells.ts";
import type { BrokenTable, ResultRow, Results, ResultTable, ResultText } from "./results.ts";

/** Cells beyond these are counted, and not read. */
const MOST_CELLS = 200;
/** Broken tables that are remembered. */
const MOST_BROKEN = 20;

/** A line without the marks of the quotes that it stands in. */
interface Line {
  readonly text: string;
  /** Where `text` begins in the file. */
  readonly offset: number;
  readonly quotes: number;
  /** Blanks in front of it; a tab counts as four. */
  readonly indent: number;
}

/** A block whose lines are no Markdown. */
interface Block {
  readonly what: "fence" | "comment" | "html";
  readonly quotes: number;
  readonly ends: (line: Line) => boolean;
  readonly start: number;
}

const RAW_TAG = /^<(pre|script|style|textarea)(?:[\s>]|$)/i;
const TAG = /^<\/?[a-z][a-z0-9-]*(?:[\s/>]|$)/i;

/**
 * The tables in order. Tables in fences, comments and HTML are none. A broken one is remembered when its heading row
 * names at least two of `columns`.
 */
export function markdownTables(text: ResultText, columns: ReadonlySet<string>): Results {
  const tables: ResultTable[] = [];
  const broken: BrokenTable[] = [];
  let block: Block | undefined;
  let under = "";
  let inList = false;
  let before: Line | undefined;
  for (let i = 0; i < text.starts.length; i++) {
    const line = lineAt(text, i);
    if (block !== undefined) {
      if (line.quotes >= block.quotes) {
        if (block.ends(line)) block = undefined;
        before = undefined;
        continue;
      }
      block = undefined;
    }
    block = opened(line);
    if (block !== undefined) {
      before = undefined;
      continue;
    }
    if (isListItem(line)) inList = true;
    else if (line.text !== "" && line.indent === 0 && before === undefined) inList = false;
    const heading = headingOf(line, before);
    if (heading !== undefined) under = heading;
    const next = line.text.includes("|") ? headerBelow(text, i, line) : undefined;
    if (line.text === "" || (line.indent >= 4 && !inList)) {
      before = undefined;
      continue;
    }
    before = line;
    if (next === undefined) continue;
    if ("problem" in next) {
      const named = next.header.filter((cell) => columns.has(columnKey(cell.text))).length;
      if (named > 1 && broken.length < MOST_BROKEN) broken.push(next);
      continue;
    }
    tables.push({ ...next, under });
    i = next.last;
    before = undefined;
  }
  const open = block?.what === "html" ? undefined : block;
  const unclosed =
    open === undefined || open.what === "html"
      ? undefined
      : { what: open.what, range: { start: open.start, end: open.start + 3 } };
  return { tables, unclosed, broken };
}

/** The table whose heading row stands on a line, with the index of its last line. */
function headerBelow(
  text: ResultText,
  index: number,
  line: Line,
): (Omit<ResultTable, "under"> & { readonly last: number }) | BrokenTable | undefined {
  if (dashes(line.text) !== undefined) return undefined;
  const below = index + 1 < text.starts.length ? lineAt(text, index + 1) : undefined;
  const marks = below === undefined || below.quotes !== line.quotes ? undefined : dashes(below.text);
  const range = { start: line.offset, end: line.offset + line.text.length };
  const { cells, count } = cellsOf(line.text, line.offset, MOST_CELLS);
  if (marks === undefined) return { header: cells, range, problem: "no row of dashes stands below it" };
  if (marks !== count)
    return {
      header: cells,
      range,
      problem: `it has ${count} cells, and the row of dashes below it ${marks}`,
    };
  let last = index + 1;
  while (last + 1 < text.starts.length && isRow(lineAt(text, last + 1), line.quotes)) last++;
  return { header: cells, range, last, rows: () => rowsOf(text, index + 2, last, count) };
}

function* rowsOf(text: ResultText, from: number, last: number, columns: number): Generator<ResultRow> {
  for (let i = from; i <= last; i++) {
    const line = lineAt(text, i);
    const { cells, count } = cellsOf(line.text, line.offset, Math.min(columns, MOST_CELLS));
    yield { cells, count, range: { start: line.offset, end: line.offset + line.text.length } };
  }
}

/** Whether a line goes on with a table: anything but a blank line or the beginning of another block. */
function isRow(line: Line, quotes: number): boolean {
  if (line.text === "" || line.quotes !== quotes) return false;
  return (
    !/^#{1,6}(?:\s|$)/.test(line.text) && opened(line) === undefined && !isListItem(line) && !isRule(line)
  );
}

function lineAt(text: ResultText, index: number): Line {
  const whole = text.line(index);
  let [at, quotes, indent] = [0, 0, 0];
  for (; at < whole.length; at++) {
    const char = whole[at];
    if (char === " ") indent++;
    else if (char === "\t") indent += 4;
    else if (char === ">" && quotes < 100) {
      quotes++;
      indent = -1;
    } else break;
  }
  const offset = (text.starts[index] ?? 0) + at;
  return { text: whole.slice(at).trimEnd(), offset, quotes, indent: Math.max(0, indent) };
}

/** The block that a line opens and doesn't close itself. */
function opened(line: Line): Block | undefined {
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

function isListItem({ text }: Line): boolean {
  return /^(?:[-+*]|\d{1,9}[.)])(?:\s|$)/.test(text) && !/^[-*][\s*-]*$/.test(text);
}

/** A rule across the page. */
function isRule({ text }: Line): boolean {
  return /^[-*_]/.test(text) && text.length >= 3 && /^(?:[-\s]+|[*\s]+|[_\s]+)$/.test(text);
}

/** The words of a heading: behind hashes, or underlined. */
function headingOf({ text }: Line, before: Line | undefined): string | undefined {
  if (/^#{1,6}\s/.test(text)) return text.replace(/^#+\s+/, "").replace(/\s#+$/, "");
  const underlined = before !== undefined && /^(?:=+|-+)$/.test(text) && !before.text.includes("|");
  return underlined ? before.text : undefined;
}
