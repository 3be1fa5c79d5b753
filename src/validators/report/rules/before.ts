// Never report `R` before `T`.
import { argumentsMatch, programMatches } from "../../../pattern/match.ts";
import { all, any, type Truth } from "../../../pattern/truth.ts";
import type { RuleOf } from "../../../policy/types.ts";
import { readShell } from "../../../shell/read.ts";
import type { CheckContext } from "../../context.ts";
import type { PolicyIndex } from "../../policy-index.ts";
import { code } from "../../words.ts";
import type { ReportContents } from "../view.ts";
import type { Breach } from "./outcome.ts";

/** Broken where a step is not among the commands that have succeeded in this run; undecided where nobody says which. */
export function neverReportBefore(
  rule: RuleOf<"never-report-before">,
  contents: ReportContents,
  { succeeded, history }: CheckContext,
  index: PolicyIndex,
): Breach[] {
  const known = succeeded ?? (history === "empty" ? [] : undefined);
  const range = { start: 0, end: 0 };
  return rule.first.flatMap(({ name, patterns }): Breach[] => {
    const ran = known === undefined ? "unknown" : any(known.map((text) => runs(text, patterns, index)));
    if (ran === true) return [];
    const report = code(contents.prepared.report.name);
    const message =
      ran === false
        ? `${report} is given before ${code(name)} has succeeded`
        : `${code(name)} must have succeeded before ${report}, and may not have: that can't be seen here`;
    return [{ code: "too-early", message, range, ...(ran === "unknown" ? { certain: false } : {}) }];
  });
}

function runs(
  text: string,
  patterns: RuleOf<"never-report-before">["first"][number]["patterns"],
  index: PolicyIndex,
): Truth {
  const { invocations } = readShell(text, index.reading);
  return any(
    invocations.map((invocation): Truth => {
      const { tool, args } = index.read(invocation);
      const fits = any(patterns.map((p) => all([programMatches(p.program, tool), argumentsMatch(p, args)])));
      return invocation.certain ? fits : all([fits, "unknown"]);
    }),
  );
}
