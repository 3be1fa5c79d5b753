// A command of the ledger taken apart: its program, the words that name what it does, its options and operands.
import { indexTool, parseArguments } from "../../pattern/arguments.ts";
import type { Tool } from "../../policy/types.ts";
import { canonical, quoteWord } from "../../shell/quote.ts";
import { readShell } from "../../shell/read.ts";

/** What stands in the ledger in the place of a secret. */
const MASK = "***";
/** What stands for it in an example: a value that nobody knows. */
const UNKNOWN = '"$SECRET"';

export interface UsedOption {
  readonly name: string;
  /** Its values where they are known and no secret. */
  readonly values: readonly string[];
  /** Whether a secret stood there. */
  readonly masked: boolean;
}

export interface CommandLine {
  readonly program: string;
  /** The program and the plain words right behind it: `git push`. */
  readonly words: readonly string[];
  readonly options: readonly UsedOption[];
  readonly operands: readonly string[];
  /** The line with something unknown in the place of each secret. */
  readonly shown: string;
}

/** Finds a tool's declaration by the words of a command. */
export type FindTool = (words: readonly string[]) => Tool | undefined;

/** Reads a line; undefined for one that is not one program, perhaps with what it carries. */
export function readLine(line: string, findTool: FindTool): CommandLine | undefined {
  const [invocation, ...more] = readShell(line).invocations;
  if (invocation?.name === undefined || invocation.name === "") return undefined;
  if (more.some((m) => !m.carriers.includes(invocation.name ?? ""))) return undefined;
  const texts = invocation.args.map((w) => w.text);
  const end = texts.findIndex((t) => t === undefined || !/^[a-z][a-z0-9-]*$/.test(t));
  const plain = texts.slice(0, end < 0 ? undefined : end).filter((t): t is string => t !== undefined);
  const words = [invocation.name, ...plain.slice(0, 3)];
  const tool = findTool(words);
  const { occurrences, operands } = parseArguments(
    invocation.args,
    tool === undefined ? undefined : indexTool(tool),
  );
  const known = operands.flatMap((w) => (w.text === undefined || w.text.includes(MASK) ? [] : [w.text]));
  return {
    program: invocation.name,
    words,
    options: occurrences.map(({ name, values }) => ({
      name,
      values: values.flatMap((v) => (v.text === undefined || v.text.includes(MASK) ? [] : [v.text])),
      masked: values.some((v) => v.text === undefined || v.text.includes(MASK)),
    })),
    operands: known,
    shown: withoutMasks(line),
  };
}

/** The line with each word in which a secret was masked as a variable; an option keeps its name. */
function withoutMasks(line: string): string {
  if (!line.includes(MASK)) return line;
  const [invocation] = readShell(line).invocations;
  if (invocation === undefined) return line;
  const args = invocation.args.map(({ text, raw }) => {
    const written = text ?? raw;
    if (!written.includes(MASK)) return text === undefined ? raw : quoteWord(text);
    const option = /^(--?[\w-]+=)/.exec(written)?.[1];
    return option === undefined ? UNKNOWN : `${option}${UNKNOWN}`;
  });
  const head = canonical({ ...invocation, args: [], env: [], redirections: [] });
  return [head, ...args].join(" ");
}

/** Whether a text holds the place of a secret. */
export function isMasked(text: string): boolean {
  return text.includes(MASK);
}
