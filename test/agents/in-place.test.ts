// Agent files in the project itself: what people wrote stays, what is ours is kept up to date, and nothing else is touched.
import { existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { TestProject } from "../support/project.ts";
import { SHOP } from "./sources.ts";

const LOCK = ".bylaw/agents.lock.json";

function shop(
  agents: readonly string[] | undefined,
  files: Readonly<Record<string, string>> = {},
): TestProject {
  const config = JSON.stringify({
    sources: ["learnings/*.md", "playbooks/*.md", "runbooks/*.md"],
    write: true,
    pictures: false,
    agents,
  });
  return new TestProject({ ...SHOP, "bylaw.config.json": config, ...files });
}

function choose(project: TestProject, agents: readonly string[]): void {
  const config = JSON.parse(project.read("bylaw.config.json"));
  project.write("bylaw.config.json", JSON.stringify({ ...config, agents }));
}

/** Builds, and gives back what was said and the files outside the sources and dist. */
async function build(project: TestProject, ...more: string[]) {
  const outcome = await project.bylaw(["build", ...more]);
  const files = project
    .files()
    .filter((f) => !/^(?:dist|learnings|playbooks|runbooks)\//.test(f) && f !== "bylaw.config.json");
  return { ...outcome, files };
}

describe("what is written", () => {
  test("by default: AGENTS.md with its nested files, CLAUDE.md that imports it, skills, and a lock file", async () => {
    const { status, files } = await build(shop(undefined));
    expect(status).toBe(0);
    expect(files).toEqual([
      ".agents/skills/api-down/SKILL.md",
      ".agents/skills/api-down/references/runbook.md",
      ".agents/skills/release/SKILL.md",
      ".agents/skills/release/references/playbook.md",
      LOCK,
      ".claude/skills/api-down/SKILL.md",
      ".claude/skills/api-down/references/runbook.md",
      ".claude/skills/release/SKILL.md",
      ".claude/skills/release/references/playbook.md",
      "AGENTS.md",
      "CLAUDE.md",
      "services/api/AGENTS.md",
      "services/api/CLAUDE.md",
    ]);
  });

  test("is fresh for --check at once, and the same again, whatever the order of the names", async () => {
    const project = shop(["kiro", "claude", "agents-md", "gemini"]);
    expect((await build(project)).status).toBe(0);
    expect(await build(project, "--check")).toMatchObject({ status: 0, out: "" });
    choose(project, ["gemini", "agents-md", "kiro", "claude"]);
    expect(await build(project, "--check")).toMatchObject({ status: 0, out: "" });
  });

  test("is shown as a diff by --check where it is stale, and nothing is written", async () => {
    const project = shop(undefined);
    await build(project);
    project.write("learnings/sql.md", (SHOP["learnings/sql.md"] ?? "").replace("twice", "three times"));
    const before = project.read("AGENTS.md");
    const { status, out } = await build(project, "--check");
    expect(status).toBe(1);
    expect(out).toContain("stale: AGENTS.md\n--- a/AGENTS.md\n+++ b/AGENTS.md\n");
    expect(out).toContain(
      "-- Migrations run twice without harm.\n+- Migrations run three times without harm.\n",
    );
    expect(out).toContain(`stale: ${LOCK}\n`);
    expect(project.read("AGENTS.md")).toBe(before);
  });
});

describe("what people wrote", () => {
  test("around a block stays byte for byte", async () => {
    const project = shop(["agents-md"]);
    await build(project);
    const block = project.read("AGENTS.md").trimEnd();
    project.write("AGENTS.md", `# Ours\n\n${block}\n\n  kept\t\n`);
    project.write("learnings/sql.md", (SHOP["learnings/sql.md"] ?? "").replace("twice", "three times"));
    expect((await build(project)).status).toBe(0);
    expect(project.read("AGENTS.md")).toMatch(
      /^# Ours\n\n<!-- bylaw:begin -->[\s\S]*three times[\s\S]*<!-- bylaw:end -->\n\n {2}kept\t\n$/,
    );
  });

  test.each<[string, readonly string[], string, string]>([
    ["no-marks", ["agents-md"], "AGENTS.md", "# By hand\n"],
    ["no-marks", ["agents-md", "claude"], "CLAUDE.md", "See `@AGENTS.md`.\n"],
    ["no-marks", ["copilot-repository"], ".github/copilot-instructions.md", "By hand.\n"],
    ["not-generated", ["cursor"], ".cursor/rules/bylaw.mdc", "by hand\n"],
    ["not-generated", ["claude-skills"], ".claude/skills/release/SKILL.md", "---\nname: release\n---\n"],
    ["unreadable-settings", ["agents-md", "gemini"], ".gemini/settings.json", '{"context": '],
    ["unreadable-settings", ["agents-md", "gemini"], ".gemini/settings.json", '{"context": {"fileName": 3}}'],
  ])("is never replaced: %s for %j and %s", async (code, agents, path, text) => {
    const project = shop(agents, { [path]: text });
    const before = project.files();
    const { status, err } = await build(project);
    expect(status).toBe(1);
    expect(err).toContain(`(${code})`);
    expect(err).toContain(path);
    expect(project.read(path)).toBe(text);
    expect(project.files()).toEqual(before);
  });

  test("into a block or a file of ours stops the build", async () => {
    for (const path of ["AGENTS.md", ".claude/skills/release/SKILL.md"]) {
      const project = shop(undefined);
      await build(project);
      const edited = project
        .read(path)
        .replace("Somebody watches", "Nobody watches")
        .replace("Small commits", "Large commits");
      project.write(path, edited);
      const { status, err } = await build(project);
      expect([status, err.includes("(edited-output)")]).toEqual([1, true]);
      expect(project.read(path)).toBe(edited);
    }
  });

  test("line ends that Git made are no change by hand", async () => {
    const project = shop(undefined);
    await build(project);
    for (const path of ["AGENTS.md", ".claude/skills/release/SKILL.md"])
      project.write(path, project.read(path).replaceAll("\n", "\r\n"));
    expect((await build(project)).status).toBe(0);
    expect((await build(project, "--check")).status).toBe(0);
  });

  test("as an import of AGENTS.md is enough", async () => {
    for (const text of ["@AGENTS.md\n", "# Ours\n\nRead @./AGENTS.md first.\n"]) {
      const project = shop(["agents-md", "claude"], { "CLAUDE.md": text });
      expect((await build(project)).status).toBe(0);
      expect(project.read("CLAUDE.md")).toBe(text);
    }
  });

  test("a CLAUDE.md that is a link to AGENTS.md gets nothing of its own", async () => {
    const project = shop(["agents-md", "claude"]);
    symlinkSync("AGENTS.md", join(project.folder, "CLAUDE.md"));
    project.write("AGENTS.md", "<!-- bylaw:begin -->\n<!-- bylaw:end -->\n");
    expect((await build(project)).status).toBe(0);
    expect(project.read("AGENTS.md")).toContain("## Rules");
    expect(project.read("AGENTS.md")).not.toContain("@AGENTS.md");
  });
});

describe("settings", () => {
  const OURS = ["agents-md", "gemini"];
  test.each<[string, string, string]>([
    [
      "a new key",
      '{\n  // ours\n  "theme": "x"\n}\n',
      '{\n  // ours\n  "theme": "x",\n  "context": {\n    "fileName": [\n      "AGENTS.md",\n      "GEMINI.md"\n    ]\n  }\n}\n',
    ],
    ["a list", '{"context":{"fileName":["A.md"]}}\n', '"A.md"'],
    ["one name", '{"context":{"fileName":"A.md", /* why */ "x": 1}}\n', '/* why */ "x": 1'],
    ["an empty file", "", '"AGENTS.md"'],
  ])("get %s, and keep what is there", async (_, before, shown) => {
    const project = shop(OURS, { ".gemini/settings.json": before });
    expect((await build(project)).status).toBe(0);
    const text = project.read(".gemini/settings.json");
    expect(text).toContain(shown);
    expect(text).toContain('"AGENTS.md"');
    expect((await build(project, "--check")).status).toBe(0);
  });

  test("that name it already stay as they are", async () => {
    const text = '{ "context": { "fileName": [ "AGENTS.md" ] }, }';
    const project = shop(OURS, { ".gemini/settings.json": text });
    expect((await build(project)).status).toBe(0);
    expect(project.read(".gemini/settings.json")).toBe(text);
  });
});

describe("what isn't generated any more", () => {
  test("is taken away, with its folders, and blocks leave what people wrote", async () => {
    const project = shop(undefined);
    await build(project);
    project.write("CLAUDE.md", `# Mine\n\n${project.read("CLAUDE.md")}`);
    choose(project, ["agents-md"]);
    const { status, files } = await build(project);
    expect(status).toBe(0);
    expect(files).toEqual([LOCK, "AGENTS.md", "CLAUDE.md", "services/api/AGENTS.md"]);
    expect(project.read("CLAUDE.md")).toBe("# Mine\n\n\n");
    expect(existsSync(join(project.folder, ".claude"))).toBe(false);
  });

  test("stays where it was changed by hand, with a warning", async () => {
    const project = shop(undefined);
    await build(project);
    project.write(
      ".claude/skills/release/SKILL.md",
      `${project.read(".claude/skills/release/SKILL.md")}mine\n`,
    );
    choose(project, ["agents-md"]);
    const { status, err, files } = await build(project);
    expect(status).toBe(0);
    expect(err).toContain("(kept-file)");
    expect(files).toContain(".claude/skills/release/SKILL.md");
    expect(files).not.toContain(".claude/skills/release/references/playbook.md");
  });

  test("in the output folder too, as far as nobody changed it", async () => {
    const project = shop(undefined);
    await build(project);
    rmSync(join(project.folder, "runbooks"), { recursive: true });
    await build(project);
    expect(project.files("dist").filter((f) => f.includes("api-down"))).toEqual([]);
  });
});

describe("a lock file", () => {
  test.each([
    "{",
    "[]",
    '{"files": 3}',
    '{"files": {"../../etc/x": {"form": "whole", "hash": "y"}, "/etc/x": {"form": "whole", "hash": "y"}}}',
    '{"files":{"__proto__":{"form":"whole","hash":"x"}}}',
  ])("that reads %j makes nothing ours", async (text) => {
    const project = shop(["cursor"], { [LOCK]: text, ".cursor/rules/bylaw.mdc": "mine\n" });
    const { status, err } = await build(project);
    expect([status, err.includes("(not-generated)")]).toEqual([1, true]);
  });
});

describe("paths", () => {
  test("a link out of the project is not followed", async () => {
    const outside = new TestProject({});
    const project = shop(["cursor"]);
    mkdirSync(join(project.folder, ".cursor"));
    symlinkSync(outside.folder, join(project.folder, ".cursor/rules"));
    const { status, err } = await build(project);
    expect([status, err.includes("(outside-project)")]).toEqual([1, true]);
    expect(outside.files()).toEqual([]);
  });

  test("a folder in the place of a file is told", async () => {
    const project = shop(["agents-md"]);
    mkdirSync(join(project.folder, "AGENTS.md"));
    expect((await build(project)).err).toContain("AGENTS.md");
  });
});

describe("what hides AGENTS.md", () => {
  test.each([
    ["Codex", "AGENTS.override.md"],
    ["Zed", ".rules"],
    ["Zed", ".cursorrules"],
    ["Junie", ".junie/AGENTS.md"],
  ])("from %s is told: %s", async (host, path) => {
    const { status, err } = await build(shop(["agents-md"], { [path]: "x\n" }));
    expect(status).toBe(0);
    expect(err).toContain(`\`${path}\` keeps ${host} from reading \`AGENTS.md\` (shadowed)`);
  });

  test("a folder of Cline's rules does not", async () => {
    expect((await build(shop(["agents-md", "cline"]))).err).not.toContain("(shadowed)");
  });
});
