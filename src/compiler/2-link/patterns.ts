// Command patterns with the programs that they name.
import { parsePattern } from "../../pattern/command-pattern.ts";
import type { CommandPattern, Tool } from "../../policy/types.ts";
import type { Token } from "../1-read/tokens.ts";
import { invalidPattern, unknownOption, unknownTool } from "../messages/generated.ts";
import { didYouMean, nearNames } from "../messages/near.ts";
import type { Linker } from "./linker.ts";
import { ambiguous } from "./names.ts";

/** The patterns that a token stands for: a step's, or its own. Undefined after reporting what is wrong with it. */
export function linkPatterns(token: Token, linker: Linker): readonly CommandPattern[] | undefined {
  const step = linker.steps.find(token.text, token.source.file);
  if ("thing" in step) return step.thing.patterns;
  if (step.among.length > 0) {
    linker.report(ambiguous(token.source, token.text, step.among));
    return undefined;
  }
  const pattern = linkPattern(token, linker);
  return pattern === undefined ? undefined : [pattern];
}

/** Parses a pattern, and reports a program that is nearly the name of a declared tool. */
export function linkPattern(
  token: Token,
  linker: Pick<Linker, "tools" | "report"> & { readonly steps?: Linker["steps"] },
): CommandPattern | undefined {
  const parsed = parsePattern(token.text, (name) => linker.tools.get(name));
  if ("reason" in parsed) {
    linker.report(invalidPattern(token.source, { pattern: token.text, reason: parsed.reason }));
    return undefined;
  }
  const { program, options, operands } = parsed.pattern;
  const chain = linker.tools.chain({ program, operands });
  const tool = linker.tools.get(program);
  if (tool === undefined) {
    if (chain.length > 0) {
      for (const option of options) checkOption(option.name, token, chain, linker);
      return parsed.pattern;
    }
    const programs = [...linker.tools.keys()].map((name) => name.split(" ")[0] ?? name);
    const known = [...new Set([...linker.tools.keys(), ...programs, ...(linker.steps?.names() ?? [])])];
    const plain = program.length > 5 && !program.includes("*") && !known.includes(program);
    if (plain && nearNames(program, known).length > 0) {
      linker.report(unknownTool(token.source, { tool: program }, { hint: didYouMean(program, known) }));
      return undefined;
    }
    return parsed.pattern;
  }
  for (const option of options) checkOption(option.name, token, chain, linker);
  return { ...parsed.pattern, program: tool.name };
}

/** Reports an option that none of the declared tools has. A tool without any row declares nothing about options. */
export function checkOption(
  name: string,
  token: Token,
  tools: readonly Tool[],
  linker: Pick<Linker, "report">,
): boolean {
  const names = tools.flatMap(optionNames);
  if (tools.some((tool) => !tool.declared || optionNames(tool).length === 0) || names.includes(name))
    return true;
  const [tool] = tools;
  if (tool === undefined) return true;
  linker.report(
    unknownOption(token.source, { option: name, tool: tool.name }, { hint: didYouMean(name, names) }),
  );
  return false;
}

/** The declared name of an option that may be written by another one. */
export function canonicalOption(name: string, tools: readonly Tool[]): string {
  for (const tool of tools) {
    const option = [...tool.options, ...tool.operands].find((o) => o.name === name || o.also.includes(name));
    if (option !== undefined) return option.name;
  }
  return name;
}

function optionNames(tool: Tool): string[] {
  return [...tool.options, ...tool.operands].flatMap((o) => [o.name, ...o.also]);
}

/** The declarations of all patterns; none where somebody's isn't known, for then nothing can be said of options. */
export function toolsOf(patterns: readonly CommandPattern[], linker: Pick<Linker, "tools">): Tool[] {
  const chains = patterns.map((pattern) => linker.tools.chain(pattern));
  return chains.some((chain) => chain.length === 0) ? [] : [...new Set(chains.flat())];
}
