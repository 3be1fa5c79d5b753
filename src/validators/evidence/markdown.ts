// Finds the tables of a Markdown text, line by line, so that five megabytes take a moment. Whatever the lines are, the
// cost grows with their length alone.
import { columnKey } from "../../policy/evidence.ts";
import { cellsOf, dashes } from "./cells.ts";
import { type Block, headingOf, isOtherBlock, type Line, Lists, lineAt, opened } from "./markdown-lines.ts";
import type { BrokenTable, ResultRow, Results, ResultTable, ResultText } from "./results.ts";

/** Cells beyond these are counted, and not read. */
const MOST_CELLS = 200;
/** Broken tables that are remembered. */
const MOST_BROKEN = 20;

/**
 * The tables in order. Tables in fences, comments and HTML are none. A broken one is remembered when its heading row
 * names at least two of `columns`.
 */
export function markdownTables(text: ResultText, columns: ReadonlySet<string>): Results {
  const tables: ResultTable[] = [];
  const broken: BrokenTable[] = [];
  let block: Block | undefined;
  let under = "";
  const lists = new Lists();
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
    const heading = headingOf(line, before);
    if (heading !== undefined) under = heading;
    if (line.text === "") {
      before = undefined;
      continue;
    }
    const lazy = lists.isLazy(line, before);
    if (lists.beyond(line) >= 4) continue;
    before = line;
    const next = lazy || isOtherBlock(line) ? undefined : headerBelow(text, i, line, lists);
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
  const unclosed =
    block === undefined || block.what === "html"
      ? undefined
      : { what: block.what, range: { start: block.start, end: block.start + 3 } };
  return { tables, unclosed, broken };
}

/** The table whose heading row stands on a line, with the index of its last line. */
function headerBelow(
  text: ResultText,
  index: number,
  line: Line,
  lists: Lists,
): (Omit<ResultTable, "under"> & { readonly last: number }) | BrokenTable | undefined {
  const below = index + 1 < text.starts.length ? lineAt(text, index + 1) : undefined;
  // What isn't indented as the item of the heading row is stands in none of it.
  const isBeside = below !== undefined && below.quotes === line.quotes && lists.beyond(below) >= 0;
  const marks = isBeside ? dashes(below.text) : undefined;
  const range = { start: line.offset, end: line.offset + line.text.length };
  const piped = line.text.includes("|");
  if (!piped && (marks === undefined || below?.text.includes("|") !== true)) return undefined;
  const { cells, count } = cellsOf(line.text, line.offset, MOST_CELLS);
  if (marks === undefined) return { header: cells, range, problem: "no row of dashes stands below it" };
  if (marks !== count)
    return {
      header: cells,
      range,
      problem: `it has ${count} cells, and the row of dashes below it ${marks}`,
    };
  let last = index + 1;
  while (last + 1 < text.starts.length && isRow(lineAt(text, last + 1), line)) last++;
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
function isRow(line: Line, header: Line): boolean {
  if (line.text === "" || line.quotes !== header.quotes || line.indent >= header.indent + 4) return false;
  return !isOtherBlock(line) && opened(line) === undefined;
}
