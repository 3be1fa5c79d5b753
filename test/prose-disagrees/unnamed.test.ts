// What is said of things that have no name in backticks: each row a source, in a playbook, in a runbook and in a log alike.
import { describe, expect, test } from "vitest";
import { compileFiles } from "../support/compile.ts";
import { rowsOf } from "./table.ts";

const FOLDER = "test/prose-disagrees/unnamed";
const FOLDERS = ["playbooks", "runbooks"] as const;

function saidOf(cell: string, folder: string): string[] {
  const text = cell.replaceAll("⏎", "\n");
  // Entries with dates are those of a log.
  const file = /^## \d{4}-/m.test(text) ? "learnings/source.md" : `${folder}/source.md`;
  const { diagnostics } = compileFiles({ [file]: `# Source\n\n${text}\n` });
  return diagnostics.filter((d) => d.code === "prose-disagrees").map((d) => d.message);
}

describe.each(FOLDERS)("%s", (folder) => {
  describe("disagrees", () => {
    test.each(rowsOf(`${FOLDER}/disagree.md`))("%s", (source, said) => {
      const found = saidOf(source, folder);
      expect(found).toHaveLength(1);
      expect(found[0]).toContain(`This says that ${said}, and `);
    });
  });

  describe("is left alone", () => {
    test.each(rowsOf(`${FOLDER}/agree.md`))("%s", (source) => {
      expect(saidOf(source, folder)).toEqual([]);
    });
  });
});
