// Whether an invocation is what a command pattern describes.
import type { CommandPattern } from "../policy/types.ts";
import type { Word } from "../shell/types.ts";
import type { Arguments } from "./arguments.ts";
import { absent } from "./condition.ts";
import { globMatches } from "./glob.ts";
import { all, any, type Truth } from "./truth.ts";

/** Whether a program's name fits a pattern's, which may hold `*`. An unknown name may be any program. */
export function programMatches(pattern: string, name: string | undefined): Truth {
  if (name === undefined) return "unknown";
  return pattern.includes("*") ? globMatches(pattern, name) : pattern === name;
}

/** Whether operands and options fit. The program is compared on its own. */
export function argumentsMatch(pattern: CommandPattern, args: Arguments): Truth {
  if (pattern.operands.length === 0 && pattern.options.length === 0) return true;
  const truths: Truth[] = pattern.options.map((option) => optionMatches(option, args));
  truths.push(operandsMatch(pattern.operands, args));
  return all(truths);
}

function optionMatches(option: CommandPattern["options"][number], args: Arguments): Truth {
  const found = args.occurrences.filter((o) => o.name === option.name);
  if (found.length === 0) return absent(args);
  const { value } = option;
  if (value === undefined) return found.some((o) => o.off !== true);
  return any(found.flatMap((o) => o.values.map((v) => textMatches(value, v.text))));
}

/**
 * The pattern's operands must come first, in order; `…` stands for any number of words. A word that may be the value
 * of an undeclared option can be passed over, which leaves it unknown whether the pattern fits.
 */
function operandsMatch(pattern: readonly string[], args: Arguments): Truth {
  const words = args.operands;
  // next[j]: whether the parts behind the present one fit the words from j on.
  let next: Truth[] = words.map(() => true);
  next.push(true);
  for (const part of [...pattern].reverse()) {
    const row: Truth[] = new Array(words.length + 1).fill(false);
    for (let j = words.length; j >= 0; j--) {
      const word = words[j];
      const found: Truth[] = [];
      if (part === "…") found.push(next[j] ?? false, row[j + 1] ?? false);
      else if (word !== undefined) {
        found.push(all([wordMatches(part, word), next[j + 1] ?? false]));
        if (args.doubtful.has(word)) found.push(all(["unknown", row[j + 1] ?? false]));
      }
      row[j] = any(found);
    }
    next = row;
  }
  return next[0] ?? false;
}

/** Of an unknown word its known beginning and end are looked at; one that may become several words has no end. */
function wordMatches(pattern: string, { text, pieces, split }: Word): Truth {
  const found = textMatches(pattern, text);
  if (found !== "unknown" || pieces === undefined) return found;
  const parts = pattern.split(/<[^<>\s]+>/);
  const begins = agree(parts[0] ?? "", pieces[0] ?? "", (long, short) => long.startsWith(short));
  const ends = agree(parts[parts.length - 1] ?? "", pieces[pieces.length - 1] ?? "", (long, short) =>
    long.endsWith(short),
  );
  return begins && (split === true || ends) ? "unknown" : false;
}

/** Whether two known ends of a text can be of one text: the longer one has the shorter one there. */
function agree(a: string, b: string, has: (long: string, short: string) => boolean): boolean {
  return a.length < b.length ? has(b, a) : has(a, b);
}

/** `<name>` stands for any part of a word that isn't empty. */
function textMatches(pattern: string, text: string | undefined): Truth {
  if (text === undefined) return /^<[^<>\s]+>$/.test(pattern) ? true : "unknown";
  return shapeFits(pattern, text);
}

/** Whether a text has a shape: literal but for its `<holes>`, each of which stands for one character or more. */
export function shapeFits(shape: string, text: string): boolean {
  return shape.includes("<") ? holesMatch(shape.split(/<[^<>\s]+>/), text) : shape === text;
}

/** Whether the fixed pieces stand in `text` in order, with at least one character in each hole. */
function holesMatch(pieces: readonly string[], text: string): boolean {
  const first = pieces[0] ?? "";
  if (pieces.length === 1) return text === first;
  const last = pieces[pieces.length - 1] ?? "";
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, at + 1);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.endsWith(last) && text.length - last.length >= at + 1;
}

/** `--help` or `--version` with nothing but the pattern's own words in front of it runs nothing. */
export function asksForHelp(pattern: CommandPattern, words: readonly Word[]): boolean {
  const last = words[words.length - 1]?.text;
  if (last !== "--help" && last !== "--version") return false;
  if (words.length - 1 > pattern.operands.length) return false;
  return words.slice(0, -1).every((word, i) => word.text === pattern.operands[i]);
}

/** Whether an invocation has no more than what a pattern names: no further operand, no further option. */
export function isClosedMatch(pattern: CommandPattern, args: Arguments): Truth {
  const named = new Set(pattern.options.map((o) => o.name));
  if (args.occurrences.some((o) => !named.has(o.name))) return false;
  if (args.doubtful.size > 0) return "unknown";
  return pattern.operands.includes("…") || args.operands.length <= pattern.operands.length;
}
