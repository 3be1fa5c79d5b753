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

/**
 * Broken where a step has not succeeded in a run of which all is known; undecided where it is not among what the caller
 * knows to have succeeded.
 */
export function neverReportBefore(
  rule: RuleOf<"never-report-before">,
  contents: ReportContents,
  { before = [], history }: CheckContext,
  index: PolicyIndex,
): Breach[] {
  const range = { start: 0, end: 0 };
  const report = code(contents.prepared.report.name);
  return rule.first.flatMap(({ name, patterns }): Breach[] => {
    const ran = any(before.map(({ command }) => runs(command, patterns, index)));
    if (ran === true) return [];
    return ran === false && history === "empty"
      ? [{ code: "too-early", message: `${report} is given before ${code(name)} has succeeded`, range }]
      : [
          {
            code: "too-early",
            message: `${code(name)} must have succeeded before ${report}, and may not have run: that can't be seen here`,
            range,
            certain: false,
          },
        ];
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
