// How much is looked at in large playbooks: about twice as much for twice as many tasks, and never more than a bound.
import { describe, expect, test } from "vitest";
import { coursesOf } from "../../src/compiler/3-analyze/workflow-deadlock.ts";
import type { Need, Task, Workflow } from "../../src/policy/types.ts";

const source = { file: "p.md", line: 1, column: 1, endLine: 1, endColumn: 1 };
const node = (name: string): Need => ({ node: name, source });
const is = (name: string, ...values: string[]): Need => ({
  condition: {
    join: "and",
    tests: [{ test: "is", subject: { of: "fact", name }, values, negated: false }],
  },
  text: `${name} is ${values.join(" or ")}`,
  source,
});

const task = (name: string, needs: Need[], more: Partial<Task> = {}): Task => ({
  name,
  needs,
  when: [],
  starts: [],
  passes: [{ exits: 0, source }],
  fails: [{ exits: 1, source }],
  blocked: [],
  waived: [],
  captures: [],
  informational: false,
  retries: [],
  source,
  ...more,
});

/** Playbooks of a size, by their shape. Each task needs some of those in front of it. */
const shapes: Record<string, (i: number) => Task> = {
  "a chain": (i) => task(`t${i}`, i === 0 ? [] : [node(`t${i - 1}`)]),
  "a chain of statuses": (i) => task(`t${i}`, i === 0 ? [] : [is(`t${i - 1}`, "Pass")]),
  layers: (i) => task(`t${i}`, i < 20 ? [] : [0, 1, 2].map((k) => node(`t${i - 20 + (k % (i % 20 || 1))}`))),
  "a task behind each that may be waived": (i) =>
    i % 2 === 0
      ? task(`t${i}`, i === 0 ? [] : [node(`t${i - 2}`)], { waived: [{ holds: [is("f", "x")], source }] })
      : task(`t${i}`, [is(`t${i - 1}`, "Pass", "Waived")]),
  "a task to mend each failure": (i) =>
    i % 2 === 0
      ? task(`t${i}`, i === 0 ? [] : [node(`t${i - 2}`)])
      : task(`t${i}`, [is(`t${i - 1}`, "Fail")]),
};

const playbook = (shape: (i: number) => Task, size: number): Workflow => ({
  name: "p",
  tasks: Array.from({ length: size }, (_, i) => shape(i)),
  waits: [],
  gates: [],
  source,
});

const TABLES = {
  facts: [{ name: "f", values: ["x", "y"], type: "text" as const, source }],
  decisions: [],
};

describe("steps grow with the number of tasks", () => {
  test.each(Object.entries(shapes))("%s", (_, shape) => {
    const steps = [500, 1_000, 2_000].map((size) => {
      const courses = coursesOf(playbook(shape, size), TABLES);
      expect(courses.unknown).toEqual([]);
      return courses.steps;
    });
    const [few = 1, more = 1, most = 1] = steps;
    expect(more / few).toBeLessThan(2.5);
    expect(most / more).toBeLessThan(2.5);
  });
});

test("where there is too much to look at that is said, and the bound is kept", () => {
  // Of each dozen all must have failed, and one of two passed: that none does both takes all courses to see.
  const either = (a: string, b: string): Need => ({
    condition: {
      join: "or",
      tests: [a, b].map((name) => ({
        test: "is",
        subject: { of: "fact", name },
        values: ["Pass"],
        negated: false,
      })),
    },
    text: `${a} or ${b}`,
    source,
  });
  const dozens = Array.from({ length: 100 }, (_, d) => Array.from({ length: 12 }, (_, k) => `${d}-${k}`));
  const tasks = dozens.flatMap((names, d) => [
    ...names.map((name) => task(`t${name}`, [])),
    task(`last${d}`, [...names.map((name) => node(`g${name}`)), node(`either${d}`)]),
  ]);
  const gates = dozens.flatMap((names, d) => [
    ...names.map((name) => ({ name: `g${name}`, needs: [is(`t${name}`, "Fail")], source })),
    { name: `either${d}`, needs: [either(`t${d}-0`, `t${d}-1`)], source },
  ]);
  const courses = coursesOf({ name: "p", tasks, waits: [], gates, source }, TABLES);
  expect(courses.steps).toBeLessThan(510_000);
  expect(courses.unknown).toHaveLength(100);
  expect([courses.lost.size, courses.deadEnds.length]).toEqual([0, 0]);
});
