// Instruction files in the manner of many teams, and what each one becomes. The expected output is written on a first
// run, and read before it is committed.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { TestProject } from "../support/project.ts";

const FIXTURES = join("test", "import", "fixtures");
const EXPECTED = join("test", "import", "expected");

/** Files that are read because others take them in. */
const TAKEN_IN = /^docs\//;

function filesOf(name: string): Record<string, string> {
  const folder = join(FIXTURES, name);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
  return Object.fromEntries(
    entries.map((e) => {
      const path = join(e.parentPath, e.name);
      return [path.slice(folder.length + 1), readFileSync(path, "utf8")];
    }),
  );
}

describe.each(readdirSync(FIXTURES))("%s", (name) => {
  test("becomes what is expected, compiles, and comes out the same again", async () => {
    const files = filesOf(name);
    const at = new TestProject(files);
    const named = Object.keys(files).filter((f) => !TAKEN_IN.test(f));
    const before = at.files();
    const { status, out, err } = await at.bylaw(["import", ...named.sort()]);
    expect([status, err]).toEqual([0, ""]);
    for (const [path, content] of Object.entries(files)) expect(at.read(path)).toBe(content);
    const written = at.files().filter((f) => !before.includes(f));
    const shown = [out, ...written.map((f) => `--- ${f}\n${at.read(f)}`)].join("\n");
    const path = join(EXPECTED, `${name}.txt`);
    mkdirSync(EXPECTED, { recursive: true });
    if (!existsSync(path)) writeFileSync(path, shown);
    expect(shown).toBe(readFileSync(path, "utf8"));
    if (written.length === 0) return;
    const built = await at.bylaw(["build"]);
    expect([built.status, built.err.match(/ error /g)]).toEqual([0, null]);
    expect((await at.bylaw(["fmt", "--check"])).out).toBe("");
    // All of its rules are there now.
    const again = await at.bylaw(["import", "--dry-run", "--format", "json", "--out", "again", ...named]);
    const { files: twice } = JSON.parse(again.out) as { files: { rules: unknown[] }[] };
    expect(twice.flatMap((f) => f.rules)).toEqual([]);
  });
});
