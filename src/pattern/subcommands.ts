// Subcommands with a declaration of their own: `git push` has its own options besides those of `git`.
import type { Word } from "../shell/types.ts";
import { type Arguments, indexTool, parseArguments, type ToolIndex } from "./arguments.ts";

/** A program's words sorted out, and the declaration by which that was done. */
export interface SortedWords {
  readonly args: Arguments;
  readonly index: ToolIndex | undefined;
}

/** The deepest subcommand that is looked for: `tool one two three`. */
const DEPTH = 3;

/** Sorts out the words behind a program by the deepest declaration that its first operands name. */
export function sortWords(
  words: readonly Word[],
  program: string | undefined,
  indexOf: (name: string) => ToolIndex | undefined,
): SortedWords {
  let index = program === undefined ? undefined : indexOf(program);
  let args = parseArguments(words, index);
  const name = index?.tool.name ?? program;
  for (let depth = 1; depth <= DEPTH && name !== undefined; depth++) {
    const operands = args.operands.slice(0, depth).map((o) => o.text);
    if (operands.length < depth || operands.includes(undefined)) break;
    const sub = indexOf([name, ...operands].join(" "));
    if (sub === undefined) continue;
    index = mergeTools(index, sub);
    args = parseArguments(words, index);
  }
  return { args, index };
}

/** A subcommand's declaration over its program's: its own rows come first. The operands begin with its words. */
function mergeTools(base: ToolIndex | undefined, sub: ToolIndex): ToolIndex {
  if (base === undefined) return sub;
  const words = sub.tool.name.split(" ").slice(1);
  const own = new Set(sub.tool.options.flatMap((o) => [o.name, ...o.also]));
  const inherited = base.tool.options.filter((o) => ![o.name, ...o.also].some((name) => own.has(name)));
  const commandWords = words.map((word) => ({
    name: `<${word}>`,
    also: [],
    takes: ["one" as const],
    matches: "exact" as const,
  }));
  return indexTool({
    ...sub.tool,
    options: [...sub.tool.options, ...inherited],
    operands: [...commandWords, ...sub.tool.operands],
  });
}
