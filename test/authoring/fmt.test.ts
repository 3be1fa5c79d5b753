// bylaw fmt: canonical words, nothing else touched, and the same policy.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDocument } from "../../src/authoring/fmt.ts";
import { compileFiles } from "../support/compile.ts";
import { TestProject } from "../support/project.ts";

describe("formatDocument", () => {
  test.each([
    ["- **Never** execute `x`\n", "- **Never** run `x`.\n"],
    [
      "*  __Always__ add `--a` to `x`, if `--b` is\n   used\n\n   Kept   prose.\n",
      "*  **Always** pass `--a` to `x`, when `--b` is used.\n\n   Kept   prose.\n",
    ],
    [
      "1. **Never** launch `x` – unless the operator waives it.\n   - Because:   kept  as it is\n",
      "1. **Never** run `x`, unless the operator waives it.\n   - Because:   kept  as it is\n",
    ],
    ["| a |\n|-|\n| `x` |\n", "| a |\n|-|\n| `x` |\n"],
    [
      "- **Never** run `x`, when all of:\n  - `--a` is used\n",
      "- **Never** run `x`, when all of:\n  - `--a` is used\n",
    ],
  ])("%j", (before, after) => {
    expect(formatDocument("learnings/a.md", before).text).toBe(after);
  });

  test("leaves a broken document as it is", () => {
    const text = "- **Never** execute `x`\n- **Never** run.\n";
    const formatted = formatDocument("learnings/a.md", text);
    expect(formatted.text).toBe(text);
    expect(formatted.problems).toHaveLength(1);
  });
});

const rule = fc.constantFrom(
  "**Never** execute `x`",
  "**Always** include `--a`\n  to `x`, if `--b` or `--c` are used.",
  "**Default** `--m` to `v` for `x` – unless the operator asks for another one.",
  "**Require** order `a`,\n  then `b` then `c`.",
  "**Never** use `v` as `--m` to `x`, when either `--a` is used or `--b` is missing and `--c` is used.",
  "**Ask before** launching `x`",
  "**Never** run `y`, when any of:\n  - `--a` is used\n  - `--b` is used",
);
const document = fc
  .array(
    fc.record({ rule, prose: fc.constantFrom("", "Some  prose.\n\n", "> quoted\n\n"), id: fc.boolean() }),
    { maxLength: 6 },
  )
  .map((parts) =>
    parts
      .map((p, i) => `${p.prose}- ${p.rule}\n  - Id: \`r${i}\`\n${p.id ? "  - Because: it  is so.\n" : ""}\n`)
      .join(""),
  );

/** What a document enforces, wherever it stands in the file. */
function meaning(text: string): unknown {
  const { rules, guidance, lists } = compileFiles({ "learnings/a.md": text }).policy;
  return JSON.parse(
    JSON.stringify({ rules, guidance, lists }, (key, value: unknown) =>
      key === "source" ? undefined : value,
    ),
  );
}

test("formatting is idempotent and never changes what a document enforces", () => {
  fc.assert(
    fc.property(document, (text) => {
      const once = formatDocument("learnings/a.md", text).text;
      expect(formatDocument("learnings/a.md", once).text).toBe(once);
      expect(meaning(once)).toEqual(meaning(text));
    }),
    { numRuns: 60 },
  );
});

describe("bylaw fmt", () => {
  test("formats the sources in place; --check only says which it would", async () => {
    const project = new TestProject({
      "learnings/a.md": "- **Never** execute `x`\n",
      "learnings/b.md": "- **Never** run `y`.\n",
    });
    expect(await project.bylaw(["fmt", "--check"])).toMatchObject({
      status: 1,
      out: "not formatted: learnings/a.md\n",
    });
    expect(await project.bylaw(["fmt"])).toMatchObject({ status: 0, out: "formatted learnings/a.md\n" });
    expect(project.read("learnings/a.md")).toBe("- **Never** run `x`.\n");
    expect(await project.bylaw(["fmt", "--check"])).toMatchObject({ status: 0, out: "" });
  });

  test("keeps the line ends and the byte order mark of a file", async () => {
    const project = new TestProject({ "learnings/a.md": "\ufeff# A\r\n\r\n- **Never** execute `x`\r\n" });
    await project.bylaw(["fmt"]);
    expect(project.read("learnings/a.md")).toBe("\ufeff# A\r\n\r\n- **Never** run `x`.\r\n");
  });
});
