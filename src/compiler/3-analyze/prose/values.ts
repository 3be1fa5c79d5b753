// What claims say: times, orders, failures, outcomes and messages.
import type { Decided } from "./decided.ts";
import type { SectionName } from "./text/section-names.ts";
import type { Thing } from "./things.ts";

/** A time in seconds. `bound` makes it a greatest or a least one; where it is so as a rule only, `usual` is true. */
export interface TimeSaid {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly bound: "most" | "least" | undefined;
  readonly about: boolean;
  readonly usual?: boolean;
}

/**
 * What comes before the subject. `next`: the subject's turn is when these are over. `later`: some time behind them.
 * `all`: these and no others. `not`: it doesn't wait for these.
 */
export interface OrderSaid {
  readonly how: "next" | "later" | "all" | "not";
  readonly parts: readonly Thing[];
  /** What comes then together with the subject: it may well be in front of it. */
  readonly besides?: readonly Thing[];
}

/** All that comes right behind the subject. */
export interface FollowersSaid {
  readonly parts: readonly Thing[];
}

export interface DaysBefore {
  readonly days: number;
  /** The fact that is a date. */
  readonly of: string;
}

/** Whether the subject's failure ends everything: always, or in some case only. */
export interface FailureSaid {
  readonly stops: boolean;
  readonly always: boolean;
}

/** A whole decision, or the outcome of the cases in which inputs have these values. */
export type OutcomeSaid =
  | { readonly whole: Decided }
  | { readonly given: ReadonlyMap<string, string>; readonly outcome: string };

export interface MessageSaid {
  readonly text: string;
}

/** A time in seconds, or an amount. `unit` is what it counts in. */
export interface ThresholdSaid extends TimeSaid {
  readonly unit: string;
  /** What is so from there on: "stuck", or "above" and "below" for a bound of an amount. */
  readonly state: string;
}

/** Where something stands in a text, or must not stand: a section by its name, or the line of what it belongs to. */
export interface PlaceSaid {
  readonly where: string;
  readonly text: string;
  readonly denied: boolean;
}

/** In which order sections stand, which one opens a text, or which one ends it. */
export interface SectionsSaid {
  readonly how: "order" | "first" | "last";
  readonly names: readonly SectionName[];
  /** The words that tell which text it is; none where it isn't said. */
  readonly of: ReadonlySet<string>;
}

export interface OptionSaid {
  readonly option: string;
  /** The program with its subcommand. */
  readonly command: string;
}

/** The place of what stands in the line of the thing that it is said of. */
export const LINE = "line";
