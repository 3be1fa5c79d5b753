// Rules about sections that a later entry took out of their report. Can't see a section that was only renamed.
import { conditionsOf, isReportRule, type ReportRule, testsOf } from "../../policy/rules.ts";
import { removedSection } from "../messages/generated.ts";
import type { Analysis } from "./analysis.ts";

/** Reports each live rule that names a section which its report no longer has. */
export const removedSections: Analysis = ({ policy }) =>
  policy.rules.filter(isReportRule).flatMap((rule) => {
    const report = policy.reports.find((r) => r.name === rule.report);
    const gone = sectionsOf(rule).find((name) => !report?.sections.some((s) => s.name === name));
    if (report === undefined || gone === undefined) return [];
    const states = policy.history.reports.filter((s) => s.report === report.name);
    const last = states.findLastIndex((s) => s.sections.some((own) => own.name === gone));
    const since = states[last + 1];
    const related = since === undefined ? [] : [{ message: "the change", source: since.source }];
    const when = since?.date === undefined ? "" : ` since ${since.date}`;
    const values = { id: rule.id, section: gone, report: report.name, since: when };
    return [removedSection(rule.source, values, { related })];
  });

/** Every section that a rule names. */
function sectionsOf(rule: ReportRule): string[] {
  const own = "section" in rule && rule.section !== undefined ? [rule.section] : [];
  const from = rule.kind === "never-write-again" ? [rule.from] : [];
  const named = rule.kind === "always-write-each" && rule.named !== undefined ? [rule.named.section] : [];
  const conditions = conditionsOf(rule)
    .flatMap(testsOf)
    .flatMap((t) => {
      if (t.test === "stands") return [t.section];
      return "subject" in t && t.subject.of === "reported" ? [t.subject.section] : [];
    });
  return [...own, ...from, ...named, ...conditions];
}
