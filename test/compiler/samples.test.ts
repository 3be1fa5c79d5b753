// Every diagnostic has a sample: a folder of its name with the input and what must be said of it.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CODES } from "../../src/compiler/messages/generated.ts";
import { compileFiles } from "../support/compile.ts";

const FOLDER = "test/samples";
const names = readdirSync(FOLDER).sort();

/** Diagnostics that come from files and folders, not from what a document says; test/cli has their cases. */
const FROM_OUTSIDE = [
  "no-sources",
  "missing-folder",
  "unreadable",
  "not-a-file",
  "document-too-large",
  "invalid-utf8",
  "cannot-write",
  "no-marks",
  "broken-marks",
  "outside-project",
  "output-is-source",
  "no-graphviz",
  "graph-too-large",
  "policy-missing",
  "policy-refused",
  "invalid-config",
  "rule-not-placed",
  "broken-template",
  "scope-outside",
  "not-generated",
  "edited-output",
  "kept-file",
  "unreadable-settings",
  "shadowed",
  "secret-in-output",
  "hidden-in-output",
  "broken-settings",
  "settings-shape",
  "not-ours",
  "changed-by-hand",
];

describe("samples", () => {
  test.each(names)("%s", async (name) => {
    const sources = readdirSync(`${FOLDER}/${name}`).filter((file) => file.endsWith(".md"));
    const read = (file: string): [string, string] => [
      `learnings/${file}`,
      readFileSync(`${FOLDER}/${name}/${file}`, "utf8"),
    ];
    const { diagnostics } = compileFiles(Object.fromEntries(sources.sort().map(read)));
    // A missing example is said in its own sample alone.
    const said = diagnostics.filter((d) => d.code !== "no-example" || name === "no-example");
    const shown = said.map((d) => ({
      ...(d.source.file === "learnings/input.md" ? {} : { file: d.source.file }),
      at: `${d.source.line}:${d.source.column}-${d.source.endLine}:${d.source.endColumn}`,
      code: d.code,
      message: d.message,
      hint: d.hint,
      ...(d.related.length === 0 ? {} : { see: d.related.map((r) => `${r.source.line}:${r.source.column}`) }),
    }));
    await expect(`${JSON.stringify(shown, null, 2)}\n`).toMatchFileSnapshot(
      `../samples/${name}/expected.json`,
    );
    if ((CODES as readonly string[]).includes(name)) expect(shown.map((d) => d.code)).toContain(name);
  });

  test("every diagnostic of a document has one", () => {
    const missing = CODES.filter((code) => !names.includes(code) && !FROM_OUTSIDE.includes(code));
    expect(missing).toEqual([]);
  });
});
