// What lifts a rule: the operator's words and conditions, taken apart at "or".
import type { Condition, Exception } from "../../policy/types.ts";
import { type Group, isGroup, type Parsed } from "../1-read/grammar/parsed.ts";
import { exceptionForms } from "../1-read/grammar/productions.ts";

type Operator = (typeof exceptionForms)[number]["operator"];

/** One way to lift a rule: all of these must hold. */
interface Way {
  readonly operator: Operator | undefined;
  readonly conditions: Group["parts"];
}

/** More ways than an author can mean; "and" over many "or" multiplies them. */
const MOST = 64;

/**
 * The exceptions that a group after "unless" stands for. Without an operator's word it is one condition; with one,
 * "or" makes each part an exception of its own and "and" ties the conditions to the word. Undefined where a name in a
 * condition is unknown (`link` reports it).
 */
export function exceptionsOf(
  group: Group,
  link: (conditions: Group) => Condition | undefined,
): Exception[] | undefined {
  const ways = hasOperator(group)
    ? waysOf(group)
    : [{ operator: undefined, conditions: [withoutWords(group)] }];
  const exceptions = ways.map((way) => toException(way, link));
  const known = exceptions.filter((e) => e !== undefined);
  return known.length < exceptions.length ? undefined : known;
}

function toException(way: Way, link: (conditions: Group) => Condition | undefined): Exception | undefined {
  const { operator, conditions } = way;
  const [only] = conditions;
  if (only === undefined) return operator === undefined ? undefined : { operator };
  const group =
    conditions.length === 1 && isGroup(only) ? only : ({ join: "and", parts: conditions } as const);
  const condition = link(group);
  if (condition === undefined) return undefined;
  return operator === undefined ? { condition } : { operator, condition };
}

function waysOf(group: Group): readonly Way[] {
  const parts = group.parts.map(waysOfPart);
  if (group.join === "or") return parts.flat();
  return parts.reduce((before, after) =>
    before.flatMap((a) => after.map((b) => together(a, b))).slice(0, MOST),
  );
}

function waysOfPart(part: Parsed | Group): readonly Way[] {
  if (isGroup(part)) {
    return hasOperator(part) ? waysOf(part) : [{ operator: undefined, conditions: [withoutWords(part)] }];
  }
  const operator = operatorOf(part);
  return [
    operator === undefined ? { operator, conditions: [asCondition(part)] } : { operator, conditions: [] },
  ];
}

/** Of two words of the operator the stricter one counts: a waiver is more than being asked for. */
function together(a: Way, b: Way): Way {
  const words = [a.operator, b.operator];
  const operator = words.includes("waives") ? "waives" : (a.operator ?? b.operator);
  return { operator, conditions: [...a.conditions, ...b.conditions] };
}

function hasOperator(group: Group): boolean {
  return group.parts.some((part) => (isGroup(part) ? hasOperator(part) : operatorOf(part) !== undefined));
}

function operatorOf(part: Parsed): Operator | undefined {
  return exceptionForms[part.form]?.operator;
}

/** In the slot of exceptions the conditions' forms stand behind the operator's. */
function asCondition(part: Parsed): Parsed {
  return { ...part, form: part.form - exceptionForms.length };
}

function withoutWords(group: Group): Group {
  return { ...group, parts: group.parts.map((p) => (isGroup(p) ? withoutWords(p) : asCondition(p))) };
}
