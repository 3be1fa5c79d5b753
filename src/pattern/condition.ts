// Evaluates conditions on the options of one invocation.
import type { Condition, List, Test } from "../policy/types.ts";
import type { Arguments, Occurrence, Value } from "./arguments.ts";
import { compareVersions, memberFor, type RegexEngine } from "./compare.ts";
import { globMatches } from "./glob.ts";
import { all, any, not, type Truth } from "./truth.ts";

/** What conditions are evaluated against. */
export interface ConditionContext {
  readonly args: Arguments;
  readonly list: (name: string) => List | undefined;
  readonly regex: RegexEngine;
}

/** Whether a condition holds: unknown where it hangs on a value that isn't known. */
export function evaluate(condition: Condition, context: ConditionContext): Truth {
  const truths = condition.tests.map((t) =>
    "join" in t && "tests" in t ? evaluate(t, context) : evaluateTest(t, context),
  );
  return condition.join === "and" ? all(truths) : any(truths);
}

function evaluateTest(test: Test, context: ConditionContext): Truth {
  const { args } = context;
  switch (test.test) {
    case "used":
      return joined(
        test.join,
        test.options.map((option) => isUsed(option, args)),
      );
    case "missing":
      return joined(
        test.join,
        test.options.map((option) => not(isUsed(option, args))),
      );
    case "is": {
      const used = isUsed(test.option, args);
      const is = anyValue(test.option, args, (text) => test.values.includes(text));
      return test.negated ? all([used, not(is)]) : is;
    }
    case "above":
      return anyValue(test.option, args, (text) => ordered(text, test.value, 1));
    case "below":
      return anyValue(test.option, args, (text) => ordered(text, test.value, -1));
    case "looks-like":
      return anyValue(test.option, args, (text) => globMatches(test.glob, text));
    case "matches":
      return anyValue(test.option, args, (text) => expressionMatches(test.pattern, text, context.regex));
    case "names-any":
    case "names-outside": {
      const list = context.list(test.list);
      if (list === undefined) return "unknown";
      const outside = test.test === "names-outside";
      return anyValue(test.option, args, (text) => (memberFor(text, list) === undefined) === outside);
    }
  }
}

/** The values given to an option, or for an operand (`<name>` row) the operands. */
export function valuesOf(option: string, args: Arguments): readonly Value[] {
  if (option.startsWith("<")) return args.operands;
  return occurrencesOf(option, args).flatMap((o) => o.values);
}

/** All uses of an option. */
export function occurrencesOf(option: string, args: Arguments): Occurrence[] {
  return args.occurrences.filter((o) => o.name === option);
}

/** Whether an option is given. An expansion is not taken for an option. */
export function isUsed(option: string, args: Arguments): Truth {
  return option.startsWith("<") ? args.operands.length > 0 : args.occurrences.some((o) => o.name === option);
}

/** Unknown where no known value passes and an unknown one may; likewise where a declaration is missing for a value. */
export function anyValue(option: string, args: Arguments, test: (text: string) => Truth): Truth {
  const truths = valuesOf(option, args).map((v): Truth => (v.text === undefined ? "unknown" : test(v.text)));
  const unsure = occurrencesOf(option, args).some((o) => o.unsure && o.values.length === 0);
  return any(unsure ? [...truths, "unknown"] : truths);
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
  const order = compareVersions(text, bound);
  return order === undefined ? "unknown" : order * sign > 0;
}
