// One cause, one message: each broken source of test/broken gets the one diagnostic that its table names, and no other.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compileFiles } from "../support/compile.ts";

const FOLDER = "test/broken";

interface Case {
  readonly source: string;
  /** `code` or nothing. */
  readonly says: string | undefined;
  /** A line of the source, or `file:line` where there are several. */
  readonly line: string;
}

/** The rows of the tables in the folder's README. */
const cases: Case[] = readFileSync(`${FOLDER}/README.md`, "utf8")
  .split("\n")
  .flatMap((row) => {
    const cells = row.split(/(?<!\\)\|/).map((cell) => cell.trim());
    const [, source = "", , says = "", line = ""] = cells;
    if (!source.startsWith("`")) return [];
    return [{ source: bare(source), says: says === "—" ? undefined : bare(says), line }];
  });

function bare(cell: string): string {
  return cell.replaceAll("`", "");
}

/** A source, or all sources of a folder, by their paths in a project. */
function sourcesOf(path: string): Record<string, string> {
  const full = join(FOLDER, path);
  const files = statSync(full).isDirectory() ? readdirSync(full).map((name) => join(path, name)) : [path];
  return Object.fromEntries(
    files
      .sort()
      .map((file) => [`playbooks/${file.split("/").pop()}`, readFileSync(join(FOLDER, file), "utf8")]),
  );
}

function said(path: string): string[] {
  const several = statSync(join(FOLDER, path)).isDirectory();
  return compileFiles(sourcesOf(path)).diagnostics.map((d) => {
    const file = several ? `${d.source.file.split("/").pop()}:` : "";
    return `${d.code} at ${file}${d.source.line}`;
  });
}

const folders = readdirSync(FOLDER).filter((name) => !name.includes("."));
const sound = folders.flatMap((name) => (name === "together" ? [] : [`${name}/sound.md`]));

describe("the compiler says nothing of", () => {
  test.each(sound)("%s", (path) => {
    expect(said(path)).toEqual([]);
  });
});

describe("the compiler says one thing of", () => {
  test.each(cases)("$source", ({ source, says, line }) => {
    expect(said(source)).toEqual(says === undefined ? [] : [`${says} at ${line}`]);
  });
});

describe("a mistake hides none in another document", () => {
  const other = "machines/role-misspelt.md";
  test.each(cases.filter((c) => c.says !== undefined && !c.source.startsWith("machines/")))(
    "$source",
    ({ source }) => {
      const both = compileFiles({ ...sourcesOf(source), ...sourcesOf(other) });
      expect(both.diagnostics.map((d) => d.code).sort()).toEqual(
        [...said(source), ...said(other)].map((line) => line.split(" ")[0]).sort(),
      );
    },
  );
});

test("every source stands in a table", () => {
  const files = folders.flatMap((name) => readdirSync(join(FOLDER, name)).map((file) => `${name}/${file}`));
  const listed = cases.map((c) => c.source);
  expect(files.filter((file) => !sound.includes(file)).sort()).toEqual([...listed].sort());
});
