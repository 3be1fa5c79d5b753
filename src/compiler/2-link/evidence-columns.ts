// The columns of evidence from the definition's table.
import { columnKey } from "../../policy/evidence.ts";
import type { EvidenceColumn } from "../../policy/types.ts";
import type { Cell, Definition } from "../1-read/document.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import {
  duplicateDefinition,
  incompleteEvidence,
  notAToken,
  unknownColumn,
  unknownValue,
} from "../messages/generated.ts";
import { didYouMean, oneOf } from "../messages/near.ts";
import { readForms } from "./evidence-values.ts";
import type { Linker } from "./linker.ts";

const COLUMNS = ["column", "values", "required", "meaning"] as const;

/** The columns in order; undefined after reporting what is wrong. */
export function readColumns(
  definition: Definition,
  linker: Pick<Linker, "lists" | "report">,
): EvidenceColumn[] | undefined {
  const { table, name } = definition;
  if (table === undefined) return undefined;
  let sound = true;
  const report = (d: Diagnostic): void => {
    sound = false;
    linker.report(d);
  };
  const at = headings(table.header, report);
  const missing = COLUMNS.find((c) => !at.has(c) && (c === "column" || c === "values"));
  if (missing !== undefined && sound)
    report(incompleteEvidence(table.source, { name, part: `column \`${missing}\`` }));
  if (missing === undefined && table.rows.length === 0)
    report(incompleteEvidence(table.source, { name, part: "rows" }));
  if (missing !== undefined) return undefined;
  const columns = new Map<string, EvidenceColumn>();
  for (const row of table.rows) {
    const cell = (heading: (typeof COLUMNS)[number]): Cell | undefined => row[at.get(heading) ?? row.length];
    const column = readColumn(cell, { ...linker, report });
    if (column === undefined) continue;
    const first = columns.get(columnKey(column.name));
    if (first === undefined) columns.set(columnKey(column.name), column);
    else {
      const related = [{ message: "the first one", source: first.source }];
      report(duplicateDefinition(column.source, { kind: "column", name: column.name }, { related }));
    }
  }
  return sound ? [...columns.values()] : undefined;
}

function headings(header: readonly Cell[], report: (d: Diagnostic) => void): Map<string, number> {
  const at = new Map<string, number>();
  for (const [i, cell] of header.entries()) {
    const name = cell.text.toLowerCase().replaceAll("`", "");
    if (at.has(name)) report(duplicateDefinition(cell.source, { kind: "column", name }));
    else if (COLUMNS.some((c) => c === name)) at.set(name, i);
    else {
      const expected = oneOf(COLUMNS.map((c) => `\`${c}\``));
      report(
        unknownColumn(cell.source, { column: cell.text, expected }, { hint: didYouMean(name, COLUMNS) }),
      );
    }
  }
  return at;
}

function readColumn(
  cell: (heading: (typeof COLUMNS)[number]) => Cell | undefined,
  linker: Pick<Linker, "lists" | "report">,
): EvidenceColumn | undefined {
  const [first, values] = [cell("column"), cell("values")];
  if (first === undefined || values === undefined) return undefined;
  const [token, ...more] = first.tokens;
  if (token?.type !== "code" || token.text === "" || more.length > 0) {
    const found = first.text === "" ? "empty cell" : `“${first.text}”`;
    linker.report(notAToken(first.source, { found, expected: "the name of one column in backticks" }));
    return undefined;
  }
  const forms = readForms(values, token.text, linker);
  const required = readRequired(cell("required"), linker.report);
  return forms === undefined || required === undefined
    ? undefined
    : { name: token.text, forms, required, source: token.source };
}

/** Where nothing is said a cell must be filled. */
function readRequired(cell: Cell | undefined, report: (d: Diagnostic) => void): boolean | undefined {
  const found = (cell?.text ?? "").replaceAll("`", "").toLowerCase();
  if (cell === undefined || found === "") return true;
  if (found === "yes" || found === "no") return found === "yes";
  report(unknownValue(cell.source, { found, column: "required", expected: "`yes` or `no`" }));
  return undefined;
}
