// bylaw init: a project that builds and enforces, out of whatever was there.
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { TestProject } from "../support/project.ts";

const MADE = [".gitignore", "bylaw.config.json", "learnings/learned.md", "playbooks/.gitkeep"];

describe("what is set up", () => {
  test.each<readonly [string, Record<string, string>]>([
    ["an empty folder", {}],
    ["a git repository", { ".git/HEAD": "ref: refs/heads/main\n" }],
    ["a folder with its own .gitignore", { ".gitignore": "node_modules/\r\n*.log" }],
    ["a folder with instructions", { "AGENTS.md": "# Mine\n", ".cursor/rules/a.mdc": "- Be kind.\n" }],
    ["a folder with a configuration", { "bylaw.config.json": '{ "out": "built" }' }],
  ])("%s builds and enforces; a second call changes nothing", async (_, files) => {
    const at = new TestProject(files);
    const first = await at.bylaw(["init"]);
    expect(first).toMatchObject({ status: 0, err: "" });
    for (const [path, text] of Object.entries(files)) expect(at.read(path).startsWith(text)).toBe(true);
    expect(at.files()).toEqual([...new Set([...MADE, ...Object.keys(files)])].sort());
    const before = at.files().map((f) => at.read(f));
    const again = await at.bylaw(["init"]);
    expect([again.status, again.out.includes("wrote")]).toEqual([0, false]);
    expect(at.files().map((f) => at.read(f))).toEqual(before);
    expect(await at.bylaw(["build"])).toMatchObject({
      status: 0,
      err: expect.not.stringMatching(/ (?:error|warning) /),
    });
    expect((await at.bylaw(["test"])).status).toBe(0);
    expect((await at.bylaw(["trust"])).out).toContain("is in force now (first, 1 rules)");
    expect((await at.bylaw(["check", "git push -f"])).status).toBe(1);
  });
});

test("lines of .gitignore are marked, appended once, with the file's ends of lines", async () => {
  const at = new TestProject({ ".gitignore": "node_modules/\r\n" });
  await at.bylaw(["init"]);
  await at.bylaw(["init"]);
  expect(at.read(".gitignore")).toMatch(/^node_modules\/\r\n\r\n# bylaw: [^\r]+\r\n(?:\/[\w./-]+\r\n)+$/);
});

describe("what is ignored is what a build makes, in the folder that the configuration names", () => {
  test.each<readonly [string, string]>([
    ["dist", "/dist/policy.json /dist/agents/ /dist/playbooks/ /.bylaw/runs/ /.bylaw/cache/"],
    [
      "./build/law/",
      "/build/law/policy.json /build/law/agents/ /build/law/playbooks/ /.bylaw/runs/ /.bylaw/cache/",
    ],
    [".", "/policy.json /agents/ /playbooks/ /.bylaw/runs/ /.bylaw/cache/"],
    [
      "a[1]*",
      "/a\\[1\\]\\*/policy.json /a\\[1\\]\\*/agents/ /a\\[1\\]\\*/playbooks/ /.bylaw/runs/ /.bylaw/cache/",
    ],
    ["../elsewhere", "/.bylaw/runs/ /.bylaw/cache/"],
  ])("%s", async (out, lines) => {
    const at = new TestProject({ "bylaw.config.json": JSON.stringify({ out }) });
    expect((await at.bylaw(["init"])).status).toBe(0);
    expect(at.read(".gitignore").trim().split("\n").slice(1).join(" ")).toBe(lines);
  });
});

test("what comes next is said: import of what is there, build, trust, install of the hosts that were found", async () => {
  const at = new TestProject({
    "AGENTS.md": "# Mine\n",
    "CLAUDE.md": "<!-- bylaw:begin -->\n\n<!-- bylaw:end -->\n",
    ".cursor/rules/a.mdc": "- Be kind.\n",
  });
  const { out } = await at.bylaw(["init"]);
  expect(out.slice(out.indexOf("found "))).toBe(`found claude-code (CLAUDE.md), cursor (.cursor)
next:
  bylaw import AGENTS.md .cursor/rules/a.mdc – proposes sources of what is written there
  bylaw build – compiles the sources
  bylaw trust – takes the policy in force
  bylaw install claude-code cursor – puts the hook in front of the agent
`);
});

test("with sources there is no example", async () => {
  const at = new TestProject({ "playbooks/a.md": "# A\n\n- **Never** run `x`.\n" });
  await at.bylaw(["init"]);
  expect(at.files()).toEqual([".gitignore", "bylaw.config.json", "playbooks/a.md"]);
});

test("in a folder of a repository its root is set up", async () => {
  const at = new TestProject({ ".git/HEAD": "x", "src/a.ts": "" });
  const { out } = await at.bylaw(["init"], "", { cwd: join(at.folder, "src") });
  expect(out).toContain(`in ${at.folder}\n`);
  expect(at.files()).toContain("bylaw.config.json");
});

test("nothing is written through links", async () => {
  const elsewhere = new TestProject();
  const at = new TestProject();
  symlinkSync(elsewhere.folder, join(at.folder, "learnings"));
  expect((await at.bylaw(["init"])).status).toBe(2);
  mkdirSync(join(elsewhere.folder, "x"));
  expect(elsewhere.files()).toEqual([]);
});
