// What a decision table answered: for people, as JSON, and as the output and summary of a workflow step.
import type { DecisionTable, Source } from "../../policy/types.ts";
import type { Answer } from "../../validators/decide.ts";
import { EXIT } from "../terminal.ts";
import { printable, type Style } from "./style.ts";

/** The longest text that a summary shows. */
const MAX_TEXT = 1_000;

/** A row by its number, counted from 1. */
interface ReportedRow {
  readonly number: number;
  readonly because?: string;
  readonly source: Source;
}

/** An answer with what is declared of its outcome; JSON prints it as it is. */
export interface DecisionReport {
  readonly schemaVersion: 1;
  readonly decision: string;
  readonly status: "decided" | "undecided";
  readonly outcome?: string;
  readonly message?: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** The rows that decide: several where an input that is missing makes no difference. */
  readonly rows: readonly ReportedRow[];
  /** The decisions that the row looks at, as they were decided, and those that theirs look at. */
  readonly decided?: readonly {
    readonly decision: string;
    readonly outcome: string;
    readonly rows: readonly ReportedRow[];
  }[];
  /** Why it is undecided, what is missing, and what may still come of it. */
  readonly reason?: string;
  readonly missing?: readonly string[];
  readonly possible?: readonly string[];
  readonly exitStatus: number;
}

/** Puts an answer together with what the table says of its outcome. `decideOther` answers for another decision. */
export function reportOf(
  table: DecisionTable,
  inputs: Readonly<Record<string, string>>,
  answer: Exclude<Answer, { status: "outside" }>,
  decideOther: (name: string) => Answer | undefined,
): DecisionReport {
  const common = { schemaVersion: 1 as const, decision: table.name, status: answer.status };
  if (answer.status === "undecided") {
    const { reason, missing, possible } = answer;
    return { ...common, inputs, rows: [], reason, missing, possible, exitStatus: EXIT.ask };
  }
  const outcome = table.outcomes.find((o) => o.name === answer.outcome);
  const decided = decidedBefore(answer, (name) =>
    Object.hasOwn(inputs, name) ? undefined : decideOther(name),
  );
  return {
    ...common,
    outcome: answer.outcome,
    ...(outcome?.message === undefined ? {} : { message: outcome.message }),
    inputs,
    rows: rowsOf(answer),
    ...(decided.length === 0 ? {} : { decided }),
    exitStatus: outcome?.exitStatus ?? EXIT.ok,
  };
}

function rowsOf(answer: Extract<Answer, { status: "decided" }>): ReportedRow[] {
  return answer.rows.map(({ number, row }) => ({
    number,
    ...(row.because === undefined ? {} : { because: row.because }),
    source: row.source,
  }));
}

/** The decisions that the rows of an answer look at, each once, the nearest first. */
function decidedBefore(
  answer: Extract<Answer, { status: "decided" }>,
  decideOther: (name: string) => Answer | undefined,
): NonNullable<DecisionReport["decided"]> {
  const found = new Map<string, Extract<Answer, { status: "decided" }>>();
  const open = [answer];
  for (const { rows } of open) {
    // Of several rows that lead to one outcome none is the reason.
    const [only, ...more] = rows;
    for (const { input } of more.length > 0 ? [] : (only?.row.when ?? [])) {
      const other = found.has(input) ? undefined : decideOther(input);
      if (other?.status !== "decided") continue;
      found.set(input, other);
      open.push(other);
    }
  }
  return [...found].map(([decision, a]) => ({ decision, outcome: a.outcome, rows: rowsOf(a) }));
}

/** The answer for people. */
export function printDecision(report: DecisionReport, paint: Style): string {
  const lines = [`${paint.bold(printable(report.outcome ?? "undecided"))}`];
  if (report.message !== undefined) lines.push(`  ${printable(report.message)}`);
  for (const { number, because, source } of report.rows) {
    lines.push(`  row ${number}: ${printable(`${source.file}:${source.line}`)}`);
    if (because !== undefined) lines.push(`  because: ${printable(because)}`);
  }
  for (const { decision, outcome, rows } of report.decided ?? []) {
    const [row] = rows;
    const why = rows.length === 1 && row?.because !== undefined ? `: ${row.because}` : "";
    lines.push(`  ${printable(`${decision} is ${outcome}${why}`)}`);
  }
  for (const line of openQuestions(report)) lines.push(`  ${printable(line)}`);
  return `${lines.join("\n")}\n`;
}

function openQuestions({ reason, missing = [], possible = [] }: DecisionReport): string[] {
  return [
    ...(reason === undefined ? [] : [reason]),
    ...(missing.length === 0 ? [] : [`missing: ${missing.join(", ")}`]),
    ...(possible.length === 0 ? [] : [`possible: ${possible.join(", ")}`]),
  ];
}

/**
 * The outcome as an output of a workflow step; empty where it is undecided. Each value stands between delimiter lines,
 * and the delimiter occurs in none of them, so that no value can end early and begin another output.
 */
export function stepOutput(report: DecisionReport): string {
  const [row] = report.rows;
  return [
    heredoc("outcome", report.outcome ?? ""),
    heredoc("row", row === undefined || report.rows.length > 1 ? "" : String(row.number)),
    heredoc("reason", row?.because ?? report.reason ?? ""),
  ].join("");
}

function heredoc(name: string, value: string): string {
  let delimiter = "BYLAW_END";
  while (value.includes(delimiter)) delimiter += "_";
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

/** What a step is given where the question itself is refused: no outcome, and why. */
export function refusedStep(decision: string, why: string): { output: string; summary: string } {
  const output = [heredoc("outcome", ""), heredoc("row", ""), heredoc("reason", why)].join("");
  return { output, summary: `## ${plain(decision)}: refused\n\n${plain(why)}\n\n` };
}

/** A heading and a table in Markdown. */
export function stepSummary(report: DecisionReport): string {
  const { inputs, rows, outcome, message } = report;
  const facts: [string, string][] = Object.entries(inputs).map(([name, value]) => [name, code(value)]);
  const reasons = rows.flatMap(({ because }) => (because === undefined ? [] : [plain(because)]));
  const table: [string, string][] = [
    ...facts.map(([name, value]): [string, string] => [code(name), value]),
    ["**outcome**", outcome === undefined ? "undecided" : code(outcome)],
    ...rows.map(({ number, source }): [string, string] => [
      `row ${number}`,
      code(`${source.file}:${source.line}`),
    ]),
    ...reasons.map((because): [string, string] => ["because", because]),
    ...(report.decided ?? []).map(({ decision, outcome: is, rows: [row] }): [string, string] => [
      code(decision),
      `${code(is)} ${plain(row?.because ?? "")}`.trim(),
    ]),
    ...openQuestions(report).map((line): [string, string] => ["undecided", plain(line)]),
  ];
  const heading = `## ${plain(report.decision)}: ${plain(outcome ?? "undecided")}`;
  const text = message === undefined ? [] : [plain(message), ""];
  const body = table.map(([name, value]) => `| ${name} | ${value} |`);
  return `${[heading, "", ...text, "| | |", "| --- | --- |", ...body].join("\n")}\n\n`;
}

/** Text on one line in which nothing is Markdown or HTML; GitHub takes no summary above 1 MiB. */
function plain(text: string): string {
  const short = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
  return printable(oneLine(short)).replace(/[\\`*_{}[\]<>()#+!|~&@-]/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** Text in the style of code. Not by backticks: a `|` would still end the cell. */
function code(text: string): string {
  return text === "" ? "" : `<code>${plain(text)}</code>`;
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, " ");
}
