// bylaw import: where it writes, what it refuses, and what it leaves alone.
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DEPLOY, TestProject } from "../support/project.ts";

const AGENTS = "- Never run `git push --force`.\n- Never run `npm publish`. Except for betas.\n- Be kind.\n";

describe("where it writes", () => {
  test.each<readonly [string, readonly string[], string]>([
    ["by what it is", [], "playbooks/agents.md"],
    ["a named file", ["--out", "playbooks/house.md"], "playbooks/house.md"],
    ["a named folder", ["--out", "learnings"], "learnings/agents.md"],
    ["a folder that no build reads", ["--out", "drafts"], "drafts/agents.md"],
  ])("%s", async (_, words, path) => {
    const at = new TestProject({ "AGENTS.md": AGENTS });
    const { status, out } = await at.bylaw(["import", "AGENTS.md", ...words]);
    expect([status, at.files()]).toEqual([0, ["AGENTS.md", path].sort()]);
    expect(out.includes("no build reads")).toBe(path.startsWith("drafts"));
    expect(at.read(path)).toContain("- **Never** run `git push --force`.\n");
    expect(at.read(path).startsWith("---\nkind: playbook\n---\n")).toBe(path.startsWith("learnings"));
  });

  test("with --dry-run nowhere, and the text is shown", async () => {
    const at = new TestProject({ "AGENTS.md": AGENTS });
    const { out } = await at.bylaw(["import", "AGENTS.md", "--dry-run"]);
    expect(out).toContain("+- **Never** run `git push --force`.\n");
    expect(at.files()).toEqual(["AGENTS.md"]);
  });
});

test("as data it says all of it", async () => {
  const at = new TestProject({ "AGENTS.md": AGENTS });
  const { out } = await at.bylaw(["import", "AGENTS.md", "--format", "json", "--dry-run"]);
  expect(JSON.parse(out)).toMatchObject({
    schemaVersion: 1,
    written: false,
    files: [
      {
        from: "AGENTS.md",
        file: "playbooks/agents.md",
        counts: { rules: 1, suggested: 1, guidance: 2, kept: 0, same: 0 },
        rules: [{ id: "never-run-git-push-force", source: { file: "AGENTS.md", line: 1 } }],
        suggested: [{ sentence: "Never run `npm publish`.", source: { line: 2 } }],
      },
    ],
  });
});

describe("what is refused, with nothing written", () => {
  test.each<readonly [string, Record<string, string | Uint8Array>, readonly string[], string]>([
    ["a file that is not there", {}, ["nope.md"], "nope.md is not there"],
    ["a folder", { "docs/a.md": "x" }, ["docs"], "docs is no file"],
    ["no file", {}, [], "expected files"],
    ["bytes that are no text", { "a.md": new Uint8Array([0xff, 0xfe, 0x00]) }, ["a.md"], "can't be read"],
    ["a target that is there", { "a.md": AGENTS, "playbooks/a.md": "# A\n" }, ["a.md"], "is there already"],
    ["a target outside", { "a.md": AGENTS }, ["a.md", "--out", "../x.md"], "outside of the project"],
    [
      "two files for one target",
      { "a.md": AGENTS, "b.md": AGENTS },
      ["a.md", "b.md", "--out", "playbooks/x.md"],
      "two files would become",
    ],
    ["too much markup", { "a.md": "[".repeat(9_000) }, ["a.md"], "too-much-markup"],
  ])("%s", async (_, files, words, said) => {
    const at = new TestProject(files);
    const { status, err } = await at.bylaw(["import", ...words]);
    expect([status, err]).toEqual([2, expect.stringContaining(said)]);
    expect(at.files()).toEqual(Object.keys(files).sort());
  });

  test("a folder that a link leads out of the project", async () => {
    const elsewhere = new TestProject();
    const at = new TestProject({ "a.md": AGENTS });
    symlinkSync(elsewhere.folder, join(at.folder, "playbooks"));
    const { status, err } = await at.bylaw(["import", "a.md"]);
    expect([status, err, elsewhere.files()]).toEqual([2, expect.stringContaining("leads out"), []]);
  });
});

test("a link out of the project is not followed by @path", async () => {
  const elsewhere = new TestProject({ "secret.md": "- Never run `secret thing`.\n" });
  const at = new TestProject({ "CLAUDE.md": "@docs/out.md\n\n- Be kind.\n", "docs/in.md": "x" });
  symlinkSync(join(elsewhere.folder, "secret.md"), join(at.folder, "docs/out.md"));
  const { out } = await at.bylaw(["import", "CLAUDE.md"]);
  expect(out).toContain("`@docs/out.md` is not followed: it is no document inside of the project");
  expect(out).not.toContain("secret thing");
});

test("a rule that clashes with one of the project's stays guidance, and the project's own errors are no matter", async () => {
  const broken = `${DEPLOY}\n- **Never** passs \`x\`.\n`;
  const at = new TestProject({
    "learnings/deploy.md": broken,
    "AGENTS.md": "- Never pass `--wait` to `deployctl`.\n",
  });
  const { status, out } = await at.bylaw(["import", "AGENTS.md"]);
  expect(status).toBe(0);
  expect(out).toMatch(/is no rule: .*can't both be kept/);
  expect(at.read("playbooks/agents.md")).toBe("- Never pass `--wait` to `deployctl`.\n");
});

test("ids of two files are told apart, and from those of the project", async () => {
  const at = new TestProject({
    "learnings/deploy.md": DEPLOY,
    "a.md": "- **Never** run `x y`.\n  - Id: `wait-for-health`\n",
    "b.md": "- **Never** run `x z`.\n  - Id: `wait-for-health`\n- Never run `x y`.\n  - Because: of it.\n",
  });
  const { out } = await at.bylaw(["import", "a.md", "b.md"]);
  expect(out).toContain("Never run `x y`. (wait-for-health-2)");
  expect(out).toContain("Never run `x z`. (wait-for-health-3)");
  expect(out).toMatch(/there already\n {2}b\.md:3:3 Never run `x y`\./);
  expect((await at.bylaw(["build"])).status).toBe(0);
});

describe("keys and passwords are left out, and told, so that what is made of it can be written", () => {
  const key = (...parts: string[]): string => parts.join("");
  test.each<readonly [string, string]>([
    [key("postgres://shop:", "hunter2h", "@db/shop"), "hunter2h"],
    [key("gh", "p_", "0123456789abcdefghij0123"), "0123456789abcdefghij"],
    [key("AKI", "A", "0123456789ABCDEF"), "0123456789ABCDEF"],
    [key("-----BEGIN ", "PRIVATE KEY-----\nMIIabc0\n-----END ", "PRIVATE KEY-----"), "MIIabc0"],
  ])("%j", async (secret, part) => {
    const text = `# Shop\n\nSet \`DB\` to ${secret} first.\n\n- Say hello.\n- Never run \`npm publish\`.\n`;
    const at = new TestProject({ "AGENTS.md": text });
    const { status, out } = await at.bylaw(["import", "AGENTS.md"]);
    expect(status).toBe(0);
    expect(out).toMatch(/AGENTS\.md:3:\d+ left out what looks like a key or a password/);
    expect(out + at.read("playbooks/agents.md")).not.toContain(part);
    expect(at.read("playbooks/agents.md")).toContain("- **Never** run `npm publish`.\n");
    expect(await at.bylaw(["build"])).toMatchObject({ status: 0 });
  });
});

describe("paths in the instructions of a folder begin there", () => {
  test.each<readonly [string, string | undefined]>([
    ["Do not edit `gen/`.", "Never edit `packages/api/gen/**`."],
    ["Do not edit `./gen/a.ts`.", "Never edit `packages/api/gen/a.ts`."],
    ["Do not edit `*.gen.ts`.", "Never edit `*.gen.ts`."],
    ["Do not edit `**/x/*.ts`.", "Never edit `**/x/*.ts`."],
    ["Do not edit `../web/a.ts`.", undefined],
    ["Do not edit `packages/web/a.ts`.", undefined],
    ["Do not edit `packages/api/a.ts`.", undefined],
    ["Do not edit `gen/a.ts`, when file `gen/lock` exists.", undefined],
  ])("%s", async (text, sentence) => {
    const at = new TestProject({ "packages/api/AGENTS.md": `- ${text}\n` });
    const { out } = await at.bylaw(["import", "packages/api/AGENTS.md", "--format", "json"]);
    const { files } = JSON.parse(out) as { files: { rules: { sentence: string }[]; suggested: unknown[] }[] };
    const rules = files.flatMap((f) => f.rules.map((r) => r.sentence));
    expect(rules).toEqual(sentence === undefined ? [] : [sentence]);
    expect(files[0]?.suggested.length).toBe(sentence === undefined ? 1 : 0);
  });
});
