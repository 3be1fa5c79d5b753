// Conditions and exceptions with their names resolved.
import type { Condition, Exception, Test, Tool } from "../../policy/types.ts";
import type { Parsed } from "../1-read/grammar/match.ts";
import { type ConditionForm, conditionForms, exceptionForms } from "../1-read/grammar/productions.ts";
import type { Linker } from "./linker.ts";
import { canonicalOption, checkOption, Slots } from "./slots.ts";

/** The condition behind "when"; undefined when there is none or a name in it is unknown. */
export function linkCondition(slots: Slots, tools: readonly Tool[], linker: Linker): Condition | undefined {
  const nested = slots.nested("C");
  if (nested === undefined) return undefined;
  const tests = nested.parsed.map((p) => linkTest(p, p.form, tools, linker)).filter((t) => t !== undefined);
  return tests.length === 0 ? undefined : { join: nested.join, tests };
}

/** What lifts the rule: each operator's word on its own, the conditions together. */
export function linkExceptions(slots: Slots, tools: readonly Tool[], linker: Linker): Exception[] {
  const nested = slots.nested("E");
  if (nested === undefined) return [];
  const exceptions: Exception[] = [];
  const tests: (Test | Condition)[] = [];
  for (const parsed of nested.parsed) {
    const form = exceptionForms[parsed.form];
    if (form !== undefined) exceptions.push({ operator: form.operator });
    else {
      const test = linkTest(parsed, parsed.form - exceptionForms.length, tools, linker);
      if (test !== undefined) tests.push(test);
    }
  }
  if (tests.length > 0) exceptions.push({ condition: { join: nested.join, tests } });
  return exceptions;
}

function linkTest(
  parsed: Parsed,
  index: number,
  tools: readonly Tool[],
  linker: Linker,
): Test | Condition | undefined {
  const form = conditionForms[index];
  if (form === undefined) return undefined;
  const slots = new Slots(parsed, linker);
  const known = slots.tokens("F").every((t) => checkOption(t.text, t, tools, linker));
  if (!known) return undefined;
  const options = slots.texts("F").map((name) => canonicalOption(name, tools));
  const join = slots.join("F");
  if (form.test === "used" || form.test === "missing") return { test: form.test, options, join };
  const tests = options.map((option) => optionTest(form, option, slots)).filter((t) => t !== undefined);
  return tests.length > 1 ? { join, tests } : tests[0];
}

/** A test on one option. */
function optionTest(form: ConditionForm, option: string, slots: Slots): Test | undefined {
  const values = slots.texts("V");
  const [value = ""] = values;
  switch (form.test) {
    case "used":
    case "missing":
      return { test: form.test, options: [option], join: "and" };
    case "is":
      return { test: "is", option, values, negated: form.negated === true };
    case "above":
    case "below":
      return { test: form.test, option, value };
    case "looks-like":
      return { test: "looks-like", option, glob: value };
    case "matches":
      return { test: "matches", option, pattern: value };
    case "names-any":
    case "names-outside": {
      const list = slots.list();
      return list === undefined ? undefined : { test: form.test, option, list, ...slots.noun() };
    }
  }
}
