// What a checker is given: once, and with each action.
import type { RegexEngine } from "../pattern/compare.ts";
import type { LedgerView, Past } from "../policy/history.ts";
import type { Sha256 } from "../policy/revision.ts";
import type { Finding, Report, ReportAction, Rule } from "../policy/types.ts";
import type { Judgement } from "./judge.ts";
import type { PolicyIndex } from "./policy-index.ts";
import type { Protection } from "./protected/protection.ts";
import type { Subject } from "./subject.ts";
import type { Run } from "./workflow/run.ts";

/** What the checker can't do itself. */
export interface CheckerOptions {
  readonly sha256: Sha256;
  readonly regex: RegexEngine;
  /** Reads reports; passed in, since a hook that sees commands has no use for it. */
  readonly reports?: ReportReader;
  /** Today, `YYYY-MM-DD`: rules past their `Until` are not enforced. Without it none has ended. */
  readonly today?: string;
  /** True where the file system takes `GIT` for `git`. */
  readonly foldCase?: boolean;
  /** The project's folder, absolute: globs of files are seen from there. */
  readonly root?: string;
  /** What is protected besides the rules, in hooks; nothing that sources say lifts it. */
  readonly protection?: Protection;
}

/** What a report is checked against. */
export interface ReportSurroundings {
  readonly index: PolicyIndex;
  readonly context: CheckContext;
  readonly regex: RegexEngine;
  /** What conditions of rules see besides the report. */
  readonly subject: Subject;
}

/** Everything that is found in a report's text. */
export type ReportReader = (
  action: ReportAction,
  report: Report,
  around: ReportSurroundings,
) => readonly Finding[];

/** What is known besides the action. */
export interface CheckContext {
  /** `empty` when this action is the first of its run; what ran before is unknown otherwise. */
  readonly history?: "unknown" | "empty";
  /** What the ledger tells of the run and of what runs now. Without it, what ran before is as `history` says. */
  readonly ledger?: LedgerView;
  /** What the caller says to have been done before in the run, in order, behind what the ledger tells. */
  readonly before?: readonly Past[];
  /** True where a person has approved exactly this action: nothing is asked that an approval settles. */
  readonly approved?: boolean;
  /** The facts that the caller supplies. */
  readonly facts?: Readonly<Record<string, string>>;
  /** How far the playbooks are, for calls of tools that their tasks run. */
  readonly run?: Run;
  /** Whether a file is there, as far as the caller looks. */
  readonly fileExists?: (path: string) => boolean | undefined;
  /** The text of a file that the command runs, as far as the caller supplies it. */
  readonly files?: (path: string) => string | undefined;
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
