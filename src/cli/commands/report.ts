// bylaw report: the skeleton of a report, or what it looked like over time.
import { PreparedReport } from "../../validators/report/prepared.ts";
import { skeletonOf } from "../../validators/report/skeleton.ts";
import { type CommandRun, textOption } from "../command.ts";
import { printHistory } from "../print/report.ts";
import { printable, style } from "../print/style.ts";
import { reportNamed } from "../report-check.ts";
import { EXIT } from "../terminal.ts";
import { projectPolicy } from "./check.ts";

export const report: CommandRun = (input, terminal) => {
  const policy = projectPolicy(textOption(input, "policy"), terminal);
  if (policy === undefined) return EXIT.unusable;
  const name = input.operands[0] ?? "";
  const found = reportNamed(policy, name);
  if (input.options["history"] === true) {
    const states = policy.history.reports.filter((s) => s.report === name);
    terminal.out(printHistory(states, style(terminal.color.out)));
    return EXIT.ok;
  }
  const prepared = new PreparedReport(found, policy);
  terminal.out(skeletonOf(prepared));
  for (const rule of prepared.rules) terminal.err(`${printable(rule.sentence)}\n`);
  return EXIT.ok;
};
