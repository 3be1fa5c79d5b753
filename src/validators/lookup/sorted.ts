// The rules of a policy, sorted by what meets them: a command meets those that name its tool, and a file those about files.
import { governedPatterns } from "../../policy/rules.ts";
import type { Rule } from "../../policy/types.ts";

/** Places in the policy's list of rules. */
export interface SortedRules {
  readonly byProgram: ReadonlyMap<string, readonly number[]>;
  readonly anywhere: readonly number[];
  readonly fileRules: readonly number[];
  /** By the id of the rule that is narrowed. */
  readonly exceptions: ReadonlyMap<string, readonly number[]>;
}

/** Sorts rules. */
export function sortRules(rules: readonly Rule[]): SortedRules {
  const byProgram = new Map<string, number[]>();
  const exceptions = new Map<string, number[]>();
  const anywhere: number[] = [];
  const fileRules: number[] = [];
  for (const [at, rule] of rules.entries()) {
    if (rule.kind === "allow") {
      for (const id of rule.exceptionTo) push(exceptions, id, at);
      continue;
    }
    if (["never-touch", "never-write", "ask-editing"].includes(rule.kind)) fileRules.push(at);
    const programs = new Set(governedPatterns(rule).map((p) => p.program));
    if ([...programs].some((p) => p.includes("*"))) anywhere.push(at);
    else for (const program of programs) push(byProgram, program, at);
  }
  return { byProgram, anywhere, fileRules, exceptions };
}

function push(map: Map<string, number[]>, key: string, at: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [at]);
  else list.push(at);
}
