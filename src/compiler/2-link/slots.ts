// Takes the resolved tokens out of a parsed sentence.

import { parsePattern } from "../../pattern/command-pattern.ts";
import type { CommandPattern, Join, Tool } from "../../policy/types.ts";
import type { Filling, Parsed } from "../1-read/grammar/match.ts";
import type { Slot } from "../1-read/grammar/notation.ts";
import type { Token } from "../1-read/tokens.ts";
import { invalidPattern, unknownList, unknownOption, unknownTool } from "../messages/generated.ts";
import { didYouMean, nearNames } from "../messages/near.ts";
import type { Linker } from "./linker.ts";

/** The slots of one parsed form, by letter and in order. */
export class Slots {
  readonly #fillings: readonly Filling[];
  readonly #linker: Linker;

  constructor(parsed: Parsed, linker: Linker) {
    this.#fillings = parsed.fillings;
    this.#linker = linker;
  }

  tokens(slot: Slot, nth = 0): readonly Token[] {
    return this.#of(slot)[nth]?.tokens ?? [];
  }

  texts(slot: Slot): string[] {
    return this.tokens(slot).map((t) => t.text);
  }

  join(slot: Slot): Join {
    return this.#of(slot)[0]?.join ?? "and";
  }

  noun(): { noun?: string } {
    const noun = this.texts("noun").join(" ");
    return noun === "" ? {} : { noun };
  }

  nested(slot: "C" | "E"): { readonly parsed: readonly Parsed[]; readonly join: Join } | undefined {
    return this.#fillings.find((f) => f.type === "nested" && f.slot === slot) as
      | Extract<Filling, { type: "nested" }>
      | undefined;
  }

  /** The command patterns of every T slot in order. */
  patterns(): CommandPattern[] {
    const patterns: CommandPattern[] = [];
    for (const filling of this.#of("T")) {
      for (const token of filling.tokens) {
        const pattern = linkPattern(token, this.#linker);
        if (pattern !== undefined) patterns.push(pattern);
      }
    }
    return patterns;
  }

  /** The name of the list, if it is defined. */
  list(): string | undefined {
    const [token] = this.tokens("L");
    if (token === undefined) return undefined;
    if (this.#linker.lists.has(token.text)) return token.text;
    const hint = didYouMean(token.text, this.#linker.lists.keys());
    this.#linker.report(unknownList(token.source, { list: token.text }, { hint }));
    return undefined;
  }

  #of(slot: Slot): Extract<Filling, { type: "tokens" }>[] {
    return this.#fillings.filter(
      (f): f is Extract<Filling, { type: "tokens" }> => f.type === "tokens" && f.slot === slot,
    );
  }
}

/** Parses a pattern, and reports a program that is nearly the name of a declared tool. */
function linkPattern(token: Token, linker: Linker): CommandPattern | undefined {
  const parsed = parsePattern(token.text, (name) => linker.tools.get(name));
  if ("reason" in parsed) {
    linker.report(invalidPattern(token.source, { pattern: token.text, reason: parsed.reason }));
    return undefined;
  }
  const { program, options } = parsed.pattern;
  const tool = linker.tools.get(program);
  if (tool === undefined) {
    if (program.length > 5 && !program.includes("*") && nearNames(program, linker.tools.keys()).length > 0) {
      const hint = didYouMean(program, linker.tools.keys());
      linker.report(unknownTool(token.source, { tool: program }, { hint }));
      return undefined;
    }
    return parsed.pattern;
  }
  for (const option of options) checkOption(option.name, token, [tool], linker);
  return { ...parsed.pattern, program: tool.name };
}

/** Reports an option that none of the declared tools has. A tool without any row declares nothing about options. */
export function checkOption(name: string, token: Token, tools: readonly Tool[], linker: Linker): boolean {
  for (const tool of tools) {
    const rows = [...tool.options, ...tool.operands];
    if (!tool.declared || rows.length === 0) return true;
    const names = rows.flatMap((o) => [o.name, ...o.also]);
    if (names.includes(name)) return true;
  }
  const [tool] = tools;
  if (tool === undefined) return true;
  const names = [...tool.options, ...tool.operands].flatMap((o) => [o.name, ...o.also]);
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
