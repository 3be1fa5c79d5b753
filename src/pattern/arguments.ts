// Tells options, their values and operands apart, by the tool's declaration or by shape.
import type { Range, Tool, ToolOption } from "../policy/types.ts";
import type { Word } from "../shell/types.ts";

/** One value of an option; a part of a comma list has a range of its own. */
export interface Value {
  readonly text: string | undefined;
  readonly raw: string;
  readonly range: Range;
  readonly exact: boolean;
}

/** One use of an option. */
export interface Occurrence {
  /** The declared name, or the name as written. */
  readonly name: string;
  readonly word: Word;
  readonly values: readonly Value[];
  /** The last word that belongs to it. */
  readonly last: Word;
  /** True for a switch that is set to false, which is not used then: `--force=false`. */
  readonly off?: boolean;
  /** True when the words behind it may be its values or operands. */
  readonly unsure: boolean;
}

/** The words after a program, sorted out. */
export interface Arguments {
  readonly occurrences: readonly Occurrence[];
  readonly operands: readonly Word[];
  /** The declared row of each operand, where the tool has rows for operands. */
  readonly rows: readonly (ToolOption | undefined)[];
  /** Those operands that may be the value of an undeclared option in front of them. */
  readonly doubtful: ReadonlySet<Word>;
  /** True where an unknown word may be any option: only under the setting `strict`. */
  readonly open?: boolean;
  /** The `--` that ends options, when there is one. */
  readonly end: Word | undefined;
}

/** A tool's options by every name that they have. */
export interface ToolIndex {
  readonly tool: Tool;
  readonly options: ReadonlyMap<string, ToolOption>;
}

/** Prepares a tool's declaration for look-up. */
export function indexTool(tool: Tool): ToolIndex {
  const options = new Map<string, ToolOption>();
  for (const option of tool.options)
    for (const name of [option.name, ...option.also]) options.set(name, option);
  return { tool, options };
}

/** Sorts out the words after a program. Without a declaration options are read by shape. */
export function parseArguments(words: readonly Word[], index: ToolIndex | undefined): Arguments {
  const occurrences: Occurrence[] = [];
  const operands: Word[] = [];
  const doubtful = new Set<Word>();
  const done = (end: Word | undefined): Arguments => {
    const all = withMissingOperands(operands, occurrences, index);
    return { occurrences, operands: all, rows: rowsOf(all.length, index), doubtful, end };
  };
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) break;
    const text = word.text ?? knownStart(word);
    if (word.text === "--") {
      operands.push(...words.slice(i + 1));
      return done(word);
    }
    if (text === undefined || !/^-./.test(text)) {
      const before = occurrences[occurrences.length - 1];
      if (before?.unsure === true && before.word === words[i - 1]) doubtful.add(word);
      operands.push(word);
      if (index?.tool.optionsFirst === true) {
        operands.push(...words.slice(i + 1));
        return done(undefined);
      }
      continue;
    }
    const read = readOption(word, text, words, i, index);
    occurrences.push(...read.occurrences);
    i = read.next - 1;
  }
  return done(undefined);
}

const NO_ROWS: readonly undefined[] = [];

/** The row of each of so many operands. A row with "many" takes all but what the rows behind it need. */
function rowsOf(count: number, index: ToolIndex | undefined): readonly (ToolOption | undefined)[] {
  const declared = index?.tool.operands ?? NO_ROWS;
  if (declared.length === 0 || count === 0) return NO_ROWS;
  const rows: (ToolOption | undefined)[] = [];
  for (const [i, row] of declared.entries()) {
    const behind = declared.length - 1 - i;
    const taken = row?.takes.includes("many") === true ? Math.max(0, count - rows.length - behind) : 1;
    for (let n = 0; n < taken && rows.length < count; n++) rows.push(row);
  }
  return rows;
}

interface Read {
  readonly occurrences: readonly Occurrence[];
  readonly next: number;
}

function readOption(
  word: Word,
  text: string,
  words: readonly Word[],
  at: number,
  index: ToolIndex | undefined,
): Read {
  const equals = text.indexOf("=");
  const name = equals > 0 ? text.slice(0, equals) : text;
  const declared = index?.options.get(name) ?? abbreviated(name, index);
  const canonical = declared?.name ?? name;
  if (equals > 0 && (declared !== undefined || name.startsWith("--"))) {
    const value = part(word, equals + 1, word.text?.length);
    const off = isSwitch(declared) && value.text === "false";
    const values = split(value, declared);
    return one({ name: canonical, word, values, last: word, unsure: false, ...(off ? { off } : {}) }, at + 1);
  }
  if (declared !== undefined && word.text !== undefined) return withValues(declared, word, words, at);
  if (/^-[^-]/.test(text)) {
    const bundle = readBundle(word, text, words, at, index);
    if (bundle !== undefined) return bundle;
  }
  const unsure = index?.tool.switchesLeftOut !== true;
  return one({ name, word, values: [], last: word, unsure }, at + 1);
}

function isSwitch(option: ToolOption | undefined): boolean {
  return option?.takes.every((t) => t === "nothing") === true;
}

/** A letter whose row was left out. */
function leftOut(name: string, index: ToolIndex): ToolOption | undefined {
  if (index.tool.switchesLeftOut !== true) return undefined;
  return { name, also: [], takes: ["nothing"], matches: "exact" };
}

/** The long option that a tool takes a beginning for, where only one begins so. */
function abbreviated(name: string, index: ToolIndex | undefined): ToolOption | undefined {
  if (index?.tool.abbreviates !== true || !/^--./.test(name)) return undefined;
  let found: ToolOption | undefined;
  for (const [option, declared] of index.options) {
    if (!option.startsWith(name)) continue;
    if (found !== undefined && found !== declared) return undefined;
    found = declared;
  }
  return found;
}

/** `-abc` as `-a -b -c`, where all but the last are declared to take nothing. */
function readBundle(
  word: Word,
  text: string,
  words: readonly Word[],
  at: number,
  index: ToolIndex | undefined,
): Read | undefined {
  if (index === undefined || word.text === undefined || text.length < 3) return undefined;
  const occurrences: Occurrence[] = [];
  for (let i = 1; i < text.length; i++) {
    const letter = `-${text[i]}`;
    const option = index.options.get(letter) ?? leftOut(letter, index);
    if (option === undefined) return undefined;
    const rest = i + 1 < text.length;
    if (option.takes.includes("nothing") && rest && !option.takes.includes("glued")) {
      occurrences.push({ name: option.name, word, values: [], last: word, unsure: false });
      continue;
    }
    if (rest) {
      const values = split(part(word, i + 1, text.length), option);
      return {
        occurrences: [...occurrences, { name: option.name, word, values, last: word, unsure: false }],
        next: at + 1,
      };
    }
    const read = withValues(option, word, words, at);
    return { occurrences: [...occurrences, ...read.occurrences], next: read.next };
  }
  return { occurrences, next: at + 1 };
}

function withValues(option: ToolOption, word: Word, words: readonly Word[], at: number): Read {
  const takes = new Set(option.takes);
  const values: Value[] = [];
  let last = word;
  let next = at + 1;
  const most = takes.has("many")
    ? Number.POSITIVE_INFINITY
    : takes.has("one") || takes.has("list") || takes.has("key=value")
      ? 1
      : 0;
  // Where a value is required the next word is taken even if it begins with a dash, unless it ends the options.
  const required = !takes.has("nothing") && !takes.has("many");
  while (values.length < most || (takes.has("many") && next < words.length)) {
    const value = words[next];
    const text = value === undefined ? undefined : (value.text ?? knownStart(value));
    if (value === undefined || (!required && text !== undefined && /^-./.test(text)) || text === "--") break;
    values.push(...split(part(value, 0, value.text?.length), option));
    last = value;
    next++;
    if (!takes.has("many")) break;
  }
  return one({ name: option.name, word, values, last, unsure: false }, next);
}

/**
 * Operands that a declaration has rows for, and that a last option with many values has taken in:
 * `--many a b <template>` gives its last words back.
 */
function withMissingOperands(
  operands: Word[],
  occurrences: Occurrence[],
  index: ToolIndex | undefined,
): readonly Word[] {
  const missing = (index?.tool.operands.length ?? 0) - operands.length;
  const last = occurrences[occurrences.length - 1];
  if (missing <= 0 || last === undefined || index?.options.get(last.name)?.takes.includes("many") !== true)
    return operands;
  const spare = last.values.slice(Math.max(1, last.values.length - missing));
  return [...operands, ...spare.map(wordOf)];
}

function wordOf(value: Value): Word {
  return { text: value.text, raw: value.raw, range: value.range, exact: value.exact };
}

function one(occurrence: Occurrence, next: number): Read {
  return { occurrences: [occurrence], next };
}

/** The part of a word's value from one offset of it to another, with the range where that can be told. */
function part(word: Word, from: number, to: number | undefined): Value {
  if (word.text === undefined)
    return { text: undefined, raw: word.raw, range: word.range, exact: word.exact };
  const text = word.text.slice(from, to);
  const plain = word.exact && word.raw === word.text;
  if (!plain) return { text, raw: word.raw, range: word.range, exact: from === 0 && word.exact };
  const start = word.range.start + from;
  return { text, raw: text, range: { start, end: start + text.length }, exact: true };
}

/** Splits a comma list where the option takes one. */
function split(value: Value, option: ToolOption | undefined): Value[] {
  if (value.text === undefined || option?.takes.includes("list") !== true || !value.text.includes(","))
    return [value];
  const plain = value.exact && value.raw === value.text;
  let offset = 0;
  return value.text.split(",").map((text) => {
    const start = value.range.start + offset;
    offset += text.length + 1;
    return plain
      ? { text, raw: text, range: { start, end: start + text.length }, exact: true }
      : { text, raw: value.raw, range: value.range, exact: false };
  });
}

/** The known beginning of an unknown word: `--x=` of `--x=$V`. */
function knownStart(word: Word): string | undefined {
  return word.pieces?.[0] ?? undefined;
}
