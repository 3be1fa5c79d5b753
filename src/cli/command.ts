// What a command is: a row of the table, and the function that it loads when it is called.
import type { Terminal } from "./terminal.ts";

/** What the user gave: operands, options by their long names, and the words behind `--`. */
export interface CommandInput {
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly behindDashes: readonly string[] | undefined;
  /** All commands, for what tells of them. */
  readonly commands: readonly CommandRow[];
}

/** Runs a command and returns the exit status. */
export type CommandRun = (input: CommandInput, terminal: Terminal) => number | Promise<number>;

export interface CommandRow {
  readonly name: string;
  /** Operands in commander's notation: `[dir]`, `<host>`. */
  readonly operands: readonly { readonly name: string; readonly about: string }[];
  readonly options: readonly { readonly flags: string; readonly about: string }[];
  readonly summary: string;
  /** Exit statuses and examples, printed below the options. */
  readonly details: string;
  readonly load: () => Promise<CommandRun>;
}

/** A usage error: printed as one line with the way out, exit status 2. */
export class UsageError extends Error {}

/** The text value of an option; undefined when it isn't given. */
export function textOption(input: CommandInput, name: string): string | undefined {
  const value = input.options[name];
  return typeof value === "string" ? value : undefined;
}

/** The values of an option that may be repeated. */
export function listOption(input: CommandInput, name: string): readonly string[] {
  const value = input.options[name];
  return Array.isArray(value) ? value.filter((v): v is string => typeof v === "string") : [];
}

/** The output format, one of `known`. */
export function formatOption<T extends string>(input: CommandInput, known: readonly [T, ...T[]]): T {
  const value = textOption(input, "format") ?? known[0];
  const format = known.find((k) => k === value);
  if (format === undefined)
    throw new UsageError(`unexpected format ${value}, expected ${known.join(" or ")}`);
  return format;
}
