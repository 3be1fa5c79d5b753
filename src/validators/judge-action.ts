// Holds all rules that may speak of something against it.
import { pathFits } from "../pattern/paths.ts";
import { any, type Truth } from "../pattern/truth.ts";
import type { FileAction, Rule } from "../policy/types.ts";
import { conclude, type Judgement, judge, limits } from "./judge.ts";
import { askEditing, neverTouch, neverWrite, type Touch } from "./rules/files.ts";
import { type Outcome, SILENT, type Subject } from "./subject.ts";
import { fileSubject, type Surroundings } from "./surroundings.ts";
import { touchesOf } from "./touches.ts";

/** A rule and what came of it. */
export interface Judged {
  readonly rule: Rule;
  readonly judgement: Judgement;
}

/** Judges an invocation by the rules that name its tool, and the files that it touches by the rules about files. */
export function judgeInvocation(
  subject: Subject,
  rules: readonly Rule[],
  fileRules: readonly Rule[],
): Judged[] {
  const judged: Judged[] = rules.map((rule) => ({ rule, judgement: judge(rule, subject) }));
  if (fileRules.length === 0) return judged;
  for (const touch of touchesOf(subject.invocation, subject.args, subject.declaration)) {
    judged.push(...judgeTouch(touch, subject, fileRules));
  }
  return judged;
}

/** Judges a change, a reading or a deletion of a file. */
export function judgeFile(action: FileAction, around: Surroundings, fileRules: readonly Rule[]): Judged[] {
  const { kind, path, content } = action;
  return judgeTouch(
    { verb: kind, path, raw: path, range: undefined, content },
    fileSubject(around),
    fileRules,
  );
}

function judgeTouch(touch: Touch, subject: Subject, rules: readonly Rule[]): Judged[] {
  return rules.map((rule) => ({
    rule,
    judgement: conclude(rule, [inScope(rule, touch, subject), ...limits(rule, subject)], () =>
      outcomeOf(rule, touch, subject),
    ),
  }));
}

/** A source may limit its rules about files to some of them. */
function inScope(rule: Rule, { path }: Touch, subject: Subject): Truth {
  const globs = subject.policy.appliesTo(rule);
  if (globs === undefined) return true;
  return path === undefined ? "unknown" : any(globs.map((glob) => pathFits(glob, path, subject)));
}

function outcomeOf(rule: Rule, touch: Touch, subject: Subject): Outcome {
  if (rule.kind === "never-touch") return neverTouch(rule, touch, subject);
  if (rule.kind === "ask-editing") return askEditing(rule, touch, subject);
  return rule.kind === "never-write" ? neverWrite(rule, touch, subject) : SILENT;
}
