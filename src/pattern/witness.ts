// Commands that a rule applies to, made up from its own words.

import type { CommandPattern, Condition, Policy, Rule, Test } from "../policy/types.ts";
import { quoteWord } from "../shell/quote.ts";

/** Words that make a condition true; undefined where it hangs on more than options of the command. */
function wordsFor(condition: Condition | undefined, lists: Policy["lists"]): string[] | undefined {
  if (condition === undefined) return [];
  const tests = condition.join === "or" ? condition.tests.slice(0, 1) : condition.tests;
  const words: string[] = [];
  for (const test of tests) {
    const found = "tests" in test ? wordsFor(test, lists) : wordsForTest(test, lists);
    if (found === undefined) return undefined;
    words.push(...found);
  }
  return words;
}

function wordsForTest(test: Test, lists: Policy["lists"]): string[] | undefined {
  switch (test.test) {
    case "used":
      return test.join === "or" ? test.options.slice(0, 1) : [...test.options];
    case "missing":
      return [];
    case "is":
      return test.negated || test.subject.of !== "option"
        ? undefined
        : [test.subject.name, test.values[0] ?? ""];
    case "names-any": {
      const member = lists.find((l) => l.name === test.list)?.members[0]?.value;
      return member === undefined || test.subject.of !== "option" ? undefined : [test.subject.name, member];
    }
    default:
      return undefined;
  }
}

/** A command of a pattern, with the words that the conditions of all the rules ask for and `more` behind them. */
export function witness(
  pattern: CommandPattern,
  rules: readonly Rule[],
  lists: Policy["lists"],
  more: readonly string[] = [],
): string | undefined {
  const conditions = rules.map((rule) => wordsFor(rule.when, lists));
  if (conditions.some((words) => words === undefined)) return undefined;
  const options = pattern.options.flatMap((o) => (o.value === undefined ? [o.name] : [o.name, o.value]));
  const operands = pattern.operands.filter((o) => o !== "…").map((o) => o.replace(/<([^<>\s]+)>/g, "$1"));
  const words = [...operands, ...options, ...conditions.flatMap((c) => c ?? []), ...more];
  return [pattern.program.replaceAll("*", "x"), ...words].map(quoteWord).join(" ");
}
