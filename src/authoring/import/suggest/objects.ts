// What a deed is about: the commands, options and files that are named one behind another.
import type { IsKnown } from "../plausible.ts";
import { quote, type Word } from "./lex.ts";
import { longest } from "./phrase.ts";
import { bareCommand } from "./programs.ts";
import {
  ACTS,
  BEFORE_NAME,
  BEHIND_NAME,
  CLOSING,
  IDLE,
  MANNER,
  SEPARATORS,
  TAIL_OPENERS,
} from "./vocabulary.ts";

/** Something that is named; `inFolder` where all that is below it is meant. */
export interface Named {
  readonly text: string;
  readonly inFolder: boolean;
}

export interface Names {
  readonly names: readonly Named[];
  /** The index behind them. */
  readonly end: number;
  /** What is said beside them in words that name nothing. */
  readonly beside: readonly string[];
}

/** A sentence on its way. */
export interface Clause {
  readonly sentence: string;
  readonly words: readonly Word[];
  readonly isKnown: IsKnown;
}

/** Files that stand in a sentence without backticks. */
const BARE_FILE =
  /^(?:\.env(?:\.[\w*-]{1,30})?|\*\.[\w.-]{1,30}|\.?[\w@*-]{1,60}(?:\/[\w.@*-]{1,60}){1,8}\/?|\.?[\w-]{1,60}\/|[\w.-]{1,60}\.(?:json|lock|ya?ml|toml|tsx?|jsx?|py|go|rs|rb|sql|md|mdx|env|pem|key|xml|ini|cfg|proto|tf|tfstate|tfvars|css|html|sh))$/;
/** Words in front of a folder. */
const INSIDE: ReadonlySet<string> = new Set(["in", "under", "inside", "below", "within", "of"]);
const FOLDERS: ReadonlySet<string> = new Set(["folder", "folders", "directory", "directories", "dir"]);
const CONTENT: ReadonlySet<string> = new Set(
  "anything code files file content contents everything something any the generated".split(" "),
);

/** The names that stand from a place on; undefined where none does. */
export function namesAt(clause: Clause, at: number, what: "command" | "file"): Names | undefined {
  const { words, sentence } = clause;
  const names: Named[] = [];
  const beside: string[] = [];
  let end = at;
  for (let i = at; i < words.length; ) {
    const one = nameAt(clause, i, what);
    if (one !== undefined) {
      names.push(one.named);
      if (one.isLike) beside.push("others like it");
      end = one.end;
    } else {
      const stop = endOfWords(words, i, names.length === 0);
      if (stop === undefined) break;
      // “Never run `x`, others do”: behind a comma alone stands no further name, unless the list goes on.
      const isApart =
        names.length > 0 && words[i - 1]?.text === "," && !SEPARATORS.has(words[stop]?.low ?? "");
      if (isApart) break;
      beside.push(quote(sentence, words.slice(i, stop)));
      if (names.length > 0) end = stop;
      else if (!SEPARATORS.has(words[stop]?.low ?? "")) break;
      i = stop;
    }
    const next = behindSeparators(words, one?.end ?? i);
    if (next === undefined || longest(words, skipped(words, next, IDLE), ACTS) !== undefined) break;
    i = next;
  }
  return names.length === 0 ? undefined : { names, end, beside };
}

/** One name, with the words in front of it and behind it that say what it is. */
function nameAt(
  { words, isKnown }: Clause,
  at: number,
  what: "command" | "file",
): { readonly named: Named; readonly end: number; readonly isLike: boolean } | undefined {
  let i = skipped(words, at, BEFORE_NAME);
  if (words[i]?.low === "as" && words[i - 1]?.low === "such") i++;
  const isLike = words.slice(at, i).some((w) => w.low === "like" || w.low === "such");
  let inFolder = false;
  if (what === "file") {
    const inner = skipped(words, i, CONTENT);
    if (INSIDE.has(words[inner]?.low ?? "") && (inner > at || words[inner - 1] !== undefined)) {
      inFolder = true;
      i = skipped(words, inner + 1, BEFORE_NAME);
    }
  }
  const word = words[i];
  if (word === undefined) return undefined;
  let text: string | undefined;
  let end = i + 1;
  if (word.kind === "code") text = word.text;
  else if (what === "file" && word.kind === "word" && BARE_FILE.test(word.text)) text = word.text;
  else if (what === "command") {
    const length = bareCommand(words, i, isKnown);
    if (length > 0) {
      text = words
        .slice(i, i + length)
        .map((w) => w.text)
        .join(" ");
      end = i + length;
    } else if (word.kind === "word" && /^--[a-z][\w-]*$/.test(word.text)) text = word.text;
  }
  if (text === undefined || text === "") return undefined;
  const behind = skipped(words, end, BEHIND_NAME);
  const isFolder = words.slice(end, behind).some((w) => FOLDERS.has(w.low));
  return { named: { text, inFolder: inFolder || isFolder }, end: behind, isLike };
}

/** The end of words that name nothing: where the next name or something beside begins. Undefined where that is far. */
function endOfWords(words: readonly Word[], at: number, isFirst: boolean): number | undefined {
  const first = words[at];
  if (first === undefined || first.kind !== "word" || TAIL_OPENERS.has(first.low)) return undefined;
  for (let i = at + 1; i <= Math.min(words.length, at + 8); i++) {
    const word = words[i];
    if (word === undefined || word.kind === "mark" || SEPARATORS.has(word.low) || TAIL_OPENERS.has(word.low))
      return isFirst && (word === undefined || !SEPARATORS.has(word.low)) ? undefined : i;
    if (word.kind === "code") return isFirst ? undefined : i;
  }
  return undefined;
}

/** The index behind “, and” and its like; undefined where nothing of that stands there. */
export function behindSeparators(words: readonly Word[], at: number): number | undefined {
  let i = at;
  const opened = words[i]?.low === "(" && ["or", "and"].includes(words[i + 1]?.low ?? "");
  if (opened) i++;
  while (SEPARATORS.has(words[i]?.low ?? "")) i++;
  return i === at || i >= words.length ? undefined : i;
}

/** Whether what is named ends in front of a word: “the `x` label” names no file and no command. */
export function isClosed(next: Word | undefined): boolean {
  if (next === undefined || next.kind === "mark") return true;
  return [TAIL_OPENERS, SEPARATORS, IDLE, MANNER, CLOSING].some((set) => set.has(next.low));
}

/** The index behind words of a set. */
export function skipped(words: readonly Word[], at: number, set: ReadonlySet<string>): number {
  let i = at;
  while (words[i] !== undefined && words[i]?.kind !== "code" && set.has(words[i]?.low ?? "")) i++;
  return i;
}
