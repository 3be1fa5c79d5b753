// What an analysis is given and what it gives back.
import type { Decision, Example, Rule } from "../../policy/types.ts";
import type { LinkedPolicy } from "../2-link/link.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";

/** What one rule alone says of a command, as if it were the first of its run. */
export interface Trial {
  readonly decision: Decision;
  readonly message: string;
  /** Why the command could not be read, if it could not. */
  readonly unreadable: string | undefined;
}

/** What analyses need of the checker; passed in, since the compiler doesn't know it. */
export interface CheckerForAnalysis {
  /** Prepares a policy for trying its rules one by one. */
  readonly prepare: (
    policy: LinkedPolicy,
  ) => (rule: Rule, example: Pick<Example, "command" | "facts">) => Trial;
  /** Why a regular expression can't be used; undefined when it can. */
  readonly expressionProblem: (pattern: string) => string | undefined;
}

export type Analysis = (policy: LinkedPolicy, checker: CheckerForAnalysis) => readonly Diagnostic[];
