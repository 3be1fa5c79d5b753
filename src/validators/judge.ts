// Holds one rule against one invocation.
import { evaluate } from "../pattern/condition.ts";
import { argumentsMatch, asksForHelp, isClosedMatch, programMatches } from "../pattern/match.ts";
import { all, any, not, type Truth } from "../pattern/truth.ts";
import { effectOf, governedPatterns, isLive, isReportRule } from "../policy/rules.ts";
import type { CommandPattern, Decision, Exception, Rule } from "../policy/types.ts";
import { alwaysPass } from "./rules/always-pass.ts";
import { alwaysPassEvery } from "./rules/always-pass-every.ts";
import { neverBeforeDate, neverUntil, requireCondition } from "./rules/conditions.ts";
import { neverAtOnce, neverTimes } from "./rules/count.ts";
import { defaultValue } from "./rules/default.ts";
import { neverPass } from "./rules/never-pass.ts";
import { neverPassAny } from "./rules/never-pass-any.ts";
import { neverPassValue } from "./rules/never-pass-value.ts";
import { alwaysBefore, alwaysEach, order } from "./rules/order.ts";
import { preferOption, preferTool } from "./rules/prefer.ts";
import { askBefore, neverRun, runApproved } from "./rules/run.ts";
import { alwaysUnder, neverCombine, neverPipe } from "./rules/together.ts";
import { type Outcome, SILENT, type Subject } from "./subject.ts";

/** What came of it: whether the rule applies, and what it found. */
export interface Judgement {
  readonly applies: Truth;
  readonly outcome: Outcome | undefined;
  /** The decision; undefined where the rule is silent. */
  readonly decision: Exclude<Decision, "allow"> | undefined;
  readonly certain: boolean;
}

const SILENCE: Judgement = { applies: false, outcome: undefined, decision: undefined, certain: true };

/** Judges an invocation by one rule. */
export function judge(rule: Rule, subject: Subject): Judgement {
  const patterns = governedPatterns(rule);
  const fits = patterns.map((pattern) => targetMatches(pattern, subject));
  const target = any(fits);
  if (target === false) return SILENCE;
  const own = ownWords(patterns.filter((_, i) => fits[i] !== false));
  const inside = own > subject.commandWords ? { ...subject, commandWords: own } : subject;
  return conclude(rule, [target, ...limits(rule, inside)], () => outcomeOf(rule, inside));
}

/** How many leading words belong to the command in all of these patterns. A hole is an operand like any other. */
function ownWords(patterns: readonly CommandPattern[]): number {
  const counts = patterns.map(({ operands }) => {
    const open = operands.findIndex((word) => word.includes("<") || word === "…");
    return open < 0 ? operands.length : open;
  });
  return Math.min(...counts);
}

/** What can't be decided gives the weaker of *ask* and the rule's own effect. */
export function conclude(rule: Rule, truths: readonly Truth[], outcomeFor: () => Outcome): Judgement {
  const applies = all(truths);
  if (applies === false) return SILENCE;
  const outcome = outcomeFor();
  const broken = all([applies, outcome.broken]);
  if (broken === false) return { applies, outcome, decision: undefined, certain: true };
  const effect = outcome.decision ?? effectOf(rule);
  const certain = broken === true;
  return { applies, outcome, decision: certain || effect === "warn" ? effect : "ask", certain };
}

/** The rule's condition, and that nothing lifts it: its own exceptions, and `Allow` rules that name it. */
export function limits(rule: Rule, subject: Subject): Truth[] {
  const truths: Truth[] = rule.when === undefined ? [] : [evaluate(rule.when, subject)];
  for (const exception of rule.unless) truths.push(not(lifted(exception, rule, subject)));
  for (const allow of subject.policy.exceptionsTo(rule)) {
    if (isLive(allow, subject.today)) truths.push(not(allowed(allow, subject)));
  }
  return truths;
}

function outcomeOf(rule: Rule, subject: Subject): Outcome {
  if (isReportRule(rule)) return SILENT;
  switch (rule.kind) {
    case "always-pass":
      return alwaysPass(rule, subject);
    case "always-pass-every":
      return alwaysPassEvery(rule, subject);
    case "always-before":
      return alwaysBefore(rule, subject);
    case "always-under":
      return alwaysUnder(rule, subject);
    case "never-run":
      return neverRun(rule, subject);
    case "run-approved":
      return runApproved(rule, subject);
    case "never-times":
      return neverTimes(rule, subject);
    case "never-at-once":
      return neverAtOnce(rule, subject);
    case "never-until":
      return neverUntil(rule, subject);
    case "never-before-date":
      return neverBeforeDate(rule, subject);
    case "never-pass":
      return neverPass(rule, subject);
    case "never-pass-value":
      return neverPassValue(rule, subject);
    case "never-pass-any":
      return neverPassAny(rule, subject);
    case "never-combine":
      return neverCombine(rule, subject);
    case "never-pipe":
      return neverPipe(rule, subject);
    case "ask-before":
      return askBefore(rule, subject);
    case "default":
      return defaultValue(rule, subject);
    case "prefer-option":
      return preferOption(rule, subject);
    case "prefer-tool":
      return preferTool(rule, subject);
    case "order":
      return order(rule, subject);
    case "require":
      return requireCondition(rule, subject);
    case "always-each":
      return alwaysEach(rule, subject);
    case "never-touch":
    case "never-write":
    case "ask-editing":
    case "allow":
      return SILENT;
  }
}

function targetMatches(pattern: CommandPattern, subject: Subject): Truth {
  const program = programMatches(pattern.program, subject.tool);
  if (program === false || asksForHelp(pattern, subject.invocation.args)) return false;
  return all([program, argumentsMatch(pattern, subject.args)]);
}

/** A missing waiver means no. One that is there counts only under the condition that its words have, if any. */
function lifted(exception: Exception, rule: Rule, subject: Subject): Truth {
  if (!("operator" in exception)) return evaluate(exception.condition, subject);
  if (subject.ledger?.isWaived(rule.id) !== true) return false;
  return exception.condition === undefined ? true : evaluate(exception.condition, subject);
}

/** Whether an `Allow` rule lets this very command through: its pattern is closed, further words don't fit. */
function allowed(rule: Rule, subject: Subject): Truth {
  if (rule.kind !== "allow") return false;
  const fits = any(
    rule.targets.map((pattern) =>
      all([targetMatches(pattern, subject), isClosedMatch(pattern, subject.args)]),
    ),
  );
  return fits === false ? false : all([fits, ...limits(rule, subject)]);
}
