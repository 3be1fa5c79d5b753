// Facts as a run knows them: those that are told, and the outcomes of decisions that are decided of them.
import type { DecisionTable } from "../../policy/types.ts";
import { decide } from "../decide.ts";
import { type Run, showTime } from "./run.ts";

/** A fact's value, with the reason and message where a decision gives it; or what it takes to know it. */
export type Known =
  | { readonly value: string; readonly because?: string; readonly message?: string }
  | { readonly value: undefined; readonly missing: readonly string[] };

/** The tables of a run, and what was decided already. */
interface Memory {
  readonly tables: ReadonlyMap<string, DecisionTable>;
  readonly known: Map<string, Known>;
}

const memories = new WeakMap<Run, Memory>();

/** What a run knows of a fact. A decision whose outcome is told is not decided again. */
export function knownFact(name: string, run: Run): Known {
  const told = run.facts.get(name);
  if (told !== undefined) return { value: told };
  let memory = memories.get(run);
  if (memory === undefined) {
    memory = { tables: new Map((run.decisions ?? []).map((d) => [d.name, d])), known: new Map() };
    memories.set(run, memory);
  }
  const before = memory.known.get(name);
  if (before !== undefined) return before;
  const table = memory.tables.get(name);
  const known = table === undefined ? { value: undefined, missing: [name] } : decided(table, run, memory);
  memory.known.set(name, known);
  return known;
}

/** The tables and the facts that a value hangs on can't name each other in a circle: that doesn't compile. */
function decided(table: DecisionTable, run: Run, { tables }: Memory): Known {
  const today = run.now === undefined ? undefined : showTime(run.now).slice(0, 10);
  const context = { decision: (other: string) => tables.get(other), today };
  const answer = decide(table, Object.fromEntries(run.facts), context);
  if (answer.status === "outside") return { value: undefined, missing: [answer.input] };
  if (answer.status === "undecided") return { value: undefined, missing: answer.missing };
  const because = answer.rows.length === 1 ? answer.rows[0]?.row.because : undefined;
  const message = table.outcomes.find((o) => o.name === answer.outcome)?.message;
  return {
    value: answer.outcome,
    ...(because === undefined ? {} : { because }),
    ...(message === undefined ? {} : { message }),
  };
}
