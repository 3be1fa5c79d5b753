// Whether what is said of a decision's outcome can be right.
import type { DecisionRow, Source } from "../../../../policy/types.ts";
import type { Conflict, Kind } from "../claim.ts";
import type { Decided } from "../decided.ts";
import type { OutcomeSaid } from "../values.ts";

export const OUTCOME: Kind<OutcomeSaid> = {
  conflict: (one, other) => {
    if ("whole" in one) return "whole" in other ? undefined : againstTable(other, one.whole);
    if ("whole" in other) return againstTable(one, other.whole);
    return one.outcome !== other.outcome && sameCase(one.given, other.given) ? {} : undefined;
  },
  line: "the row",
  says: (value, { name }) =>
    "whole" in value ? `\`${name}\` is a table` : inWords(name, value.given, `\`${value.outcome}\``),
};

type Given = Extract<OutcomeSaid, { given: unknown }>;

function inWords(name: string, given: Given["given"], outcome: string): string {
  const [first] = given;
  if (first?.[0] === "") return `\`${first[1]}\` comes to ${outcome}`;
  const when = [...given].map(([input, value]) => `\`${input}\` is \`${value}\``).join(" and ");
  return `\`${name}\` is ${outcome} where ${when}`;
}

/** The outcomes that the table has for a case, where the one that is said is none of them. */
function againstTable({ given, outcome }: Given, decided: Decided): Conflict | undefined {
  const rows = decided.rowsFor(given) ?? [];
  const possible = [...new Set(rows.map((row) => row.outcome))];
  if (rows.length === 0 || possible.includes(outcome)) return undefined;
  const says = inWords(decided.table.name, given, possible.map((o) => `\`${o}\``).join(" or "));
  return { says, ...placeOf(rows) };
}

function placeOf([first]: readonly DecisionRow[]): { source?: Source } {
  return first === undefined ? {} : { source: first.source };
}

function sameCase(one: Given["given"], other: Given["given"]): boolean {
  return one.size === other.size && [...one].every(([input, value]) => other.get(input) === value);
}
