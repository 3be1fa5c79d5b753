// How large each file for agents is, how near to its limits, and what each rule takes of it.

import type { Loads, Plan, Spill } from "../../compiler/4-emit/agents/agent-file.ts";
import { groupOf } from "../../compiler/4-emit/agents/lines.ts";
import { inUnit, type Size, sizeOf } from "../../compiler/4-emit/agents/measure.ts";
import { TARGETS } from "../../compiler/4-emit/agents/targets/all.ts";
import type { Limit, Target } from "../../compiler/4-emit/agents/targets/target.ts";
import { isReportRule } from "../../policy/rules.ts";
import type { Policy } from "../../policy/types.ts";
import { contentOf } from "./agents.ts";

/** A limit, and how much of it is used, in hundredths. */
export interface UsedLimit extends Limit {
  readonly used: number;
  readonly hard: boolean;
}

export interface FileReport extends Size {
  readonly path: string;
  readonly target: string;
  readonly loads: Loads;
  readonly limits: readonly UsedLimit[];
}

export interface RuleReport {
  readonly id: string;
  readonly effect: string;
  readonly bytes: number;
  readonly tokens: number;
}

export interface ContextReport {
  readonly files: readonly FileReport[];
  readonly rules: readonly RuleReport[];
  readonly spilled: readonly Spill[];
}

/** The report of a plan. A rule's size is that of its line in the first file that shows it. */
export function contextReport(policy: Policy, plan: Plan): ContextReport {
  const files = plan.files.map((file) => {
    const size = sizeOf(contentOf(file));
    const target = TARGETS.find((t) => t.id === file.target);
    return {
      path: file.path,
      target: file.target,
      loads: file.loads,
      ...size,
      limits: limitsOf(target, file.loads, size),
    };
  });
  const lines = plan.files.filter((f) => f.loads === "always").flatMap((f) => f.text.split("\n"));
  const rules = policy.rules
    .filter((rule) => !isReportRule(rule))
    .map((rule) => {
      const { bytes, tokens } = sizeOf(lines.find((line) => line.includes(rule.sentence)) ?? "");
      return { id: rule.id, effect: groupOf(rule), bytes, tokens };
    });
  return { files, rules, spilled: plan.spilled };
}

function limitsOf(target: Target | undefined, loads: Loads, size: Size): UsedLimit[] {
  const isScoped = loads === "scoped" && target?.nested === undefined;
  const [hard, soft] = isScoped ? [target?.scopedHard, target?.scopedSoft] : [target?.hard, target?.soft];
  const used = (limit: Limit | undefined, isHard: boolean): UsedLimit[] =>
    limit === undefined
      ? []
      : [{ ...limit, hard: isHard, used: Math.ceil((inUnit(size, limit.unit) / limit.most) * 100) }];
  return [...used(hard, true), ...used(soft, false)];
}
