// bylaw context on the command line, and the bundled sources.
import { cpSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { effectOf, isReportRule } from "../../src/policy/rules.ts";
import type { Policy } from "../../src/policy/types.ts";
import { TestProject } from "../support/project.ts";
import { SHOP } from "./sources.ts";

function shop(agents: readonly string[] = ["agents-md", "claude"]): TestProject {
  const config = {
    sources: ["learnings/*.md", "playbooks/*.md", "runbooks/*.md"],
    write: true,
    pictures: false,
    agents,
  };
  return new TestProject({ ...SHOP, "bylaw.config.json": JSON.stringify(config) });
}

describe("in numbers", () => {
  test("each file with its limits, and each rule", async () => {
    const { status, out } = await shop().bylaw(["context"]);
    expect(status).toBe(0);
    expect(out).toMatch(
      /^In every session:\n {2}AGENTS\.md: \d+ bytes, \d+ lines, about \d+ tokens \(\d+% of 32768 bytes; \d+% of 20480 bytes, advised\)\n/,
    );
    expect(out).toMatch(/\nRules: 5, \d+ bytes\n {2}no-force-push: \d+ bytes, about \d+ tokens \(denied\)\n/);
    expect(out).toMatch(/ask-deploy: \d+ bytes, about \d+ tokens \(asked\)\n/);
  });

  test("as JSON; what people wrote around a block counts, and nested files with those above them", async () => {
    const project = shop();
    await project.bylaw(["build"]);
    const sizes = async () =>
      JSON.parse((await project.bylaw(["context", "--format", "json"])).out).files as {
        path: string;
        bytes: number;
        limits: { used: number }[];
      }[];
    const [before] = await sizes();
    project.write("AGENTS.md", `${"x".repeat(10_000)}\n${project.read("AGENTS.md")}`);
    const [after, nested] = await sizes();
    expect((after?.bytes ?? 0) - (before?.bytes ?? 0)).toBeGreaterThanOrEqual(10_000);
    expect(nested?.path).toBe("services/api/AGENTS.md");
    expect(nested?.limits[0]?.used).toBeGreaterThanOrEqual(after?.limits[0]?.used ?? 1_000);
  });

  test("rules without a place are told, with exit status 1", async () => {
    const project = shop();
    project.write("AGENTS.md", `${"x".repeat(33_000)}\n<!-- bylaw:begin -->\n<!-- bylaw:end -->\n`);
    const { status, err } = await project.bylaw(["context"]);
    expect([status, err.includes("(rule-not-placed)")]).toEqual([1, true]);
  });

  test("sources with an error", async () => {
    const project = new TestProject({ "learnings/a.md": "- **Never** run.\n" });
    expect(await project.bylaw(["context"])).toMatchObject({ status: 1, out: "" });
  });
});

describe("of one host", () => {
  test("prints what is loaded, in order, and what isn't", async () => {
    const project = shop();
    await project.bylaw(["build"]);
    const { status, out } = await project.bylaw([
      "context",
      "--for",
      "claude-code",
      "--path",
      "services/api/x.ts",
    ]);
    expect(status).toBe(0);
    const heads = out.split("\n").filter((line) => line.startsWith("--- "));
    expect(heads).toEqual([
      "--- 1. CLAUDE.md (at the root)",
      "--- 2. AGENTS.md (imported by CLAUDE.md)",
      "--- 3. services/api/CLAUDE.md (in services/api, once a file there is read)",
      "--- 4. services/api/AGENTS.md (imported by services/api/CLAUDE.md)",
      expect.stringMatching(/^--- 4 files, \d+ bytes$/),
    ]);
    expect(out).not.toContain("bylaw:begin");
  });

  test("from a folder inside, and as JSON", async () => {
    const project = shop();
    await project.bylaw(["build"]);
    project.write(".git/HEAD", "x");
    const cwd = join(project.folder, "services/api");
    const { out } = await project.bylaw(
      ["context", "--for", "codex", "--path", "x.ts", "--format", "json"],
      "",
      { cwd },
    );
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      host: "codex",
      path: "services/api/x.ts",
      parts: [{ path: "AGENTS.md" }, { path: "services/api/AGENTS.md" }],
    });
  });

  test.each([
    [["--for", "emacs"], "unknown host emacs, expected claude-code or"],
    [["--path", "a.ts"], "--path needs --for and a host"],
    [["--for", "codex", "--path", "../x"], "../x lies outside the project"],
    [["--for", "codex", "--format", "xml"], "unexpected format xml"],
  ])("%j is wrong usage", async (args, said) => {
    const { status, out, err } = await shop().bylaw(["context", ...args]);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain(said);
  });

  test("what a terminal would act on is shown", async () => {
    const project = new TestProject({ "AGENTS.md": "\u001b[31mred\n" });
    expect((await project.bylaw(["context", "--for", "zed"])).out).toContain("\\u{1b}[31mred");
  });
});

describe("the bundled sources", () => {
  test("fit every host: each rule that stops or asks is in what is always loaded, once", async () => {
    const project = new TestProject({
      "bylaw.config.json": JSON.stringify({ pictures: false, write: true }),
      ".git/HEAD": "x",
    });
    for (const folder of ["learnings", "playbooks"])
      cpSync(folder, join(project.folder, folder), { recursive: true });
    expect((await project.bylaw(["build"])).status).toBe(0);
    expect((await project.bylaw(["build", "--check"])).out).toBe("");
    const policy = JSON.parse(project.read("dist/policy.json")) as Policy;
    const binding = policy.rules.filter(
      (r) => !isReportRule(r) && r.kind !== "allow" && effectOf(r) !== "warn",
    );
    expect(binding.length).toBeGreaterThan(50);
    for (const host of ["codex", "claude-code", "vscode", "zed", "cursor", "cline", "junie"]) {
      const { out } = await project.bylaw(["context", "--for", host, "--format", "json"]);
      const { parts } = JSON.parse(out) as { parts: { text: string; lost: string }[] };
      expect(parts.map((p) => p.lost).join("")).toBe("");
      const lines = parts.flatMap((p) => p.text.split("\n"));
      for (const { sentence, id } of binding)
        expect([
          host,
          id,
          lines.filter((line) => line.startsWith(`- ${sentence} `) && line.includes(`(\`${id}\`, `)).length,
        ]).toEqual([host, id, 1]);
    }
  });

  test("every point of guidance stands in some file, or a line points to its document", async () => {
    const project = new TestProject({ "bylaw.config.json": JSON.stringify({ pictures: false }) });
    for (const folder of ["learnings", "playbooks"])
      cpSync(folder, join(project.folder, folder), { recursive: true });
    await project.bylaw(["build"]);
    const policy = JSON.parse(project.read("dist/policy.json")) as Policy;
    const all = project
      .files("dist/agents")
      .filter((f) => f.endsWith(".md"))
      .map((f) => project.read(f))
      .join("\n");
    for (const { source } of policy.guidance) expect(all).toContain(source.file);
    const { file } = policy.guidance[0]?.source ?? { file: "" };
    expect(all).toContain(policy.guidance.find((g) => g.source.file === file)?.text.slice(0, 30));
  });
});
