// What a rule about a report finds.
import type { Range } from "../../../policy/types.ts";

/** One thing that breaks the rule. */
export interface Breach {
  /** What kind of thing it is, such as `missing-text`. */
  readonly code: string;
  readonly message: string;
  readonly range: Range;
  /** A line that would keep the rule. */
  readonly expected?: string | undefined;
  /** False where it can't be decided whether the rule is broken. */
  readonly certain?: boolean;
}

/** So many breaches of one rule are told apart. */
export const MOST_BREACHES = 50;
