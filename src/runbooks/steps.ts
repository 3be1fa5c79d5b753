// The steps of a runbook with what the checker says of each command, and with placeholders filled in.
import { blocksOf } from "../policy/runbooks.ts";
import type {
  Decision,
  Finding,
  Runbook,
  RunbookCommand,
  RunbookSection,
  RunbookStep,
  Source,
  Verdict,
} from "../policy/types.ts";
import type { Carrier } from "../shell/types.ts";
import { fill } from "./fill.ts";

/** What is said of a command: a rule's finding, or that it can't be read. */
export type StepFinding = Pick<
  Finding,
  "rule" | "code" | "message" | "because" | "instead" | "decision" | "certain" | "source"
>;

export interface StepCommand {
  /** With the given values in it. */
  readonly command: string;
  readonly comment: string | undefined;
  /** Placeholders that have no value yet. */
  readonly unfilled: readonly string[];
  readonly decision: Decision;
  readonly findings: readonly StepFinding[];
  readonly source: Source;
}

export type Step = Omit<RunbookStep, "commands"> & { readonly commands: readonly StepCommand[] };
export type Section = Omit<RunbookSection, "steps"> & { readonly steps: readonly Step[] };
export type Steps = Omit<Runbook, "sections"> & { readonly sections: readonly Section[] };

/** A value that can't stand where a command has its placeholder. */
export interface Unfit {
  readonly placeholder: string;
  readonly problem: string;
  readonly command: RunbookCommand;
}

const STRICTNESS: readonly Decision[] = ["allow", "warn", "ask", "deny"];

/**
 * The runbook with its commands filled in and checked, each fence as the one text that it is. `check` gives the verdict on
 * a shell text. A placeholder that is left counts as a word of unknown value and is denied only when somebody runs it.
 */
export function stepsWithVerdicts(
  runbook: Runbook,
  values: ReadonlyMap<string, string>,
  {
    check,
    carriers,
  }: { readonly check: (command: string) => Verdict; readonly carriers: readonly Carrier[] },
): Steps | Unfit {
  const filled = new Map<
    RunbookCommand,
    { readonly command: string; readonly unfilled: readonly string[] }
  >();
  for (const command of commandsOf(runbook)) {
    const done = fill(command.command, command.placeholders, values, carriers);
    if ("problem" in done) return { ...done, command };
    filled.set(command, done);
  }
  const textOf = (command: RunbookCommand): string => filled.get(command)?.command ?? command.command;
  const findings = new Map<RunbookCommand, StepFinding[]>();
  for (const { text, commands } of blocksOf(runbook, textOf)) {
    for (const finding of check(text).findings) {
      if (finding.code === "placeholder") continue;
      const at = finding.range?.start ?? 0;
      const own = (commands.find((c) => at <= c.end) ?? commands[0])?.of;
      if (own === undefined) continue;
      const { rule, code, message, because, instead, decision, certain, source } = finding;
      const said: StepFinding = { rule, code, message, because, instead, decision, certain, source };
      findings.set(own, [...(findings.get(own) ?? []), said]);
    }
  }
  const stepCommand = (command: RunbookCommand): StepCommand => {
    const own = findings.get(command) ?? [];
    const strictest = Math.max(0, ...own.map((f) => STRICTNESS.indexOf(f.decision)));
    return {
      command: textOf(command),
      comment: command.comment,
      unfilled: filled.get(command)?.unfilled ?? [],
      decision: STRICTNESS[strictest] ?? "ask",
      findings: own,
      source: command.source,
    };
  };
  const sections = runbook.sections.map((section) => ({
    ...section,
    steps: section.steps.map((step) => ({ ...step, commands: step.commands.map(stepCommand) })),
  }));
  return { ...runbook, sections };
}

/** Every command of a runbook, in the order of the source. */
function commandsOf({ sections }: Runbook): readonly RunbookCommand[] {
  return sections.flatMap((s) => s.steps.flatMap((step) => step.commands));
}

/** The placeholders of a runbook, each once. */
export function placeholdersOf(runbook: Runbook): string[] {
  return [...new Set(commandsOf(runbook).flatMap((c) => c.placeholders))];
}
