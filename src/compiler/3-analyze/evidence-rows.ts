// Which rows the conditions of evidence leave possible, by trying the values that its columns may hold.
import { type ConditionContext, evaluate } from "../../pattern/condition.ts";
import { any, not } from "../../pattern/truth.ts";
import { columnsOf, testsOf } from "../../policy/rules.ts";
import type { Condition, Evidence, EvidenceColumn, List } from "../../policy/types.ts";

/** What a cell may be: a value, empty (null), or something that isn't looked at (undefined). */
type CellValue = string | null | undefined;

/** What became of one condition: whether its first half may hold, both halves, and both beside all other conditions. */
export interface Fate {
  applies: boolean;
  alone: boolean;
  kept: boolean;
}

export interface Possible {
  /** By the index of the condition. */
  readonly of: readonly Fate[];
  /** Whether some row that keeps all conditions has a value in a column. */
  readonly isPossible: (column: string, value: string) => boolean;
}

/** So many rows times conditions are tried, of so many columns. */
const MOST = 300_000;
const MOST_COLUMNS = 64;

/** Tries every row that the conditions tell apart; undefined where there are none, or too many of them. */
export function possibleRows(
  { columns, conditions }: Evidence,
  lists: readonly List[],
): Possible | undefined {
  const named = new Set(conditions.flatMap((c) => [...columnsOf(c.when), ...columnsOf(c.must)]));
  const looked = columns.filter((c) => named.has(c.name));
  if (looked.length > MOST_COLUMNS || conditions.length > MOST / 2) return undefined;
  const domains = looked.map((column) => domainOf(column, conditions));
  const count = domains.reduce((product, domain) => Math.min(product * domain.length, MOST + 1), 1);
  if (conditions.length === 0 || count * conditions.length > MOST) return undefined;
  const of = conditions.map((): Fate => ({ applies: false, alone: false, kept: false }));
  const seen = new Map<string, Set<CellValue>>(looked.map((c) => [c.name, new Set()]));
  for (const row of rowsOf(looked, domains)) {
    const context = contextOf(row, lists);
    const halves = conditions.map(
      ({ when, must }) => [evaluate(when, context), evaluate(must, context)] as const,
    );
    const kept = halves.every(([when, must]) => any([not(when), must]) !== false);
    for (const [i, [when, must]] of halves.entries()) {
      const fate = of[i];
      if (fate === undefined || when === false) continue;
      fate.applies = true;
      if (must !== false) fate.alone = true;
      if (kept) fate.kept = true;
    }
    if (kept) for (const [name, value] of row) seen.get(name)?.add(value);
  }
  return { of, isPossible: (column, value) => seen.get(column)?.has(value) !== false };
}

function* rowsOf(
  columns: readonly EvidenceColumn[],
  domains: readonly (readonly CellValue[])[],
): Generator<Map<string, CellValue>> {
  const at = domains.map(() => 0);
  for (;;) {
    yield new Map(columns.map((column, i) => [column.name, domains[i]?.[at[i] ?? 0]]));
    let column = 0;
    while (column < at.length) {
      const next = (at[column] ?? 0) + 1;
      at[column] = next < (domains[column]?.length ?? 0) ? next : 0;
      if (at[column] !== 0) break;
      column++;
    }
    if (column === at.length) return;
  }
}

/** The values of a column that conditions can tell apart. What isn't fixed may also be anything else. */
function domainOf(
  { name, forms, required }: EvidenceColumn,
  conditions: Evidence["conditions"],
): CellValue[] {
  const values = new Set<CellValue>();
  for (const form of forms) {
    if (form.is === "value") values.add(form.value);
    else {
      values.add(undefined);
      for (const value of conditions.flatMap((c) => [...valuesOf(c.when, name), ...valuesOf(c.must, name)]))
        values.add(value);
    }
  }
  if (!required) values.add(null);
  return [...values];
}

function valuesOf(condition: Condition, column: string): string[] {
  return testsOf(condition).flatMap((t) =>
    t.test === "is" && t.subject.of === "column" && t.subject.name === column ? t.values : [],
  );
}

/** Expressions aren't tried here: whether one fits is unknown, which rules nothing out. */
function contextOf(row: ReadonlyMap<string, CellValue>, lists: readonly List[]): ConditionContext {
  return {
    args: { occurrences: [], operands: [], rows: [], doubtful: new Set(), end: undefined },
    commandWords: 0,
    list: (name) => lists.find((l) => l.name === name),
    regex: () => {
      throw new Error("not tried");
    },
    column: (name) => row.get(name),
    fact: () => undefined,
    variable: () => undefined,
    fileExists: () => undefined,
    host: undefined,
    cwd: undefined,
    root: undefined,
  };
}
