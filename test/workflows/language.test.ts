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

### Decision \`go\`

Exactly one row applies.

| \`phase\` | then |
| --- | --- |
| \`open\` | \`no\` |
| \`Accepted\`, \`done\` | \`yes\` |

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
    ["\n  - `a` or `b`\n  - `g`", ["`a` or `b`", "g"]],
    ["any of:\n  - `a`\n  - `phase` is `open` and `b`", ["`a` or `phase` is `open` and `b`"]],
    ["all of:\n  - `a`\n  - `b`", ["a", "b"]],
    ["`a`, `b` or `g`", ["`a`, `b` or `g`"]],
    ["any of `a`, `b`", ["`a`, `b`"]],
    ["either `a` or `b`", ["`a` or `b`"]],
    ["both `a` and `b`", ["a", "b"]],
    ["all of `a` and `b`", ["a", "b"]],
    ["the task `a`, gate `g`", ["a", "g"]],
    ["`a`, `b`, and `g`", ["a", "b", "g"]],
    ["`a` is `Pass` or `Waived`", ["`a` is `Pass` or `Waived`"]],
    ["`a` is not `Fail`", ["`a` is not `Fail`"]],
    ["at least one day before `day`", ["one day before `day`"]],
    ["a day before `day`", ["a day before `day`"]],
    ["nothing", []],
    ["decision `go` is `yes`", ["`go` is `yes`"]],
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
    ["Passes when it exits with status 3", [{ exits: 3 }]],
    ["Passes when the exit status is 3", [{ exits: 3 }]],
    ["Passes when it exits 0 or 2", [{ exits: 0 }, { exits: 2 }]],
    ["Passes when it exits with 0, 1 or 2", [{ exits: 0 }, { exits: 1 }, { exits: 2 }]],
    ["Passes when it exits non-zero", [{ exitsOther: [0] }]],
    ["Passes when it does not exit 0", [{ exitsOther: [0] }]],
    ["Passes when it exits with anything but 0 or 1", [{ exitsOther: [0, 1] }]],
    ["Fails when it exits 2 or 3\n- Passes when it exits with anything else", [{ exitsOther: [2, 3] }]],
    ["Passes when it exits with another status", [{ exitsOther: [0] }]],
    ["Passes when the output contains the text `x`", [{ texts: ["x"] }]],
    ["Passes when stdout contains one of `x`, `y`", [{ texts: ["x"] }, { texts: ["y"] }]],
    ["Passes when stdout contains both `x` and `y`", [{ texts: ["x", "y"] }]],
    ["Passes when stdout contains any of:\n  - `x`\n  - `y`", [{ texts: ["x"] }, { texts: ["y"] }]],
    ["Passes when stdout contains all of:\n  - `x`\n  - `y`", [{ texts: ["x", "y"] }]],
  ])("%s", (line, signals) => {
    const read = taskX(`- ${line}`).passes.map(({ source: _, ...rest }) => rest);
    expect(read).toEqual(signals);
  });

  test("facts", () => {
    for (const line of [
      "Passes when fact `phase` is `done`",
      "Passes when `phase` is `done`",
      "Passes when the fact `phase` is `done`",
    ]) {
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
  expect(taskX("- Takes: an hour (check every two minutes)")).toMatchObject({
    takes: { from: 3_600, to: 3_600 },
    check: { from: 120, to: 120 },
  });
  expect(taskX("- Fails after two days").failsAfter).toBe(172_800);
  expect(taskX("- Always passes").neverFails).toBe(true);
});

test.each([
  ["up to 3 times", { times: 3, after: [], on: [] }],
  ["up to three times after 1, 2, and 4 minutes", { times: 3, after: [60, 120, 240], on: [] }],
  ["3 times, every 5 minutes, on `x`, `y` or `z`", { times: 3, after: [300], on: ["x", "y", "z"] }],
  ["twice after 30 seconds and 1 minute", { times: 2, after: [30, 60], on: [] }],
  ["once after an hour on `x`", { times: 1, after: [3_600], on: ["x"] }],
])("Retry: %s", (written, expected) => {
  expect(taskX(`- Retry: ${written}`).retries).toMatchObject([expected]);
});

test.each([
  ["stop", { stop: true, tell: [], set: [] }],
  ["tell `owner` and `team`, then stop", { stop: true, tell: ["owner", "team"] }],
  ["notify `owner`, `team`; do not stop", { stop: false, tell: ["owner", "team"] }],
  ["don't stop", { stop: false }],
  ["go on without a stop", { stop: false }],
  ["set `a` to `1` and `b` to `2`, stops", { stop: true, set: [{ fact: "a", value: "1" }] }],
])("On failure: %s", (written, expected) => {
  expect(taskX(`- On failure: ${written}`).onFailure).toMatchObject(expected);
});

test.each([
  ["tool(release)", { parameters: ["release"] }],
  ["tool(release, status=Pass)", { parameters: ["release", "status"], values: { status: "Pass" } }],
  ['tool(release, status="In Progress")', { values: { status: "In Progress" } }],
  ["tool(release, job_id=None)", { parameters: ["release"] }],
  ["tool()", { parameters: [] }],
])("Runs: %s", (written, expected) => {
  expect(taskX(`- Runs: \`${written}\``).runs).toMatchObject(expected);
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
    ["Runs: `tool(release, release)`", "invalid-label"],
    ["Needs: `a` and `b` or `g`", "invalid-label"],
    ["Needs: `a` or `b`, `g`", "invalid-label"],
    ["Needs: `a`, `phase` is `open` or `b` is `Fail`", "invalid-label"],
    ["Needs: any of:\n  - `a`\n  - one day before `day`", "invalid-label"],
    ["Passes when it exits 0 and stdout contains `x`", "invalid-label"],
    ["Passes when stdout contains `x` and it exits 0", "invalid-label"],
    ["Passes when it exits zero", "invalid-label"],
    ["Passes when stdout contains:\n  - `x`\n  - `y`", "invalid-label"],
    ["Passes when it exits 0 to 3", "invalid-label"],
    ["Passes when stdout does not contain `x`", "invalid-label"],
    ["Passes when stdout contains either `x` and `y`", "invalid-label"],
    ["Retry: as often as it takes", "invalid-label"],
    ["Retry: up to 3 times after a while", "invalid-label"],
    ["Retry: up to 3 times on anything", "invalid-label"],
    ["Passes if stdout contains `x`", "unknown-label"],
    ["Fails otherwise", "unknown-label"],
    ["Depends on `a`", "unknown-label"],
    ["Requires: `a`", "unknown-label"],
    ["Timeout: 2 days", "unknown-label"],
    ["Informational.", "unknown-label"],
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

test("what only reads like a label stays guidance", () => {
  for (const line of [
    "Blocked tasks are tried again.",
    "If `a` fails, `b` is looked at.",
    "After that, rest.",
    "Owner: `ann`",
  ]) {
    const { policy, diagnostics } = compileFiles({ "playbooks/a.md": `${FACTS}- ${line}\n` });
    expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
    expect(policy.guidance.map((g) => g.text)).toEqual([line]);
  }
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
