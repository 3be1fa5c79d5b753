// Evaluates decision tables: values of inputs in; the outcome out, with its row and reason. Pure; the day is passed in.
import { orderingOf } from "../pattern/decision/cells.ts";
import { type Applying, possibleResults } from "../pattern/decision/possible.ts";
import { isOfType, TYPE_IN_WORDS } from "../pattern/decision/values.ts";
import type { DecisionInput, DecisionRow, DecisionTable } from "../policy/types.ts";

/** What a table says of given values. A row's number counts from 1. */
export type Answer =
  | {
      readonly status: "decided";
      readonly outcome: string;
      /** The rows that lead to it: several where a missing input makes no difference. */
      readonly rows: readonly { readonly number: number; readonly row: DecisionRow }[];
    }
  | {
      readonly status: "undecided";
      readonly reason: string;
      /** Inputs on which the outcome hangs and which nobody gave. */
      readonly missing: readonly string[];
      /** The outcomes that are still possible. */
      readonly possible: readonly string[];
    }
  | {
      readonly status: "outside";
      readonly input: string;
      readonly value: string;
      /** The input's domain, in words. */
      readonly expected: string;
    };

/** What decides besides the values themselves. */
export interface DecideContext {
  /** The other tables of the policy: inputs may be their outcomes. */
  readonly decision: (name: string) => DecisionTable | undefined;
  /** Today, `YYYY-MM-DD`: rows past their `until` are gone. Without it none is. */
  readonly today?: string | undefined;
}

type Values = Readonly<Record<string, string>>;

/** Decides a table. An input that is another decision is decided too, unless its outcome is given. */
export function decide(table: DecisionTable, values: Values, context: DecideContext): Answer {
  return decideKnown(table, values, context, new Map());
}

function decideKnown(
  table: DecisionTable,
  values: Values,
  context: DecideContext,
  known: Map<string, Answer>,
): Answer {
  const before = known.get(table.name);
  if (before !== undefined) return before;
  // A table that hangs on itself doesn't compile; were there one, this is what it would meet.
  known.set(table.name, { status: "undecided", reason: "it hangs on itself", missing: [], possible: [] });
  const answer = decideOnce(table, values, context, known);
  known.set(table.name, answer);
  return answer;
}

function decideOnce(
  table: DecisionTable,
  values: Values,
  context: DecideContext,
  known: Map<string, Answer>,
): Answer {
  const possible = new Map<string, readonly string[] | undefined>();
  const missing = new Map<string, readonly string[]>();
  for (const input of table.inputs) {
    const value = Object.hasOwn(values, input.name) ? values[input.name] : undefined;
    if (value !== undefined) {
      if (!isInDomain(input, value)) return outside(input, value);
      possible.set(input.name, [value]);
      continue;
    }
    const other = input.of === "decision" ? context.decision(input.name) : undefined;
    const answer = other === undefined ? undefined : decideKnown(other, values, context, known);
    if (answer?.status === "outside") return answer;
    possible.set(input.name, answer === undefined ? undefined : outcomesOf(answer));
    const hangsOn = answer?.status === "undecided" ? answer.missing : [];
    missing.set(input.name, hangsOn.length > 0 ? hangsOn : [input.name]);
  }
  const rows = rowsThen(table, context.today);
  const results = possibleResults(table, rows, possible);
  if (results === undefined)
    return undecided(
      "the table is too large to say what a missing input changes",
      [...missing.values()].flat(),
    );
  const open = table.inputs.filter(({ name }) => results.hangsOn.has(name));
  return answerOf(
    table,
    results.found,
    open.flatMap(({ name }) => missing.get(name) ?? []),
  );
}

/** An undecided table may still come to one of some outcomes; none at all leaves every one open. */
function outcomesOf(answer: Exclude<Answer, { status: "outside" }>): readonly string[] | undefined {
  if (answer.status === "decided") return [answer.outcome];
  return answer.possible.length === 0 ? undefined : answer.possible;
}

/** Which rows there are on a day, as indexes into the table. */
function rowsThen(table: DecisionTable, today: string | undefined): number[] {
  return [...table.rows.entries()].flatMap(([i, { until }]) =>
    until === undefined || today === undefined || until >= today ? [i] : [],
  );
}

function answerOf(table: DecisionTable, found: readonly Applying[], missing: readonly string[]): Answer {
  const rows = [...new Set(found.flatMap((f) => f.rows))].sort((a, b) => a - b);
  const outcomes = [...new Set(rows.flatMap((i) => table.rows[i]?.outcome ?? []))];
  const [outcome] = outcomes;
  const sound = found.every((f) => f.rows.length === 1);
  if (sound && outcome !== undefined && outcomes.length === 1) {
    const leading = rows.flatMap((i) => {
      const row = table.rows[i];
      return row === undefined ? [] : [{ number: i + 1, row }];
    });
    return { status: "decided", outcome, rows: leading };
  }
  if (missing.length > 0) return undecided("it hangs on what is not known", missing, outcomes);
  const [only] = found;
  if (only === undefined || only.rows.length === 0) return undecided("no row applies", []);
  const numbers = only.rows.map((i) => String(i + 1)).join(" and ");
  return undecided(`rows ${numbers} apply, and exactly one should`, [], outcomes);
}

function undecided(reason: string, missing: readonly string[], possible: readonly string[] = []): Answer {
  return { status: "undecided", reason, missing: [...new Set(missing)], possible };
}

function isInDomain(input: DecisionInput, value: string): boolean {
  if (input.values.length === 0) return isOfType(input.type, value);
  const ordering = orderingOf(input.type, value);
  return input.values.some((named) => ordering(named) === 0);
}

function outside(input: DecisionInput, value: string): Answer {
  const expected = input.values.length > 0 ? input.values.join(", ") : TYPE_IN_WORDS[input.type];
  return { status: "outside", input: input.name, value, expected };
}
