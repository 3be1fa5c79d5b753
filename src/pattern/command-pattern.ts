// Command patterns: from the text that authors write to the program, operands and options that must be there.
import type { CommandPattern, Tool } from "../policy/types.ts";
import type { Word } from "../shell/types.ts";
import { indexTool, type ToolIndex } from "./arguments.ts";
import { sortWords } from "./subcommands.ts";

/** `<name>` in a pattern: a word, or a part of one, that isn't known yet. */
const HOLE = /<[^<>\s]+>/g;

export type PatternResult = { readonly pattern: CommandPattern } | { readonly reason: string };

/** Parses a pattern. `toolOf` gives the declaration of its program, which tells an option's value from an operand. */
export function parsePattern(text: string, toolOf: (name: string) => Tool | undefined): PatternResult {
  const words = patternWords(text);
  if (words === undefined) return { reason: "a quote is not closed" };
  const [first, ...rest] = words;
  if (first === undefined) return { reason: "it is empty" };
  const program = first.split("/").pop() ?? "";
  if (program === "") return { reason: "it names a folder" };
  if (first.startsWith("-")) return { reason: "it begins with an option instead of a program" };
  if (/^[A-Za-z_]\w*=/.test(first)) return { reason: "it begins with an assignment instead of a program" };
  const shell = rest.find((word) => /^[|&;<>]+$|^\d*[<>]/.test(word.replace(HOLE, "hole")));
  if (shell !== undefined) return { reason: `“${shell}” belongs to the shell, not to a command` };
  const indexOf = (name: string): ToolIndex | undefined => {
    const tool = toolOf(name);
    return tool === undefined ? undefined : indexTool(tool);
  };
  const parsed = sortWords(rest.map(asWord), program, indexOf).args;
  const options = parsed.occurrences.map((o) => {
    const value = o.values[0]?.text;
    return value === undefined ? { name: o.name } : { name: o.name, value };
  });
  return { pattern: { text, program, operands: parsed.operands.map((o) => o.text ?? ""), options } };
}

/** Splits at blanks; quotes keep blanks. Undefined when a quote is not closed. */
function patternWords(text: string): string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  let quote = "";
  for (const char of text) {
    if (quote !== "") {
      if (char === quote) quote = "";
      else word = (word ?? "") + char;
    } else if (char === "'" || char === '"') {
      quote = char;
      word ??= "";
    } else if (/\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? "") + char;
  }
  if (quote !== "") return undefined;
  if (word !== undefined) words.push(word);
  return words;
}

function asWord(text: string): Word {
  return { text, raw: text, range: { start: 0, end: 0 }, exact: false };
}
