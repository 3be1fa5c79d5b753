// Sources with one contradiction each, and documents with several: what is said, at the prose, with the definition beside it.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/compiler/messages/diagnostic.ts";
import { compileFiles } from "../support/compile.ts";
import { rowsOf } from "./table.ts";

const FOLDER = "test/prose-disagrees";

function disagreementsIn(path: string): Diagnostic[] {
  const { diagnostics } = compileFiles({ "playbooks/source.md": readFileSync(`${FOLDER}/${path}`, "utf8") });
  expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
  return diagnostics.filter((d) => d.code === "prose-disagrees");
}

const rows = rowsOf(`${FOLDER}/README.md`);
/** Rows of sources: the file, what differs, the prose and its line, the other side and its line. */
const sources = rows.flatMap(([source = "", , prose = "", other = ""]) =>
  source.includes("/") ? [] : [{ source: bare(source), at: lineOf(prose), other: lineOf(other) }],
);
/** Rows of documents: the file, and the lines of all that is wrong in it. */
const documents = rows.flatMap(([source = "", lines = ""]) =>
  source.includes("/") ? [{ source: bare(source), lines: [...lines.matchAll(/\d+/g)].map(Number) }] : [],
);

function bare(cell: string): string {
  return cell.replaceAll("`", "");
}

function lineOf(cell: string): number {
  return Number(/(\d+)$/.exec(cell)?.[1]);
}

describe("one contradiction", () => {
  test.each(sources)("$source", ({ source, at, other }) => {
    const said = disagreementsIn(source).map((d) => [d.source.line, d.related[0]?.source.line]);
    expect(said).toEqual([[at, other]]);
  });

  test("agrees.md has none", () => {
    expect(disagreementsIn("agrees.md")).toEqual([]);
  });
});

test("a drawing in another document is held against the definitions", () => {
  const task = (name: string, needs: string): string =>
    `### Task \`${name}\`\n\n${needs}- Runs: \`make ${name}\`\n- Passes when it exits 0\n- Fails when it exits 1\n- On failure: stop\n\n`;
  const { diagnostics } = compileFiles({
    "playbooks/catalogue.md": `# Catalogue\n\n${task("collect-texts", "")}${task("set-pages", "- Needs: `collect-texts`\n")}`,
    "learnings/notes.md": "# Notes\n\n```text\nset-pages\n  ↓\ncollect-texts\n```\n",
  });
  expect(diagnostics.map((d) => [d.code, d.source.file, d.source.line])).toEqual([
    ["prose-disagrees", "learnings/notes.md", 6],
  ]);
});

describe("all that is wrong in a document", () => {
  test.each(documents)("$source", ({ source, lines }) => {
    expect(disagreementsIn(source).map((d) => d.source.line)).toEqual(lines);
  });
});

test("every source stands in a table", () => {
  const files = [
    ...readdirSync(FOLDER).filter((name) => name.endsWith(".md")),
    ...readdirSync(`${FOLDER}/documents`).map((name) => `documents/${name}`),
  ].filter((name) => name !== "README.md" && name !== "agrees.md");
  expect([...sources, ...documents].map((s) => s.source).sort()).toEqual(files.sort());
});
