// Evaluates conditions on one invocation and on what is known around it.
import type { Condition, Join, List, Shape, Test } from "../policy/types.ts";
import type { Word } from "../shell/types.ts";
import type { Arguments, Occurrence } from "./arguments.ts";
import { compareValues, memberFor, type RegexEngine } from "./compare.ts";
import { globMatches, mayFit } from "./glob.ts";
import { beginningFits, type PathContext, pathFits } from "./paths.ts";
import { destinations } from "./refspec.ts";
import { all, any, not, type Truth } from "./truth.ts";

/** What conditions are evaluated against. */
export interface ConditionContext extends PathContext {
  readonly args: Arguments;
  /** How many of the first operands are the command's own words: `push` in `git push` is no operand to a condition. */
  readonly commandWords: number;
  readonly list: (name: string) => List | undefined;
  readonly regex: RegexEngine;
  /** A fact's value; undefined when nobody supplied it. */
  readonly fact: (name: string) => string | undefined;
  /** The cell of a column: null where it is empty, undefined where it can't be read. Only evidence has columns. */
  readonly column?: (name: string) => string | null | undefined;
  /** A variable that the command runs with: its value, null when it is not set, undefined when that isn't known. */
  readonly variable: (name: string) => string | null | undefined;
  /** The host that the command runs on; null when it is another one that isn't known, undefined for this one. */
  readonly host: string | null | undefined;
  /** Whether a file is there; undefined when that isn't known. */
  readonly fileExists: (path: string) => boolean | undefined;
  /** The report that is checked; undefined for commands. */
  readonly reported?: ReportView;
}

type Subject = Extract<Test, { test: "is" }>["subject"];

/** What conditions see of a report. */
export interface ReportView {
  /** Whether all of the texts, or one of them, stand in a section. */
  readonly stands: (texts: readonly Shape[], join: Join, section: string) => Truth;
  /** The values of an option of a command in a section; undefined for one that can't be known. */
  readonly values: (subject: ReportedSubject) => readonly { readonly text: string | undefined }[];
  /** Whether a command in a section has an option. */
  readonly used: (subject: ReportedSubject) => Truth;
}

export type ReportedSubject = Extract<Subject, { of: "reported" }>;

/** A value that a condition looks at; undefined where it isn't known. */
interface Seen {
  readonly text: string | undefined;
  readonly glob?: boolean;
  readonly split?: boolean;
  readonly pieces?: readonly (string | null)[];
}

/** Whether a value is a path that fits a glob, as far as it is known. */
function seenFits(glob: string, { text, glob: isGlob, pieces }: Seen, context: PathContext): Truth {
  if (text !== undefined) return pathFits(glob, text, context);
  const climbs = pieces?.some((piece) => piece?.includes("..") === true);
  const beginning = climbs === true ? undefined : pieces?.[0];
  return isGlob === true && typeof beginning === "string"
    ? beginningFits(glob, beginning, context)
    : "unknown";
}

/** Whether a condition holds: unknown where it hangs on a value that isn't known. */
export function evaluate(condition: Condition, context: ConditionContext): Truth {
  const truths = condition.tests.map((t) => ("tests" in t ? evaluate(t, context) : evaluateTest(t, context)));
  return condition.join === "and" ? all(truths) : any(truths);
}

function evaluateTest(test: Test, context: ConditionContext): Truth {
  switch (test.test) {
    case "used":
      return joined(
        test.join,
        test.options.map((option) => isUsed(option, context.args)),
      );
    case "missing":
      return joined(
        test.join,
        test.options.map((option) => not(isUsed(option, context.args))),
      );
    case "file-exists": {
      const exists = fileExists(test, context);
      return test.negated ? not(exists) : exists;
    }
    case "on-host":
      if (context.host === null) return "unknown";
      return test.hosts.some((h) => h === (context.host ?? "localhost"));
    case "in-folder": {
      const { cwd } = context;
      return cwd === undefined || cwd === null
        ? "unknown"
        : any(test.globs.map((g) => pathFits(g, cwd, { ...context, cwd: undefined })));
    }
    case "stands": {
      const stands = context.reported?.stands(test.texts, test.join, test.section) ?? "unknown";
      return test.negated ? not(stands) : stands;
    }
    default:
      return onSubject(test, context);
  }
}

function onSubject(test: Extract<Test, { readonly subject: Subject }>, context: ConditionContext): Truth {
  const seen = valuesOfSubject(test.subject, context);
  const some = (check: (text: string) => Truth): Truth =>
    any(seen.map((v): Truth => (v.text === undefined ? "unknown" : check(v.text))));
  switch (test.test) {
    case "set": {
      const set = isSet(test.subject, seen, context);
      return test.negated ? not(set) : set;
    }
    case "is": {
      const is = some((text) => test.values.includes(text));
      return test.negated ? all([isSet(test.subject, seen, context), not(is)]) : is;
    }
    case "above":
      return some((text) => ordered(text, test.value, 1));
    case "below":
      return some((text) => ordered(text, test.value, -1));
    case "looks-like":
      return any(seen.map((value) => looksLike(value, test)));
    case "outside":
      return any(seen.map((value) => not(any(test.globs.map((g) => seenFits(g, value, context))))));
    case "matches":
      return some((text) => expressionMatches(test.pattern, text, context.regex));
    case "names-any":
    case "names-outside": {
      const list = context.list(test.list);
      if (list === undefined) return "unknown";
      const outside = test.test === "names-outside";
      return some((text) => (memberFor(text, list) === undefined) === outside);
    }
  }
}

/** What is known of an unknown value may be enough to tell that it doesn't fit. */
function looksLike(
  { text, pieces, split }: Seen,
  { globs, negated }: Extract<Test, { test: "looks-like" }>,
): Truth {
  const known = split === true ? undefined : pieces;
  const fits = any(globs.map((g) => (text === undefined ? mayFit(g, known) : globMatches(g, text))));
  return negated ? not(fits) : fits;
}

function valuesOfSubject(subject: Subject, context: ConditionContext): readonly Seen[] {
  switch (subject.of) {
    case "option": {
      const values = valuesOf(subject.name, context.args);
      const unsure = occurrencesOf(subject.name, context.args).some((o) => o.unsure && o.values.length === 0);
      return unsure ? [...values, { text: undefined }] : values;
    }
    case "operand":
      return context.args.operands.slice(context.commandWords);
    case "fact":
      return [{ text: context.fact(subject.name) }];
    case "column": {
      const value = context.column?.(subject.name);
      return value === null ? [] : [{ text: value }];
    }
    case "reported":
      return context.reported?.values(subject) ?? [{ text: undefined }];
    case "variable": {
      const value = context.variable(subject.name);
      return value === null ? [] : [{ text: value }];
    }
  }
}

/** Whether a subject has a value, known or not. A fact that nobody supplied may have one, an empty one is none. */
function isSet(subject: Subject, seen: readonly Seen[], context: ConditionContext): Truth {
  if (subject.of === "option") return isUsed(subject.name, context.args);
  if (subject.of === "operand") return seen.length > 0;
  if (subject.of === "reported") return context.reported?.used(subject) ?? "unknown";
  const [only] = seen;
  if (only === undefined || (subject.of === "fact" && only.text === "")) return false;
  return only.text === undefined ? "unknown" : true;
}

function fileExists(test: Extract<Test, { test: "file-exists" }>, context: ConditionContext): Truth {
  const paths = test.option === undefined ? [{ text: test.path }] : valuesOf(test.option, context.args);
  if (paths.length === 0) return "unknown";
  return all(
    paths.map(({ text }): Truth => {
      if (text === undefined || context.host !== undefined) return "unknown";
      return context.fileExists(text) ?? "unknown";
    }),
  );
}

/** The values given to an option; for an operand (`<name>`) the words of its row, all operands where no row says. */
export function valuesOf(option: string, args: Arguments): readonly Occurrence["values"][number][] {
  if (option.startsWith("<")) return operandsOf(option, args);
  return occurrencesOf(option, args).flatMap((o) => o.values);
}

function operandsOf(row: string, { operands, rows }: Arguments): readonly Word[] {
  if (rows.length === 0) return operands;
  const own = operands.filter((_, i) => rows[i]?.name === row);
  return rows.some((r) => r?.name === row && r.type === "refspec") ? destinations(own) : own;
}

/** All uses of an option. */
export function occurrencesOf(option: string, args: Arguments): Occurrence[] {
  return args.occurrences.filter((o) => o.name === option);
}

/** Whether an option is given. An expansion is not taken for an option. */
export function isUsed(option: string, args: Arguments): Truth {
  return option.startsWith("<")
    ? operandsOf(option, args).length > 0
    : args.occurrences.some((o) => o.name === option && o.off !== true) || absent(args);
}

/** What it means that an option is not seen. */
export function absent(args: Arguments): Truth {
  return args.open === true ? "unknown" : false;
}

/** Whether some value passes; unknown where no known one does and an unknown one may. */
export function anyValue(option: string, args: Arguments, test: (text: string) => Truth): Truth {
  const truths = valuesOf(option, args).map((v): Truth => (v.text === undefined ? "unknown" : test(v.text)));
  const unsure = occurrencesOf(option, args).some((o) => o.unsure && o.values.length === 0);
  return any(unsure || args.open === true ? [...truths, "unknown"] : truths);
}

/** A pattern that the engine refuses can't be decided. */
function expressionMatches(pattern: string, text: string, regex: RegexEngine): Truth {
  try {
    return regex(pattern)(text);
  } catch {
    return "unknown";
  }
}

function joined(join: "and" | "or", truths: readonly Truth[]): Truth {
  return join === "and" ? all(truths) : any(truths);
}

function ordered(text: string, bound: string, sign: number): Truth {
  const order = compareValues(text, bound);
  return order === undefined ? "unknown" : order * sign > 0;
}
