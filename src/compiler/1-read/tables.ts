// Tables of definitions: every row as long as the header, every cell with its tokens.
import type { Table as MdastTable, TableRow } from "mdast";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { raggedRow } from "../messages/generated.ts";
import type { Cell, Table } from "./document.ts";
import type { SourceText } from "./source-text.ts";
import { tokenize } from "./tokens.ts";
import { plainToken } from "./typography.ts";

/** Reads a table. A row with too few or too many cells is reported and left out. */
export function readTable(node: MdastTable, source: SourceText, report: (d: Diagnostic) => void): Table {
  const [head, ...body] = node.children;
  const header = head === undefined ? [] : cells(head, source);
  const rows: (readonly Cell[])[] = [];
  const [first] = body;
  const length = first?.children.length ?? 0;
  if (head !== undefined && body.length > 1 && body.every((row) => row.children.length === length)) {
    if (length !== header.length) {
      const values = { found: count(header.length), expected: `${count(length)}, as in every row below it` };
      report(raggedRow(source.of(head), values));
      return { header, rows, source: source.of(node) };
    }
  }
  for (const row of body) {
    const found = cells(row, source).map((cell) => ({
      ...cell,
      tokens: cell.tokens.map((token) => plainToken(token, false, report)),
    }));
    if (found.length === header.length) rows.push(found);
    else report(raggedRow(source.of(row), { found: count(found.length), expected: count(header.length) }));
  }
  return { header, rows, source: source.of(node) };
}

function cells(row: TableRow, source: SourceText): Cell[] {
  return row.children.map((cell) => {
    const tokens = tokenize(cell.children, source);
    const first = cell.children[0]?.position?.start.offset;
    const last = cell.children[cell.children.length - 1]?.position?.end.offset;
    const inner = first === undefined || last === undefined ? undefined : source.slice(first, last);
    return {
      tokens,
      text: (inner ?? "").replace(/\\\|/g, "|").replace(/\s+/g, " ").trim(),
      source: first === undefined || last === undefined ? source.of(cell) : source.at(first, last),
    };
  });
}

function count(cells: number): string {
  return cells === 1 ? "1 cell" : `${cells} cells`;
}
