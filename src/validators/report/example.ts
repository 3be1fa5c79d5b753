// The report that an example of a rule stands for.
import type { ReportRule } from "../../policy/rules.ts";
import type { PreparedReport } from "./prepared.ts";
import { readReport } from "./read.ts";

/**
 * An example shows a whole report, or no more than what stands in the section that the rule is about; then the heading is
 * put in front of it.
 */
export function exampleText(rule: ReportRule, text: string, prepared: PreparedReport): string {
  const section = "section" in rule ? rule.section : undefined;
  const whole = readReport(text, prepared).sections.some((s) => s.heading.section !== undefined);
  return whole || section === undefined ? text : `${section}:\n${text}\n`;
}
