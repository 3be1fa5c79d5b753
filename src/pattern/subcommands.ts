// Subcommands with a declaration of their own: `git push` has its own options besides those of `git`.
import type { Word } from "../shell/types.ts";
import { type Arguments, indexTool, type Occurrence, parseArguments, type ToolIndex } from "./arguments.ts";

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

/**
 * Sorts out the words behind a program. Options in front of a subcommand's words are the program's, those behind them
 * are read by the deepest declaration that the words name.
 */
export function sortWords(
  words: readonly Word[],
  program: string | undefined,
  indexOf: (name: string) => ToolIndex | undefined,
): SortedWords {
  let index = program === undefined ? undefined : indexOf(program);
  let args = parseArguments(words, index);
  const name = index?.tool.name ?? program;
  if (name === undefined) return { args, index, commandWords: 0 };
  let rest = words;
  let written: readonly Word[] = [];
  let declared: readonly string[] = [];
  let front: readonly Occurrence[] = [];
  for (let next = nextSubcommand(name, written, args, indexOf); next !== undefined; ) {
    const [last] = next.words.slice(-1);
    const end = last === undefined ? 0 : rest.indexOf(last) + 1;
    const before = new Set(rest.slice(0, end));
    front = [...front, ...args.occurrences.filter((o) => before.has(o.word))];
    written = [...written, ...next.words];
    declared = next.sub.tool.name.split(" ").slice(1);
    index = mergeTools(index, next.sub);
    rest = rest.slice(end);
    args = parseArguments(rest, index);
    next = nextSubcommand(name, written, args, indexOf);
  }
  if (written.length === 0) return { args, index, commandWords: 0 };
  const own = declared.map((text, i) => commandWord(text, written[i] ?? written[written.length - 1]));
  return {
    args: {
      ...args,
      occurrences: [...front, ...args.occurrences],
      operands: [...own, ...args.operands],
      rows: index?.tool.operands.length ? [...declared.map(() => undefined), ...args.rows] : args.rows,
    },
    index,
    commandWords: declared.length,
  };
}

/** The nearest declared subcommand that begins with the words so far and the next operands. */
function nextSubcommand(
  name: string,
  written: readonly Word[],
  { operands }: Arguments,
  indexOf: (name: string) => ToolIndex | undefined,
): { readonly words: readonly Word[]; readonly sub: ToolIndex } | undefined {
  for (let count = 1; count <= DEPTH - written.length; count++) {
    const words = operands.slice(0, count);
    const texts = [...written, ...words].map((word) => word.text);
    if (words.length < count || texts.includes(undefined)) return undefined;
    const sub = indexOf([name, ...texts].join(" "));
    if (sub !== undefined) return { words, sub };
  }
  return undefined;
}

/** A subcommand's word as it is declared, whichever name was written. */
function commandWord(text: string, word: Word | undefined): Word {
  if (word === undefined) return { text, raw: text, range: { start: 0, end: 0 }, exact: false };
  return word.text === text ? word : { ...word, text, exact: false };
}

/** A subcommand's declaration over its program's: its own rows come first. */
function mergeTools(base: ToolIndex | undefined, sub: ToolIndex): ToolIndex {
  if (base === undefined) return sub;
  const own = new Set(sub.tool.options.flatMap((o) => [o.name, ...o.also]));
  const inherited = base.tool.options.filter((o) => ![o.name, ...o.also].some((option) => own.has(option)));
  return indexTool({
    ...sub.tool,
    abbreviates: sub.tool.abbreviates === true || base.tool.abbreviates === true,
    switchesLeftOut: sub.tool.switchesLeftOut === true || base.tool.switchesLeftOut === true,
    options: [...sub.tool.options, ...inherited],
  });
}
