// What linking makes of a rule's sentence.
import type { Rule, RuleKind, RuleOf } from "../../policy/types.ts";

type CommonKey =
  | "id"
  | "kind"
  | "sentence"
  | "when"
  | "unless"
  | "because"
  | "instead"
  | "exceptionTo"
  | "until";
type MoreKey = "reviewBy" | "date" | "entry" | "supersedes" | "examples" | "source";
type Specific<K extends RuleKind> = Omit<RuleOf<K>, CommonKey | MoreKey>;
/** What is different from kind to kind. */
export type RuleBody = { [K in RuleKind]: { kind: K } & Specific<K> }[RuleKind];

/** A sentence with its names resolved. */
export interface BuiltSentence {
  readonly body: RuleBody;
  readonly when: Rule["when"];
  readonly unless: Rule["unless"];
}
