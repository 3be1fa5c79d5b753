// The analysis of decision tables, and what they decide, agree with trying every case of random small tables.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decisions } from "../../src/compiler/3-analyze/decisions.ts";
import { everyCase, gridOf } from "../../src/pattern/decision/grid.ts";
import { leftOpen } from "../../src/pattern/decision/left-open.ts";
import { newBudget } from "../../src/pattern/decision/split.ts";
import type { CellTest, DecisionInput, DecisionRow, DecisionTable } from "../../src/policy/types.ts";
import { decide } from "../../src/validators/decide.ts";

const SOURCE = { file: "a.md", line: 1, column: 1, endLine: 1, endColumn: 2 };

/** Inputs of every kind, with values that stand for each of their classes. */
const KINDS: readonly {
  readonly input: Omit<DecisionInput, "name">;
  readonly named: string[];
  readonly tried: string[];
}[] = [
  {
    input: { of: "fact", type: "text", values: ["a", "b", "c"] },
    named: ["a", "b", "c"],
    tried: ["a", "b", "c"],
  },
  { input: { of: "fact", type: "text", values: [] }, named: ["x", "y"], tried: ["x", "y", "elsewhere"] },
  {
    input: { of: "fact", type: "number", values: [] },
    named: ["-1", "2", "10"],
    tried: ["-2", "-1", "0.5", "2", "2.5", "10", "11"],
  },
  {
    input: { of: "fact", type: "version", values: [] },
    named: ["0", "4.9", "4.10"],
    tried: ["0", "0.1", "4.9", "4.9.1", "4.10", "4.11"],
  },
  {
    input: { of: "fact", type: "date", values: [] },
    named: ["2026-01-01", "2026-01-02", "2026-01-04"],
    tried: ["2025-12-31", "2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05"],
  },
  {
    input: { of: "fact", type: "version", values: ["4.9", "4.10"] },
    named: ["4.9", "4.10"],
    tried: ["4.9", "4.10"],
  },
];
const DAYS = ["2026-05-31", "2026-06-01", "2026-06-02", "2026-06-11"];
const ENDS = ["2026-05-31", "2026-06-01", "2026-06-10"];

function testOf(kind: (typeof KINDS)[number]): fc.Arbitrary<CellTest> {
  const value = fc.constantFrom(...kind.named);
  const is = fc.record({
    test: fc.constant("is" as const),
    values: fc.array(value, { minLength: 1, maxLength: 2 }),
    negated: fc.boolean(),
  });
  const order = fc.record({ test: fc.constantFrom("above" as const, "below", "at-least", "at-most"), value });
  return kind.input.type === "text" ? is : fc.oneof(is, order);
}

const tables: fc.Arbitrary<DecisionTable> = fc
  .array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 3 })
  .chain((kinds) => {
    const inputs = kinds.map((kind, i) => ({ ...kind.input, name: `in${i}` }));
    const cells = kinds.map((kind, i) =>
      fc.option(
        fc.record({
          input: fc.constant(`in${i}`),
          anyOf: fc.array(fc.array(testOf(kind), { minLength: 1, maxLength: 2 }), {
            minLength: 1,
            maxLength: 2,
          }),
        }),
        { nil: undefined },
      ),
    );
    const row = fc.record({
      when: fc.tuple(...cells).map((found) => found.filter((cell) => cell !== undefined)),
      outcome: fc.constantFrom("go", "stop"),
      until: fc.option(fc.constantFrom(...ENDS), { nil: undefined, freq: 4 }),
    });
    return fc
      .record({
        rows: fc.array(row, { maxLength: 6 }),
        rest: fc.boolean(),
        applies: fc.constantFrom("exactly-one" as const, "first" as const),
      })
      .map(({ rows, rest, applies }) => ({
        name: "t",
        applies,
        inputs,
        rows: [
          ...rows.map(
            ({ until, ...r }): DecisionRow => ({
              ...r,
              otherwise: false,
              ...(until === undefined ? {} : { until }),
              source: SOURCE,
            }),
          ),
          ...(rest ? [{ when: [], otherwise: true, outcome: "rest", source: SOURCE }] : []),
        ],
        outcomes: [],
        source: SOURCE,
      }));
  });

/** One case: a value of each input, and the day. */
interface Case {
  readonly values: Readonly<Record<string, string>>;
  readonly day: string;
}

function casesOf(table: DecisionTable): Case[] {
  let cases: Record<string, string>[] = [{}];
  for (const { name, type, values } of table.inputs) {
    const tried = KINDS.find((k) => k.input.type === type && k.input.values === values)?.tried ?? [];
    cases = cases.flatMap((c) => tried.map((value) => ({ ...c, [name]: value })));
  }
  return cases.flatMap((values) => DAYS.map((day) => ({ values, day })));
}

function order(type: DecisionInput["type"], a: string, b: string): number {
  if (type === "number") return Number(a) - Number(b);
  if (type !== "version") return a < b ? -1 : a > b ? 1 : 0;
  const [x, y] = [a, b].map((v) =>
    [...v.split(".").map(Number), 0, 0]
      .slice(0, 3)
      .map((n) => n + 1000)
      .join("."),
  );
  return (x ?? "") < (y ?? "") ? -1 : x === y ? 0 : 1;
}

function fits(table: DecisionTable, row: DecisionRow, { values, day }: Case): boolean {
  if (row.until !== undefined && row.until < day) return false;
  return row.when.every(({ input, anyOf }) => {
    const type = table.inputs.find((i) => i.name === input)?.type ?? "text";
    const value = values[input] ?? "";
    return anyOf.some((tests) =>
      tests.every((t) => {
        if (t.test === "is") return t.values.some((v) => order(type, value, v) === 0) !== t.negated;
        const sign = order(type, value, t.value);
        return { above: sign > 0, below: sign < 0, "at-least": sign >= 0, "at-most": sign <= 0 }[t.test];
      }),
    );
  });
}

/** The plain rows that fit a case. */
function fitting(table: DecisionTable, one: Case): number[] {
  return [...table.rows.entries()].flatMap(([i, row]) =>
    !row.otherwise && fits(table, row, one) ? [i] : [],
  );
}

/** What a case comes to; undefined where nothing, or more than one row. */
function outcomeOf(table: DecisionTable, one: Case): string | undefined {
  const rows = fitting(table, one);
  const rest = table.rows.find((row) => row.otherwise)?.outcome;
  if (rows.length === 0) return rest;
  return table.applies === "first" || rows.length === 1 ? table.rows[rows[0] ?? 0]?.outcome : undefined;
}

const said = (table: DecisionTable): string[] =>
  decisions({ policy: { decisions: [table] } } as unknown as Parameters<typeof decisions>[0]).map(
    (d) => `${d.code}: ${d.message}`,
  );

describe("of random tables", () => {
  test("the groups left open are the cases that no row takes", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const grid = gridOf(table);
        if (grid === undefined) throw new Error("too large");
        const groups = leftOpen(grid, everyCase(grid), grid.rows, newBudget(), 10_000) ?? [];
        for (const one of casesOf(table)) {
          const classes = grid.columns.map((c) =>
            c.input === undefined ? c.classOf(one.day) : c.classOf(one.values[c.input] ?? ""),
          );
          const open = groups.filter((g) => classes.every((c, i) => g[i]?.includes(c))).length;
          expect(open).toBe(fitting(table, one).length === 0 ? 1 : 0);
        }
      }),
      { numRuns: 400 },
    );
  });

  test("gaps, overlaps and rows that never apply are found where they are, and nowhere else", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const all = casesOf(table).map((one) => fitting(table, one));
        const messages = said(table);
        const has = (code: string): boolean => messages.some((m) => m.startsWith(`${code}:`));
        const open = all.some((rows) => rows.length === 0);
        const rest = table.rows.some((row) => row.otherwise);
        expect(has("decision-gap")).toBe(open && !rest);
        expect(has("caught-by-otherwise")).toBe(open && rest);
        expect(has("decision-overlap")).toBe(
          table.applies === "exactly-one" && all.some((rows) => rows.length > 1),
        );
        for (const [i, row] of table.rows.entries()) {
          const takes = row.otherwise
            ? open
            : all.some((rows) => (table.applies === "first" ? rows[0] === i : rows.includes(i)));
          expect(messages.some((m) => m.startsWith(`unreachable-row: Row ${i + 1} `))).toBe(!takes);
        }
      }),
      { numRuns: 400 },
    );
  });

  test("the outcome is that of the row that applies, and decided early only where every case agrees", () => {
    fc.assert(
      fc.property(
        tables,
        fc.nat(),
        fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
        (table, seed, give) => {
          const all = casesOf(table);
          const one = all[seed % all.length];
          if (one === undefined) return;
          const given = table.inputs.filter((_, i) => give[i]).map((i) => i.name);
          const values = Object.fromEntries(given.map((name) => [name, one.values[name] ?? ""]));
          const answer = decide(table, values, { decision: () => undefined, today: one.day });
          const same = all.filter((c) => c.day === one.day && given.every((n) => c.values[n] === values[n]));
          const outcomes = new Set(same.map((c) => outcomeOf(table, c)));
          const [only] = outcomes;
          if (outcomes.size === 1 && only !== undefined)
            expect(answer).toMatchObject({ status: "decided", outcome: only });
          else expect(answer.status).toBe("undecided");
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
