// Commands of runbooks that the policy denies. Placeholders in them are words of unknown value. Can't see what hangs on
// the order of steps: a command may stand anywhere in a run.
import { blocksOf } from "../../policy/runbooks.ts";
import { runbookCommandDenied, shownCommandDenied } from "../messages/generated.ts";
import type { Analysis } from "./analysis.ts";
import { excerpt } from "./shown.ts";

/** Reports each command in a fence that a rule denies; one in a line of prose may be there as a warning. */
export const runbookCommands: Analysis = (subject) =>
  subject.policy.runbooks.flatMap((runbook) =>
    blocksOf(runbook).flatMap(({ text, commands }) => {
      const trial = subject.try(undefined, { command: text, facts: {} });
      if (trial.decision !== "deny" || trial.rule === undefined) return [];
      const at = trial.range?.start ?? 0;
      const own = commands.find((c) => at <= c.end) ?? commands[0];
      if (own === undefined) return [];
      const { command, source, inline } = own.of;
      const shown = { command: excerpt(command), id: trial.rule, reason: trial.message };
      // Spans of paragraphs are looked at with those of other documents.
      return inline ? [shownCommandDenied(source, shown)] : [runbookCommandDenied(source, shown)];
    }),
  );
