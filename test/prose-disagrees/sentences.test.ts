// Single sentences about one playbook: what each is read as, and which are left alone.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileFiles } from "../support/compile.ts";
import { rowsOf } from "./table.ts";

const FOLDER = "test/prose-disagrees/sentences";
const museum = readFileSync(`${FOLDER}/museum.md`, "utf8");

/** What is said of each sentence of a table. Each stands under a heading of its own, below the definitions. */
function saidOf(page: string): { sentence: string; readAs: string; said: string[] }[] {
  const rows = rowsOf(`${FOLDER}/${page}`);
  const above = museum.split("\n").length;
  const text = `${museum}\n${rows.map(([sentence]) => `${sentence}\n\n## Notes\n`).join("\n")}`;
  const { diagnostics } = compileFiles({ "playbooks/museum.md": text });
  const found = diagnostics.filter((d) => d.code === "prose-disagrees");
  return rows.map(([sentence = "", readAs = ""], i) => {
    const own = found.filter((d) => d.source.line === above + 1 + 4 * i);
    return { sentence, readAs, said: own.map((d) => d.message) };
  });
}

test("the definitions alone say nothing", () => {
  expect(compileFiles({ "playbooks/museum.md": museum }).diagnostics).toEqual([]);
});

describe("disagrees", () => {
  test.each(saidOf("disagree.md"))("$sentence", ({ readAs, said }) => {
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`This says that ${readAs}, and its definition that `);
  });
});

describe("is left alone", () => {
  test.each(saidOf("agree.md"))("$sentence", ({ said }) => {
    expect(said).toEqual([]);
  });
});

describe("disagrees, and is not found", () => {
  test.each(saidOf("missed.md"))("$sentence", ({ said }) => {
    expect(said).toEqual([]);
  });
});
