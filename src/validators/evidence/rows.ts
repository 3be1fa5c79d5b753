// The rows of results: whose each one is, what its cells hold, and whether it keeps the conditions.
import { indexOfWord } from "../../policy/evidence.ts";
import type { CellForm, Evidence, EvidenceColumn, Range } from "../../policy/types.ts";
import type { Columns, Near } from "./columns.ts";
import { RowConditions } from "./conditions.ts";
import { type EvidenceFinding, MOST_FINDINGS } from "./finding.ts";
import type { ResultCell, ResultRow, ResultText } from "./results.ts";
import {
  brokenCondition,
  emptyCell,
  type RowFinding,
  raggedRow,
  rowTwice,
  unsaidWord,
  wrongValue,
} from "./row-findings.ts";
import { type FormContext, filledIn, fitsAny } from "./values.ts";

/** Checks rows one after the other; findings beyond the first hundred are counted. */
export class RowChecker {
  readonly #evidence: Evidence;
  readonly #columns: Pick<Columns, "at" | "excused">;
  readonly #text: ResultText;
  readonly #context: FormContext;
  readonly #near: Near;
  readonly #conditions: RowConditions;
  readonly #key: number;
  readonly #members: ReadonlySet<string>;
  readonly #first = new Map<string, Range>();
  readonly findings: EvidenceFinding[] = [];
  /** How many were found beyond those. */
  more = 0;
  rows = 0;
  /** The members that have a row, be they misspelt there. */
  readonly seen = new Set<string>();

  constructor(
    evidence: Evidence,
    columns: Pick<Columns, "at" | "excused">,
    text: ResultText,
    context: FormContext,
    near: Near,
  ) {
    this.#evidence = evidence;
    this.#columns = columns;
    this.#text = text;
    this.#context = context;
    this.#near = near;
    this.#conditions = new RowConditions(evidence.conditions, context);
    this.#key = evidence.columns.findIndex((c) => c.name === evidence.rows?.column);
    this.#members = new Set(context.list(evidence.rows?.list ?? "")?.members.map((m) => m.value));
  }

  /** Checks one row of a table whose heading row has so many cells. */
  check(row: ResultRow, width: number): void {
    this.rows++;
    const member = this.#whose(row);
    if (row.count !== width) {
      const last = row.cells[Math.min(row.count, width) - 1]?.range.start ?? row.range.start;
      const range = row.count < width ? row.range : { start: last, end: row.range.end };
      this.#add(range, () => raggedRow(row.count, width, this.#evidence));
      return;
    }
    const values = new Map<string, string | null | undefined>();
    for (const [i, column] of this.#evidence.columns.entries()) {
      const position = this.#columns.at[i];
      const absent = column.required || this.#columns.excused.has(i) ? undefined : null;
      if (position === undefined) values.set(column.name, absent);
      else if (i === this.#key && member !== undefined) values.set(column.name, member);
      else values.set(column.name, this.#cell(column, row.cells[position], row));
    }
    for (const broken of this.#conditions.brokenBy(values)) {
      const index = this.#evidence.columns.findIndex((c) => c.name === broken.column);
      const cell = row.cells[this.#columns.at[index] ?? -1];
      this.#add(cell?.range ?? row.range, () => brokenCondition(broken, values, member));
    }
  }

  /** The member that a row belongs to, where it says so rightly. */
  #whose(row: ResultRow): string | undefined {
    const cell = row.cells[this.#columns.at[this.#key] ?? -1];
    if (cell === undefined || !this.#members.has(cell.text)) return undefined;
    const first = this.#first.get(cell.text);
    if (first === undefined) this.#first.set(cell.text, row.range);
    else this.#add(cell.range, () => rowTwice(cell.text, this.#text.at(first), this.#evidence));
    this.seen.add(cell.text);
    return cell.text;
  }

  /** The value of a cell; undefined after reporting what is wrong with it. */
  #cell(column: EvidenceColumn, cell: ResultCell | undefined, row: ResultRow): string | null | undefined {
    const value = filledIn(cell, column.forms);
    if (value === null || cell === undefined) {
      if (!column.required) return null;
      this.#add(cell?.range ?? row.range, () => emptyCell(column, cell));
      return undefined;
    }
    const fits = fitsAny(cell, column.forms, this.#context);
    if (fits !== true) {
      this.#wrong(column, cell, fits === "unknown");
      return undefined;
    }
    const word = this.#evidence.unsaid.find((w) => indexOfWord(value, w) >= 0);
    if (word === undefined) return value;
    this.#add(this.#rangeOf(word, cell.range), () => unsaidWord(word, column, this.#evidence));
    return undefined;
  }

  #wrong(column: EvidenceColumn, cell: ResultCell, undecided: boolean): void {
    const isKey = this.#evidence.columns[this.#key] === column;
    const listed = this.findings.length < MOST_FINDINGS;
    const [near] = listed
      ? this.#near(
          cell.text,
          column.forms.flatMap((form) => this.#namesOf(form)),
        )
      : [];
    // What is misspelt is there: it is not missing too.
    if (isKey && near !== undefined) this.seen.add(near);
    this.#add(cell.range, () => wrongValue(column, cell, { isKey, undecided, near }));
  }

  #namesOf(form: CellForm): readonly string[] {
    if (form.is === "value") return [form.value];
    return form.is === "member" ? (this.#context.list(form.list)?.members.map((m) => m.value) ?? []) : [];
  }

  /** Where a word stands in a cell, if it can be found as it is written. */
  #rangeOf(word: string, range: Range): Range {
    const at = indexOfWord(this.#text.text.slice(range.start, range.end), word);
    return at < 0 ? range : { start: range.start + at, end: range.start + at + word.length };
  }

  /** Lists a finding, or counts it; its words are made only for the first. */
  #add(range: Range, finding: () => RowFinding): void {
    if (this.findings.length >= MOST_FINDINGS) this.more++;
    else this.findings.push({ ...finding(), at: this.#text.at(range) });
  }
}
