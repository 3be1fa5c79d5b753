// "Changes nothing." under a heading of a runbook, held against the commands there. Can't see what a program does that
// nobody declared and that isn't among those that are widely known.
import { blocksOf } from "../../policy/runbooks.ts";
import type { Runbook, RunbookSection } from "../../policy/types.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { changeNotKnown, changesSomething } from "../messages/generated.ts";
import type { Analysis, Subject } from "./analysis.ts";
import { excerpt } from "./shown.ts";

/** Reports commands that change something there, and once each those of which it isn't known. */
export const runbookUnchanged: Analysis = (subject) =>
  subject.policy.runbooks.flatMap((runbook) =>
    runbook.sections.flatMap((section, i) =>
      section.changesNothing === undefined ? [] : inSections(covered(runbook, i), section, subject),
    ),
  );

/** A section and those below its heading. */
function covered({ sections }: Runbook, index: number): RunbookSection[] {
  const depth = sections[index]?.depth ?? 0;
  const end = sections.findIndex((s, i) => i > index && s.depth <= depth);
  return sections.slice(index, end < 0 ? undefined : end);
}

function inSections(sections: readonly RunbookSection[], of: RunbookSection, subject: Subject): Diagnostic[] {
  const claim = of.title === "" ? "changes nothing" : of.title;
  const said = new Set<string>();
  return blocksOf({ sections }).flatMap(({ text, commands }) =>
    subject.changes(text).flatMap((change): Diagnostic[] => {
      const own = commands.find((c) => change.range.start <= c.end)?.of;
      if (own === undefined) return [];
      const related =
        of.changesNothing === undefined ? [] : [{ message: "said here", source: of.changesNothing }];
      const command = excerpt(own.command);
      if (change.certain)
        return [changesSomething(own.source, { command, claim, change: change.what }, { related })];
      const what = [change.program, change.words].join(" ").trim() || command;
      if (said.has(what)) return [];
      said.add(what);
      return [
        changeNotKnown(
          own.source,
          { command, claim, program: what, words: change.words || "…" },
          { related },
        ),
      ];
    }),
  );
}
