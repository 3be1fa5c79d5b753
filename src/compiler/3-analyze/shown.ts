// Commands in prose and fences that the policy denies. Can't see commands that stand outside backticks.
import { shownCommandDenied } from "../messages/generated.ts";
import type { Analysis } from "./analysis.ts";

/** Reports each shown command that a rule denies. */
export const shownCommands: Analysis = (subject) =>
  subject.shown.flatMap(({ command, source }) => {
    const trial = subject.try(undefined, { command, facts: {} });
    if (trial.decision !== "deny" || trial.rule === undefined) return [];
    const text = command.length > 80 ? `${command.slice(0, 80)}…` : command;
    return [
      shownCommandDenied(source, {
        command: text.replaceAll("\n", " "),
        id: trial.rule,
        reason: trial.message,
      }),
    ];
  });
