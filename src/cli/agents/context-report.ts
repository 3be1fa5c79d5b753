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

/**
 * The report of a plan. A rule's size is that of its line in the first file that shows it; `around` is what people wrote
 * around our block in a file.
 */
export function contextReport(policy: Policy, plan: Plan, around: (path: string) => string): ContextReport {
  const texts = new Map(
    plan.files.map((f) => [f.path, withAround(contentOf(f), f.form === "block" ? around(f.path) : "")]),
  );
  const files = plan.files.map(({ path, target: id, loads }) => {
    const target = TARGETS.find((t) => t.id === id);
    const size = sizeOf(texts.get(path) ?? "");
    const chain = target?.nested === undefined ? size : sizeOf(chainOf(path, target.nested, texts));
    return { path, target: id, loads, ...size, limits: limitsOf(target, loads, size, chain) };
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

/** A file of ours with what people wrote around the block; there the end of the line is theirs. */
function withAround(content: string, around: string): string {
  return around === "" ? content : content.trimEnd() + around;
}

/** The texts of a host's files from the root down to one of them, which its hard limit is about. */
function chainOf(path: string, name: string, texts: ReadonlyMap<string, string>): string {
  const parts = path.split("/").slice(0, -1);
  const folders = ["", ...parts.map((_, i) => `${parts.slice(0, i + 1).join("/")}/`)];
  return folders.map((folder) => texts.get(folder + name) ?? "").join("");
}

function limitsOf(target: Target | undefined, loads: Loads, size: Size, chain: Size): UsedLimit[] {
  const isScoped = loads === "scoped" && target?.nested === undefined;
  const [hard, soft] = isScoped ? [target?.scopedHard, target?.scopedSoft] : [target?.hard, target?.soft];
  const used = (limit: Limit | undefined, isHard: boolean): UsedLimit[] =>
    limit === undefined
      ? []
      : [
          {
            ...limit,
            hard: isHard,
            used: Math.ceil((inUnit(isHard ? chain : size, limit.unit) / limit.most) * 100),
          },
        ];
  return [...used(hard, true), ...used(soft, false)];
}
