// The checker: an action in, a verdict out. Pure and synchronous; what it needs is passed in.
import type { RegexEngine } from "../pattern/compare.ts";
import type { Sha256 } from "../policy/revision.ts";
import type { Action, Decision, Finding, Policy, Rule, Verdict } from "../policy/types.ts";
import { canonical } from "../shell/quote.ts";
import { readShell } from "../shell/read.ts";
import type { Reading } from "../shell/types.ts";
import { proposeFix } from "./fix.ts";
import { type Judgement, judge } from "./judge.ts";
import { PolicyIndex } from "./policy-index.ts";
import { readerFindings, unknownProgram } from "./reader-findings.ts";
import type { Edit, Subject } from "./subject.ts";

/** What the checker can't do itself. */
export interface CheckerOptions {
  readonly sha256: Sha256;
  readonly regex: RegexEngine;
  /** Today, `YYYY-MM-DD`: rules past their `Until` are not enforced. Without it none has ended. */
  readonly today?: string;
}

/** What is known besides the action. */
export interface CheckContext {
  /** `empty` when this action is the first of its run; what ran before is unknown otherwise. */
  readonly history?: "unknown" | "empty";
  /** Judges by this rule alone. */
  readonly only?: Rule;
  /** Is told of each rule that was held against each invocation. */
  readonly trace?: (entry: TraceEntry) => void;
}

/** One rule held against one invocation. */
export interface TraceEntry {
  readonly invocation: string;
  readonly rule: Rule;
  readonly judgement: Judgement;
}

/** A finding with the edits that would mend it. */
interface Found {
  readonly finding: Finding;
  readonly edits: readonly Edit[];
}

const STRICTNESS: readonly Decision[] = ["allow", "warn", "ask", "deny"];

export class Checker {
  readonly #index: PolicyIndex;
  readonly #options: CheckerOptions;

  constructor(policy: Policy, options: CheckerOptions) {
    this.#index = new PolicyIndex(policy);
    this.#options = options;
  }

  /** Checks a shell text. Never throws; what can't be understood is never allowed. */
  check(action: Action, context: CheckContext = {}): Verdict {
    const reading = this.#read(action);
    const found = this.#find(reading, action, context);
    const findings = found.map((f) => f.finding).sort(byStrictness);
    const decision = findings[0]?.decision ?? "allow";
    const fix =
      decision === "deny"
        ? proposeFix(action.command, found, (command) => this.#recheck({ ...action, command }, context))
        : undefined;
    const canonicalText = reading.invocations.map(canonical).join("\n");
    const { revision } = this.#index.policy;
    return {
      schemaVersion: 1,
      decision,
      findings,
      ...(fix === undefined ? {} : { fix }),
      canonical: canonicalText,
      plan: this.#options.sha256(planText(action, reading, canonicalText, revision)),
      opaque: reading.opaque.map((o) => ({ range: { ...o.range }, reason: o.reason })),
      revision,
    };
  }

  #recheck(action: Action, context: CheckContext): { decision: Decision; found: readonly Found[] } {
    const { trace: _, ...rest } = context;
    const found = this.#find(this.#read(action), action, rest);
    const [strictest] = found.map((f) => f.finding).sort(byStrictness);
    return { decision: strictest?.decision ?? "allow", found };
  }

  #read(action: Action): Reading {
    return readShell(action.command, action.shell === undefined ? {} : { shell: action.shell });
  }

  #find(reading: Reading, action: Action, context: CheckContext): Found[] {
    const found: Found[] = readerFindings(reading, action, this.#index).map((finding) => ({
      finding,
      edits: [],
    }));
    for (const [position, invocation] of reading.invocations.entries()) {
      const { tool, args } = this.#index.read(invocation);
      if (tool === undefined) {
        const finding = unknownProgram(invocation, this.#index);
        if (finding !== undefined) found.push({ finding, edits: [] });
        continue;
      }
      const rules = context.only === undefined ? this.#index.rulesFor(tool) : [context.only];
      if (rules.length === 0) continue;
      const subject: Subject = {
        invocation,
        position,
        reading,
        policy: this.#index,
        args,
        tool,
        list: (name) => this.#index.list(name),
        option: (name) => this.#index.option(tool, name),
        regex: this.#options.regex,
        history: context.history ?? "unknown",
      };
      for (const rule of rules) {
        if (this.#hasEnded(rule)) continue;
        const judgement = judge(rule, subject);
        context.trace?.({ invocation: canonical(invocation), rule, judgement });
        if (judgement.decision !== undefined) found.push(toFound(rule, judgement, subject));
      }
    }
    return distinct(found);
  }

  #hasEnded(rule: Rule): boolean {
    const { today } = this.#options;
    return today !== undefined && rule.until !== undefined && rule.until < today;
  }
}

function toFound(rule: Rule, judgement: Judgement, subject: Subject): Found {
  const { outcome, decision, certain } = judgement;
  const sure = certain && subject.invocation.certain;
  const message = certain ? (outcome?.message ?? "") : uncertain(outcome?.message ?? "");
  const finding: Finding = {
    rule: rule.id,
    sentence: rule.sentence,
    message,
    ...(rule.because === undefined ? {} : { because: rule.because }),
    ...(rule.instead === undefined ? {} : { instead: rule.instead }),
    decision: decision === "deny" && !sure ? "ask" : (decision ?? "ask"),
    certain: sure,
    ...(outcome?.range === undefined ? {} : { range: { ...outcome.range } }),
    source: rule.source,
  };
  return { finding, edits: certain ? (outcome?.edits ?? []) : [] };
}

/** A finding that hangs on a condition which can't be decided says so. */
function uncertain(message: string): string {
  return /can't be (decided|seen|known)/.test(message)
    ? message
    : `${message}, if the rule applies, which can't be decided`;
}

/** The strictest first; otherwise by place and rule. */
function byStrictness(a: Finding, b: Finding): number {
  return (
    STRICTNESS.indexOf(b.decision) - STRICTNESS.indexOf(a.decision) ||
    (a.range?.start ?? 0) - (b.range?.start ?? 0) ||
    compare(a.rule ?? "", b.rule ?? "") ||
    compare(a.message, b.message)
  );
}

/** One command can be reached on several readings; the same finding at the same place is said once. */
function distinct(found: readonly Found[]): Found[] {
  if (found.length < 2) return [...found];
  const seen = new Set<string>();
  return found.filter(({ finding }) => {
    const key = JSON.stringify([
      finding.rule,
      finding.code,
      finding.message,
      finding.range,
      finding.decision,
    ]);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** What an approval binds: the text, every program with its path, words, environment, redirections and host, in order. */
function planText(action: Action, reading: Reading, canonicalText: string, revision: string): string {
  const programs = reading.invocations.map((i) => [i.program.text ?? i.program.raw, i.host, i.carriers]);
  return JSON.stringify([
    revision,
    action.command,
    canonicalText,
    programs,
    action.cwd,
    action.host,
    action.shell,
  ]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
