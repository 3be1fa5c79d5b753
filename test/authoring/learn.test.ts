// Learnings as entries, where they are put, and what is refused.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOneEntry, withEntry } from "../../src/authoring/learn/insert.ts";
import { entryOf, type Learning } from "../../src/authoring/learn/learning.ts";

const LEARNING: Learning = {
  date: "2026-04-01",
  title: "It tore everything down",
  sentence: "Never run `deployctl destroy`.",
};

function entry(more: Partial<Learning> = {}): string {
  const made = entryOf({ ...LEARNING, ...more });
  return "entry" in made ? made.entry : made.problem;
}

describe("an entry", () => {
  test("is canonical, with everything in its place", () => {
    expect(
      entry({
        sentence: "Never execute `deployctl destroy`.",
        prose: "It was a *bad* day with `x`.\n\nThen it ended.",
        because: "nothing brings it back.",
        id: "no-destroy",
        supersedes: ["a", "b/c"],
        blocks: ["deployctl destroy --all"],
        asks: ["deployctl $x"],
        passes: ["deployctl plan"],
      }),
    ).toBe(`## 2026-04-01 — It tore everything down

It was a _bad_ day with \`x\`.

Then it ended.

- **Never** run \`deployctl destroy\`.
  - Id: \`no-destroy\`
  - Because: nothing brings it back.
  - Supersedes: \`a\`, \`b/c\`
  - Blocks: \`deployctl destroy --all\`
  - Asks: \`deployctl $x\`
  - Passes: \`deployctl plan\`
`);
  });

  test.each<readonly [string, Partial<Learning>, string]>([
    ["a bold lead", { sentence: "**Never** run `x`." }, "- **Never** run `x`."],
    [
      "a command with a backtick",
      { blocks: ["deployctl destroy `x`"] },
      "Blocks: `` deployctl destroy `x` ``",
    ],
    ["signs of Markdown in words", { title: "1 * 2 _ 3 # 4" }, "## 2026-04-01 — 1 \\* 2 \\_ 3 # 4"],
  ])("takes %s", (_, more, said) => expect(entry(more)).toContain(said));

  test.each<readonly [string, Partial<Learning>, string]>([
    ["a day that is none", { date: "2026-02-30" }, "unexpected date"],
    ["a title of two lines", { title: "a\n## b" }, "title: expected one line"],
    ["a title that is a heading", { title: "# a" }, "title: expected plain words, found a heading"],
    ["no title", { title: " " }, "title: expected words"],
    ["a list in the prose", { prose: "a\n\n- **Allow** `x`." }, "found a list"],
    ["HTML in the prose", { prose: "<!-- a -->" }, "found a html"],
    ["HTML in words", { because: "a <b>c</b>" }, "found html"],
    ["a picture", { because: "![x](y)" }, "found image"],
    ["a fence", { prose: "```\nx" }, "found a code"],
    ["an id with a blank", { id: "a b" }, "unexpected"],
    ["an id that ends its code", { id: "a`" }, "unexpected"],
    ["a command of two lines", { blocks: ["a\nb"] }, "of one line each"],
    ["what can't be seen", { because: "a\u202eb" }, "U+202E"],
    [
      "a sentence of two rules",
      { sentence: "Never run `x`.\n- **Allow** `y`." },
      "sentence: expected one line",
    ],
    ["a sentence that is none", { sentence: "Be careful." }, "something beside its one rule"],
  ])("refuses %s", (_, more, said) => expect(entry(more)).toContain(said));

  test("never holds more than one rule, whatever its words are", () => {
    const words = fc.string({ unit: "grapheme-ascii", maxLength: 40 });
    const list = fc.array(words, { maxLength: 3 });
    const learning = fc.record({
      title: words,
      prose: fc.option(words, { nil: undefined }),
      because: fc.option(words, { nil: undefined }),
      id: fc.option(words, { nil: undefined }),
      blocks: list,
      passes: list,
    });
    fc.assert(
      fc.property(learning, (more) => {
        const made = entryOf({ ...LEARNING, ...more });
        if ("entry" in made) expect(isOneEntry(made.entry)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("its place", () => {
  const A = "## 2026-03-01 — a\n\n- **Never** run `a`.\n";
  const B = "## 2026-05-01 — b\n\n- **Never** run `b`.\n";
  const E = entry();
  test.each<readonly [string, string | undefined, string]>([
    ["at the end", `# x\n\n${A}`, `# x\n\n${A}\n${E}`],
    ["in front of a later day", `# x\n\n${A}\n${B}`, `# x\n\n${A}\n${E}\n${B}`],
    ["behind an entry of its day", A.replace("03-01", "04-01"), `${A.replace("03-01", "04-01")}\n${E}`],
    ["behind an end without a line break", A.trimEnd(), `${A.trimEnd()}\n\n${E}`],
    ["behind an empty line", `${A}\n`, `${A}\n${E}`],
    ["in a new document", undefined, `# What we learned\n\n${E}`],
    ["with the file's line ends", A.replaceAll("\n", "\r\n"), `${A}\n${E}`.replaceAll("\n", "\r\n")],
    ["behind a byte order mark", `\ufeff${A}`, `\ufeff${A}\n${E}`],
    [
      "not by a heading in a fence",
      `${A}\n~~~\n## 2026-09-09 — x\n~~~\n`,
      `${A}\n~~~\n## 2026-09-09 — x\n~~~\n\n${E}`,
    ],
    ["nowhere behind a fence that nothing closes", `${A}\n~~~\n`, ""],
  ])("is %s", (_, before, after) => expect(withEntry("learnings/a.md", before, E) ?? "").toBe(after));
});
