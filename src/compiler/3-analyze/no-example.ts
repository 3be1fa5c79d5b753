// Deny rules without an example. Can't see whether an example shows what matters.
import type { Rule } from "../../policy/types.ts";
import { noExample } from "../messages/generated.ts";
import type { Analysis } from "./analysis.ts";

const NO_DENIAL: readonly Rule["kind"][] = [
  "allow",
  "prefer-option",
  "prefer-tool",
  "run-approved",
  "ask-before",
  "ask-editing",
];
/** Kinds that a command alone can't break: they need a file, a run or today's date. */
const NO_COMMAND: readonly Rule["kind"][] = [
  "always-each",
  "never-touch",
  "never-write",
  "never-before-date",
];

/** Reports each rule that denies and has no `Blocks`. */
export const noExamples: Analysis = ({ policy }) =>
  policy.rules
    .filter((rule) => !NO_DENIAL.includes(rule.kind) && !NO_COMMAND.includes(rule.kind))
    .filter((rule) => !rule.examples.some((e) => e.expect === "deny"))
    .map((rule) => noExample(rule.source, { id: rule.id }));
