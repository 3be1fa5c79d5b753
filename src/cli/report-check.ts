// bylaw check --report: a report from a file or standard input, what is found in it, and its mended text.
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { didYouMean } from "../compiler/messages/near.ts";
import { type Enforcer, viewOf } from "../enforce/enforcer.ts";
import type { Policy, Report, ReportAction, Verdict } from "../policy/types.ts";
import type { CheckContext } from "../validators/context.ts";
import { reportReader } from "../validators/report/check.ts";
import { fixReport } from "../validators/report/fix.ts";
import { PreparedReport } from "../validators/report/prepared.ts";
import { doneBefore } from "./after.ts";
import { type CommandInput, formatOption, listOption, textOption, UsageError } from "./command.ts";
import { readFacts } from "./facts.ts";
import { shownPath } from "./io/paths.ts";
import { writeWhole } from "./io/write.ts";
import { packageVersion } from "./package.ts";
import { dayGiven } from "./playbook.ts";
import { printDiagnostics } from "./print/diagnostics.ts";
import { githubOfFindings } from "./print/github.ts";
import { printReportVerdict } from "./print/report.ts";
import { sarifOfVerdict } from "./print/sarif.ts";
import { style } from "./print/style.ts";
import { enforcerOf } from "./runs.ts";
import type { Terminal } from "./terminal.ts";
import { runOfState } from "./tool-action.ts";

/** The largest report that is read, in bytes. */
const MAX_BYTES = 64_000_000;

/** A report that is to be checked; without a path it came from standard input. */
interface GivenReport {
  readonly action: ReportAction;
  readonly path: string | undefined;
  readonly shown: string;
}

/** The report of `--report` and its operand; undefined where something else is to be checked. */
export function reportAction(input: CommandInput, terminal: Terminal): GivenReport | undefined {
  const report = textOption(input, "report");
  const [operand, ...more] = [...input.operands, ...(input.behindDashes ?? [])];
  if (report === undefined) {
    if (input.options["fix"] !== undefined) throw new UsageError("expected --report beside --fix");
    return undefined;
  }
  if (textOption(input, "tool") !== undefined) throw new UsageError("expected --report or --tool, not both");
  if (operand === undefined || more.length > 0)
    throw new UsageError("expected one file behind --report NAME, or - for standard input");
  if (operand === "-" && input.behindDashes === undefined)
    return { action: actionOf(report, terminal.input(), "standard input"), path: undefined, shown: "stdin" };
  const path = resolve(terminal.cwd, operand);
  const shown = shownPath(path, terminal.cwd);
  return { action: actionOf(report, readBytes(path, shown), shown), path, shown };
}

function actionOf(report: string, bytes: Uint8Array, from: string): ReportAction {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { kind: "report", report, text };
  } catch {
    throw new UsageError(`${from} is not UTF-8 text`);
  }
}

function readBytes(path: string, shown: string): Uint8Array {
  try {
    const status = statSync(path);
    if (status.isDirectory()) throw new UsageError(`${shown} is a folder, expected a file`);
    if (status.size > MAX_BYTES) throw new UsageError(`${shown} has ${status.size} bytes, expected a report`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new UsageError(code === "ENOENT" ? `there is no file ${shown}` : `${shown} can't be read: ${code}`);
  }
}

/** Checks a report and prints what is found; with `--fix` its mended text is written first. Undefined where that failed. */
export function checkReport(
  { action, path, shown }: GivenReport,
  policy: Policy,
  input: CommandInput,
  terminal: Terminal,
): Verdict | undefined {
  const format = formatOption(input, ["text", "json", "sarif", "github"]);
  const report = reportNamed(policy, action.report);
  const reports = reportReader();
  const enforcer = enforcerOf(policy, terminal.cwd, { today: dayGiven(input), reports });
  const { checker } = enforcer;
  const context = contextOf(input, enforcer, terminal);
  const fixes = input.options["fix"] === true;
  const check = (text: string): Verdict => checker.check({ ...action, text }, context);
  const { text, verdict } = fixes
    ? fixReport(action.text, new PreparedReport(report, policy), check)
    : { text: action.text, verdict: check(action.text) };
  const print = (paint: ReturnType<typeof style>): string => {
    if (format === "json") return `${JSON.stringify(verdict, null, 2)}\n`;
    if (format === "sarif") return sarifOfVerdict(verdict, packageVersion(), shown);
    if (format === "github") return githubOfFindings(verdict.findings, shown);
    return printReportVerdict(verdict, text, shown, paint);
  };
  if (fixes && path === undefined) {
    terminal.out(text);
    terminal.err(print(style(terminal.color.err)));
    return verdict;
  }
  if (fixes && path !== undefined && text !== action.text) {
    const problem = writeWhole([{ path, shown, content: text }]);
    if (problem !== undefined) {
      terminal.err(printDiagnostics([problem], () => undefined, style(terminal.color.err)));
      return undefined;
    }
    terminal.err(`mended ${shown}\n`);
  }
  terminal.out(print(style(terminal.color.out)));
  return verdict;
}

/** A report of the policy by its name. */
export function reportNamed({ reports }: Policy, name: string): Report {
  const report = reports.find((r) => r.name === name);
  if (report !== undefined) return report;
  const near = didYouMean(
    name,
    reports.map((r) => r.name),
  );
  throw new UsageError(`there is no report ${name}${near === undefined ? "" : `. ${near}`}`);
}

/** What is known besides the report: facts, and what has succeeded as the ledger of a run and --after tell. */
function contextOf(input: CommandInput, enforcer: Enforcer, terminal: Terminal): CheckContext {
  const { policy, checker } = enforcer;
  const id = textOption(input, "run");
  const run = runOfState(input, policy, terminal.cwd);
  return {
    facts: {
      ...Object.fromEntries(run?.facts ?? []),
      ...readFacts(listOption(input, "fact"), policy),
    },
    before: doneBefore(input, checker, { cwd: terminal.cwd }),
    ...(id === undefined ? {} : { ledger: viewOf(enforcer, id, () => undefined) }),
  };
}
