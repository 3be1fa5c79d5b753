// Playbooks as authors write them: what is read, and what is said of mistakes.
import { format } from "prettier";
import { describe, expect, test } from "vitest";
import type { Need, Task } from "../../src/policy/types.ts";
import { compileFiles } from "../support/compile.ts";
import { RELEASE, workflowOf } from "./state.ts";

const FACTS = `### Fact \`phase\`

- From: the operator
- Values: \`open\`, \`Accepted\`, \`done\`

### Fact \`aggregated\`

- From: the operator
- Values: \`true\`, \`false\`

### Fact \`day\`

- From: the operator
- Type: date

### Task \`a\`

### Task \`b\`

### Wait \`w\`

- Over when \`phase\` is \`Accepted\`

### Gate \`g\`

- Needs: \`a\`

### Task \`x\`

`;

function taskX(lines: string): Task {
  const task = workflowOf(`${FACTS}${lines}\n`).tasks.find((t) => t.name === "x");
  if (task === undefined) throw new Error("no task");
  return task;
}

function needText(need: Need): string {
  return "node" in need ? need.node : "evidence" in need ? `evidence ${need.evidence}` : need.text;
}

describe("Needs", () => {
  test.each([
    ["`a`", ["a"]],
    ["`a`, `w` and `g`.", ["a", "w", "g"]],
    ["`a`, `phase` is `Accepted`", ["a", "`phase` is `Accepted`"]],
    ["`a` is `Pass`", ["`a` is `Pass`"]],
    ["`a` is `Pass` and `b`", ["`a` is `Pass`", "b"]],
    [
      "`b`, `phase` is one of `open`, `done` or `Accepted`, `g`",
      ["b", "`phase` is one of `open`, `done` or `Accepted`", "g"],
    ],
    ["`phase` is `open` or `a` is `Fail`", ["`phase` is `open` or `a` is `Fail`"]],
    [
      "`phase` is `open`, `a` is `Pass`, `aggregated`",
      ["`phase` is `open`", "`a` is `Pass`", "`aggregated` is `true`"],
    ],
    ["`day`", ["`day` is set"]],
    ["one day before `day`", ["one day before `day`"]],
    ["`a`, 3 days before `day` and `b`", ["a", "3 days before `day`", "b"]],
    ["the day of `day`", ["the day of `day`"]],
    ["`a` or `b`", ["`a` or `b`"]],
    ["\n  - `a`\n  - `phase` is `open`", ["a", "`phase` is `open`"]],
  ])("%s", (written, texts) => {
    expect(taskX(`- Needs: ${written}`).needs.map(needText)).toEqual(texts);
  });
});

describe("signals", () => {
  test.each([
    ["Passes when stdout contains `x` or `y`", [{ texts: ["x"] }, { texts: ["y"] }]],
    ["Passes when stdout contains `x` and `y`", [{ texts: ["x", "y"] }]],
    ["Passes when: stdout contains `x`.", [{ texts: ["x"] }]],
    ["Passes when it exits 0", [{ exits: 0 }]],
    ["Passes when it exits with 3", [{ exits: 3 }]],
  ])("%s", (line, signals) => {
    const read = taskX(`- ${line}`).passes.map(({ source: _, ...rest }) => rest);
    expect(read).toEqual(signals);
  });

  test("facts", () => {
    for (const line of ["Passes when fact `phase` is `done`", "Passes when `phase` is `done`"]) {
      const [signal] = taskX(`- ${line}`).passes;
      expect(signal !== undefined && "holds" in signal && signal.holds.map(needText)).toEqual([
        "`phase` is `done`",
      ]);
    }
  });
});

test("times, retries and failures", () => {
  const task = taskX(
    "- Takes: 2–4 hours; check every 10–15 minutes\n- Fails after 2 days\n" +
      "- **Retry** up to 3 times after 1, 2 and 4 minutes on `timed out`\n" +
      "- *On failure:* set `overall` to `Red`, tell `owner`, stop.\n- Blocks nothing (informational)",
  );
  expect(task).toMatchObject({
    takes: { from: 7_200, to: 14_400 },
    check: { from: 600, to: 900 },
    failsAfter: 172_800,
    retries: [{ times: 3, after: [60, 120, 240], on: ["timed out"] }],
    onFailure: { set: [{ fact: "overall", value: "Red" }], tell: ["owner"], stop: true },
    informational: true,
  });
  expect(taskX("- Takes: 10 seconds").takes).toEqual({ from: 10, to: 10 });
  expect(taskX("- Takes: about 5 mins").takes).toEqual({ from: 300, to: 300 });
});

test("what every task says holds where a task says nothing else", () => {
  const text =
    "### Every task\n\n- Retry: up to 2 times\n- Needs: `first`\n\n### Task `first`\n\n### Task `own`\n\n- Retry: up to 5 times\n";
  const tasks = workflowOf(text).tasks.map((t) => [t.name, t.needs.map(needText), t.retries[0]?.times]);
  expect(tasks).toEqual([
    ["first", [], 2],
    ["own", ["first"], 5],
  ]);
});

test("two playbooks may have tasks of the same name", () => {
  const text = "### Task `announce`\n\n### Task `after`\n\n- Needs: `announce`\n";
  const { policy, diagnostics } = compileFiles({ "playbooks/a.md": text, "playbooks/b.md": text });
  expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
  expect(policy.workflows.map((w) => w.tasks.map((t) => t.needs.map(needText)))).toEqual([
    [[], ["a/announce"]],
    [[], ["b/announce"]],
  ]);
});

test("a rule may look at the status of a task", () => {
  const text = `${FACTS}- **Never** run \`deploy\` until \`a\` is \`Pass\`.\n  - Blocks: \`deploy\` when \`a\` is \`Fail\`\n  - Passes: \`deploy\` when \`a\` is \`Pass\`\n`;
  const { policy, diagnostics } = compileFiles({ "playbooks/a.md": text });
  expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
  expect(policy.facts.map((f) => f.name)).toEqual(["aggregated", "day", "phase"]);
});

describe("mistakes", () => {
  test.each([
    ["Needs: `aa`", "unknown-task"],
    ["Needs: nothing at all", "invalid-label"],
    ["Needs:", "invalid-label"],
    ["Needs: `--force` is used", "invalid-label"],
    ["Needs: one day before `phase`", "invalid-label"],
    ["Needs: `a` is `Passed`", "impossible-value"],
    ["Needs: `w` is `Fail`", "impossible-value"],
    ["Pases when stdout contains `x`", "unknown-label"],
    ["needs: `a`", "unknown-label"],
    ["Passes when stdout contains nothing", "invalid-label"],
    ["Passes when it exits 900", "invalid-label"],
    ["Takes: a while", "invalid-label"],
    ["Takes: 4–2 hours", "invalid-label"],
    ["Fails after the weekend", "invalid-label"],
    ["Captures: `n` from `Number: {m}`", "invalid-label"],
    ["Captures: `n` from `{n}`", "invalid-label"],
    ["Retry: up to many times", "invalid-label"],
    ["Runs: `a` and `b`", "invalid-label"],
    ["Takes: 1 hour\n- Takes: 2 hours", "duplicate-label"],
  ])("%s", (line, code) => {
    const { diagnostics } = compileFiles({ "playbooks/a.md": `${FACTS}- ${line}\n` });
    expect(diagnostics.filter((d) => d.severity === "error").map((d) => d.code)).toEqual([code]);
  });

  test("a task and a fact of one name", () => {
    const text = "### Fact `x`\n\n- From: the operator\n\n### Task `x`\n";
    const { diagnostics } = compileFiles({ "playbooks/a.md": text });
    expect(diagnostics.map((d) => d.code)).toContain("duplicate-definition");
  });
});

describe("MCP tools", () => {
  test("in one table, and under headings of their own", () => {
    const table =
      "### Tools `oar` (MCP)\n\n| tool | parameter | type | required |\n| --- | --- | --- | --- |\n| `oar_a` | `x` | integer | yes |\n| | `y` | string | no |\n| `oar_b` | | | |\n\n";
    const own = "### Tool `other_c` (MCP)\n\n| parameter | type |\n| --- | --- |\n| `z` | date |\n";
    const { mcpTools } = compileFiles({ "playbooks/a.md": table + own }).policy;
    const shown = mcpTools.map((t) => [
      t.name,
      t.family,
      t.parameters.map((p) => [p.name, p.type, p.required]),
    ]);
    expect(shown).toEqual([
      [
        "oar_a",
        "oar",
        [
          ["x", "integer", true],
          ["y", "text", false],
        ],
      ],
      ["oar_b", "oar", []],
      ["other_c", undefined, [["z", "date", true]]],
    ]);
  });

  test.each([
    ["| `x` | text |\n| `x` | text |", "duplicate-definition"],
    ["| x | text |", "not-a-token"],
    ["| `x` | txet |", "unknown-value"],
  ])("%s", (rows, code) => {
    const text = `### Tool \`t_x\` (MCP)\n\n| parameter | type |\n| --- | --- |\n${rows}\n`;
    const { diagnostics } = compileFiles({ "playbooks/a.md": text });
    expect(diagnostics.map((d) => d.code)).toEqual([code]);
  });
});

describe("a formatter changes nothing", () => {
  const meaning = (text: string): unknown =>
    JSON.parse(JSON.stringify(workflowOf(text), (key, value) => (key === "source" ? undefined : value)));

  test.each(["always", "never", "preserve"] as const)("prose wrap %s", async (proseWrap) => {
    const formatted = await format(RELEASE, { parser: "markdown", proseWrap, printWidth: 40 });
    expect(formatted).not.toBe(RELEASE);
    expect(meaning(formatted)).toEqual(meaning(RELEASE));
  });
});
