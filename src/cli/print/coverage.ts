// The coverage meter as text: a line a file, and one for all.
import { type Counts, type FileCoverage, totalOf } from "../../compiler/coverage.ts";
import type { RunbookCoverage } from "../../compiler/coverage-runbooks.ts";
import { printable } from "./style.ts";

/** "7 enforced · 1 enforced but often undecidable · 2 look like rules · 9 guidance (not enforced)". */
function coverageLine(counts: Counts): string {
  const { enforced, undecidable, looksLikeRules, guidance } = counts;
  const decided = enforced - undecidable;
  const parts = [
    `${decided} enforced`,
    `${undecidable} enforced but often undecidable`,
    `${looksLikeRules} look like rules`,
    `${guidance} guidance (not enforced)`,
  ];
  return parts.join(" · ");
}

/** "runbook: 4 of 5 sections, 12 steps, 9 commands (1 denied, 2 asked), 1 alert, 3 error texts". */
function runbookLine(of: RunbookCoverage): string {
  const { sections, missing, steps, alerts, errors } = of;
  const parts = [
    `${sections} of ${sections + missing.length} sections`,
    counted(steps, "step"),
    commandsOf([of]),
    counted(alerts, "alert"),
    counted(errors, "error text"),
  ];
  return `runbook: ${parts.join(", ")}`;
}

function commandsOf(runbooks: readonly RunbookCoverage[]): string {
  const sum = (key: "commands" | "denied" | "asked"): number => runbooks.reduce((n, r) => n + r[key], 0);
  const said = (["denied", "asked"] as const).flatMap((key) =>
    sum(key) === 0 ? [] : [`${sum(key)} ${key}`],
  );
  return `${counted(sum("commands"), "command")}${said.length === 0 ? "" : ` (${said.join(", ")})`}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** A line for each file, where there are several, and the line of all; with what of them are runbooks. */
export function printCoverage(files: readonly FileCoverage[]): string {
  const lines: string[] = [];
  for (const file of files.length > 1 ? files : []) {
    lines.push(`${printable(file.file)}: ${coverageLine(file)}`);
    if (file.runbook !== undefined) lines.push(`  ${runbookLine(file.runbook)}`);
  }
  lines.push(coverageLine(totalOf(files)));
  const runbooks = files.flatMap((f) => f.runbook ?? []);
  const [only] = runbooks;
  if (files.length === 1 && only !== undefined) lines.push(runbookLine(only));
  else if (runbooks.length > 0) {
    const alerts = runbooks.reduce((n, r) => n + r.alerts, 0);
    lines.push(
      `${counted(runbooks.length, "runbook")}: ${commandsOf(runbooks)}, ${counted(alerts, "alert")}`,
    );
  }
  return `${lines.join("\n")}\n`;
}
