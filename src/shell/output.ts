// Collects what a walk finds, and keeps it within its bounds.
import type { Range } from "../policy/types.ts";
import {
  MAX_ALL_WORDS,
  MAX_FILES,
  MAX_INVOCATIONS,
  MAX_NESTED_TEXT,
  MAX_PARSES,
  MAX_STEPS,
} from "./limits.ts";
import { locate } from "./source.ts";
import type { Source } from "./text-model.ts";
import type { Invocation, Opaque, Problem, Reading, RunFile } from "./types.ts";

/** The lists of one reading while it is made. */
export class Output {
  readonly #invocations: Invocation[] = [];
  readonly #problems: Problem[] = [];
  readonly #opaque: Opaque[] = [];
  readonly #files: RunFile[] = [];
  readonly #beside: { first: number; behind: number; over?: number; perhaps?: number }[] = [];
  readonly #done = new Set<string>();
  readonly #seen = new Set<string>();
  readonly #assigned: Set<string>[] = [];
  readonly #whole: Range;
  #muted = 0;
  #steps = 0;
  #words = 0;
  #parses = 0;
  #nested = 0;
  #prefix = "";

  constructor(length: number) {
    this.#whole = { start: 0, end: length };
  }

  /** Adds an invocation and answers its index, or undefined when none was added. */
  invocation(invocation: Invocation): number | undefined {
    if (this.#muted > 0) return undefined;
    if (this.#invocations.length >= MAX_INVOCATIONS) {
      this.problemAt(this.#whole, `runs more than ${MAX_INVOCATIONS} programs: the rest is not read`);
      return undefined;
    }
    return this.#invocations.push(invocation) - 1;
  }

  /** How many invocations there are. */
  get count(): number {
    return this.#invocations.length;
  }

  /** Notes that the invocations since an index run beside those that follow. */
  sideBySide(first: number): void {
    if (this.#muted === 0 && this.count > first) this.#beside.push({ first, behind: this.count });
  }

  /** Notes that what ran beside others since an index has ended; with `perhaps`, that some of it may have. */
  ended(first: number, perhaps: boolean): void {
    if (this.#muted > 0) return;
    for (const group of this.#beside.filter((g) => g.first >= first)) {
      if (perhaps) group.perhaps ??= this.count;
      else group.over ??= this.count;
    }
  }

  /** Adds a problem at a place of a source. */
  problem(source: Source, start: number, end: number, message: string): void {
    this.problemAt(locate(source, start, end).range, message);
  }

  /** Adds a place where a text breaks the shell's grammar. */
  syntaxError(source: Source, start: number, end: number, message: string): void {
    this.problemAt(locate(source, start, end).range, message, true);
  }

  /** Adds a problem at a range of the text that was given to the reader, once. */
  problemAt(place: Range, text: string, syntax = false): void {
    // The parser points behind the end of some texts that are cut short.
    const end = Math.min(place.end, this.#whole.end);
    const range = { start: Math.min(place.start, end), end };
    const message = `${this.#prefix}${text}`;
    if (!this.#new(`p${range.start},${range.end},${message}`)) return;
    this.#problems.push(syntax ? { range, message, syntax } : { range, message });
  }

  /** Adds a program that runs something which can't be seen, once. */
  opaque(range: Range, reason: string): void {
    if (this.#new(`o${range.start},${range.end},${reason}`)) this.#opaque.push({ range, reason });
  }

  /** Adds a file that is run, once, and answers whether there is room for its text. */
  file(file: RunFile): void {
    const { start, end } = file.range;
    if (!this.#new(`f${start},${end},${file.path},${file.entries.join(" ")}`)) return;
    if (this.#files.length < MAX_FILES) this.#files.push(file);
  }

  /** True the first time that something is to be done, also in a rehearsal. */
  first(key: string): boolean {
    const all = `${this.#muted > 0 ? "-" : ""}${key}`;
    if (this.#done.has(all)) return false;
    this.#done.add(all);
    return true;
  }

  /** Reports problems of a file's text under the file's name. */
  inside<T>(name: string, walk: () => T): T {
    const before = this.#prefix;
    this.#prefix = `${name}: `;
    const result = walk();
    this.#prefix = before;
    return result;
  }

  #new(key: string): boolean {
    if (this.#muted > 0 || this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }

  /** True during a rehearsal, which leaves nothing in the lists. */
  get silent(): boolean {
    return this.#muted > 0;
  }

  /** Counts one walked command; false when the walk has to end here. */
  step(): boolean {
    this.#steps += 1;
    if (this.#steps <= MAX_STEPS) return true;
    this.#loud(`walks more than ${MAX_STEPS} commands: the rest is not read`);
    return false;
  }

  /** Counts the words of one program; false when it must not be run. */
  words(count: number): boolean {
    this.#words += count;
    if (this.#words <= MAX_ALL_WORDS) return true;
    this.#loud(`has more than ${MAX_ALL_WORDS} words in all: the rest is not read`);
    return false;
  }

  /** Counts one parsed text; false when it must not be parsed. */
  parse(length: number): boolean {
    this.#parses += 1;
    this.#nested += length;
    if (this.#parses <= MAX_PARSES && this.#nested <= MAX_NESTED_TEXT) return true;
    this.#loud("carries too many scripts: the rest is not read");
    return false;
  }

  /** Reports a problem even from a rehearsal: a bound that was met there is met for good. */
  #loud(message: string): void {
    const muted = this.#muted;
    this.#muted = 0;
    this.problemAt(this.#whole, message);
    this.#muted = muted;
  }

  /** Runs a walk and answers the names that it may have assigned. A silent one leaves nothing in the lists. */
  watch(silent: boolean, walk: () => void): ReadonlySet<string> {
    const names = new Set<string>();
    this.#assigned.push(names);
    if (silent) this.#muted += 1;
    walk();
    if (silent) this.#muted -= 1;
    this.#assigned.pop();
    return names;
  }

  /** Notes that a variable may have another value from here on. */
  assigned(name: string): void {
    for (const names of this.#assigned) names.add(name);
  }

  /** The reading as it is now. */
  /** All that was found so far, in order. */
  get invocations(): readonly Invocation[] {
    return this.#invocations;
  }

  reading(proven: readonly number[]): Reading {
    return {
      invocations: this.#invocations,
      problems: this.#problems,
      opaque: this.#opaque,
      files: this.#files,
      proven,
      ...(this.#beside.length === 0 ? {} : { beside: this.#beside }),
    };
  }
}
