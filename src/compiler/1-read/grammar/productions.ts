// The grammar of rules, written once: these forms are parsed by, printed from and shown in docs/language.md.
//
//   word      stands as it is, or as one of its synonyms      F V L T C E D N   are slots
//   [ x ]     may be left out                                 { x }             any number of x
//   a | b     one of them (inside brackets)                   ( a | b )         spellings of the same; the first is canonical
//   ,         a comma or dash, which may be left out
//
// F is an option, V a value, T a command pattern, step or tool: one token, or several joined by "and" or "or".
// L is one list, "noun" one to three words for its members, C a condition, E what lifts a rule.
import type { RuleKind, Test } from "../../../policy/types.ts";

export const LEADS = ["Always", "Never", "Ask before", "Default", "Prefer", "Require", "Allow"] as const;
export type Lead = (typeof LEADS)[number];

/** The form of a rule's sentence after its lead. */
export interface SentenceForm {
  readonly kind: RuleKind;
  readonly lead: Lead;
  readonly form: string;
  /** What happens when the rule is broken. */
  readonly broken: string;
}

const END = "[, when C] [, unless E]";

const sentence = (kind: RuleKind, lead: Lead, form: string, broken: string): SentenceForm => ({
  kind,
  lead,
  form: `${form} ${END}`,
  broken,
});

export const sentenceForms: readonly SentenceForm[] = [
  sentence("always-pass", "Always", "pass F [V] to T", "deny; the fix adds it"),
  sentence(
    "always-pass-every",
    "Always",
    "pass F with every L [noun] to T",
    "deny; the fix adds what is missing",
  ),
  sentence(
    "run-approved",
    "Never",
    "run T before the operator approves (it | the command | the exact command)",
    "ask",
  ),
  sentence("never-run", "Never", "run T", "deny"),
  sentence("never-pass", "Never", "pass F to T", "deny"),
  sentence("never-pass-any", "Never", "pass any L [noun] as F to T", "deny"),
  sentence("never-pass-value", "Never", "pass V [as F] to T", "deny"),
  sentence("ask-before", "Ask before", "running T", "ask"),
  sentence("default", "Default", "F to V for T", "absent: deny, the fix adds it; another value: ask"),
  sentence(
    "order",
    "Require",
    "order T, then T {, then T}",
    "deny out of order; a step run again resets what follows",
  ),
];

/** The form of one condition on the command that a rule is applied to. */
export interface ConditionForm {
  readonly test: Test["test"];
  readonly form: string;
  readonly holds: string;
  /** For `is`: the form says "is not". */
  readonly negated?: boolean;
}

export const conditionForms: readonly ConditionForm[] = [
  { test: "used", form: "F (is | are) used", holds: "the option is given" },
  { test: "missing", form: "F (is | are) missing", holds: "the option is not given" },
  { test: "above", form: "F is above V", holds: "its value is a greater number or version" },
  { test: "below", form: "F is below V", holds: "its value is a smaller number or version" },
  {
    test: "is",
    form: "F is not V",
    holds: "the option is given and its value is none of them",
    negated: true,
  },
  { test: "is", form: "F is (one of) V", holds: "its value is one of them" },
  { test: "is", form: "F is V", holds: "its value is one of them" },
  { test: "looks-like", form: "F looks like V", holds: "its value fits the glob" },
  { test: "matches", form: "F matches V", holds: "its value fits the regular expression" },
  { test: "names-any", form: "F names any L [noun]", holds: "some value is, or is matched by, a member" },
  { test: "names-outside", form: "F names anything outside L", holds: "some value is no member" },
];

/** What an operator may say to lift a rule. */
export interface ExceptionForm {
  readonly operator: "waives" | "asks" | "another";
  readonly form: string;
  readonly holds: string;
}

export const exceptionForms: readonly ExceptionForm[] = [
  { operator: "waives", form: "the operator waives it", holds: "a person has waived this rule" },
  {
    operator: "another",
    form: "the operator asks for (another | another one)",
    holds: "a person has asked for it",
  },
  { operator: "asks", form: "the operator asks [for it]", holds: "a person has asked for it" },
];

/** Other words that mean the same; the formatter prints the first. */
export const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  pass: ["add", "include", "use"],
  run: ["execute", "launch", "start"],
  running: ["executing", "launching", "starting"],
  when: ["if"],
  with: ["naming"],
};
