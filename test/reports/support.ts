// Reports to check: the definitions of a test, the bundled run-learnings, and a report of theirs that passes.
import { readFileSync } from "node:fs";
import { regex, sha256 } from "../../src/cli/node-tools.ts";
import type { Past } from "../../src/policy/history.ts";
import type { Policy, Verdict } from "../../src/policy/types.ts";
import { Checker } from "../../src/validators/checker.ts";
import type { CheckContext } from "../../src/validators/context.ts";
import { reportReader } from "../../src/validators/report/check.ts";
import { type FixedReport, fixReport } from "../../src/validators/report/fix.ts";
import { PreparedReport } from "../../src/validators/report/prepared.ts";
import { compileFiles } from "../support/compile.ts";

export interface ReportChecker {
  readonly policy: Policy;
  readonly check: (text: string, context?: CheckContext) => Verdict;
  /** A command that has succeeded before. */
  readonly done: (command: string) => Past;
  readonly fix: (text: string) => FixedReport;
}

/** Compiles a learnings document, fails on any error in it, and checks texts against one of its reports. */
export function reportOf(name: string, source: string): ReportChecker {
  const { policy, diagnostics } = compileFiles({ "learnings/test.md": source });
  const errors = diagnostics.filter((d) => d.severity === "error");
  if (errors.length > 0) throw new Error(errors.map((e) => `${e.source.line}: ${e.message}`).join("\n"));
  const checker = new Checker(policy, { sha256, regex, reports: reportReader(), today: "2026-06-01" });
  const report = policy.reports.find((r) => r.name === name);
  if (report === undefined) throw new Error(`there is no report ${name}`);
  const check: ReportChecker["check"] = (text, context = {}) =>
    checker.check({ kind: "report", report: name, text }, context);
  return {
    policy,
    check,
    done: (command) => ({ does: [checker.doneBy({ kind: "command", command })], outcome: "succeeded" }),
    fix: (text) => fixReport(text, new PreparedReport(report, policy), check),
  };
}

/** `code line:column` of each finding; rules by their ids. */
export function said({ findings }: Verdict): string[] {
  return findings.map((f) => `${f.rule ?? f.code} ${f.place?.line}:${f.place?.column}`);
}

const LEARNINGS = readFileSync("learnings/atvm.md", "utf8");

/** The bundled status of ATVM runs. */
export const atvm = reportOf("atvm-status", LEARNINGS);

/** The sample in the run-learnings. */
export const SAMPLE = /^```text\n(e2e-debian9-pure\n[^`]*)^```/m.exec(LEARNINGS)?.[1] ?? "";
