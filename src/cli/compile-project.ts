// Compiles a project's sources with the real checker: what build and test share.
import type { UnfinishedPolicy } from "../compiler/2-link/link.ts";
import type { CheckerForAnalysis, Trial } from "../compiler/3-analyze/analysis.ts";
import { type Compiled, compile, type SourceFile } from "../compiler/compile.ts";
import { byPlace, type Diagnostic } from "../compiler/messages/diagnostic.ts";
import { isReportRule, type ReportRule } from "../policy/rules.ts";
import type { Config, Example, Policy } from "../policy/types.ts";
import { changesIn } from "../validators/changes.ts";
import { Checker } from "../validators/checker.ts";
import type { CheckContext } from "../validators/context.ts";
import { reportReader } from "../validators/report/check.ts";
import { exampleText } from "../validators/report/example.ts";
import { PreparedReport } from "../validators/report/prepared.ts";
import { knownTools } from "./io/known-tools.ts";
import { findProject, type Project } from "./io/project.ts";
import { readSources } from "./io/sources.ts";
import { regex, regexProblem, sha256 } from "./node-tools.ts";
import { today } from "./today.ts";

export interface CompiledProject {
  readonly project: Project;
  readonly compiled: Compiled;
  readonly diagnostics: readonly Diagnostic[];
  /** The text of a source, for showing its lines. */
  readonly textOf: (file: string) => string | undefined;
}

/** Where examples are tried: the project's folder, by a name that is the same everywhere. */
export const PROJECT = "/project";

/** Tries rules with the real checker, each as if it were the only one. */
export const checkerForAnalysis: CheckerForAnalysis = {
  prepare(policy) {
    const checker = new Checker(
      { ...policy, revision: "" },
      {
        sha256: () => "",
        regex,
        reports: reportReader(),
        root: PROJECT,
      },
    );
    return (rule, { command, facts }) => {
      if (rule !== undefined && isReportRule(rule))
        return tryReport(rule, { command, facts }, policy, checker);
      // A rule alone is tried as the first command of a run; the whole policy wherever the command may stand.
      const context: CheckContext = rule === undefined ? { facts } : { facts, history: "empty", only: rule };
      const verdict = checker.check({ kind: "command", command, cwd: PROJECT }, context);
      const unreadable = verdict.findings.find((f) => f.code === "unreadable");
      const first = verdict.findings.find(
        (f) => f.rule !== undefined && (rule === undefined || f.rule === rule.id),
      );
      return {
        decision: first?.decision ?? "allow",
        message: first?.message ?? "",
        rule: first?.rule,
        range: first?.range,
        fix: verdict.fix?.command,
        unreadable: unreadable?.message,
      };
    };
  },
  changes(policy) {
    let changes: ReturnType<typeof changesIn> | undefined;
    return (command) => {
      changes ??= changesIn(withKnownTools(policy));
      return changes({ kind: "command", command, cwd: PROJECT });
    };
  },
  samples: (policy) => (report, text, rules) => {
    const content = { ...policy, reports: [report], rules: rules ? policy.rules : [], revision: "" };
    const checker = new Checker(content, {
      sha256: () => "",
      regex,
      reports: reportReader(),
      root: PROJECT,
    });
    return checker.check({ kind: "report", report: report.name, text }).findings;
  },
  expressionProblem: regexProblem,
};

/** A policy in which the shipped declarations stand behind the project's own. */
function withKnownTools(policy: UnfinishedPolicy): Policy {
  const own = new Set(policy.tools.filter((t) => t.declared).map((t) => t.name.split(" ")[0]));
  const shipped = knownTools("*").filter((t) => !own.has(t.name.split(" ")[0]));
  const names = new Set(shipped.map((t) => t.name));
  const declared = policy.tools.filter((t) => !names.has(t.name));
  return { ...policy, tools: [...declared, ...shipped], revision: "" };
}

/** What a rule about a report says of an example, which is the report or what stands in the rule's section. */
function tryReport(
  rule: ReportRule,
  { command, facts }: Pick<Example, "command" | "facts">,
  policy: UnfinishedPolicy,
  checker: Checker,
): Trial {
  const report = policy.reports.find((r) => r.name === rule.report);
  const text =
    report === undefined ? command : exampleText(rule, command, new PreparedReport(report, policy));
  const action = { kind: "report" as const, report: rule.report, text };
  const [first] = checker.check(action, { facts, history: "empty", only: rule }).findings;
  return {
    decision: first?.decision ?? "allow",
    message: first?.message ?? "",
    rule: first?.rule,
    range: undefined,
    fix: undefined,
    unreadable: undefined,
  };
}

/** Compiles the project around a folder. */
export function compileProject(folder: string): CompiledProject | { readonly problem: Diagnostic } {
  const project = findProject(folder);
  if ("problem" in project) return project;
  const { files, problems } = readSources(project);
  return { project, ...compileSources(project, files, problems) };
}

/** Compiles given sources as those of a project. */
export function compileSources(
  project: Project,
  files: readonly SourceFile[],
  problems: readonly Diagnostic[],
): Omit<CompiledProject, "project"> {
  const compiled = compile(files, {
    sha256,
    checker: checkerForAnalysis,
    known: knownTools,
    settings: settingsOf(project.config),
    today: today(),
  });
  const texts = new Map(files.map((f) => [f.file, f.text]));
  return {
    compiled,
    diagnostics: [...problems, ...compiled.diagnostics].sort(byPlace),
    textOf: (file) => texts.get(file),
  };
}

/** Whether any diagnostic forbids the use of what was compiled. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === "error");
}

function settingsOf(config: Config): Partial<Policy["settings"]> {
  const { opaque, strict, approvalHours, leaseHours, keepDays, keepRuns, site } = config;
  const chosen = { opaque, strict, approvalHours, leaseHours, keepDays, keepRuns, site };
  return Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined));
}
