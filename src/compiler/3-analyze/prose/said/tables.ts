// Tables that are prose: a row for each task with a column of durations, or a decision's rows as somebody wrote them down.
import type { Cell, ProseTable } from "../../../1-read/document.ts";
import type { Claim } from "../claim.ts";
import type { Decided } from "../decided.ts";
import { keyOf } from "../text/label-keys.ts";
import { type Lexeme, lexemes } from "../text/lexemes.ts";
import { sentencesOf } from "../text/sentences.ts";
import type { Thing } from "../things.ts";
import { labelled } from "./label-values.ts";
import { claim, type Reading, thing } from "./reading.ts";

/** Headings of the column that holds what comes of a row. */
const OUTCOME_HEADS: readonly string[] = [
  "then",
  "outcome",
  "result",
  "answer",
  "verdict",
  "decision",
  "action",
  "comes to",
  "what happens",
  "says",
  "do",
];
const ANYTHING: readonly string[] = ["", "any", "anything", "*", "-", "–", "—", "all", "whatever"];
/** How many rows are read, and how many cases of one row. */
const MOST_ROWS = 2_000;
const MOST_CASES = 32;

/** The claims of a table's cells. */
export function tableClaims(table: ProseTable, reading: Reading): Claim[] {
  return [...columns(table, reading), ...decisionRows(table, reading)];
}

/** A table with names in a column, and what is said of each beside it. */
function columns({ header, rows }: ProseTable, reading: Reading): Claim[] {
  const keys = header.map((cell) => keyOf(lexemes(cell.tokens)));
  if (keys.every((key) => key === undefined)) return [];
  return rows.slice(0, MOST_ROWS).flatMap((row) => {
    const own = row.findIndex((cell, i) => keys[i] === undefined && codesOf(cell).length === 1);
    const [name] = codesOf(row[own]);
    if (name === undefined) return [];
    const subject = thing(name, reading);
    // Two tables may give two environments' figures of one thing; of a task there is one.
    if (subject.definition === undefined) return [];
    return keys.flatMap((key, i) => {
      const cell = row[i];
      if (key === undefined || cell === undefined || cell.tokens.length === 0) return [];
      const rest = sentencesOf({ tokens: cell.tokens, about: undefined }).filter((s) => !s.aside);
      return labelled(
        key,
        subject,
        rest.flatMap((s) => s.lexemes).filter((l) => l.text !== "."),
        cell.source,
        reading,
      );
    });
  });
}

function codesOf(cell: Cell | undefined): Lexeme[] {
  return cell === undefined ? [] : lexemes(cell.tokens).filter((l) => l.type === "code");
}

/** The rows of a decision: each says what comes of the values that it names one by one. */
function decisionRows(table: ProseTable, reading: Reading): Claim[] {
  const decision = decisionOf(table, reading);
  if (decision?.decided === undefined) return [];
  const { decided, thing: subject } = { decided: decision.decided, thing: decision };
  const inputs = table.header.map((cell) => inputOf(cell, decided));
  const outcome = table.header.findIndex(
    (cell, i) => inputs[i] === undefined && isOutcomeHead(cell, decision),
  );
  if (outcome < 0 || inputs.every((i) => i === undefined)) return [];
  return table.rows.slice(0, MOST_ROWS).flatMap((row) => {
    const said = outcomeOf(row[outcome], decided);
    const cell = row[outcome];
    if (said === undefined || cell === undefined) return [];
    return casesOf(row, inputs, decided).map((given): Claim => {
      const first = row.find((c) => c.text !== "") ?? cell;
      const last = row.findLast((c) => c.text !== "") ?? cell;
      const source = { ...first.source, endLine: last.source.endLine, endColumn: last.source.endColumn };
      return claim("outcome", subject, { given, outcome: said }, source, reading);
    });
  });
}

/** The decision that the table's heading, or what stands above it, names; else the one of the document that has its inputs. */
function decisionOf({ header, lead, about }: ProseTable, reading: Reading): Thing | undefined {
  const above = lead?.tokens.filter((t) => t.type === "code").map((t) => t.text) ?? [];
  const heads = header.flatMap((cell) => cell.tokens.filter((t) => t.type === "code").map((t) => t.text));
  const named = [...heads, ...above, ...(about === undefined ? [] : [about.text])];
  const found = named
    .map((text) => reading.things.known(text, reading.file))
    .filter((t) => t?.decided !== undefined);
  const fitting = new Map(
    found
      .filter((t) =>
        header.some((cell) => t?.decided !== undefined && inputOf(cell, t.decided) !== undefined),
      )
      .map((t) => [t?.key, t]),
  );
  return fitting.size === 1 ? [...fitting.values()][0] : undefined;
}

function inputOf({ tokens, text }: Cell, decided: Decided): string | undefined {
  const [token, ...more] = tokens;
  const name =
    token?.type === "code" && more.length === 0 ? token.text : text.toLowerCase().replace(/\s+/g, "-");
  return decided.isInput(name) ? name : undefined;
}

function isOutcomeHead({ tokens, text }: Cell, { name }: Thing): boolean {
  return OUTCOME_HEADS.includes(text.toLowerCase()) || (tokens.length === 1 && tokens[0]?.text === name);
}

function outcomeOf(cell: Cell | undefined, decided: Decided): string | undefined {
  const codes = cell?.tokens.filter((t) => t.type === "code") ?? [];
  const [only, ...more] = codes;
  const text = only?.text ?? cell?.text.toLowerCase() ?? "";
  return more.length === 0 && decided.isOutcome(text) ? text : undefined;
}

/** The cases of a row; none where a cell holds more than values. */
function casesOf(
  row: readonly Cell[],
  inputs: readonly (string | undefined)[],
  decided: Decided,
): Map<string, string>[] {
  let cases: Map<string, string>[] = [new Map()];
  let limited = false;
  for (const [i, name] of inputs.entries()) {
    const cell = row[i];
    if (name === undefined || cell === undefined || ANYTHING.includes(cell.text.toLowerCase())) continue;
    const values = cell.tokens.filter((t) => t.type === "code");
    const plain = cell.tokens.every(
      (t) => t.type === "code" || [",", "or", "/", "|", "and"].includes(t.text),
    );
    const own = values.map((v) => decided.inputNamed(name, v.text));
    const input = own[0];
    if (!plain || input === undefined || own.some((o) => o !== input)) return [];
    limited = true;
    cases = cases.flatMap((given) => values.map((v) => new Map([...given, [input, v.text]])));
    if (cases.length > MOST_CASES) return [];
  }
  return limited ? cases : [];
}
