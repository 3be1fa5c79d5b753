// What the checker looks up in a policy, however the policy is kept.
import type { DecisionTable, List, Rule, Tool } from "../../policy/types.ts";
import type { Carrier } from "../../shell/types.ts";

/** All lists of rules are in the policy's order. One rule is always the same object. */
export interface Lookup {
  /** Tools that are declared to run what they are given. */
  readonly carriers: readonly Carrier[];
  /** The declaration of a program or subcommand, by any of its names. */
  readonly tool: (name: string) => Tool | undefined;
  /** The rules that name a program, by its declared name; undefined where none does. */
  readonly rulesOf: (program: string) => readonly Rule[] | undefined;
  /** The rules about programs whose names are known only in part. */
  readonly anywhere: readonly Rule[];
  /** The rules about files, which any action may meet. */
  readonly fileRules: readonly Rule[];
  /** The `Allow` rules that narrow a rule. */
  readonly exceptionsTo: (id: string) => readonly Rule[];
  readonly list: (name: string) => List | undefined;
  readonly decision: (name: string) => DecisionTable | undefined;
  /** The globs of files that a source's rules about files are limited to; undefined where they are for all. */
  readonly appliesTo: (file: string) => readonly string[] | undefined;
  /** The programs that rules name. */
  readonly programs: () => Iterable<string>;
}
