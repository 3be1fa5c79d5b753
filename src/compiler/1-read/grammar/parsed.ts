// What a parsed sentence is made of.
import type { Join } from "../../../policy/types.ts";
import type { Token } from "../tokens.ts";
import type { Slot } from "./notation.ts";

/** Tokens in a slot, and the word that joins them. */
export interface TokenFilling {
  readonly type: "tokens";
  readonly slot: Slot;
  /** The slot with its digit, such as T2. */
  readonly name: string;
  readonly tokens: readonly Token[];
  readonly join: Join;
}

/** A subject, a condition or an exception in a slot. */
export interface NestedFilling {
  readonly type: "nested";
  readonly slot: "S" | "C" | "E";
  readonly name: string;
  readonly group: Group;
}

/** What one slot holds. */
export type Filling = TokenFilling | NestedFilling;

/** Conditions joined by one word; each is a form that matched, or a group of its own. */
export interface Group {
  readonly join: Join;
  readonly parts: readonly (Parsed | Group)[];
}

/** One form that matched: which one of its list, what its slots hold in order, and its optional parts that stand. */
export interface Parsed {
  readonly form: number;
  readonly fillings: readonly Filling[];
  readonly taken: readonly number[];
}

/** Whether a part of a group is a group itself. */
export function isGroup(part: Parsed | Group): part is Group {
  return "parts" in part;
}

/** `--x`, `-x` and the operand `<x>` are options; anything else in backticks is a value, a command or a name. */
export function isOption(text: string): boolean {
  return /^-{1,2}[A-Za-z0-9]/.test(text) || /^<[^<>\s]+>$/.test(text);
}
