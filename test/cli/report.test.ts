// bylaw check --report and bylaw report: output, exit status, mending in place, refusals.
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { TestProject } from "../support/project.ts";

const SOURCE = `# Handing over

### Fact \`phase\`

- From: the operator
- Values: \`open\`, \`closed\`

### Report \`handover\`

- Because: whoever comes reads it.

| section | lines | required |
| --- | --- | --- |
| \`DONE\` | \`<ticket: word> - <what>\` | yes |
| \`NOTES\` | | no |

- **Never** write \`soon\` in \`NOTES\` of \`handover\`, when \`phase\` is \`closed\`.
  - Id: \`no-soon\`
  - Blocks: \`soon\` when \`phase\` is \`closed\`
- **Never** report \`handover\` before \`look\`, unless \`quick\` stands in \`NOTES\`.
  - Id: \`look-first\`
  - Blocks: \`late\`

### Step \`look\`

- \`oarctl get\`
`;
const GOOD = "DONE:\nT-1 - x\nNOTES:\nquick\n";
const BAD = "NOTES:\nquick\n\nDONE:\nT-1 – x\n";
const MENDED = "DONE:\nT-1 - x\n\nNOTES:\nquick\n";

async function built(files: Record<string, string | Uint8Array> = {}): Promise<TestProject> {
  const project = new TestProject({ "learnings/h.md": SOURCE, ...files });
  const { err } = await project.bylaw(["build"]);
  expect(err).not.toContain("error");
  return project;
}

describe("check --report", () => {
  test.each([
    [0, "allow", GOOD, []],
    [1, "deny", BAD, []],
    [3, "ask", GOOD.replace("quick", "quick and soon"), []],
    [1, "deny", GOOD.replace("quick", "quick and soon"), ["--fact", "phase=closed"]],
    [0, "allow", GOOD.replace("quick", "quick and soon"), ["--fact", "phase=open"]],
    [3, "ask", GOOD.replace("quick", "slow"), []],
    [3, "ask", GOOD.replace("quick", "slow"), ["--after", "ls"]],
    [0, "allow", GOOD.replace("quick", "slow"), ["--after", "ls", "oarctl get x"]],
  ])("exit status %i: %s for %j %j", async (status, decision, text, more) => {
    const project = await built();
    const outcome = await project.bylaw(["check", "--report", "handover", "-", ...more], text);
    expect([outcome.status, outcome.err]).toEqual([status, ""]);
    expect(outcome.out.split("\n")[0]).toBe(decision);
  });

  test("shows the line of the file, what is expected, why and since when", async () => {
    const { out } = await (await built({ "out/s.txt": BAD })).bylaw([
      "check",
      "--report",
      "handover",
      "out/s.txt",
    ]);
    expect(out).toContain(
      "deny line-shape: `T-1 – x` has not the shape of `DONE`\n  out/s.txt:5:1 | T-1 – x\n",
    );
    expect(out).toContain(
      "  expected: `<ticket: word> - <what>`\n  because: whoever comes reads it.\n  instead: T-1 - x\n",
    );
    expect(out).toContain("  source: learnings/h.md:14:3\n");
  });

  test("prints the verdict as JSON, with places", async () => {
    const { out } = await (await built()).bylaw(
      ["check", "--report", "handover", "-", "--format", "json"],
      BAD,
    );
    const verdict = JSON.parse(out);
    expect(verdict).toMatchObject({ schemaVersion: 1, decision: "deny", canonical: "report handover" });
    const wrong = verdict.findings.find((f: { code: string }) => f.code === "line-shape");
    expect(wrong.place).toEqual({ line: 5, column: 1, endLine: 5, endColumn: 8 });
    expect(BAD.slice(wrong.range.start, wrong.range.end)).toBe("T-1 – x");
  });

  test("SARIF and annotations lie in the report's file", async () => {
    const project = await built({ "s.txt": BAD });
    const sarif = JSON.parse(
      (await project.bylaw(["check", "--report", "handover", "s.txt", "--format", "sarif"])).out,
    );
    const [result] = sarif.runs[0].results.filter((r: { ruleId: string }) => r.ruleId === "line-shape");
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: "s.txt" },
      region: { startLine: 5, startColumn: 1, endLine: 5, endColumn: 8 },
    });
    const { out } = await project.bylaw(["check", "--report", "handover", "s.txt", "--format", "github"]);
    expect(out).toContain("::error file=s.txt,line=5,col=1,endLine=5,title=line-shape::");
  });

  test.each([
    [["--report", "handover"], "expected one file behind --report NAME"],
    [["--report", "handover", "none.txt"], "there is no file none.txt"],
    [["--report", "handover", "learnings"], "learnings is a folder, expected a file"],
    [["--report", "handover", "bytes.txt"], "bytes.txt is not UTF-8 text"],
    [["--report", "hand-over", "-"], "there is no report hand-over. Did you mean `handover`?"],
    [["--report", "handover", "-", "--fact", "phase=x"], 'unexpected value "x" for fact phase'],
    [["--report", "handover", "-", "--tool", "x"], "expected --report or --tool, not both"],
    [["--report", "handover", "-", "--format", "xml"], "unexpected format xml"],
    [["ls", "--fix"], "expected --report beside --fix"],
  ])("refuses %j", async (args, message) => {
    const project = await built({ "bytes.txt": Uint8Array.of(0xff, 0xfe, 0x41) });
    const { status, out, err } = await project.bylaw(["check", ...args], "x");
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain(message);
  });
});

describe("--fix", () => {
  test("writes the mended file whole, and says what is left", async () => {
    const project = await built({ "s.txt": BAD });
    const first = await project.bylaw(["check", "--report", "handover", "s.txt", "--fix"]);
    expect(first).toEqual({ status: 0, out: "allow\n", err: "mended s.txt\n" });
    expect(project.read("s.txt")).toBe(MENDED);
    expect(readdirSync(project.folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    const second = await project.bylaw(["check", "--report", "handover", "s.txt", "--fix"]);
    expect(second).toEqual({ status: 0, out: "allow\n", err: "" });
  });

  test("of standard input goes to standard output", async () => {
    const { status, out, err } = await (await built()).bylaw(
      ["check", "--report", "handover", "-", "--fix"],
      BAD,
    );
    expect([status, out, err]).toEqual([0, MENDED, "allow\n"]);
  });

  test("leaves a file alone that it can't mend", async () => {
    const project = await built({ "s.txt": "DONE:\nnothing\nNOTES:\nquick\n" });
    const { status, err } = await project.bylaw(["check", "--report", "handover", "s.txt", "--fix"]);
    expect([status, err]).toEqual([1, ""]);
    expect(project.read("s.txt")).toBe("DONE:\nnothing\nNOTES:\nquick\n");
  });
});

describe("report", () => {
  test("prints the skeleton, and the rules on standard error", async () => {
    const { status, out, err } = await (await built()).bylaw(["report", "handover"]);
    expect([status, out]).toEqual([0, "DONE:\n<ticket: word> - <what>\n\nNOTES:\n<text>\n"]);
    expect(err.split("\n")[0]).toBe("Never write `soon` in `NOTES` of `handover`, when `phase` is `closed`.");
  });

  test("prints the history", async () => {
    const { out } = await (await built()).bylaw(["report", "handover", "--history"]);
    expect(out).toContain("undated (defined, learnings/h.md:8)\n  because: whoever comes reads it.\n  DONE:");
  });

  test("refuses a name that there is not", async () => {
    const { status, err } = await (await built()).bylaw(["report", "handovr"]);
    expect(status).toBe(2);
    expect(err).toContain("there is no report handovr. Did you mean `handover`?");
  });

  test("stands in the agents' instructions, with its rules", async () => {
    const project = await built();
    const all = project.read("dist/agents/AGENTS.md");
    expect(all).toContain("- `handover`: `bylaw report handover`; skill `h`");
    const [path = ""] = project.files("dist/agents/.agents").filter((p) => p.endsWith("report-handover.md"));
    const text = project.read(path);
    expect(text).toContain(
      "1. `DONE:` with lines `<ticket: word> - <what>`\n1. `NOTES:` (may be left out)\n",
    );
    expect(text).toContain("- Never write `soon` in `NOTES` of `handover`");
    expect(all).not.toContain("Never write `soon`");
  });

  test("has its examples tried by bylaw test, and its rules explained", async () => {
    const project = await built();
    const { status, out } = await project.bylaw(["test"]);
    expect(status).toBe(0);
    expect(out).toContain("no-soon Blocks soon\n");
    expect((await project.bylaw(["explain", "no-soon"])).out).toContain("blocks: soon");
  });
});
