// The graph of a playbook: what becomes a node, and what an arrow.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { levelsOf, withoutImplied } from "../../src/compiler/4-emit/graph/levels.ts";
import { graphOf } from "../../src/compiler/4-emit/graph/of-workflow.ts";
import { namesOf, needsOf, partsOf } from "../../src/policy/workflows.ts";
import { compileFiles } from "../support/compile.ts";
import { arrows, ENDS, graphIn, states } from "./support.ts";

const FACTS =
  "### Fact `phase`\n\n- From: the operator\n- Values: `Pending`, `Accepted`\n\n" +
  "### Fact `day`\n\n- From: the operator\n- Type: date\n\n";
const task = (name: string, ...lines: string[]): string =>
  `### Task \`${name}\`\n\n${lines.map((l) => `- ${l}\n`).join("")}${ENDS}\n`;

describe("arrows", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ["a need", task("b", "Needs: `a`"), ["a -> b"]],
    ["two needs", task("c") + task("b", "Needs: `a`, `c`"), ["a -> b", "c -> b"]],
    ["the status of another", task("b", "Needs: `a` is `Fail`"), ["a -is Fail-> b"]],
    ["one of two statuses", task("b", "Needs: `a` is `Fail` or `Blocked`"), ["a -is Fail or Blocked-> b"]],
    ["a fact", task("b", "Needs: `phase` is `Accepted`"), ["phase is Accepted -needs-> b"]],
    ["a day", task("b", "Needs: one day before `day`"), ["one day before day -from-> b"]],
    ["a condition of the task", task("b", "When: `phase` is `Accepted`"), ["phase is Accepted -when-> b"]],
    ["a condition on a status", task("b", "When: `a` is `Fail`"), ["a -when is Fail-> b"]],
    [
      "any of two",
      task("c") + task("b", "Needs: `a` or `c`"),
      ["a -> a or c", "c -> a or c", "a or c -needs-> b"],
    ],
    [
      "a status and a fact",
      task("b", "Needs: `a` is `Pass` or `phase` is `Accepted`"),
      ["a -> a is Pass or phase is Accepted", "a is Pass or phase is Accepted -needs-> b"],
    ],
    ["a gate", `### Gate \`g\`\n\n- Needs: \`a\`\n\n${task("b", "Needs: `g`")}`, ["g -> b", "a -> g"]],
    [
      "a wait",
      "### Wait `w`\n\n- Needs: `a`\n- Over when `phase` is `Accepted`\n",
      ["a -> w", "phase is Accepted -over when-> w"],
    ],
    ["what tells how it ends", task("b", "Blocked when `a` is `Fail`"), ["a .-blocked when is Fail-> b"]],
    ["facts that tell how it ends", task("b", "Blocked when `phase` is `Pending`"), []],
    [
      "one condition of two tasks",
      task("b", "Needs: `phase` is `Accepted`") + task("c", "Needs: `phase` is `Accepted`"),
      ["phase is Accepted -needs-> b", "phase is Accepted -needs-> c"],
    ],
  ];
  test.each(cases)("%s", (_, text, expected) => {
    expect(arrows(graphIn(FACTS + task("a") + text))).toEqual(expected);
  });
});

describe("states", () => {
  const text =
    FACTS +
    task("a") +
    task("b", "Needs: `a`, `phase` is `Accepted`") +
    task("c", "Needs: one day before `day`", "Blocks nothing");
  const cases: readonly (readonly [string, Parameters<typeof graphIn>[1], readonly string[]])[] = [
    [
      "none is given",
      undefined,
      [
        "a: undefined",
        "b: undefined",
        "c: undefined",
        "phase is Accepted: undefined",
        "one day before day: undefined",
      ],
    ],
    [
      "nothing has been done",
      {},
      [
        "a: Ready",
        "b: Not Started",
        "c: Not Started",
        "phase is Accepted: Not known",
        "one day before day: Not known",
      ],
    ],
    [
      "a condition doesn't hold",
      { tasks: { a: "Pass" }, facts: { phase: "Pending", day: "2026-09-09" } },
      [
        "a: Pass",
        "b: Not Started",
        "c: Not Started",
        "phase is Accepted: Not met",
        "one day before day: Not met",
      ],
    ],
    [
      "all holds",
      { tasks: { a: "Waived", c: "Fail" }, facts: { phase: "Accepted", day: "2026-01-01" } },
      ["a: Waived", "b: Ready", "c: Fail", "phase is Accepted: Met", "one day before day: Met"],
    ],
  ];
  test.each(cases)("%s", (_, state, expected) => {
    expect(states(graphIn(text, state))).toEqual(expected);
  });
});

test("parts have anchors as GitHub gives to their headings", () => {
  const text = ["Tell All!", "tell all", "a_b", "tell-all-1"].map((n) => task(n)).join("");
  expect(graphIn(text).nodes.map((n) => n.anchor)).toEqual([
    "task-tell-all",
    "task-tell-all-1",
    "task-a_b",
    "task-tell-all-1-1",
  ]);
});

test("levels are the longest ways; a circle does no harm", () => {
  const text = task("a") + task("b", "Needs: `a`") + task("c", "Needs: `a`, `b`");
  expect(levelsOf(graphIn(text))).toEqual([0, 1, 2]);
  const edge = (from: number, to: number) => ({ from, to, label: undefined, tells: false });
  const { nodes } = graphIn(text);
  const circle = { playbook: "p", nodes, edges: [edge(0, 1), edge(1, 0), edge(1, 2)], implied: 0 };
  expect(levelsOf(circle)).toEqual([0, 0, 0]);
  expect(withoutImplied(circle).edges).toHaveLength(3);
});

test("arrows that others imply can be left out, labelled ones never", () => {
  const text =
    task("a") +
    task("b", "Needs: `a`") +
    task("c", "Needs: `a`, `b`") +
    task("d", "Needs: `a`, `c`, `b` is `Pass`");
  const thinned = withoutImplied(graphIn(text));
  expect(arrows(thinned)).toEqual(["a -> b", "b -> c", "c -> d", "b -is Pass-> d"]);
  expect(thinned.implied).toBe(2);
});

describe.each(["konflux-release", "promote-latest"])("%s", (name) => {
  const file = `playbooks/${name}.md`;
  const { policy } = compileFiles({ [file]: readFileSync(file, "utf8") });
  const [workflow] = policy.workflows;
  if (workflow === undefined) throw new Error("no playbook");
  const graph = graphOf(workflow);
  const parts = partsOf(workflow);

  test("every part is a node, and nothing else but conditions", () => {
    expect(graph.nodes.filter((n) => n.kind !== "condition").map((n) => n.label)).toEqual([...parts.keys()]);
  });

  test("every need is an arrow", () => {
    const drawn = new Set(
      graph.edges.map((e) => `${graph.nodes[e.from]?.label} ${graph.nodes[e.to]?.label}`),
    );
    for (const [to, part] of parts)
      for (const need of needsOf(part)) {
        const from = "node" in need ? [need.node] : namesOf([need]).filter((n) => parts.has(n));
        for (const one of from) expect(drawn).toContain(`${one} ${to}`);
        if (from.length === 0)
          expect(drawn).toContain(`${"text" in need ? need.text.replaceAll("`", "") : ""} ${to}`);
      }
  });
});
