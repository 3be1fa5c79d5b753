// Facts from the command line and from state files: whether there is such a fact, and whether the value can be its.
import { didYouMean } from "../compiler/messages/near.ts";
import { isOfType, TYPE_IN_WORDS } from "../pattern/decision/values.ts";
import type { DecisionTable, Fact, Policy } from "../policy/types.ts";
import { timeOf } from "../validators/workflow/run.ts";
import { UsageError } from "./command.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A fact's value as the checker takes it, or what is wrong with it. */
export type FactValue = { readonly value: string } | { readonly problem: string };

/** Reads `name=value` pairs. A fact that the policy doesn't define, or a value outside its domain, is a usage error. */
export function readFacts(pairs: readonly string[], policy: Policy): Record<string, string> {
  const facts: Record<string, string> = Object.create(null);
  for (const pair of pairs) {
    const equals = pair.indexOf("=");
    const [name, value] = [pair.slice(0, equals), pair.slice(equals + 1)];
    if (equals < 1) throw new UsageError(`unexpected fact ${JSON.stringify(pair)}, expected name=value`);
    const read = factValue(name, value, policy);
    if ("problem" in read) throw new UsageError(read.problem);
    if (name in facts && facts[name] !== read.value)
      throw new UsageError(`unexpected second value for fact ${name}`);
    facts[name] = read.value;
  }
  return facts;
}

/** A value for a fact, or for a decision, whose outcome is a fact of its name. Dates may have their month in letters. */
export function factValue(name: string, value: string, policy: Policy): FactValue {
  const known = [...policy.facts, ...policy.decisions.map(outcomeAsFact)];
  const fact = known.find((f) => f.name === name);
  if (fact === undefined) {
    const names = known.map((f) => f.name);
    const near = didYouMean(name, names);
    return { problem: `there is no fact ${JSON.stringify(name)}${near === undefined ? "" : `. ${near}`}` };
  }
  const refuse = (expected: string): FactValue => ({
    problem: `unexpected value ${shortened(value)} for fact ${name}, expected ${expected}`,
  });
  if (fact.values.length > 0) return fact.values.includes(value) ? { value } : refuse(fact.values.join(", "));
  if (fact.type === "date") {
    const date = monthInFigures(value);
    return timeOf(date) === undefined ? refuse("a date, YYYY-MM-DD") : { value: date };
  }
  return isOfType(fact.type, value) ? { value } : refuse(TYPE_IN_WORDS[fact.type]);
}

/** `2025-Nov-04` as `2025-11-04`; anything else as it is. */
function monthInFigures(text: string): string {
  const match = /^(\d{4})-([A-Za-z]{3})-(\d{2})$/.exec(text);
  const month = MONTHS.indexOf((match?.[2] ?? "").toLowerCase()) + 1;
  return match === null || month === 0 ? text : `${match[1]}-${String(month).padStart(2, "0")}-${match[3]}`;
}

function shortened(value: string): string {
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
}

/** A decision's outcome may be given as a fact of its name. */
function outcomeAsFact({ name, outcomes }: DecisionTable): Pick<Fact, "name" | "values" | "type"> {
  return { name, values: outcomes.map((o) => o.name), type: "text" };
}
