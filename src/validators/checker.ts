// The checker: an action in, a verdict out. Pure and synchronous; what it needs is passed in.
import { canonicalJson } from "../policy/canonical-json.ts";
import type { RunHistory } from "../policy/history.ts";
import { once } from "../policy/once.ts";
import { ruleUrl } from "../policy/rule-page.ts";
import { isLive, isReportRule } from "../policy/rules.ts";
import type {
  Action,
  CommandAction,
  Decision,
  Done,
  Finding,
  Policy,
  ReportAction,
  Rule,
  Verdict,
} from "../policy/types.ts";
import { canonical } from "../shell/quote.ts";
import { readShell } from "../shell/read.ts";
import type { Reading } from "../shell/types.ts";
import { withBefore } from "./before.ts";
import type { CheckContext, CheckerOptions } from "./context.ts";
import { doneBy } from "./done.ts";
import { missingAtEnd } from "./end.ts";
import { byStrictness, distinct, type Found, ofProtection, ofReader, toFound } from "./findings.ts";
import { proposeFix } from "./fix.ts";
import { phrasesGranting } from "./grants.ts";
import type { Judgement } from "./judge.ts";
import { judgeFile, judgeInvocation } from "./judge-action.ts";
import type { Lookup } from "./lookup/lookup.ts";
import { PolicyIndex } from "./policy-index.ts";
import { protectedFinder } from "./protected/finder.ts";
import { ordinaryCommands } from "./protected/ordinary.ts";
import type { ProtectedInput } from "./protected/protected.ts";
import type { Protection } from "./protected/protection.ts";
import { invocationFindings, opaqueFindings, readerFindings, unfilled } from "./reader-findings.ts";
import { factsOf, type Requirements } from "./requires.ts";
import type { Subject } from "./subject.ts";
import { fileSubject, type Surroundings, subjectOf } from "./surroundings.ts";
import { toolReading, withoutPlace } from "./tool-reading.ts";
import { unknownProgram } from "./unknown-program.ts";
import { type CommandTask, commandFindings, commandTasks } from "./workflow/commands.ts";
import { toolFindings } from "./workflow/tool-call.ts";

const NOTHING: Reading = { invocations: [], problems: [], opaque: [], files: [], proven: [] };

export class Checker {
  readonly #index: PolicyIndex;
  readonly #options: CheckerOptions;
  readonly #tasks: readonly CommandTask[];
  readonly #protected: ((input: ProtectedInput) => Finding[]) | undefined;
  #last:
    | { readonly action: Action; readonly files: CheckContext["files"]; readonly reading: Reading }
    | undefined;

  /** `lookup` where the policy is not there as a whole. */
  constructor(policy: Policy, options: CheckerOptions, lookup?: Lookup) {
    this.#index = new PolicyIndex(policy, lookup);
    this.#options = options;
    this.#tasks = policy.workflows.length === 0 ? [] : commandTasks(policy);
    this.#protected = options.protection === undefined ? undefined : findProtected(options.protection);
  }

  /** Checks an action. Never throws; what can't be understood is never allowed. */
  check(action: Action, context: CheckContext = {}): Verdict {
    const reading = this.#readingOf(action, context);
    const found = this.#find(reading, action, context);
    const findings = found.map((f) => this.#withPage(f.finding)).sort(byStrictness);
    const decision = findings[0]?.decision ?? "allow";
    const fix =
      action.kind === "command" && (decision === "deny" || decision === "warn")
        ? proposeFix(action.command, decision, found, (command) =>
            this.#recheck({ ...action, command }, context),
          )
        : undefined;
    const { revision } = this.#index.policy;
    const canonicalText =
      action.kind === "command" ? reading.invocations.map(canonical).join("\n") : canonicalOf(action);
    const { sha256 } = this.#options;
    let plan: string | undefined;
    return {
      schemaVersion: 1,
      decision,
      findings,
      ...(fix === undefined ? {} : { fix }),
      canonical: canonicalText,
      // Hashing is loaded late where it is slow to load, and most verdicts need no key.
      get plan() {
        plan ??= sha256(planText(action, reading, canonicalText, revision));
        return plan;
      },
      opaque: reading.opaque.map((o) => ({ range: { ...o.range }, reason: o.reason })),
      revision,
    };
  }

  /** What a verdict on an action hangs on besides the action: files that it runs, and facts that rules ask for. */
  requires(action: Action): Requirements {
    if (action.kind === "report") {
      const rules = this.#index.policy.rules.filter((r) => isReportRule(r) && r.report === action.report);
      return { files: [], facts: factsOf(rules) };
    }
    const reading = this.#readingOf(action, {});
    const files = reading.files.flatMap((f) => (f.read || f.path === undefined ? [] : [f.path]));
    const rules = reading.invocations.flatMap((i) => this.#index.rulesFor(this.#index.read(i).tool));
    return { files: [...new Set(files)], facts: factsOf([...rules, ...this.#index.fileRules]) };
  }

  /** What an action does, in the form in which the ledger remembers it. */
  doneBy(action: Action, context: CheckContext = {}): Done {
    return doneBy(action, action.kind === "command" ? this.#read(action, context) : NOTHING);
  }

  /** The phrases by which an operator grants all that an approval of the action would settle; none where nothing is asked. */
  phrasesFor(action: Action, context: CheckContext = {}): string[] {
    const reading = this.#readingOf(action, context);
    const asked = this.#find(reading, action, { ...context, approved: false }).filter((f) => f.approvable);
    return asked.length === 0 ? [] : phrasesGranting(asked, this.#index.policy);
  }

  /** What is found when a run has ended: commands that had to run for each of others, and have not. */
  atEnd(run: RunHistory, context: CheckContext = {}): Finding[] {
    const action: Action = { kind: "command", command: "" };
    const around: Surroundings = {
      action,
      context,
      options: this.#options,
      policy: this.#index,
      reading: NOTHING,
    };
    return this.#rules(this.#index.policy.rules, context).flatMap((rule) =>
      rule.kind === "always-each" ? missingAtEnd(rule, run, around) : [],
    );
  }

  /** A finding with the address of its rule's page, where the project says where its site is. */
  #withPage(finding: Finding): Finding {
    const { site } = this.#index.policy.settings;
    const { rule } = finding;
    return site === undefined || rule === undefined ? finding : { ...finding, url: ruleUrl(site, rule) };
  }

  #recheck(action: CommandAction, context: CheckContext): { decision: Decision; found: readonly Found[] } {
    const { trace: _, ...rest } = context;
    const found = this.#find(this.#read(action, context), action, rest);
    const [strictest] = found.map((f) => f.finding).sort(byStrictness);
    return { decision: strictest?.decision ?? "allow", found };
  }

  #find(reading: Reading, action: Action, given: CheckContext): Found[] {
    const context = withBefore(given);
    const found = this.#findAll(reading, action, context);
    if (this.#protected !== undefined && context.only === undefined) {
      const textOf = (path: string): string | undefined => context.files?.(path);
      found.push(...distinct(this.#protected({ action, reading, textOf }).map(ofProtection)));
    }
    return context.approved === true ? found.filter((f) => !f.approvable) : found;
  }

  #findAll(reading: Reading, action: Action, context: CheckContext): Found[] {
    const around: Surroundings = { action, context, options: this.#options, policy: this.#index, reading };
    if (action.kind === "tool") {
      const name = this.#index.toolName(action.tool);
      const findings = toolFindings(name, action, this.#index.policy, context.run, this.#options.regex);
      return [...findings.map(ofReader), ...this.#invocations(around).map(withoutPlace)];
    }
    if (action.kind === "report") return this.#findInReport(action, around);
    if (action.kind !== "command")
      return this.#judged(judgeFile(action, around, this.#rules(this.#index.fileRules, context)));
    const found: Found[] = [
      ...readerFindings(reading, action, this.#index),
      ...unfilled(reading),
      ...opaqueFindings(reading, this.#index),
    ].map(ofReader);
    return distinct([...found, ...this.#invocations(around)]);
  }

  /** Judges each program of a reading. */
  #invocations(around: Surroundings): Found[] {
    const { context, reading } = around;
    const found: Found[] = [];
    const fileRules = this.#rules(this.#index.fileRules, context);
    for (const [position, invocation] of reading.invocations.entries()) {
      if (hasSyntaxError(reading, invocation.range.end)) continue;
      const read = this.#index.read(invocation);
      const { tool } = read;
      if (this.#tasks.length > 0 && context.only === undefined)
        found.push(...commandFindings(this.#tasks, invocation, read, context.run).map(ofReader));
      if (tool === undefined) {
        const finding = unknownProgram(
          invocation,
          position,
          around,
          this.#rules(this.#index.policy.rules, context),
        );
        if (finding !== undefined) found.push(ofReader(finding));
        continue;
      }
      const rules = this.#rules(
        context.only === undefined ? this.#index.rulesFor(tool) : [context.only],
        context,
      );
      if (rules.length === 0 && fileRules.length === 0) continue;
      if (rules.length > 0) found.push(...invocationFindings(invocation, tool).map(ofReader));
      const subject = subjectOf(invocation, position, around);
      const judged = judgeInvocation(subject, rules, fileRules);
      if (context.trace !== undefined) {
        for (const { rule, judgement } of judged)
          context.trace({ invocation: canonical(invocation), rule, judgement });
      }
      found.push(...this.#judged(judged, invocation.certain, subject));
    }
    return found;
  }

  /** What an action runs; an action on a file runs nothing, nor does a report. */
  #readingOf(action: Action, context: CheckContext): Reading {
    if (action.kind === "command") return this.#read(action, context);
    return action.kind === "tool" ? toolReading(this.#index.toolName(action.tool), action) : NOTHING;
  }

  #findInReport(action: ReportAction, around: Surroundings): Found[] {
    const { context, options } = around;
    const report = this.#index.policy.reports.find((r) => r.name === action.report);
    if (report === undefined || options.reports === undefined) {
      const message =
        report === undefined ? `the policy has no report \`${action.report}\`` : "reports are not read here";
      return [ofReader({ code: "unread-report", message, decision: "deny", certain: true })];
    }
    const surroundings = { index: this.#index, context, regex: options.regex, subject: fileSubject(around) };
    return options.reports(action, report, surroundings).map(ofReader);
  }

  /** One action is looked at several times in a row: what it is checked for, what it does, what an approval settles. */
  #read(action: CommandAction, { files }: CheckContext): Reading {
    const last = this.#last;
    if (last?.action === action && last.files === files) return last.reading;
    const reading = this.#readAnew(action, files);
    this.#last = { action, files, reading };
    return reading;
  }

  #readAnew(action: CommandAction, files: CheckContext["files"]): Reading {
    const { shell, cwd } = action;
    return readShell(action.command, {
      ...this.#index.reading,
      ...(shell === undefined ? {} : { shell }),
      ...(cwd === undefined ? {} : { cwd }),
      ...(files === undefined ? {} : { files }),
      ...(this.#options.foldCase === undefined ? {} : { foldCase: this.#options.foldCase }),
    });
  }

  #judged(
    judged: readonly { rule: Rule; judgement: Judgement }[],
    certain = true,
    subject?: Subject,
  ): Found[] {
    return judged.flatMap(({ rule, judgement }) =>
      judgement.decision === undefined ? [] : [toFound(rule, judgement, certain, subject)],
    );
  }

  /** The rules of a list that are to be held against something now. */
  #rules(rules: readonly Rule[], context: CheckContext): readonly Rule[] {
    const { only } = context;
    const live = (rule: Rule): boolean => rule.until === undefined || isLive(rule, this.#options.today);
    return rules.every(live) && only === undefined
      ? rules
      : rules.filter((rule) => live(rule) && (only === undefined || only.id === rule.id));
  }
}

/** The built-in rules, prepared at the first action that may have to do with what is protected. */
function findProtected(protection: Protection): (input: ProtectedInput) => Finding[] {
  const isOrdinary = ordinaryCommands(protection);
  const finder = once(() => protectedFinder(protection));
  return (input) => (isOrdinary(input.action, input.reading) ? [] : finder()(input));
}

/** A shell stops at the first command that it can't parse: that one, and what stands behind it, doesn't run. */
function hasSyntaxError(reading: Reading, end: number): boolean {
  return reading.problems.some((p) => p.syntax === true && p.range.start < end);
}

function canonicalOf(action: Exclude<Action, CommandAction>): string {
  if (action.kind === "tool") return `${action.kind} ${action.tool} ${canonicalJson(action.input)}`;
  return `${action.kind} ${action.kind === "report" ? action.report : action.path}`;
}

/** What an approval binds: the text, every program with its path, words, environment, redirections and host, in order. */
function planText(action: Action, reading: Reading, canonicalText: string, revision: string): string {
  const programs = reading.invocations.map((i) => [
    i.program.text ?? i.program.raw,
    i.host,
    i.carriers,
    i.cwd,
  ]);
  const what =
    action.kind === "command"
      ? [action.command, action.shell]
      : action.kind === "tool"
        ? [action.kind, action.tool, canonicalJson(action.input)]
        : action.kind === "report"
          ? [action.kind, action.report, action.text]
          : [action.kind, action.path, action.content, action.change];
  return JSON.stringify([revision, what, canonicalText, programs, action.cwd, action.host, action.env]);
}
