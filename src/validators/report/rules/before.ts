// Never report `R` before `T`.
import type { RuleOf } from "../../../policy/types.ts";
import { lastRun } from "../../sequence.ts";
import type { Subject } from "../../subject.ts";
import { code } from "../../words.ts";
import type { ReportContents } from "../view.ts";
import type { Breach } from "./outcome.ts";

/** Broken where a step has not succeeded in this run; undecided where nobody says whether it has. */
export function neverReportBefore(
  rule: RuleOf<"never-report-before">,
  contents: ReportContents,
  subject: Subject,
): Breach[] {
  const range = { start: 0, end: 0 };
  const report = code(contents.prepared.report.name);
  return rule.first.flatMap(({ name, patterns }): Breach[] => {
    const ran = lastRun({ patterns, reset: [], also: () => true }, subject);
    if (ran === "succeeded") return [];
    const isUnknown = ran === "maybe" || (ran === "not here" && subject.history !== "empty");
    const doubt = ran === "maybe" ? "may have failed" : "may not have run";
    const message = isUnknown
      ? `${code(name)} must have succeeded before ${report}, and ${doubt}: that can't be seen here`
      : `${report} is given before ${code(name)} has succeeded`;
    return [{ code: "too-early", message, range, ...(isUnknown ? { certain: false } : {}) }];
  });
}
