// Subcommands with a declaration of their own: `git push` has its own options besides those of `git`.
import type { Word } from "../shell/types.ts";
import { type Arguments, indexTool, parseArguments, type ToolIndex } from "./arguments.ts";

/** A program's words sorted out, and the declaration by which that was done. */
export interface SortedWords {
  /** The operands begin with the subcommand's words as they are declared, whichever name was written. */
  readonly args: Arguments;
  readonly index: ToolIndex | undefined;
  /** How many operands belong to the declared command: 1 for `git push`. */
  readonly commandWords: number;
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
  let found: { readonly written: number; readonly declared: readonly string[] } | undefined;
  const name = index?.tool.name ?? program;
  for (let depth = 1; depth <= DEPTH && name !== undefined; depth++) {
    const operands = args.operands.slice(0, depth).map((o) => o.text);
    if (operands.length < depth || operands.includes(undefined)) break;
    const sub = indexOf([name, ...operands].join(" "));
    if (sub === undefined) continue;
    found = { written: depth, declared: sub.tool.name.split(" ").slice(1) };
    index = mergeTools(index, sub, depth);
    args = parseArguments(words, index);
  }
  if (found === undefined) return { args, index, commandWords: 0 };
  const { written, declared } = found;
  return { args: renamed(args, written, declared), index, commandWords: declared.length };
}

/** The words of another name of a subcommand, replaced by the declared ones. */
function renamed(args: Arguments, written: number, declared: readonly string[]): Arguments {
  const own = args.operands.slice(0, written);
  const last = own[own.length - 1];
  if (last === undefined || own.map((o) => o.text).join(" ") === declared.join(" ")) return args;
  const words = declared.map((text, i) => ({ ...(own[i] ?? last), text, exact: false }));
  return {
    ...args,
    operands: [...words, ...args.operands.slice(written)],
    rows: [...declared.map(() => undefined), ...args.rows.slice(written)],
  };
}

/** A subcommand's declaration over its program's: its own rows come first. The first operands are its words. */
function mergeTools(base: ToolIndex | undefined, sub: ToolIndex, depth: number): ToolIndex {
  if (base === undefined) return sub;
  const own = new Set(sub.tool.options.flatMap((o) => [o.name, ...o.also]));
  const inherited = base.tool.options.filter((o) => ![o.name, ...o.also].some((name) => own.has(name)));
  const commandWords = Array.from({ length: depth }, (_, i) => ({
    name: `<word ${i + 1}>`,
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
