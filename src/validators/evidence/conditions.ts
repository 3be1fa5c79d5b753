// Conditions between the columns of one row.
import { type ConditionContext, evaluate } from "../../pattern/condition.ts";
import { columnsOf, testsOf } from "../../policy/rules.ts";
import type { Condition, EvidenceCondition } from "../../policy/types.ts";
import type { FormContext } from "./values.ts";

/** The cells of a row by column: null where one is empty, undefined where it was found wrong already. */
export type RowValues = ReadonlyMap<string, string | null | undefined>;

/** A condition that a row doesn't keep, or of which that can't be decided. */
export interface Broken {
  readonly condition: EvidenceCondition;
  readonly broken: true | "unknown";
  /** The cell to look at first. */
  readonly column: string;
  /** The columns of its first half. */
  readonly where: readonly string[];
}

/** Conditions made ready to be held against many rows. */
export class RowConditions {
  readonly #conditions: readonly {
    readonly condition: EvidenceCondition;
    readonly where: readonly string[];
    readonly looked: readonly string[];
  }[];
  readonly #forms: FormContext;

  constructor(conditions: readonly EvidenceCondition[], forms: FormContext) {
    this.#forms = forms;
    this.#conditions = conditions.map((condition) => {
      const where = [...new Set(columnsOf(condition.when))];
      return { condition, where, looked: [...new Set([...where, ...columnsOf(condition.must)])] };
    });
  }

  /** What a row doesn't keep. A condition that hangs on a cell which is wrong anyway says nothing. */
  *brokenBy(row: RowValues): Generator<Broken> {
    const context = contextOf(row, this.#forms);
    for (const { condition, where, looked } of this.#conditions) {
      if (looked.some((name) => row.get(name) === undefined)) continue;
      const when = evaluate(condition.when, context);
      if (when === false) continue;
      const must = evaluate(condition.must, context);
      if (must === true) continue;
      const broken = when === true && must === false ? true : "unknown";
      yield { condition, broken, column: firstWrong(condition.must, context) ?? looked[0] ?? "", where };
    }
  }
}

function firstWrong(must: Condition, context: ConditionContext): string | undefined {
  const wrong = testsOf(must).find((test) => evaluate({ join: "and", tests: [test] }, context) !== true);
  return wrong === undefined ? undefined : columnsOf({ join: "and", tests: [wrong] })[0];
}

const NO_ARGUMENTS = { occurrences: [], operands: [], rows: [], doubtful: new Set<never>(), end: undefined };
const none = (): undefined => undefined;

/** Conditions of evidence look at columns alone. */
function contextOf(row: RowValues, { list, regex }: FormContext): ConditionContext {
  return {
    args: NO_ARGUMENTS,
    commandWords: 0,
    list,
    regex,
    column: (name) => row.get(name),
    fact: none,
    variable: none,
    fileExists: none,
    host: undefined,
    cwd: undefined,
    root: undefined,
  };
}
