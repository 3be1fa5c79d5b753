// bylaw build: what it writes, and what it does with bad input.
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DEPLOY, TestProject } from "../support/project.ts";

const SOURCE = "learnings/deploy.md";

describe("a build", () => {
  test("writes the policy and the instructions, and says how much is enforced", async () => {
    const project = new TestProject({ [SOURCE]: DEPLOY });
    const { status, out, err } = await project.bylaw(["build"]);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toBe(
      "1 enforced · 0 enforced but often undecidable · 0 look like rules · 1 guidance (not enforced)\nwrote dist/policy.json\nwrote dist/agents/AGENTS.md\nwrote dist/agents/CLAUDE.md\nwrote dist/agents/agents.lock.json\n",
    );
    expect(project.files()).toEqual([
      "dist/agents/AGENTS.md",
      "dist/agents/CLAUDE.md",
      "dist/agents/agents.lock.json",
      "dist/policy.json",
      SOURCE,
    ]);
  });

  test("gives the same bytes in another folder", async () => {
    const [one, two] = [new TestProject({ [SOURCE]: DEPLOY }), new TestProject({ [SOURCE]: DEPLOY })];
    for (const project of [one, two]) await project.bylaw(["build"]);
    expect(one.read("dist/policy.json")).toBe(two.read("dist/policy.json"));
    expect(one.read("dist/policy.json")).not.toContain(one.folder);
  });

  test("reads CRLF and a byte order mark as the same document", async () => {
    const [plain, windows] = [new TestProject(), new TestProject()];
    plain.write(SOURCE, DEPLOY);
    windows.write(SOURCE, `\ufeff${DEPLOY.replaceAll("\n", "\r\n")}`);
    for (const project of [plain, windows]) expect((await project.bylaw(["build"])).status).toBe(0);
    const rules = (p: TestProject): unknown => JSON.parse(p.read("dist/policy.json")).rules;
    expect(rules(windows)).toEqual(rules(plain));
  });

  test("finds the project from a folder inside it", async () => {
    const project = new TestProject({ [SOURCE]: DEPLOY, "src/a/b.txt": "" });
    expect((await project.bylaw(["build", "src/a"])).status).toBe(0);
    expect(project.files("dist")).toContain("dist/policy.json");
  });

  test("takes sources and the output folder from the configuration", async () => {
    const config = JSON.stringify({ sources: ["rules/*.md"], out: "build/bylaw" });
    const project = new TestProject({
      "rules/a.md": DEPLOY.replace("## 2026-02-03 — It", "## It"),
      "bylaw.config.json": config,
    });
    expect((await project.bylaw(["build"])).status).toBe(0);
    expect(project.files("build")).toContain("build/bylaw/agents/AGENTS.md");
    expect(project.files("build")).toContain("build/bylaw/policy.json");
  });

  test("prints all errors at once, in order of place, and writes nothing", async () => {
    const project = new TestProject({
      "learnings/b.md": "- **Never** run.\n- **Nver** run `x`.\n",
      "learnings/a.md": "### List `x`\n",
    });
    const { status, err } = await project.bylaw(["build"]);
    expect(status).toBe(1);
    expect(err.match(/^\S+:\d+ error/gm)).toEqual([
      "learnings/a.md:1:10 error",
      "learnings/b.md:1:17 error",
      "learnings/b.md:2:3 error",
    ]);
    expect(err).toContain("3 errors");
    expect(project.files().some((f) => f.startsWith("dist/"))).toBe(false);
  });

  test("leaves the outputs of the last good build alone when the sources break", async () => {
    const project = new TestProject({ [SOURCE]: DEPLOY });
    await project.bylaw(["build"]);
    const before = project.read("dist/policy.json");
    project.write(SOURCE, DEPLOY.replace("**Always**", "**Alway**"));
    expect((await project.bylaw(["build"])).status).toBe(1);
    expect(project.read("dist/policy.json")).toBe(before);
  });

  test("gives diagnostics as JSON", async () => {
    const project = new TestProject({ [SOURCE]: "- **Never** run.\n" });
    const { status, out } = await project.bylaw(["build", "--format", "json"]);
    expect(status).toBe(1);
    const { schemaVersion, diagnostics } = JSON.parse(out);
    expect(schemaVersion).toBe(1);
    expect(diagnostics[0]).toMatchObject({
      code: "sentence-does-not-parse",
      source: { file: SOURCE, line: 1, column: 17 },
    });
  });
});

describe("--check", () => {
  test("passes on fresh outputs and shows the first stale line", async () => {
    const project = new TestProject({ [SOURCE]: DEPLOY });
    expect(await project.bylaw(["build", "--check"])).toMatchObject({ status: 1 });
    await project.bylaw(["build"]);
    expect(await project.bylaw(["build", "--check"])).toMatchObject({ status: 0, out: "" });
    project.write(
      "dist/agents/AGENTS.md",
      project.read("dist/agents/AGENTS.md").replace("morning", "evening"),
    );
    const { status, out } = await project.bylaw(["build", "--check"]);
    expect(status).toBe(1);
    expect(out).toContain("stale: dist/agents/AGENTS.md\n");
    expect(out).toContain("-- Deploy in the evening.\n+- Deploy in the morning.");
  });
});

describe("--write", () => {
  test("creates AGENTS.md, then changes only its own block", async () => {
    const project = new TestProject({ [SOURCE]: DEPLOY });
    expect((await project.bylaw(["build", "--write"])).status).toBe(0);
    const block = project.read("AGENTS.md").trimEnd();
    project.write("AGENTS.md", `# Ours\r\n\r\n  kept  \r\n${block}\r\nafter\tit`);
    project.write(SOURCE, DEPLOY.replace("morning", "evening"));
    expect((await project.bylaw(["build", "--write"])).status).toBe(0);
    const text = project.read("AGENTS.md");
    expect(text.startsWith("# Ours\r\n\r\n  kept  \r\n<!-- bylaw:begin -->")).toBe(true);
    expect(text.endsWith("<!-- bylaw:end -->\r\nafter\tit")).toBe(true);
    expect(text).toContain("Deploy in the evening.");
  });

  test.each([
    ["no-marks", "# Written by hand\n"],
    ["broken-marks", "<!-- bylaw:begin -->\n"],
    ["broken-marks", "<!-- bylaw:end -->\n<!-- bylaw:begin -->\n"],
  ])("refuses with %s: %j", async (code, text) => {
    const project = new TestProject({ [SOURCE]: DEPLOY, "AGENTS.md": text });
    const { status, err } = await project.bylaw(["build", "--write"]);
    expect(status).toBe(1);
    expect(err).toContain(`(${code})`);
    expect(project.read("AGENTS.md")).toBe(text);
    expect(project.files()).toEqual(["AGENTS.md", SOURCE]);
  });
});

describe("bad input", () => {
  const cases: readonly (readonly [string, string, (p: TestProject) => void])[] = [
    ["no sources at all", "no-sources", () => {}],
    [
      "a folder named like a source",
      "not-a-file",
      (p) => mkdirSync(join(p.folder, "learnings/x.md"), { recursive: true }),
    ],
    ["an empty file", "empty-document", (p) => p.write("learnings/x.md", "")],
    ["a file of 10 MB", "document-too-large", (p) => p.write("learnings/x.md", "a".repeat(10_000_000))],
    [
      "bytes that are no UTF-8",
      "invalid-utf8",
      (p) => p.write("learnings/x.md", Buffer.from([35, 32, 0xc3, 0x28, 10])),
    ],
    ["broken frontmatter", "broken-frontmatter", (p) => p.write("learnings/x.md", "---\na: [\n---\n\n# X\n")],
    ["a configuration that is no JSON", "invalid-config", (p) => p.write("bylaw.config.json", "{")],
    ["a misspelt setting", "invalid-config", (p) => p.write("bylaw.config.json", '{"source":["a"]}')],
    [
      "sources outside the project",
      "outside-project",
      (p) => p.write("bylaw.config.json", '{"sources":["../**/*.md"]}'),
    ],
    [
      "a link out of the project",
      "outside-project",
      (p) => {
        mkdirSync(join(p.folder, "learnings"));
        symlinkSync("/etc/hostname", join(p.folder, "learnings/x.md"));
      },
    ],
    [
      "a link to nothing",
      "unreadable",
      (p) => {
        mkdirSync(join(p.folder, "learnings"));
        symlinkSync("nowhere.md", join(p.folder, "learnings/x.md"));
      },
    ],
    [
      "an output folder that is a file",
      "cannot-write",
      (p) => {
        p.write(SOURCE, DEPLOY);
        p.write("dist", "in the way");
      },
    ],
    [
      "an output that is a folder",
      "cannot-write",
      (p) => {
        p.write(SOURCE, DEPLOY);
        mkdirSync(join(p.folder, "dist/policy.json/x"), { recursive: true });
      },
    ],
  ];

  test.each(cases)("%s: %s", async (_name, code, prepare) => {
    const project = new TestProject();
    prepare(project);
    const before = project.files();
    const { status, out, err } = await project.bylaw(["build"]);
    expect(status).toBe(1);
    expect(err).toContain(`(${code})`);
    expect(err).not.toMatch(/\n\s+at /);
    expect(out).toBe("");
    expect(project.files()).toEqual(before);
  });

  test("a missing folder", async () => {
    const { status, err } = await new TestProject().bylaw(["build", "nowhere"]);
    expect(status).toBe(1);
    expect(err).toContain("(missing-folder)");
  });

  test.runIf(process.platform === "linux")("an output folder that can't be written", async () => {
    const project = new TestProject({ [SOURCE]: DEPLOY });
    const { status, out, err } = await project.bylaw(["build", "--out", "/proc/bylaw"]);
    expect([status, out]).toEqual([1, ""]);
    expect(err).toContain("(cannot-write)");
  });

  test("an invalid byte is shown at its place", async () => {
    const project = new TestProject();
    project.write("learnings/x.md", Buffer.from("# X\n\nä \xff", "latin1"));
    writeFileSync(
      join(project.folder, "learnings/x.md"),
      Buffer.concat([Buffer.from("# X\n\nä "), Buffer.from([0xff])]),
    );
    expect((await project.bylaw(["build"])).err).toContain("learnings/x.md:3:3 error Unexpected byte 0xFF");
  });
});
