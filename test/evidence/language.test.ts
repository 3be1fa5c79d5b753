// Evidence as its source says it: what cells hold, which rows there are, and what holds between columns.
import { describe, expect, test } from "vitest";
import type { Evidence } from "../../src/policy/types.ts";
import { compileFiles } from "../support/compile.ts";

const LIST = "### List `hosts`\n\n| host | reason |\n| --- | --- |\n| `web1` | slow |\n\n";

/** The evidence under a heading, with these lines above and below a table of these rows. */
function evidenceOf(rows: readonly string[], above = "", below = ""): Evidence {
  const table = `| column | values | required |\n| --- | --- | --- |\n${rows.map((r) => `${r}\n`).join("")}`;
  const text = `${LIST}### Evidence \`runs\`\n\n${above}\n\n${table}\n${below}\n`;
  const { policy, diagnostics } = compileFiles({ "playbooks/x.md": text });
  const errors = diagnostics.filter((d) => d.severity === "error");
  if (errors.length > 0) throw new Error(errors.map((e) => e.message).join("\n"));
  const [evidence] = policy.evidence;
  if (evidence === undefined) throw new Error("no evidence");
  return evidence;
}

const text = { is: "type", type: "text", bounds: [] };

describe("what a cell holds", () => {
  test.each([
    ["`green`", [{ is: "value", value: "green" }]],
    [
      "`green` or `red`",
      [
        { is: "value", value: "green" },
        { is: "value", value: "red" },
      ],
    ],
    [
      "`a`, `b`, or `c`",
      [
        { is: "value", value: "a" },
        { is: "value", value: "b" },
        { is: "value", value: "c" },
      ],
    ],
    ["a member of `hosts`", [{ is: "member", list: "hosts" }]],
    [
      "any member of `hosts` or `all`",
      [
        { is: "member", list: "hosts" },
        { is: "value", value: "all" },
      ],
    ],
    ["text", [text]],
    ["any text", [text]],
    ["", [text]],
    ["url", [{ is: "type", type: "url", bounds: [] }]],
    ["a date", [{ is: "type", type: "date", bounds: [] }]],
    ["number above `1`", [{ is: "type", type: "number", bounds: [{ test: "above", value: "1" }] }]],
    [
      "a number, at least `1` and at most `9.5`",
      [
        {
          is: "type",
          type: "number",
          bounds: [
            { test: "at-least", value: "1" },
            { test: "at-most", value: "9.5" },
          ],
        },
      ],
    ],
    ["version below `5.0`", [{ is: "type", type: "version", bounds: [{ test: "below", value: "5.0" }] }]],
    [
      "date at least `2026-01-01`",
      [{ is: "type", type: "date", bounds: [{ test: "at-least", value: "2026-01-01" }] }],
    ],
    ["`NET-<number>`", [{ is: "shape", shape: "NET-<number>" }]],
    ["`/[0-9a-f]{7}/`", [{ is: "expression", pattern: "[0-9a-f]{7}" }]],
    ["`a/b`", [{ is: "value", value: "a/b" }]],
    ["`a \\| b`", [{ is: "value", value: "a | b" }]],
  ])("%s", (cell, forms) =>
    expect(evidenceOf([`| \`c\` | ${cell} | yes |`]).columns[0]?.forms).toEqual(forms),
  );
});

describe("which rows there are", () => {
  const key = "| `host` | a member of `hosts` | yes |";
  test.each([
    ["One row for each `hosts` host.", { list: "hosts", noun: "host", column: "host" }],
    ["One row for each `hosts`.", { list: "hosts", column: "host" }],
    [
      "Exactly one row per `hosts` host that failed.",
      { list: "hosts", noun: "host that failed", column: "host" },
    ],
    ["Exactly one row for every `hosts` host.", { list: "hosts", noun: "host", column: "host" }],
    [
      "Results of one night. One row for each `hosts` host. They are kept.",
      { list: "hosts", noun: "host", column: "host" },
    ],
    ["Each row holds what `web1` said.", undefined],
    ["", undefined],
  ])("%s", (above, rows) => {
    expect(evidenceOf([key], above).rows).toEqual(rows);
  });
});

describe("what holds between columns", () => {
  const rows = [
    "| `alone` | `green` or `red` | yes |",
    "| `under load` | `green` or `red` | no |",
    "| `n` | number | no |",
  ];
  test.each([
    ["When `alone` is `green`, `under load` is `red`.", "When `alone` is `green`, `under load` is `red`."],
    ["When `alone` is `green`, then `n` is set", "When `alone` is `green`, `n` is set."],
    [
      "When `alone` is `green`, `under load` is `red` or `green` and `n` is above `1`.",
      "When `alone` is `green`, `under load` is `red` or `green` and `n` is above `1`.",
    ],
    [
      "When either `alone` is `red` or `n` is below `2`, `under load` is `red`.",
      "When `alone` is `red` or `n` is below `2`, `under load` is `red`.",
    ],
    ["When `under load` is not set, `n` matches `^1`.", "When `under load` is not set, `n` matches `^1`."],
  ])("%s", (line, sentence) => {
    const [condition] = evidenceOf(rows, "", `- ${line}\n  - Because: that is so.`).conditions;
    expect(condition).toMatchObject({ sentence, because: "that is so." });
  });

  test("no cell says", () =>
    expect(evidenceOf(rows, "", "- No cell says: `maybe`, `perhaps` or `maybe`.").unsaid).toEqual([
      "maybe",
      "perhaps",
    ]));
});

describe("what asks for it", () => {
  test.each([
    ["evidence `runs`", ["runs"]],
    ["`runs`", ["runs"]],
    ["`a`, evidence `runs` and `f` is `x`", ["runs"]],
    ["evidence `runs`, evidence `more`", ["runs", "more"]],
  ])("Needs: %s", (needs, names) => {
    const evidence = (name: string): string =>
      `### Evidence \`${name}\`\n\n| column | values |\n| --- | --- |\n| \`c\` | text |\n\n`;
    const source = `${evidence("runs")}${evidence("more")}### Fact \`f\`\n\n- From: the operator\n- Values: \`x\`, \`y\`\n\n### Task \`a\`\n\n### Gate \`g\`\n\n- Needs: ${needs}\n`;
    const { policy, diagnostics } = compileFiles({ "playbooks/x.md": source });
    expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
    const found = policy.workflows[0]?.gates[0]?.needs.flatMap((n) => ("evidence" in n ? [n.evidence] : []));
    expect(found).toEqual(names);
  });
});

describe("a source made to be slow ends", () => {
  const many = (n: number, line: (i: number) => string): string[] =>
    Array.from({ length: n }, (_, i) => line(i));
  const columns = many(1_500, (i) => `| \`c${i}\` | \`a\`, \`b\` or \`c\` | no |`);
  test.each([
    [
      "columns and conditions",
      columns,
      many(1_500, (i) => `- When \`c${i}\` is \`a\`, \`c${1_499 - i}\` is \`b\`.`),
    ],
    [
      "conditions on few columns",
      columns,
      many(3_000, (i) => `- When \`c${i % 7}\` is \`a\`, \`c7\` is \`b\`.`),
    ],
    ["words", columns, [`- No cell says ${many(4_000, (i) => `\`w${i}\``).join(", ")}.`]],
    [
      "values",
      [`| \`c\` | ${many(4_000, (i) => `\`v${i}\``).join(", ")} | yes |`],
      ["- When `c` is `v1`, `c` is not `v2`."],
    ],
    ["commas", columns.slice(0, 3), [`- When \`c0\` is ${many(1_500, () => "`a`").join(", ")}.`]],
    ["conditions that are wrong", columns, many(1_500, (i) => `- When \`x${i}\` is \`a\`, \`c1\` is \`b\`.`)],
  ])(
    "%s",
    (_, rows, below) => {
      try {
        expect(evidenceOf(rows, "", below.join("\n")).columns.length).toBe(rows.length);
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
      }
    },
    60_000,
  );
});
