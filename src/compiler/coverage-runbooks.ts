// What of a runbook was understood, and what the rules say of its commands.
import { blocksOf, EXPECTED, missingSections } from "../policy/runbooks.ts";
import type { Decision, Runbook, SectionKind } from "../policy/types.ts";
import type { Try } from "./3-analyze/analysis.ts";

/** Counts of one runbook. Of its commands `denied` and `asked` are those that some rule speaks of with that verdict. */
export interface RunbookCoverage {
  readonly name: string;
  readonly alerts: number;
  readonly errors: number;
  readonly steps: number;
  readonly commands: number;
  readonly denied: number;
  readonly asked: number;
  /** How many of the expected sections are there, and which aren't. */
  readonly sections: number;
  readonly missing: readonly SectionKind[];
}

/** The counts of each runbook by its file. */
export function runbookCoverage(
  runbooks: readonly Runbook[],
  trial: Try,
): ReadonlyMap<string, RunbookCoverage> {
  return new Map(runbooks.map((runbook) => [runbook.source.file, coverageOf(runbook, trial)]));
}

function coverageOf(runbook: Runbook, trial: Try): RunbookCoverage {
  const { name, alerts, errors, sections } = runbook;
  const commands = sections.flatMap((s) => s.steps.flatMap((step) => step.commands));
  const decisions = blocksOf(runbook).flatMap(({ text, commands: own }) => {
    const whole = decisionOf(trial, text);
    // Only where something is said of a fence are its commands asked about one by one.
    if (whole === "allow" || own.length === 1) return own.map(() => whole);
    return own.map((c) => decisionOf(trial, c.of.command));
  });
  const missing = missingSections(runbook);
  return {
    name,
    alerts: alerts.length,
    errors: errors.length,
    steps: sections.reduce((sum, s) => sum + s.steps.length, 0),
    commands: commands.length,
    denied: decisions.filter((d) => d === "deny").length,
    asked: decisions.filter((d) => d === "ask").length,
    sections: EXPECTED.length - missing.length,
    missing,
  };
}

function decisionOf(trial: Try, command: string): Decision {
  return trial(undefined, { command, facts: {} }).decision;
}
