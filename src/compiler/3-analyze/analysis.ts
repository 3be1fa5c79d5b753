// What an analysis is given and what it gives back.
import type { Decision, Example, Finding, Range, Report, Rule } from "../../policy/types.ts";
import type { Definition, Drawing, Prose, ShownCommand } from "../1-read/document.ts";
import type { UnfinishedPolicy } from "../2-link/link.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";

/** What one rule alone says of a command, as if it were the first of its run. */
export interface Trial {
  readonly decision: Decision;
  readonly message: string;
  /** The rule that said so; the strictest, where the whole policy was asked. */
  readonly rule: string | undefined;
  /** Where in the command it was found, in UTF-16 units. */
  readonly range: Range | undefined;
  /** The mended command, where there is one. */
  readonly fix: string | undefined;
  /** Why the command could not be read, if it could not. */
  readonly unreadable: string | undefined;
}

/** Tries a command on one rule, or without a rule on the whole policy. */
export type Try = (rule: Rule | undefined, example: Pick<Example, "command" | "facts">) => Trial;

/** What one program of a command changes, or may change for all that is known. */
export interface Change {
  readonly certain: boolean;
  /** What it does, in words. */
  readonly what: string;
  readonly program: string;
  /** The words behind the program that say what it is to do. */
  readonly words: string;
  readonly range: Range;
}

/** What is found in a report's text, by its rules and, where `rules` is false, by its layout alone. */
export type ReadSample = (report: Report, text: string, rules: boolean) => readonly Finding[];

/** What analyses need of the checker; passed in, since the compiler doesn't know it. */
export interface CheckerForAnalysis {
  /** Prepares a policy for trying commands on it. */
  readonly prepare: (policy: UnfinishedPolicy) => Try;
  /** What a command changes, by the declarations of a policy and those that come with Bylaw. */
  readonly changes: (policy: UnfinishedPolicy) => (command: string) => readonly Change[];
  /** Prepares a policy for checking samples of reports. */
  readonly samples: (policy: UnfinishedPolicy) => ReadSample;
  /** Why a regular expression can't be used; undefined when it can. */
  readonly expressionProblem: (pattern: string) => string | undefined;
}

/** What a document says besides rules and data. */
export interface DocumentProse {
  readonly file: string;
  readonly prose: Prose;
}

/** All that an analysis may look at. */
export interface Subject {
  readonly policy: UnfinishedPolicy;
  readonly try: Try;
  readonly changes: (command: string) => readonly Change[];
  readonly readSample: ReadSample;
  readonly expressionProblem: CheckerForAnalysis["expressionProblem"];
  /** Rules that a later one replaced for some options, as their authors wrote them: their examples speak of that. */
  readonly asWritten: ReadonlyMap<string, Rule>;
  /** Commands in the documents' prose and fences. */
  readonly shown: readonly ShownCommand[];
  /** The graphs that the documents draw. */
  readonly drawings: readonly Drawing[];
  /** The documents' prose, and the definitions that it may name. */
  readonly prose: readonly DocumentProse[];
  readonly definitions: readonly Definition[];
  /** Today, `YYYY-MM-DD`, where the caller says so. */
  readonly today: string | undefined;
}

export type Analysis = (subject: Subject) => readonly Diagnostic[];
