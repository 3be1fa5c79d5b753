// Where words stand in the text that was given, also when they come from a text inside it.
import { describe, expect, test } from "vitest";
import { readShell } from "../../src/shell/read.ts";
import type { Quoting, Word } from "../../src/shell/types.ts";

/** The last word of the last invocation, with the text at its range. */
function lastWord(text: string): { word: Word; at: string; quoting: Quoting } {
  const invocation = readShell(text).invocations.at(-1);
  const word = invocation?.args.at(-1) ?? invocation?.program;
  if (invocation === undefined || word === undefined) throw new Error(`no invocation in ${text}`);
  return { word, at: text.slice(word.range.start, word.range.end), quoting: invocation.quoting };
}

/** Text, the text at the range of the last word, whether that is exact, and the quotes around it. */
const TABLE: readonly (readonly [string, string, boolean, Quoting])[] = [
  ["tool a 'b c'", "'b c'", true, "none"],
  ["bash -c 'tool a b'", "b", true, "single"],
  ['bash -c "tool a b"', "b", true, "double"],
  ["bash -c 'tool \"a b\"'", '"a b"', true, "single"],
  ["bash -c tool\\ x", "tool\\ x", false, "none"],
  ['bash -c "tool \\"a\\""', 'tool \\"a\\"', false, "double"],
  ["bash -c \"bash -c 'tool a'\"", "a", true, "other"],
  ["bash -c $'tool a'", "$'tool a'", false, "other"],
  ['ssh h "cd /x && tool a"', "a", true, "double"],
  ["ssh h tool a", "a", true, "none"],
  ["ssh h tool 'a'", "a", true, "other"],
  ["ssh h 'tool' 'a'", "a", true, "other"],
  ["sudo tool a", "a", true, "none"],
  ["eval 'tool a'", "a", true, "single"],
  ['eval "tool $X"', "$X", false, "double"],
  ["echo 'tool a' | sh", "a", true, "single"],
  ["sh <<'E'\ntool a\nE\n", "a", true, "none"],
  ["sh <<-E\n\ttool a\n\tE\n", "a", true, "none"],
  ["x=$(tool a)", "a", true, "none"],
  ["x=`tool a`", "a", true, "other"],
  ["x=`tool \\`y\\` a`", "`tool \\`y\\` a`", false, "other"],
  ["su --command='tool a' root", "a", true, "single"],
  ["tool {a,b}", "{a,b}", false, "none"],
  ["x='a b'; tool $x", "$x", false, "none"],
  ["x=a; tool $x", "$x", true, "none"],
  ["for x in 1 2; do tool a; done", "a", false, "none"],
  ["for x in 1; do tool a; done", "a", true, "none"],
  ["while c; do tool a; done", "a", true, "none"],
  ["f() { tool a; }; f", "a", false, "none"],
  ["python3 -c 'os.system(\"tool a\")'", "a", true, "single"],
  ["env -S 'tool a'", "a", true, "single"],
];

describe("ranges", () => {
  test.each(TABLE)("%j", (text, at, exact, quoting) => {
    const found = lastWord(text);
    expect([found.at, found.word.exact, found.quoting]).toEqual([at, exact, quoting]);
  });

  test("an exact range covers the word as written", () => {
    for (const [text] of TABLE) {
      const { word, at } = lastWord(text);
      if (word.exact) expect(at).toBe(word.raw);
    }
  });

  test("an invocation's range goes from its first word to its last", () => {
    const text = "x; A=1 sudo -n tool a > f; y";
    const ranges = readShell(text).invocations.map(({ range }) => text.slice(range.start, range.end));
    expect(ranges).toEqual(["x", "A=1 sudo -n tool a > f", "tool a", "y"]);
  });

  test("redirections name files, not descriptors", () => {
    const [invocation] = readShell("tool < in > out 2>> err 2>&1 >&- &> all").invocations;
    expect(invocation?.redirections.map(({ operator, target }) => operator + target.text)).toEqual([
      "<in",
      ">out",
      "2>>err",
      "&>all",
    ]);
  });
});
