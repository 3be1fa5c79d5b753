// A decision by its words: which spans are its inputs, their values, its outcomes.
import { namedValues } from "../../../pattern/decision/cells.ts";
import { possibleResults } from "../../../pattern/decision/possible.ts";
import type { DecisionRow, DecisionTable } from "../../../policy/types.ts";

/** Of how many different cases a table is asked. */
const MOST_CASES = 500;

/** A table with its words looked up once. */
export class Decided {
  readonly table: DecisionTable;
  readonly #inputs: ReadonlyMap<string, DecisionTable["inputs"][number]>;
  readonly #outcomes: ReadonlySet<string>;
  /** The input of each value; undefined where several have it. */
  readonly #values = new Map<string, string | undefined>();
  readonly #asked = new Map<string, readonly DecisionRow[] | undefined>();

  constructor(table: DecisionTable) {
    this.table = table;
    this.#outcomes = new Set(table.outcomes.map((o) => o.name));
    this.#inputs = new Map(table.inputs.flatMap((i) => [[i.name, i] as const, [bare(i.name), i] as const]));
    for (const input of table.inputs)
      for (const value of input.values.length > 0 ? input.values : namedValues(table.rows, input.name))
        this.#values.set(value, this.#values.has(value) ? undefined : input.name);
  }

  isInput(text: string): boolean {
    return this.#inputs.has(text);
  }

  isOutcome(text: string): boolean {
    return this.#outcomes.has(text);
  }

  /** The one input that has such a value. */
  inputOf(value: string): string | undefined {
    return this.#values.get(value);
  }

  /** The input of a value that stands behind an input's name: that one, where it has the value or no list of values. */
  inputNamed(name: string, value: string): string | undefined {
    const input = this.#inputs.get(name);
    if (input === undefined) return undefined;
    return input.values.length === 0 || input.values.includes(value) ? input.name : this.inputOf(value);
  }

  /** The rows that may apply where inputs have these values; undefined where that isn't known within bounds. */
  rowsFor(given: ReadonlyMap<string, string>): readonly DecisionRow[] | undefined {
    const key = JSON.stringify([...given].sort());
    if (!this.#asked.has(key) && this.#asked.size < MOST_CASES) this.#asked.set(key, this.#ask(given));
    return this.#asked.get(key);
  }

  #ask(given: ReadonlyMap<string, string>): readonly DecisionRow[] | undefined {
    const { table } = this;
    const values = new Map([...given].map(([input, value]) => [input, [value]]));
    const results = possibleResults(table, [...table.rows.keys()], values);
    const rows = new Set(results?.found.flatMap((f) => f.rows));
    return results === undefined ? undefined : [...rows].flatMap((i) => table.rows[i] ?? []);
  }

  /** Whether a span is any word of it. */
  knows(text: string): boolean {
    return this.isOutcome(text) || this.isInput(text) || this.#values.has(text);
  }
}

/** A name without the document in front of it. */
function bare(name: string): string {
  return name.slice(name.indexOf("/") + 1);
}
