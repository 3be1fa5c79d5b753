// Single sentences about a playbook: what each is read as, and which are left alone.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileFiles } from "../support/compile.ts";
import { rowsOf } from "./table.ts";

const FOLDER = "test/prose-disagrees/sentences";

/** What is said of each sentence of a table. Each stands under a heading of its own, below the definitions. */
function saidOf(folder: string, page: string): { sentence: string; readAs: string; said: string[] }[] {
  const rows = rowsOf(`${FOLDER}/${folder}/${page}`);
  const playbook = playbookOf(folder);
  const above = playbook.split("\n").length;
  const text = `${playbook}\n${rows.map(([sentence]) => `${sentence}\n\n## Notes\n`).join("\n")}`;
  const { diagnostics } = compileFiles({ "playbooks/playbook.md": text });
  const found = diagnostics.filter((d) => d.code === "prose-disagrees");
  return rows.map(([sentence = "", readAs = ""], i) => {
    const own = found.filter((d) => d.source.line === above + 1 + 4 * i);
    return { sentence, readAs, said: own.map((d) => d.message) };
  });
}

function playbookOf(folder: string): string {
  return readFileSync(`${FOLDER}/${folder}/playbook.md`, "utf8");
}

describe.each(readdirSync(FOLDER))("%s", (folder) => {
  test("the definitions alone say nothing", () => {
    expect(compileFiles({ "playbooks/playbook.md": playbookOf(folder) }).diagnostics).toEqual([]);
  });

  describe("disagrees", () => {
    test.each(saidOf(folder, "disagree.md"))("$sentence", ({ readAs, said }) => {
      expect(said).toHaveLength(1);
      expect(said[0]).toContain(`This says that ${readAs}, and its definition that `);
    });
  });

  describe("is left alone", () => {
    test.each(saidOf(folder, "agree.md"))("$sentence", ({ said }) => {
      expect(said).toEqual([]);
    });
  });

  describe("disagrees, and is not found", () => {
    test.each(saidOf(folder, "missed.md"))("$sentence", ({ said }) => {
      expect(said).toEqual([]);
    });
  });
});

test("the docs count them right", () => {
  const count = (page: string): number =>
    readdirSync(FOLDER).reduce((sum, folder) => sum + rowsOf(`${FOLDER}/${folder}/${page}`).length, 0);
  const [disagree, agree, missed] = ["disagree.md", "agree.md", "missed.md"].map(count);
  expect(readFileSync("docs/prose.md", "utf8").replace(/\s+/g, " ")).toContain(
    `${disagree} that disagree, ${agree} that are to be left alone, ${missed} that are known to be missed`,
  );
});
