// Holds one rule against one invocation.
import { evaluate } from "../pattern/condition.ts";
import { argumentsMatch, asksForHelp, programMatches } from "../pattern/match.ts";
import { all, any, not, type Truth } from "../pattern/truth.ts";
import type { CommandPattern, Decision, Exception, Rule } from "../policy/types.ts";
import { alwaysPass } from "./rules/always-pass.ts";
import { alwaysPassEvery } from "./rules/always-pass-every.ts";
import { defaultValue } from "./rules/default.ts";
import { neverPass } from "./rules/never-pass.ts";
import { neverPassAny } from "./rules/never-pass-any.ts";
import { neverPassValue } from "./rules/never-pass-value.ts";
import { order } from "./rules/order.ts";
import { askBefore, neverRun, runApproved } from "./rules/run.ts";
import type { Outcome, Subject } from "./subject.ts";

/** What came of it: whether the rule applies, and what it found. */
export interface Judgement {
  readonly applies: Truth;
  readonly outcome: Outcome | undefined;
  /** The decision; undefined where the rule is silent. */
  readonly decision: Exclude<Decision, "allow"> | undefined;
  readonly certain: boolean;
}

const SILENCE: Judgement = { applies: false, outcome: undefined, decision: undefined, certain: true };

/** Judges an invocation by one rule. What can't be decided gives the weaker of *ask* and the rule's own effect. */
export function judge(rule: Rule, subject: Subject): Judgement {
  const applies = appliesTo(rule, subject);
  if (applies === false) return SILENCE;
  const outcome = outcomeOf(rule, subject);
  const broken = all([applies, outcome.broken]);
  if (broken === false) return { applies, outcome, decision: undefined, certain: true };
  const effect = outcome.decision ?? effectOf(rule);
  const certain = broken === true;
  return { applies, outcome, decision: certain || effect === "warn" ? effect : "ask", certain };
}

function effectOf(rule: Rule): "deny" | "ask" | "warn" {
  return rule.kind === "run-approved" || rule.kind === "ask-before" ? "ask" : "deny";
}

function outcomeOf(rule: Rule, subject: Subject): Outcome {
  switch (rule.kind) {
    case "always-pass":
      return alwaysPass(rule, subject);
    case "always-pass-every":
      return alwaysPassEvery(rule, subject);
    case "never-run":
      return neverRun(rule, subject);
    case "never-pass":
      return neverPass(rule, subject);
    case "never-pass-value":
      return neverPassValue(rule, subject);
    case "never-pass-any":
      return neverPassAny(rule, subject);
    case "run-approved":
      return runApproved(rule, subject);
    case "ask-before":
      return askBefore(rule, subject);
    case "default":
      return defaultValue(rule, subject);
    case "order":
      return order(rule, subject);
  }
}

function appliesTo(rule: Rule, subject: Subject): Truth {
  const patterns = rule.kind === "order" ? rule.steps : rule.targets;
  const target = any(patterns.map((pattern) => targetMatches(pattern, subject)));
  if (target === false) return false;
  const truths: Truth[] = [target];
  if (rule.when !== undefined) truths.push(evaluate(rule.when, subject));
  for (const exception of rule.unless) truths.push(not(lifted(exception, subject)));
  return all(truths);
}

function targetMatches(pattern: CommandPattern, subject: Subject): Truth {
  const program = programMatches(pattern.program, subject.tool);
  if (program === false || asksForHelp(pattern, subject.invocation.args)) return false;
  return all([program, argumentsMatch(pattern, subject.args)]);
}

/** A missing approval or waiver means no. */
function lifted(exception: Exception, subject: Subject): Truth {
  return "condition" in exception ? evaluate(exception.condition, subject) : false;
}
