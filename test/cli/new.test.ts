// bylaw new: what is scaffolded compiles as it stands, and nothing that is there is touched.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { appended, SCAFFOLDS } from "../../src/authoring/scaffold/scaffold.ts";
import { DEPLOY, TestProject } from "../support/project.ts";

describe.each(SCAFFOLDS)("a %s", (kind) => {
  test.each<readonly [string, Record<string, string>, readonly string[]]>([
    ["in an empty folder", {}, []],
    ["among sources", { "learnings/deploy.md": DEPLOY, "playbooks/ship.md": "# Ship\n\n- Be kind.\n" }, []],
    ["in a file of its own", {}, ["--file", kind === "learning" ? "learnings/own.md" : "playbooks/own.md"]],
  ])("%s compiles without a warning, and its examples hold", async (_, files, words) => {
    const at = new TestProject(files);
    const { status, out, err } = await at.bylaw(["new", kind, "some-name", ...words, "--date", "2026-04-01"]);
    expect([status, err]).toEqual([0, ""]);
    const file = /^(?:wrote|added to) (\S+)$/m.exec(out)?.[1] ?? "";
    const lines = at.read(file).split("\n");
    const blanks = [...out.matchAll(/^ {2}\S+:(\d+) (.+)$/gm)];
    expect(blanks.length).toBeGreaterThan(0);
    for (const [, line, text] of blanks) expect(lines[Number(line) - 1]).toContain(text);
    for (const [path, before] of Object.entries(files)) expect(at.read(path).startsWith(before)).toBe(true);
    expect(await at.bylaw(["build"])).toMatchObject({
      status: 0,
      err: expect.not.stringMatching(/ (?:error|warning) /),
    });
    expect((await at.bylaw(["test"])).status).toBe(0);
    const before = at.read(file);
    const again = await at.bylaw(["new", kind, "some-name", "--file", file, "--date", "2026-04-01"]);
    expect([again.status, at.read(file)]).toEqual([2, before]);
    expect(again.err).toMatch(/duplicate|there already/);
  });
});

test.each<readonly [string, readonly string[], string]>([
  ["an unknown kind", ["gizmo"], "unexpected gizmo, expected rule, list"],
  ["a name with blanks", ["rule", "a b"], "unexpected name a b"],
  ["a file outside", ["rule", "a", "--file", "../a.md"], "is no source of this project"],
  ["a file that no build reads", ["rule", "a", "--file", "docs/a.md"], "is no source of this project"],
  ["a learning in a playbook", ["learning", "a", "--file", "playbooks/ship.md"], "no learnings file"],
  ["several files to choose from", ["rule", "a"], "expected --file, one of learnings/a.md, learnings/b.md"],
  ["a fence that nothing closes", ["rule", "a", "--file", "playbooks/open.md"], "would swallow it"],
])("%s is refused", async (_, words, said) => {
  const files = {
    "learnings/a.md": DEPLOY,
    "learnings/b.md": "# B\n\n- Be kind.\n",
    "playbooks/ship.md": "# Ship\n\n- Be kind.\n",
    "playbooks/open.md": "# Open\n\n```\nx\n",
  };
  const at = new TestProject(files);
  const { status, err } = await at.bylaw(["new", ...words]);
  expect([status, err]).toEqual([2, expect.stringContaining(said)]);
  for (const [path, text] of Object.entries(files)) expect(at.read(path)).toBe(text);
  expect(at.files()).toEqual(Object.keys(files).sort());
});

test("what is appended to stays as it is, whatever it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "\n", "\r\n", "\ufeff", "# ", "é") }), (before) => {
      const after = appended(before, "### X\n\n- y");
      expect(after.startsWith(before)).toBe(true);
      expect(after.slice(before.length)).toMatch(/^(?:\r?\n){0,2}### X\r?\n\r?\n- y\r?\n$/);
    }),
  );
});
