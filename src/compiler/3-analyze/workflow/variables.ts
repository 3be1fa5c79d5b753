// The facts that a playbook looks at, as variables with few values: those that a fact can have, or those that are named.
import { testsOf } from "../../../policy/rules.ts";
import type { Condition, DecisionTable, Fact, Test } from "../../../policy/types.ts";

/** The value of a fact that is known to have none. */
const UNSET = "";

interface Variable {
  readonly fact: string;
  /** What each value is, in words. */
  readonly values: readonly string[];
  readonly index: ReadonlyMap<string, number>;
}

type OnFact = Extract<Test, { subject: unknown }>;

/** The variables of all conditions of a playbook. */
export class Variables {
  readonly #all: Variable[] = [];
  readonly #byKey = new Map<string, number>();
  readonly #closed = new Map<string, readonly string[]>();
  readonly #named = new Map<string, Set<string>>();

  constructor(conditions: readonly Condition[], facts: readonly Fact[], decisions: readonly DecisionTable[]) {
    for (const { name, values } of facts) if (values.length > 0) this.#closed.set(name, values);
    for (const { name, outcomes } of decisions)
      this.#closed.set(
        name,
        outcomes.map((o) => o.name),
      );
    for (const test of conditions.flatMap(testsOf)) {
      if (!("subject" in test) || test.subject.of !== "fact") continue;
      const named = this.#named.get(test.subject.name) ?? new Set();
      this.#named.set(test.subject.name, named);
      if (test.test === "is") for (const value of test.values) named.add(value);
      if (test.test === "set") named.add(UNSET);
    }
  }

  sizeOf(variable: number): number {
    return this.#all[variable]?.values.length ?? 0;
  }

  /** A variable's value in words. */
  words(variable: number, value: number): string {
    const { fact, values } = this.#all[variable] ?? { fact: "", values: [] };
    return `\`${fact}\` ${values[value] ?? ""}`;
  }

  /** The variable that a test on a fact looks at, and the values for which the test holds. */
  read(name: string, test: OnFact): { readonly variable: number; readonly values: ReadonlySet<number> } {
    if (test.test !== "is" && test.test !== "set") return this.#opaque(name, test);
    const variable = this.#variable(name);
    const { index } = this.#all[variable] ?? { index: new Map<string, number>() };
    const unset = index.get(UNSET);
    const listed = new Set(
      test.test === "set" ? [] : test.values.flatMap((v) => (v === UNSET ? [] : (index.get(v) ?? []))),
    );
    const all = [...index.values()].filter((i) => i !== unset);
    if (test.test === "is")
      return { variable, values: test.negated ? new Set(all.filter((i) => !listed.has(i))) : listed };
    return { variable, values: new Set(test.negated ? (unset === undefined ? [] : [unset]) : all) };
  }

  #variable(name: string): number {
    const known = this.#byKey.get(name);
    if (known !== undefined) return known;
    const named = this.#named.get(name) ?? new Set<string>();
    const closed = this.#closed.get(name);
    const values = closed ?? [...named].filter((v) => v !== UNSET);
    const words = values.map((v) => `is \`${v}\``);
    const index = new Map(values.map((v, i) => [v, i]));
    if (closed === undefined) {
      index.set("\0", words.length);
      words.push(values.length === 0 ? "is set" : "has another value");
    }
    if (named.has(UNSET)) {
      index.set(UNSET, words.length);
      words.push("is not set");
    }
    return this.#add(name, { fact: name, values: words, index });
  }

  /** A test that can't be seen into is a variable of its own. */
  #opaque(name: string, test: OnFact) {
    const negated = "negated" in test && test.negated;
    const key = JSON.stringify({ ...test, negated: false });
    const values = ["fits", "doesn't fit"];
    const variable = this.#byKey.get(key) ?? this.#add(key, { fact: name, values, index: new Map() });
    return { variable, values: new Set([negated ? 1 : 0]) };
  }

  #add(key: string, variable: Variable): number {
    this.#byKey.set(key, this.#all.length);
    return this.#all.push(variable) - 1;
  }
}
