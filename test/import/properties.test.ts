// Whatever is imported: it compiles, nothing is lost without a word, and no rule is made that the text doesn't state.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { importDocument } from "../../src/authoring/import/import-document.ts";
import { suggest } from "../../src/authoring/import/suggest/suggest.ts";
import { TestProject } from "../support/project.ts";

const BITS = [
  "- **Never** run `rm -rf`.",
  "- Never run `x` unless told.",
  "  - Because: it hurts",
  "  - Id: `a b`",
  "  - Blocks: `ls`",
  "**Always**",
  "- **Allow** `ls`",
  "- Because: x",
  "### Tool `a`",
  "### List `a`",
  "### Add to list `zz`",
  "## Task `t`",
  "- Needs: `u`",
  "| a | b |\n| --- | --- |\n| `c` |",
  "> Never edit `a/`",
  "```sh\nrm -rf /",
  "```",
  "~~~~",
  "<div>",
  "<!-- bylaw:begin -->",
  "<!-- bylaw:end -->",
  "---",
  "## 2026-02-30 — no day",
  "## Symptoms",
  "## Resolution",
  "1. `kubectl get pods`",
  "@a.md",
  "Do not use `--x` with `y`.",
  "- Never run `f` until `fact` is `on`.",
  "- Never pass any `nolist` as `--x` to `y`.",
  "\u200bNever\u202e run `z`",
  "",
  "",
];

describe("any text", () => {
  const line = fc.oneof(fc.constantFrom(...BITS), fc.string({ unit: "grapheme-ascii", maxLength: 30 }));
  test("becomes sources that compile", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 14 }), async (lines) => {
        const at = new TestProject({ "notes.md": lines.join("\n") });
        const { status, err } = await at.bylaw(["import", "notes.md"]);
        expect([status, err]).toEqual([0, ""]);
        if (at.files().length > 1) expect((await at.bylaw(["build"])).err).not.toMatch(/:\d+:\d+ error /);
      }),
      { numRuns: 60 },
    );
  });
});

test("sizes that no team writes are refused in a moment, and long ones are read", () => {
  const known = (): boolean => true;
  const refused = ["x".repeat(2_000_001), "`".repeat(20_001), `${"> ".repeat(300)}x`, "[".repeat(9_000)];
  for (const text of refused) expect(importDocument("a.md", text, known)).toHaveProperty("problem");
  const long = "- Never run `git push --force`.\n".repeat(20_000);
  expect(importDocument("a.md", long, known)).toMatchObject({ kind: "playbook" });
  expect(suggest(`never run ${"`a` ".repeat(20_000)}`, known)).toEqual([]);
});
