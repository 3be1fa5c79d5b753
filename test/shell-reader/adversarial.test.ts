// Texts that are made to cost much: each is read to an end, with a problem where a bound was met.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the braces are the shell's
import { describe, expect, test } from "vitest";
import { readShell } from "../../src/shell/read.ts";

const many = (text: string, count: number): string => text.repeat(count);

const TEXTS: readonly (readonly [string, string])[] = [
  ["parentheses", many("(", 20_000)],
  ["substitutions", `${many("$(", 5_000)}a${many(")", 5_000)}`],
  ["arithmetic", `echo $((${many("1+", 5_000)}1))`],
  ["here-documents", many("cat <<E\nx\nE\n", 3_000)],
  ["nested braces", `echo ${many("{a,{b,", 5_000)}`],
  ["functions that call themselves twice", "f() { f; f; f; }; g() { f; g; g; }; g"],
  [
    "a chain of doubling functions",
    `${Array.from({ length: 60 }, (_, i) => `f${i}(){ f${i + 1};f${i + 1};};`).join("")}f0`,
  ],
  ["loops in loops", "for a in {1..60}; do for b in {1..60}; do for c in {1..60}; do x; done; done; done"],
  ["carriers in carriers", many("xargs ", 8_000)],
  ["unknown options of a carrier", `sudo ${many("--odd a ", 4_000)}`],
  ["folders", many("cd a && ", 8_000)],
  ["a value that doubles", `x=aaaa;${many("x=$x$x;", 60)}y $x`],
  ["a substitution that doubles", `x=a;${many("x=$(echo $x$x);", 60)}y $x`],
  ["patterns with many stars", `x=${many("a", 5_000)};${many("y ${x##*a*b*c*d};", 200)}`],
  ["a program of sed", `sed '${many("/[", 20_000)}'`],
  ["a program of awk", `awk '${many('"', 20_000)}'`],
  ["escapes of an editor", `vim -c '${many("sil ", 1_000)}'`],
  ["appended files", many("echo a >> .envrc;", 3_000)],
  ["files that run themselves", "echo 'bash x.sh; bash x.sh' > x.sh; bash x.sh"],
];

describe("hostile texts are read to an end", () => {
  test.each(TEXTS)("%s", (_, text) => {
    const reading = readShell(text, { files: () => text.slice(0, 1_000) });
    expect(reading.invocations.length).toBeLessThanOrEqual(5_000);
    for (const { range } of reading.problems) expect(range.end).toBeLessThanOrEqual(text.length);
  });

  test("and say so where a bound was met", () => {
    for (const name of [
      "loops in loops",
      "carriers in carriers",
      "here-documents",
      "a chain of doubling functions",
    ]) {
      const text = TEXTS.find(([other]) => other === name)?.[1] ?? "";
      expect([name, readShell(text).problems.length > 0]).toEqual([name, true]);
    }
  });
});
