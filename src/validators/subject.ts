// What one rule is held against: an invocation with its words sorted out, in its place among the others.
import type { Arguments, Occurrence } from "../pattern/arguments.ts";
import type { ConditionContext } from "../pattern/condition.ts";
import type { Truth } from "../pattern/truth.ts";
import type { LedgerView } from "../policy/history.ts";
import type { Range, Tool, ToolOption } from "../policy/types.ts";
import type { Invocation, Reading } from "../shell/types.ts";
import type { PolicyIndex } from "./policy-index.ts";

export interface Subject extends ConditionContext {
  readonly invocation: Invocation;
  /** Its index among the invocations of the reading. */
  readonly position: number;
  readonly reading: Reading;
  readonly policy: PolicyIndex;
  readonly args: Arguments;
  /** The name of the tool as it is declared. */
  readonly tool: string | undefined;
  readonly declaration: Tool | undefined;
  readonly option: (name: string) => ToolOption | undefined;
  /** What is known of the run before this text: nothing, or that it has just begun. */
  readonly history: "unknown" | "empty";
  /** What the ledger tells; undefined where none is read. */
  readonly ledger: LedgerView | undefined;
  /** Today, `YYYY-MM-DD`, where the caller says so. */
  readonly today: string | undefined;
}

/** A change of the checked text that mends what was found. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a rule says of a subject that it applies to. */
export interface Outcome {
  /** Whether the rule is broken; false is silence. */
  readonly broken: Truth;
  /** What was found, in words. */
  readonly message: string;
  readonly range?: Range | undefined;
  readonly edits?: readonly Edit[] | undefined;
  /** Where it differs from the rule's own effect: an option with another value than the default asks. */
  readonly decision?: "ask" | "deny" | "warn";
  /** What to do instead, where that is more than the rule itself says. */
  readonly instead?: string;
}

/** A rule that is not broken. */
export const SILENT: Outcome = { broken: false, message: "" };

/** The words of an invocation from its program to its last word. */
export function wholeRange(subject: Subject): Range {
  return subject.invocation.range;
}

/** The first use of an option. */
export function firstUse(option: string, subject: Subject): Occurrence | undefined {
  return subject.args.occurrences.find((o) => o.name === option);
}
