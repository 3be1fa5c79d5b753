// Commands in prose and fences that the policy denies. Can't see commands that stand outside backticks.
import type { Source } from "../../policy/types.ts";
import type { ShownCommand } from "../1-read/document.ts";
import { shownCommandDenied } from "../messages/generated.ts";
import type { Analysis } from "./analysis.ts";

/** Reports each shown command that a rule denies. */
export const shownCommands: Analysis = (subject) =>
  subject.shown.flatMap((shown) => {
    const trial = subject.try(undefined, { command: shown.command, facts: {} });
    if (trial.decision !== "deny" || trial.rule === undefined) return [];
    const { line, source } = lineAt(shown, trial.range?.start ?? 0);
    return [shownCommandDenied(source, { command: excerpt(line), id: trial.rule, reason: trial.message })];
  });

/** The first line of a command, cut where it is long. */
export function excerpt(command: string): string {
  const [line = "", ...more] = command.split("\n");
  return line.length > 80 || more.length > 0 ? `${line.slice(0, 80).trimEnd()} …` : line;
}

/** The line of a shown text on which an offset stands, and its place. */
function lineAt({ command, source }: ShownCommand, offset: number): { line: string; source: Source } {
  const lines = command.split("\n");
  if (lines.length === 1) return { line: command, source };
  const index = command.slice(0, offset).split("\n").length - 1;
  const line = lines[index] ?? "";
  const at = source.line + index;
  return {
    line: line.trim(),
    source: { ...source, line: at, endLine: at, endColumn: source.column + line.length },
  };
}
