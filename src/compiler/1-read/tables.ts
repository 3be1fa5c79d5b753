// Tables of definitions: every row as long as the header, every cell with its tokens.
import type { Table as MdastTable, TableRow } from "mdast";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { raggedRow } from "../messages/generated.ts";
import type { Cell, Table } from "./document.ts";
import type { SourceText } from "./source-text.ts";
import { tokenize } from "./tokens.ts";

/** Reads a table. A row with too few or too many cells is reported and left out. */
export function readTable(node: MdastTable, source: SourceText, report: (d: Diagnostic) => void): Table {
  const [head, ...body] = node.children;
  const header = head === undefined ? [] : cells(head, source);
  const rows: (readonly Cell[])[] = [];
  for (const row of body) {
    const found = cells(row, source);
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
