// What all readers of rules ask of them.
import type { CommandPattern, Condition, Rule, Test } from "./types.ts";

/** The patterns of the commands that a rule governs: those that meet it when they are about to run. */
export function governedPatterns(rule: Rule): readonly CommandPattern[] {
  if (isReportRule(rule)) return [];
  switch (rule.kind) {
    case "order":
      return rule.steps.flatMap((s) => s.patterns);
    case "always-each":
      return [...rule.first, ...rule.targets];
    case "never-touch":
    case "never-write":
    case "ask-editing":
      return [];
    default:
      return rule.targets;
  }
}

/** Every command pattern in a rule: those that it governs, and those that it holds them against. */
export function patternsOf(rule: Rule): readonly CommandPattern[] {
  switch (rule.kind) {
    case "always-before":
      return [...rule.targets, ...rule.first.flatMap((s) => s.patterns)];
    case "always-under":
      return [...rule.targets, ...rule.under];
    case "never-pipe":
      return [...rule.targets, ...rule.into];
    case "always-write-command":
      return [...rule.commands, ...reportedPatterns(rule)];
    case "always-write-each":
      return [...(rule.named?.commands ?? []), ...reportedPatterns(rule)];
    case "never-report-before":
      return rule.first.flatMap((s) => s.patterns);
    default:
      return isReportRule(rule) ? reportedPatterns(rule) : governedPatterns(rule);
  }
}

/** The commands in a report that the conditions of a rule look at. */
function reportedPatterns(rule: Rule): readonly CommandPattern[] {
  return conditionsOf(rule)
    .flatMap(testsOf)
    .flatMap((t) => ("subject" in t && t.subject.of === "reported" ? t.subject.commands : []));
}

/** A rule about the text of a report. */
export type ReportRule = Extract<Rule, { readonly report: string }>;

/** Whether a rule is about reports: no command meets it. */
export function isReportRule(rule: Rule): rule is ReportRule {
  return "report" in rule;
}

/** Whether a rule is in force on a day, `YYYY-MM-DD`; without a day none has ended. */
export function isLive(rule: Rule, today: string | undefined): boolean {
  return today === undefined || rule.until === undefined || rule.until >= today;
}

/** Every condition in a rule: of its sentence, behind "when" and behind "unless". */
export function conditionsOf(rule: Rule): readonly Condition[] {
  const main = rule.kind === "require" ? rule.condition : "notBefore" in rule ? rule.notBefore : undefined;
  const unless = rule.unless.flatMap((e) => ("condition" in e ? [e.condition] : []));
  return [main, rule.when, ...unless].filter((c) => c !== undefined);
}

/**
 * Whether a rule often can't be decided from a command alone: it hangs on facts, on what ran before, or on the
 * surroundings of the command.
 */
export function isOftenUndecidable(rule: Rule): boolean {
  const kinds: readonly Rule["kind"][] = [
    "order",
    "always-before",
    "always-each",
    "never-times",
    "never-at-once",
    "never-before-date",
  ];
  if (kinds.includes(rule.kind)) return true;
  return conditionsOf(rule)
    .flatMap(testsOf)
    .some(
      (t) =>
        ["file-exists", "on-host", "in-folder"].includes(t.test) ||
        ("subject" in t && isOutside(t.subject.of)),
    );
}

function isOutside(of: string): boolean {
  return of === "fact" || of === "variable";
}

/** The single tests of a condition, whatever joins them. */
export function testsOf(condition: Condition): readonly Test[] {
  return condition.tests.flatMap((t) => ("tests" in t ? testsOf(t) : [t]));
}

/** The columns of a table of results that a condition asks for, each as often as it does. */
export function columnsOf(condition: Condition): string[] {
  return testsOf(condition).flatMap((t) =>
    "subject" in t && t.subject.of === "column" ? [t.subject.name] : [],
  );
}

/** What becomes of a command or a change of a file that breaks a rule, where that is certain. */
export function effectOf(rule: Rule): "deny" | "ask" | "warn" {
  switch (rule.kind) {
    case "run-approved":
    case "ask-before":
    case "ask-editing":
      return "ask";
    case "prefer-option":
    case "prefer-tool":
      return "warn";
    default:
      return "deny";
  }
}
