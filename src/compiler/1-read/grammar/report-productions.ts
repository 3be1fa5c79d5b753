// The forms of rules about reports, and of conditions that look into one.
import type { RuleKind, Test } from "../../../policy/types.ts";

/** A sentence's form, without what any sentence may end with. The longer one of two that begin alike comes first. */
interface ReportForm {
  readonly kind: RuleKind;
  readonly lead: "Always" | "Never";
  readonly form: string;
}

export const reportForms: readonly ReportForm[] = [
  {
    kind: "always-write-each",
    lead: "Always",
    form: "write V in P of R for every L [noun] [that F of T in P2 names]",
  },
  { kind: "always-write-list", lead: "Always", form: "write exactly the L [noun] in P of R" },
  { kind: "always-write-command", lead: "Always", form: "write the command T in P of R" },
  { kind: "always-write", lead: "Always", form: "write V in P of R" },
  { kind: "always-write", lead: "Always", form: "write V anywhere in R" },
  { kind: "never-write-twice", lead: "Never", form: "write (the same | one) F twice in P of R" },
  { kind: "never-write-again", lead: "Never", form: "write F of P in P2 of R" },
  { kind: "never-write-in", lead: "Never", form: "write V in P of R" },
  { kind: "never-write-in", lead: "Never", form: "write V anywhere in R" },
  { kind: "never-report-before", lead: "Never", form: "report R before T" },
];

/** The form of a condition that looks into a report. */
interface ReportConditionForm {
  readonly test: Test["test"];
  readonly form: string;
  readonly holds: string;
  readonly negated?: boolean;
}

export const reportConditionForms: readonly ReportConditionForm[] = [
  {
    test: "stands",
    form: "V (stands | stand) in P",
    holds: "in a rule about a report: such a line stands in the section",
  },
  {
    test: "stands",
    form: "V (does not stand | do not stand) in P",
    holds: "in a rule about a report: no such line stands in the section",
    negated: true,
  },
];
