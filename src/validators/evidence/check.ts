// Whether results are the evidence that is asked for. Pure: the same text, lists and policy give the same answer.

import { memberFor, type RegexEngine } from "../../pattern/compare.ts";
import { columnKey } from "../../policy/evidence.ts";
import type { Evidence, List } from "../../policy/types.ts";
import { chooseTable } from "./choose.ts";
import { findColumns, type Near } from "./columns.ts";
import { type EvidenceAnswer, type EvidenceFinding, named } from "./finding.ts";
import { jsonTables, NotResults } from "./json.ts";
import { markdownTables } from "./markdown.ts";
import { type Results, type ResultTable, ResultText } from "./results.ts";
import { RowChecker } from "./rows.ts";
import type { FormContext } from "./values.ts";

/** A file with results: Markdown with a table in it, or JSON. */
export interface ResultsFile {
  readonly file: string;
  readonly text: string;
  readonly format: "markdown" | "json";
}

/** What the check can't do itself. */
export interface EvidenceTools {
  readonly lists: readonly List[];
  readonly regex: RegexEngine;
  readonly near: Near;
}

/** Checks one file. */
export function checkEvidence(evidence: Evidence, file: ResultsFile, tools: EvidenceTools): EvidenceAnswer {
  const text = new ResultText(file.file, file.text);
  const results = resultsOf(evidence, file, text);
  if ("code" in results) return answerOf(evidence, file, [results], { rows: 0, more: 0 });
  const { table, findings } = chooseTable(evidence, results, text);
  if (table === undefined) return answerOf(evidence, file, findings, { rows: 0, more: 0 });
  const columns = findColumns(evidence, table, text, tools.near);
  const rows = new RowChecker(evidence, columns, text, contextOf(tools), tools.near);
  for (const row of table.rows()) rows.check(row, table.header.length);
  const all = [
    ...findings,
    ...columns.findings,
    ...missingRows(evidence, table, rows, columns.at, text, tools),
  ];
  return answerOf(evidence, file, [...all, ...rows.findings], rows);
}

/** Whether a file holds a table of this evidence: it then answers for it, for good or ill. */
export function holdsEvidence(evidence: Evidence, file: ResultsFile): boolean {
  const text = new ResultText(file.file, file.text);
  const results = resultsOf(evidence, file, text);
  return !("code" in results) && chooseTable(evidence, results, text).table !== undefined;
}

function resultsOf(evidence: Evidence, file: ResultsFile, text: ResultText): Results | EvidenceFinding {
  if (file.format === "markdown")
    return markdownTables(text, new Set(evidence.columns.map((c) => columnKey(c.name))));
  try {
    return jsonTables(file.text);
  } catch (error) {
    if (!(error instanceof NotResults)) throw error;
    return {
      code: "unreadable",
      message: `this can't be read as results: ${error.message}`,
      because: "results are a list of rows, each an object with a value for each column.",
      instead: "correct it there.",
      at: text.at(error.range),
      source: evidence.source,
    };
  }
}

function contextOf({ lists, regex }: EvidenceTools): FormContext {
  const byName = new Map(lists.map((list) => [list.name, list]));
  const members = new Map<string, ReadonlySet<string>>();
  const membersOf = (list: List): ReadonlySet<string> => {
    const known = members.get(list.name) ?? new Set(list.members.map((m) => m.value));
    members.set(list.name, known);
    return known;
  };
  const compiled = new Map<string, (text: string) => boolean>();
  return {
    list: (name) => byName.get(name),
    isMember: (list, text) =>
      list.matching === "exact" ? membersOf(list).has(text) : memberFor(text, list) !== undefined,
    regex: (pattern) => {
      const known = compiled.get(pattern) ?? regex(pattern);
      compiled.set(pattern, known);
      return known;
    },
  };
}

/** Members without a row, and a table without any. */
function missingRows(
  evidence: Evidence,
  table: ResultTable,
  { seen, rows }: RowChecker,
  at: readonly (number | undefined)[],
  text: ResultText,
  { lists }: EvidenceTools,
): EvidenceFinding[] {
  const { rows: wanted, columns, source } = evidence;
  const place = text.at(table.range);
  const instead = "add a row for each, with what was found.";
  if (wanted === undefined) {
    if (rows > 0) return [];
    const message = "this table has no rows, expected results";
    return [
      { code: "no-rows", message, because: "an empty table shows nothing.", instead, at: place, source },
    ];
  }
  if (at[columns.findIndex((c) => c.name === wanted.column)] === undefined) return [];
  const members = lists.find((l) => l.name === wanted.list)?.members ?? [];
  const missing = members.filter((m) => !seen.has(m.value));
  const [first] = missing;
  if (first === undefined) return [];
  const noun = wanted.noun === undefined ? "" : ` ${wanted.noun}`;
  return [
    {
      code: "missing-row",
      message: `no row for ${named(missing.map((m) => m.value))}, expected one for each \`${wanted.list}\`${noun}`,
      because: evidence.because ?? "what has no row is left out, and nobody says why.",
      instead,
      at: place,
      source: first.source,
    },
  ];
}

function answerOf(
  { name }: Evidence,
  { file }: ResultsFile,
  findings: readonly EvidenceFinding[],
  { rows, more }: { readonly rows: number; readonly more: number },
): EvidenceAnswer {
  const ordered = [...findings].sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
  const decision = ordered.length === 0 ? "allow" : "deny";
  return { schemaVersion: 1, evidence: name, file, decision, rows, findings: ordered, more };
}
