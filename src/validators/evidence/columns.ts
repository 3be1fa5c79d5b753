// The heading row of results: which column stands where, what is missing and what is too much.
import { columnKey } from "../../policy/evidence.ts";
import type { Evidence, EvidenceColumn } from "../../policy/types.ts";
import { type EvidenceFinding, named, shown } from "./finding.ts";
import type { ResultTable, ResultText } from "./results.ts";

/** Where the columns of evidence stand in a table. */
export interface Columns {
  /** By index of the evidence's column; undefined where it isn't there, or is written twice. */
  readonly at: readonly (number | undefined)[];
  /** Those that are misspelt or written twice: their cells say nothing. */
  readonly excused: ReadonlySet<number>;
  readonly findings: readonly EvidenceFinding[];
}

/** The names nearest to one that is misspelt. */
export type Near = (name: string, candidates: Iterable<string>) => readonly string[];

/** Finds each column. A misspelt one is reported once: it is neither missing too nor are its cells. */
export function findColumns(evidence: Evidence, table: ResultTable, text: ResultText, near: Near): Columns {
  const findings: EvidenceFinding[] = [];
  const known = new Map(evidence.columns.map((column, i) => [columnKey(column.name), i]));
  const at: (number | undefined)[] = evidence.columns.map(() => undefined);
  const excused = new Set<number>();
  const absent = new Set(known.keys());
  for (const cell of table.header) absent.delete(columnKey(cell.text));
  for (const [position, cell] of table.header.entries()) {
    const index = known.get(columnKey(cell.text));
    const place = text.at(cell.range);
    if (index !== undefined && (at[index] !== undefined || excused.has(index))) {
      excused.add(index);
      at[index] = undefined;
      findings.push({
        code: "column-twice",
        message: `a second column ${shown(cell.text)}, expected one`,
        because: "which of the two counts can't be told.",
        instead: "join the two columns.",
        at: place,
        source: evidence.columns[index]?.source ?? evidence.source,
      });
    } else if (index !== undefined) at[index] = position;
    else {
      const [meant] = near(columnKey(cell.text), absent);
      const other = meant === undefined ? undefined : known.get(meant);
      if (other !== undefined) excused.add(other);
      findings.push(extra(evidence, cell.text, other, place));
    }
  }
  const missing = evidence.columns.filter((c, i) => c.required && at[i] === undefined && !excused.has(i));
  const [first] = missing;
  if (first !== undefined) findings.push(lacking(missing, first.source, text.at(table.range)));
  return { at, excused, findings };
}

function extra(
  evidence: Evidence,
  name: string,
  meant: number | undefined,
  at: EvidenceFinding["at"],
): EvidenceFinding {
  const column = evidence.columns[meant ?? -1];
  const expected = named(evidence.columns.map((c) => c.name));
  const found = name === "" ? "a column without a name" : `column ${shown(name)}`;
  return {
    code: "extra-column",
    message: `unexpected ${found}, expected ${column === undefined ? expected : shown(column.name)}`,
    because: "nobody checks a column that the evidence doesn't define.",
    instead: column === undefined ? "take it out, or define it." : `call it ${shown(column.name)}.`,
    at,
    source: column?.source ?? evidence.source,
  };
}

function lacking(
  missing: readonly EvidenceColumn[],
  source: EvidenceFinding["source"],
  at: EvidenceFinding["at"],
): EvidenceFinding {
  return {
    code: "missing-column",
    message: `missing ${missing.length === 1 ? "column" : "columns"} ${named(missing.map((c) => c.name))}`,
    because: "what is demanded there isn't shown for any row.",
    instead: "add it to the heading row, and fill it in for each row.",
    at,
    source,
  };
}
