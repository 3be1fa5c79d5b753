// bylaw decide: outcomes, exit statuses, and what a workflow step is given.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../../src/cli/main.ts";
import { PROMOTE } from "../decisions/promote.ts";
import { type Outcome, TestProject } from "../support/project.ts";

const TEAM = `### Fact \`team\`

### Decision \`pager\`

| \`team\` | then | because |
| --- | --- | --- |
| \`search\` | \`page\` | they asked \\| for \`it\` |
| otherwise | \`mail\` | |
`;

async function projectOf(text: string): Promise<TestProject> {
  const project = new TestProject({ "playbooks/promote.md": text, "playbooks/team.md": TEAM });
  expect((await project.bylaw(["build"])).status).toBe(0);
  return project;
}

/** Runs it as a step of a workflow would. */
async function inStep(
  project: TestProject,
  args: readonly string[],
  env: Record<string, string>,
): Promise<Outcome> {
  let [out, err] = ["", ""];
  const status = await run(
    args,
    {
      cwd: project.folder,
      env,
      person: false,
      color: { out: false, err: false },
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      line: () => "",
      input: () => Buffer.from(""),
    },
    "0.0.0",
  );
  return { status, out, err };
}

/** Outputs as GitHub reads them from the file. */
function outputsOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  const lines = text.split(/\r\n|\n|\r/);
  for (let i = 0; i < lines.length - 1; i++) {
    const [name = "", end] = (lines[i] ?? "").split("<<");
    if (end === undefined) throw new Error(`no output: ${lines[i]}`);
    const to = lines.indexOf(end, i + 1);
    found[name] = lines.slice(i + 1, to).join("\n");
    i = to;
  }
  return found;
}

describe("prints", () => {
  test("the outcome, its row and the reason", async () => {
    const project = await projectOf(PROMOTE);
    const gate = ["decide", "tests-gate", "trigger=publish", "status=completed"];
    expect(await project.bylaw([...gate, "conclusion=timed_out"])).toEqual({
      status: 1,
      out: "abort\n  the tag stays on the last good image.\n  row 4: playbooks/promote.md:46\n  because: the tests found a regression\n",
      err: "",
    });
    expect((await project.bylaw([...gate, "conclusion=cancelled"])).status).toBe(0);
    const undecided = await project.bylaw(gate);
    expect(undecided.status).toBe(3);
    expect(undecided.out).toBe(
      "undecided\n  it hangs on what is not known\n  missing: conclusion\n  possible: proceed, abort, defer\n",
    );
  });

  test("JSON", async () => {
    const project = await projectOf(PROMOTE);
    const { out, status } = await project.bylaw([
      "decide",
      "promotion",
      "tests-gate=defer",
      "--format",
      "json",
    ]);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      decision: "promotion",
      status: "decided",
      outcome: "defer",
      message: "a later run decides.",
      inputs: { "tests-gate": "defer" },
      rows: [{ number: 2, because: "the tests decide first", source: { file: "playbooks/promote.md" } }],
      exitStatus: 0,
    });
  });
});

describe("refuses", () => {
  test.each([
    [["decide"], "bylaw: expected a decision table\n"],
    [["decide", "tests-gat"], "bylaw: there is no decision tests-gat; did you mean tests-gate?\n"],
    [["decide", "tests-gate", "status"], "bylaw: unexpected status, expected input=value\n"],
    [["decide", "tests-gate", "=x"], 'bylaw: unexpected "=x", expected input=value\n'],
    [
      ["decide", "tests-gate", "statsu=none"],
      "bylaw: tests-gate has no input statsu; did you mean status?\n",
    ],
    [
      ["decide", "tests-gate", "__proto__=none"],
      "bylaw: tests-gate has no input __proto__, expected trigger, status or conclusion\n",
    ],
    [["decide", "tests-gate", "status=none", "status=none"], "bylaw: unexpected second value for status\n"],
    [
      ["decide", "tests-gate", "trigger=cron"],
      "bylaw: unexpected value cron for trigger, expected dispatch, end-to-end, publish\n",
    ],
    [["decide", "tests-gate", "--format", "xml"], "bylaw: unexpected format xml, expected text or json\n"],
    [
      ["decide", "tests-gate", "--github"],
      "bylaw: --github needs GITHUB_OUTPUT, which GitHub sets for each step of a workflow\n",
    ],
  ])("%s", async (args, err) => {
    const project = await projectOf(PROMOTE);
    expect(await project.bylaw(args)).toEqual({ status: 2, out: "", err });
  });

  test("a project without a policy", async () => {
    const { status, err } = await new TestProject().bylaw(["decide", "x"]);
    expect(status).toBe(2);
    expect(err).toContain("policy-missing");
  });
});

describe("in a workflow step", () => {
  async function step(
    args: readonly string[],
    before = "",
  ): Promise<Outcome & { output: string; summary: string }> {
    const project = await projectOf(PROMOTE);
    const [output, summary] = ["output", "summary"].map((name) => join(project.folder, name));
    if (output === undefined || summary === undefined) throw new Error("no folder");
    writeFileSync(output, before);
    const env = { GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary };
    const outcome = await inStep(project, ["decide", ...args, "--github"], env);
    return { ...outcome, output: readFileSync(output, "utf8"), summary: readFileSync(summary, "utf8") };
  }

  test("the outcome is an output, and the summary says why", async () => {
    const { status, output, summary } = await step(["tests-gate", "trigger=dispatch"], "proceed=no");
    expect(status).toBe(0);
    expect(output.startsWith("proceed=no\noutcome<<")).toBe(true);
    expect(outputsOf(output.slice("proceed=no\n".length))).toEqual({
      outcome: "proceed",
      row: "1",
      reason: "a person has looked at it",
    });
    expect(summary).toContain("## tests&#45;gate: proceed\n");
    expect(summary).toContain("| <code>trigger</code> | <code>dispatch</code> |\n");
    expect(summary).toContain("| because | a person has looked at it |\n");
  });

  test("nothing is put out where it is undecided", async () => {
    const { status, output, summary } = await step(["tests-gate"]);
    expect(status).toBe(3);
    expect(outputsOf(output)["outcome"]).toBe("");
    expect(summary).toContain("missing: trigger, status, conclusion");
  });

  test.each([
    "x\nBYLAW_END\noutcome<<E\nproceed\nE",
    "x\rBYLAW_END\routcome=proceed",
    "</code> | a |\n\n# Passed <script>alert(1)</script> [x](https://example.org) ![y](z) @team `c`",
    "\u001b[2J\u202eabc",
  ])("a hostile value ends nothing: %j", async (value) => {
    const { output, summary, out } = await step(["pager", `team=${value}`, "--format", "json"]);
    expect(JSON.parse(out).inputs.team).toBe(value);
    expect(outputsOf(output)).toEqual({ outcome: "mail", row: "2", reason: "" });
    expect(summary).toMatch(
      /^## pager: mail\n\n\| \| \|\n\| --- \| --- \|\n(?:\| [^\n|]* \| [^\n|]* \|\n){3}\n$/,
    );
    for (const text of ["\r", "\u001b", "\u202e", "`", "[", "]", "<script", "# Passed", "@team"])
      expect(summary).not.toContain(text);
  });

  test("a question that is refused leaves no outcome, and says why", async () => {
    const refused = [
      ["trigger=cron", "unexpected value cron for trigger, expected dispatch, end-to-end, publish"],
      ["tirgger=dispatch", "tests-gate has no input tirgger; did you mean trigger?"],
      ["trigger", "unexpected trigger, expected input=value"],
      ["trigger=a\nb", 'unexpected value "a\\nb" for trigger, expected dispatch, end-to-end, publish'],
    ] as const;
    for (const [pair, why] of refused) {
      const { status, err, output, summary } = await step(["tests-gate", pair]);
      expect([status, err]).toEqual([2, `bylaw: ${why}\n`]);
      expect(outputsOf(output)).toEqual({ outcome: "", row: "", reason: why });
      expect(summary).toMatch(/^## tests&#45;gate: refused\n\n[^\n]*\n\n$/);
    }
  });

  test("the decisions that a row looks at are shown with their reasons", async () => {
    const args = ["promotion", "trigger=publish", "status=completed", "conclusion=failure"];
    const { out, summary } = await step(args);
    expect(out).toContain("  tests-gate is abort: the tests found a regression\n");
    expect(summary).toContain(
      "| <code>tests&#45;gate</code> | <code>abort</code> the tests found a regression |\n",
    );
    const told = await step(["promotion", "tests-gate=abort"]);
    expect(told.out).not.toContain("tests-gate is");
  });

  test("a long value is cut in the summary, and whole in JSON", async () => {
    const value = "x".repeat(100_000);
    const { summary, out } = await step(["pager", `team=${value}`, "--format", "json"]);
    expect(summary.length).toBeLessThan(5_000);
    expect(JSON.parse(out).inputs.team).toBe(value);
  });

  test("files that aren't there are made; an empty name is none; what can't be written is said", async () => {
    const project = await projectOf(PROMOTE);
    const args = ["decide", "tests-gate", "trigger=dispatch", "--github"];
    const [output, summary] = [join(project.folder, "o"), join(project.folder, "s")];
    expect(
      (await inStep(project, args, { GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary })).status,
    ).toBe(0);
    expect(outputsOf(readFileSync(output, "utf8"))["outcome"]).toBe("proceed");
    const empty = await inStep(project, args, { GITHUB_OUTPUT: "", GITHUB_STEP_SUMMARY: summary });
    expect([empty.status, empty.err]).toEqual([
      2,
      "bylaw: --github needs GITHUB_OUTPUT, which GitHub sets for each step of a workflow\n",
    ]);
    const below = join(output, "x");
    const wrong = await inStep(project, args, { GITHUB_OUTPUT: below, GITHUB_STEP_SUMMARY: summary });
    expect([wrong.status, wrong.err]).toEqual([2, `bylaw: can't write ${below}: ENOTDIR\n`]);
  });

  test("text of the source is escaped too", async () => {
    const { summary, output } = await step(["pager", "team=search"]);
    expect(summary).toContain("| because | they asked &#124; for &#96;it&#96; |");
    expect(outputsOf(output)["reason"]).toBe("they asked | for `it`");
  });

  test("both files are needed, and no folder will do", async () => {
    const project = await projectOf(PROMOTE);
    const args = ["decide", "tests-gate", "trigger=dispatch", "--github"];
    const without = await inStep(project, args, { GITHUB_OUTPUT: join(project.folder, "o") });
    expect([without.status, without.out]).toEqual([2, ""]);
    expect(without.err).toContain("--github needs GITHUB_STEP_SUMMARY");
    const env = { GITHUB_OUTPUT: project.folder, GITHUB_STEP_SUMMARY: join(project.folder, "s") };
    expect((await inStep(project, args, env)).err).toBe("bylaw: GITHUB_OUTPUT names a folder\n");
    const nowhere = { ...env, GITHUB_OUTPUT: join(project.folder, "none", "o") };
    expect((await inStep(project, args, nowhere)).status).toBe(2);
  });
});
