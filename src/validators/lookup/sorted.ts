// The rules of a policy, sorted by what meets them: a command meets those that name its tool, and a file those about files.
import { governedPatterns } from "../../policy/rules.ts";
import type { Policy, Rule } from "../../policy/types.ts";

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

/** Every name of the declared tools, each with its place in the policy's list. Of a name that stands twice the last counts. */
export function toolNames({ tools }: Policy): [name: string, at: number][] {
  return tools.flatMap((tool, at) => [tool.name, ...tool.also].map((name): [string, number] => [name, at]));
}

/** The sources whose rules about files are limited to some of them, with their globs. */
export function limitedSources({ sources }: Policy): [file: string, globs: readonly string[]][] {
  return sources.flatMap(({ file, appliesTo }): [string, readonly string[]][] =>
    appliesTo === undefined ? [] : [[file, appliesTo]],
  );
}

function push(map: Map<string, number[]>, key: string, at: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [at]);
  else list.push(at);
}
