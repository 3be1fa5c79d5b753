// Diagnostics and findings for machines: SARIF 2.1.0 and GitHub annotations.
import { describe, expect, test } from "vitest";
import { DEPLOY, TestProject } from "../support/project.ts";

const BROKEN = {
  "learnings/a, b.md":
    "- **Never** run `x`.\n  - Id: `a`\n- **Never** run.\n- **Never** run `y`.\n  - Id: `a`\n",
};

describe("build", () => {
  test("--format sarif", async () => {
    const { status, out, err } = await new TestProject(BROKEN).bylaw(["build", "--format", "sarif"]);
    expect([status, err]).toEqual([1, ""]);
    const log = JSON.parse(out);
    expect(log.version).toBe("2.1.0");
    const [run] = log.runs;
    expect(run.tool.driver.name).toBe("Bylaw");
    const parsing = run.results.find((r: { ruleId: string }) => r.ruleId === "sentence-does-not-parse");
    expect(parsing).toMatchObject({
      level: "error",
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "learnings/a,%20b.md" },
            region: { startLine: 3, startColumn: 17, endLine: 3, endColumn: 17 },
          },
        },
      ],
    });
    const twice = run.results.find((r: { ruleId: string }) => r.ruleId === "duplicate-id");
    expect(twice.relatedLocations[0].physicalLocation.region.startLine).toBe(2);
    const named = new Set(run.tool.driver.rules.map((r: { id: string }) => r.id));
    expect(run.results.every((r: { ruleId: string }) => named.has(r.ruleId))).toBe(true);
  });

  test("--format github", async () => {
    const { status, out } = await new TestProject(BROKEN).bylaw(["build", "--format", "github"]);
    expect(status).toBe(1);
    expect(out).toContain(
      "::error file=learnings/a%2C b.md,line=3,col=17,endLine=3,title=sentence-does-not-parse::Unexpected end of the sentence",
    );
    expect(
      out
        .trim()
        .split("\n")
        .every((line) => /^::(error|warning|notice) /.test(line)),
    ).toBe(true);
  });
});

describe("check", () => {
  test.each([
    ["sarif", '"ruleId": "wait-for-health"'],
    [
      "github",
      "::error file=learnings/deploy.md,line=12,col=3,endLine=12,title=wait-for-health::`--wait` is missing\n",
    ],
  ])("--format %s", async (format, expected) => {
    const project = new TestProject({ "learnings/deploy.md": DEPLOY });
    await project.bylaw(["build"]);
    const { status, out } = await project.bylaw(["check", "deployctl", "--format", format]);
    expect(status).toBe(1);
    expect(out).toContain(expected);
  });
});
