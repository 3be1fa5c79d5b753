// What a checker is told of a run: what was done before, what runs now, and what a person has said.
import type { Done } from "./types.ts";

/** Something that was done before, or may have been. Calls that were stopped are none. */
export interface Past {
  readonly does: readonly Done[];
  /**
   * How it ended. `started`: it runs, and nobody will tell how it ends. `allowed`: nothing stopped it, and its end has
   * not been told. `asked`: a person was asked, and whether it ran has not been told.
   */
  readonly outcome: "succeeded" | "failed" | "unknown" | "started" | "allowed" | "asked";
}

/** A run up to now. */
export interface RunHistory {
  /** True where it is known from its beginning: what isn't in it has not run. */
  readonly whole: boolean;
  /** True where what has succeeded was written down: what isn't in it has not succeeded. Else it was only told. */
  readonly recorded: boolean;
  /** In the order in which it was proposed. */
  readonly past: readonly Past[];
}

/** The ledger as rules see it. Each part is asked for only where a rule needs it; undefined where it can't be known. */
export interface LedgerView {
  readonly run: () => RunHistory | undefined;
  /** What runs at present, in all runs of the project, besides what is being checked. */
  readonly running: () => readonly Past[] | undefined;
  /** Facts that a person's approval in this run has set. */
  readonly facts: () => Readonly<Record<string, string>>;
  /** Whether a person has waived a rule, by its id. */
  readonly isWaived: (rule: string) => boolean;
}
