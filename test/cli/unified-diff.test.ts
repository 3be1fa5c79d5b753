// Unified diffs: what is shown, and that the new text comes of the old one by it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { unifiedDiff } from "../../src/cli/print/unified-diff.ts";

test("shows what changes with three lines around it", () => {
  const before = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n";
  const after = before.replace("b\n", "B\n").replace("k\n", "").replace("l\n", "l");
  expect(unifiedDiff("x/y.json", before, after)).toBe(`--- a/x/y.json
+++ b/x/y.json
@@ -1,5 +1,5 @@
 a
-b
+B
 c
 d
 e
@@ -8,5 +8,4 @@
 h
 i
 j
-k
-l
+l
\\ No newline at end of file
`);
});

test.each([
  [undefined, "a\n", "--- /dev/null\n+++ b/f\n@@ -0,0 +1,1 @@\n+a\n"],
  ["a\n", undefined, "--- a/f\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-a\n"],
  ["a\n", "a\n", ""],
])("%j to %j", (before, after, diff) => {
  expect(unifiedDiff("f", before, after)).toBe(diff);
});

/** What becomes of a text by the hunks of a diff. */
function patched(before: string, diff: string): string {
  const old = before === "" ? [] : before.split(/(?<=\n)/);
  const result: string[] = [];
  let at = 0;
  for (const line of diff
    .replace(/\n\\ No newline at end of file\n/g, "\u0000\n")
    .split("\n")
    .slice(2)) {
    const hunk = /^@@ -(\d+),(\d+) /.exec(line);
    if (hunk !== null) {
      const start = Number(hunk[1]) - (hunk[2] === "0" ? 0 : 1);
      result.push(...old.slice(at, start));
      at = start;
    } else if (line !== "") {
      const text = line.endsWith("\u0000") ? line.slice(1, -1) : `${line.slice(1)}\n`;
      if (line[0] !== "+") expect(old[at++]).toBe(text);
      if (line[0] !== "-") result.push(text);
    }
  }
  return [...result, ...old.slice(at)].join("");
}

test("applied to the old text gives the new one", () => {
  const text = fc
    .tuple(fc.array(fc.constantFrom("a\n", "b\n", "c\n", "\n"), { maxLength: 30 }), fc.constantFrom("", "z"))
    .map(([lines, end]) => lines.join("") + end);
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(patched(before, unifiedDiff("f", before, after))).toBe(after);
    }),
    { numRuns: 500 },
  );
});
