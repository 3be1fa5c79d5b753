// The grammar of rules, written once: these forms are parsed by, printed from and shown in docs/language.md.
//
//   word      stands as it is, or as one of its synonyms      a capital letter, perhaps with a digit, is a slot
//   [ x ]     may be left out                                 { x }             any number of x
//   a | b     one of them (inside brackets)                   ( a | b )         spellings of the same; the first is canonical
//   ,         a comma or dash, which may be left out
//
// F is an option, V a value, T a command pattern, step or tool: one token, or several joined by "and" or "or".
// L is one list, K one fact, X one variable, G a glob, "noun" one to three words for a list's members, N a number.
// R is one report, P one of its sections; V is then a line, perhaps with holes.
// S is what a condition looks at, C a condition, E what lifts a rule.
import type { RuleKind, Test } from "../../../policy/types.ts";
import { reportConditionForms, reportForms } from "./report-productions.ts";

export const LEADS = ["Always", "Never", "Ask before", "Default", "Prefer", "Require", "Allow"] as const;
export type Lead = (typeof LEADS)[number];

/** The form of a rule's sentence after its lead. */
export interface SentenceForm {
  readonly kind: RuleKind;
  readonly lead: Lead;
  readonly form: string;
  /** What happens when the rule is broken. */
  readonly broken: string;
  /** What the rule keeps from being done to a file. */
  readonly verb?: "edit" | "read" | "delete";
}

const END = "[, when C] [, unless E]";

const sentence = (
  kind: RuleKind,
  lead: Lead,
  form: string,
  broken: string,
  verb?: "edit" | "read" | "delete",
): SentenceForm => ({ kind, lead, form: `${form} ${END}`, broken, ...(verb === undefined ? {} : { verb }) });

const DENY = "deny";
const ADDS = "deny; the fix adds it";

export const sentenceForms: readonly SentenceForm[] = [
  sentence("always-pass", "Always", "pass F [V] to T", ADDS),
  sentence(
    "always-pass-every",
    "Always",
    "pass F with every L [noun] to T",
    "deny; the fix adds what is missing",
  ),
  sentence(
    "always-before",
    "Always",
    "run T before T2 [in each session] [for the same F]",
    "deny T2 until T has succeeded",
  ),
  sentence("always-under", "Always", "run T under T2", "deny: the wrapper is missing"),
  sentence(
    "always-each",
    "Always",
    "run T for each T2 before the run ends",
    "a reminder, until T stands behind it",
  ),
  sentence(
    "run-approved",
    "Never",
    "run T before the operator approves (it | the command | the exact command)",
    "ask",
  ),
  sentence("never-times", "Never", "run T more than N (times | time) in a run", DENY),
  sentence("never-at-once", "Never", "run more than N T at once", DENY),
  sentence("never-before-date", "Never", "run T until one day before K", "deny: not yet"),
  sentence("never-until", "Never", "run T until C1", "deny: not yet"),
  sentence("never-run", "Never", "run T", DENY),
  sentence("never-pass", "Never", "pass F to T", DENY),
  sentence("never-pass-any", "Never", "pass any L [noun] as F to T", DENY),
  sentence("never-pass-value", "Never", "pass V [as F] to T", DENY),
  sentence("never-combine", "Never", "combine F with F2 on T", DENY),
  sentence("never-pipe", "Never", "pipe T into T2", DENY),
  sentence("never-touch", "Never", "edit G", DENY, "edit"),
  sentence("never-touch", "Never", "read G", DENY, "read"),
  sentence("never-touch", "Never", "delete G", DENY, "delete"),
  sentence("never-write", "Never", "write V in G [until C1]", DENY),
  sentence("ask-before", "Ask before", "running T", "ask"),
  sentence("ask-editing", "Ask before", "editing G", "ask"),
  sentence("default", "Default", "F to V for T", "absent: deny, the fix adds it; another value: ask"),
  sentence("prefer-option", "Prefer", "F over F2 for T", "warn; the fix puts one in place of the other"),
  sentence("prefer-tool", "Prefer", "T over T2", "warn; the fix puts one in place of the other"),
  sentence(
    "order",
    "Require",
    "order T, then T {, then T}",
    "deny out of order; a step run again resets what follows",
  ),
  sentence("require", "Require", "C1 before running T", DENY),
  sentence("allow", "Allow", "T", "lifts the rules named by “Exception to” for this pattern"),
  ...reportForms.map(({ kind, lead, form }) => sentence(kind, lead, form, "a finding in the report")),
];

/** What a condition can look at. */
export interface SubjectForm {
  readonly of: "option" | "operand" | "variable" | "fact" | "reported";
  readonly form: string;
  readonly about: string;
}

export const subjectForms: readonly SubjectForm[] = [
  {
    of: "reported",
    form: "F of T in P",
    about: "in a rule about a report: the values given to an option of a command in a section of it",
  },
  { of: "option", form: "F", about: "the values given to an option; several may be joined" },
  {
    of: "operand",
    form: "(any operand | an operand | some operand)",
    about: "any word that is no option and no value of one",
  },
  { of: "variable", form: "variable X", about: "a variable that the command sets" },
  { of: "fact", form: "[fact] K", about: "a fact, as its definition says where it comes from" },
];

/** The form of one condition. */
export interface ConditionForm {
  readonly test: Test["test"];
  readonly form: string;
  readonly holds: string;
  readonly negated?: boolean;
}

export const conditionForms: readonly ConditionForm[] = [
  { test: "used", form: "F (is | are) used", holds: "the option is given" },
  { test: "missing", form: "F (is | are) missing", holds: "the option is not given" },
  {
    test: "file-exists",
    form: "file G exists",
    holds: "there is such a file; for an option, the file that it names",
  },
  { test: "file-exists", form: "file G does not exist", holds: "there is no such file", negated: true },
  { test: "on-host", form: "on host V", holds: "the command runs on that host" },
  { test: "in-folder", form: "in G", holds: "the command runs in a folder that fits the glob" },
  { test: "set", form: "S is not set", holds: "it has no value", negated: true },
  { test: "set", form: "S is set", holds: "it has a value" },
  { test: "above", form: "S is above V", holds: "a value is a greater number, version or date" },
  { test: "below", form: "S is below V", holds: "a value is a smaller number, version or date" },
  { test: "outside", form: "S is outside G", holds: "a value is no path that fits the glob" },
  { test: "is", form: "S is not V", holds: "there is a value and it is none of them", negated: true },
  { test: "is", form: "S is (one of) V", holds: "a value is one of them" },
  { test: "is", form: "S is V", holds: "a value is one of them" },
  { test: "looks-like", form: "S looks like G", holds: "a value fits the glob" },
  {
    test: "looks-like",
    form: "S does not look like G",
    holds: "a value does not fit the glob",
    negated: true,
  },
  { test: "matches", form: "S matches V", holds: "a value fits the regular expression" },
  { test: "names-any", form: "S names any L [noun]", holds: "a value is, or is matched by, a member" },
  { test: "names-outside", form: "S names anything outside L", holds: "a value is no member" },
  ...reportConditionForms,
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
  edit: ["change", "modify"],
  editing: ["changing", "modifying"],
  when: ["if"],
  with: ["naming"],
  over: ["to"],
  write: ["put"],
};
