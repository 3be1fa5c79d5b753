// Findings: what is said of a broken rule, and in which order.
import type { Decision, Finding, Rule } from "../policy/types.ts";
import type { Judgement } from "./judge.ts";
import type { Edit, Subject } from "./subject.ts";

/** A finding with the edits that would mend it. */
export interface Found {
  readonly finding: Finding;
  readonly edits: readonly Edit[];
  /** Whether a person's approval of exactly this action is all that is asked for. */
  readonly approvable: boolean;
  /** The invocation that it was found on. */
  readonly subject?: Subject;
}

const STRICTNESS: readonly Decision[] = ["allow", "warn", "ask", "deny"];

/** What a judgement says. `certain` is false where the command itself is only one reading of several. */
export function toFound(rule: Rule, judgement: Judgement, certain: boolean, subject?: Subject): Found {
  const { outcome, decision } = judgement;
  const sure = judgement.certain && certain;
  const message = outcome?.message ?? "";
  const instead = outcome?.instead ?? rule.instead;
  const finding: Finding = {
    rule: rule.id,
    sentence: rule.sentence,
    message: judgement.certain ? message : uncertain(message),
    ...(rule.because === undefined ? {} : { because: rule.because }),
    ...(instead === undefined ? {} : { instead }),
    decision: decision === "deny" && !sure ? "ask" : (decision ?? "ask"),
    certain: sure,
    ...(outcome?.range === undefined ? {} : { range: { ...outcome.range } }),
    source: rule.source,
  };
  return {
    finding,
    edits: judgement.certain ? (outcome?.edits ?? []) : [],
    approvable: finding.decision === "ask" && isAskedFor(rule, judgement),
    ...(subject === undefined ? {} : { subject }),
  };
}

/** An approval settles what asks for one. A deny that can't be decided asks too, and is no matter of approval. */
function isAskedFor({ kind }: Rule, { outcome }: Judgement): boolean {
  if (kind === "run-approved" || kind === "ask-before" || kind === "ask-editing") return true;
  return kind === "default" && outcome?.decision === "ask";
}

/** What the reader found. That something can't be seen into is asked about by the project's choice. */
export function ofReader(finding: Finding): Found {
  return { finding, edits: [], approvable: finding.code === "opaque" };
}

/** What the built-in rules found: a person may approve what they only ask about. */
export function ofProtection(finding: Finding): Found {
  return { finding, edits: [], approvable: finding.decision === "ask" };
}

/** A finding that hangs on a condition which can't be decided says so. */
function uncertain(message: string): string {
  const said = /can't be (decided|seen|known)/.test(message);
  return said ? message : `${message}, if the rule applies, which can't be decided`;
}

/** The strictest first; otherwise by place and rule. */
export function byStrictness(a: Finding, b: Finding): number {
  return (
    STRICTNESS.indexOf(b.decision) - STRICTNESS.indexOf(a.decision) ||
    (a.range?.start ?? 0) - (b.range?.start ?? 0) ||
    compare(a.rule ?? "", b.rule ?? "") ||
    compare(a.message, b.message)
  );
}

/** One command can be reached on several readings; the same finding at the same place is said once. */
export function distinct(found: readonly Found[]): Found[] {
  if (found.length < 2) return [...found];
  const seen = new Set<string>();
  return found.filter(({ finding }) => {
    const { rule, code, message, range, decision } = finding;
    const key = JSON.stringify([rule, code, message, range, decision]);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
