// One decision table: its columns, its rows, and the sentence that says which rows count.

import { isOfType } from "../../pattern/decision/values.ts";
import type { DecisionInput, DecisionRow, DecisionTable, Fact } from "../../policy/types.ts";
import type { Cell, Definition } from "../1-read/document.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import {
  duplicateDefinition,
  missingColumn,
  notAToken,
  unclearChoice,
  unknownColumn,
  unknownFact,
  unreadableCell,
} from "../messages/generated.ts";
import { didYouMean } from "../messages/near.ts";
import { isAnything, isOtherwise, plainValues, readCell } from "./decision-cells.ts";
import { checkFactValue } from "./fact-values.ts";
import type { Linker } from "./linker.ts";
import { ambiguous } from "./names.ts";

const WORDS = ["then", "because", "until"] as const;

/** Where the columns stand. */
export interface Columns {
  readonly inputs: readonly { readonly at: number; readonly name: string; readonly source: Cell["source"] }[];
  readonly outcome: number | undefined;
  readonly because: number | undefined;
  readonly until: number | undefined;
  /** False where a heading could not be read, and was reported. */
  readonly sound: boolean;
}

/** After so many problems the rest of a table is not read. */
const MOST_PROBLEMS = 20;

type Report = (d: Diagnostic) => void;

/** The columns of a table by their headings. */
export function columnsOf(definition: Definition, report: Report): Columns {
  const inputs: { at: number; name: string; source: Cell["source"] }[] = [];
  const found = new Map<string, number>();
  const named = new Set<string>();
  let sound = true;
  const fail = (d: Diagnostic): void => {
    sound = false;
    report(d);
  };
  for (const [at, cell] of (definition.table?.header ?? []).entries()) {
    const [token, ...more] = cell.tokens;
    const word = cell.text.toLowerCase();
    const isInput = token?.type === "code" && more.length === 0;
    if (isInput ? named.has(token.text) : found.has(word))
      fail(duplicateDefinition(cell.source, { kind: "column", name: token?.text ?? word }));
    else if (isInput) {
      named.add(token.text);
      inputs.push({ at, name: token.text, source: token.source });
    } else if (WORDS.some((w) => w === word)) found.set(word, at);
    else {
      const expected = "the name of an input in backticks, `then`, `because` or `until`";
      const hint =
        didYouMean(word, WORDS) ?? (more.length === 0 ? `Write it as \`${cell.text}\`.` : undefined);
      fail(unknownColumn(cell.source, { column: cell.text, expected }, { hint }));
    }
  }
  const name = definition.name;
  const at = definition.table?.source;
  const missing = (column: string, expected: string): void =>
    fail(missingColumn(at ?? definition.source, { name, column, expected }));
  if (sound && at !== undefined && !found.has("then")) missing("`then`", "one with the outcomes");
  if (sound && at !== undefined && inputs.length === 0)
    missing("of an input", "one headed by a fact in backticks");
  return {
    inputs,
    outcome: found.get("then"),
    because: found.get("because"),
    until: found.get("until"),
    sound,
  };
}

/** The sentences that say which rows count. */
const CHOICES: readonly (readonly [RegExp, DecisionTable["applies"]])[] = [
  [/^exactly one row (?:applies|matches|fits)$/i, "exactly-one"],
  [/^the first (?:matching row|row that (?:matches|fits)) (?:applies|counts|wins)$/i, "first"],
  [/^the first row that (?:matches|fits|applies)$/i, "first"],
];

function choiceOf(definition: Definition, report: Report): DecisionTable["applies"] | undefined {
  const sentences = definition.remarks
    .flatMap((remark) => remark.split(/(?<=\.)\s+/))
    .map((s) => s.replace(/\s*\.\s*$/, "").trim());
  let choice: DecisionTable["applies"] | undefined;
  for (const sentence of sentences.filter((s) =>
    /\brows? (?:that )?(?:\w+ )?(?:appl|match|fit|win|count)/i.test(s),
  )) {
    const said = CHOICES.find(([words]) => words.test(sentence))?.[1];
    if (said === undefined || (choice !== undefined && choice !== said)) {
      report(unclearChoice(definition.source, { found: sentence.slice(0, 120), name: definition.name }));
      return undefined;
    }
    choice = said;
  }
  return choice ?? "exactly-one";
}

/** Reads the table of a definition; undefined after reporting what is wrong in it. */
export function readTable(
  draft: {
    readonly definition: Definition;
    readonly columns: Columns;
    readonly outcomes: DecisionTable["outcomes"];
  },
  decisions: ReadonlySet<string>,
  { facts, report }: Pick<Linker, "facts" | "report">,
): DecisionTable | undefined {
  const { definition, columns } = draft;
  let problems = 0;
  const around = {
    facts,
    report: (d: Diagnostic): void => {
      problems++;
      report(d);
    },
  };
  const applies = choiceOf(definition, around.report);
  const inputs = columns.inputs.map((column) => inputOf(column, decisions, around));
  const values = inputs.map((input) => new Set(input?.values));
  const rows: DecisionRow[] = [];
  for (const cells of definition.table?.rows ?? []) {
    if (problems >= MOST_PROBLEMS) break;
    const row = readRow(cells, columns, inputs, values, around);
    if (row !== undefined) rows.push(row);
  }
  for (const row of rows.slice(0, -1).filter((r) => r.otherwise)) {
    const expected = "it in the last row";
    around.report(
      unreadableCell(row.source, { found: "“otherwise”", column: columns.inputs[0]?.name ?? "", expected }),
    );
  }
  if (!columns.sound || problems > 0 || applies === undefined || inputs.some((i) => i === undefined))
    return undefined;
  const because = definition.labels.find((l) => l.name === "Because")?.text;
  return {
    name: definition.name,
    applies,
    inputs: inputs.filter((i) => i !== undefined),
    rows,
    outcomes: draft.outcomes,
    ...(because === undefined || because === "" ? {} : { because }),
    source: definition.source,
  };
}

function inputOf(
  { name, source }: Columns["inputs"][number],
  decisions: ReadonlySet<string>,
  { facts, report }: Pick<Linker, "facts" | "report">,
): DecisionInput | undefined {
  const found = facts.find(name, source.file);
  if ("thing" in found) {
    const { type, values }: Fact = found.thing;
    return {
      name: found.name,
      of: decisions.has(found.name) ? "decision" : "fact",
      type,
      values: [...values],
    };
  }
  if (found.among.length > 0) report(ambiguous(source, name, found.among));
  else report(unknownFact(source, { fact: name }, { hint: didYouMean(name, facts.names()) }));
  return undefined;
}

function readRow(
  cells: readonly Cell[],
  columns: Columns,
  inputs: readonly (DecisionInput | undefined)[],
  values: readonly ReadonlySet<string>[],
  around: Pick<Linker, "facts" | "report">,
): DecisionRow | undefined {
  const { report } = around;
  const first = cells.find((cell) => cell.text !== "");
  if (first === undefined) return undefined;
  const opening = cells[columns.inputs[0]?.at ?? -1];
  const otherwise = opening !== undefined && isOtherwise(opening);
  const when: DecisionRow["when"] = [];
  for (const [i, column] of columns.inputs.entries()) {
    const [cell, input] = [cells[column.at], inputs[i]];
    if (cell === undefined || input === undefined || isAnything(cell) || (otherwise && cell === opening))
      continue;
    if (otherwise) {
      const expected = "nothing: the row catches the rest";
      report(unreadableCell(cell.source, { found: `“${cell.text}”`, column: column.name, expected }));
      continue;
    }
    const known = values[i] ?? new Set();
    const anyOf = readCell(cell, input, known, report);
    if (anyOf === undefined) continue;
    when.push({ input: input.name, anyOf });
    if (known.size === 0) continue;
    const impossible = new Set(plainValues(anyOf).filter((value) => !known.has(value)));
    const wrong = cell.tokens.filter((t) => t.type === "code" && impossible.has(t.text));
    for (const { text, source } of wrong.slice(0, MOST_PROBLEMS))
      checkFactValue(input.name, text, source, around);
  }
  const outcome = outcomeOf(cells[columns.outcome ?? -1], report);
  const because = cells[columns.because ?? -1]?.text ?? "";
  const until = endOf(cells[columns.until ?? -1], report);
  const source = { ...first.source, ...endOfRow(cells, first) };
  if (outcome === undefined) return undefined;
  return {
    when,
    otherwise,
    outcome,
    ...(because === "" ? {} : { because }),
    ...(until === undefined ? {} : { until }),
    source,
  };
}

/** Where the last cell that holds something ends. */
function endOfRow(cells: readonly Cell[], first: Cell): { endLine: number; endColumn: number } {
  const { endLine, endColumn } = (cells.filter((cell) => cell.text !== "").pop() ?? first).source;
  return { endLine, endColumn };
}

function outcomeOf(cell: Cell | undefined, report: Report): string | undefined {
  if (cell === undefined) return undefined;
  const [token, ...more] = cell.tokens;
  if (token?.type === "code" && token.text !== "" && more.length === 0) return token.text;
  const found = cell.text === "" ? "empty cell" : `“${cell.text}”`;
  report(notAToken(cell.source, { found, expected: "one outcome in backticks" }));
  return undefined;
}

function endOf(cell: Cell | undefined, report: Report): string | undefined {
  const text = cell?.text.replace(/^`(.*)`$/, "$1") ?? "";
  if (cell === undefined || text === "" || text === "-" || text === "—") return undefined;
  if (isOfType("date", text)) return text;
  const expected = "a day of the calendar as YYYY-MM-DD";
  report(unreadableCell(cell.source, { found: `“${cell.text}”`, column: "until", expected }));
  return undefined;
}
