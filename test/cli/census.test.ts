// bylaw census, and the coverage line of a build.
import { describe, expect, test } from "vitest";
import { TestProject } from "../support/project.ts";

const PROSE = `# ALWAYS look twice

Use tabs — never spaces. Tests must pass before a merge.

- Don't commit secrets.
- The build takes a while.
- **Never** run \`x\`.
- **Require** order \`a\`, then \`b\`.
- **Never** touch it.

| when | what |
| --- | --- |
| a release | Do not merge |

\`\`\`sh
# never read as a rule
\`\`\`
`;

describe("census", () => {
  test("counts any Markdown as it is, without writing anything", async () => {
    const project = new TestProject({ "AGENTS.md": PROSE, "other.md": "Nothing here.\n" });
    const { status, out, err } = await project.bylaw(["census", "AGENTS.md", "other.md"]);
    expect([status, err]).toEqual([0, ""]);
    expect(out.split("\n")).toEqual([
      "AGENTS.md: 1 enforced · 1 enforced but often undecidable · 6 look like rules · 1 guidance (not enforced)",
      "other.md: 0 enforced · 0 enforced but often undecidable · 0 look like rules · 0 guidance (not enforced)",
      "1 enforced · 1 enforced but often undecidable · 6 look like rules · 1 guidance (not enforced)",
      "",
    ]);
    expect(project.files()).toEqual(["AGENTS.md", "other.md"]);
  });

  test("--format json", async () => {
    const { out } = await new TestProject({ "a.md": PROSE }).bylaw(["census", "a.md", "--format", "json"]);
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      files: [{ file: "a.md", enforced: 2, undecidable: 1, looksLikeRules: 6, guidance: 1 }],
    });
  });

  test.each([
    [["census", "a.md", "--max-unenforced", "6"], 0],
    [["census", "a.md", "--max-unenforced", "5"], 1],
    [["census", "a.md", "--max-unenforced", "many"], 2],
    [["census", "nowhere.md"], 2],
    [["census"], 2],
  ])("%j: exit status %i", async (args, status) => {
    expect((await new TestProject({ "a.md": PROSE }).bylaw(args)).status).toBe(status);
  });
});

test("build --max-unenforced writes nothing when there are more", async () => {
  const project = new TestProject({ "learnings/a.md": "You must look.\n" });
  const { status, err } = await project.bylaw(["build", "--max-unenforced", "0"]);
  expect(status).toBe(1);
  expect(err).toContain("1 sentences look like rules and are not enforced; at most 0 may");
  expect(project.files()).toEqual(["learnings/a.md"]);
  expect((await project.bylaw(["build", "--max-unenforced", "1"])).status).toBe(0);
});
