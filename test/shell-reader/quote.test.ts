// Quoting of words, and the one way to write an invocation.
import { describe, expect, test } from "vitest";
import { canonical, quoteWord } from "../../src/shell/quote.ts";
import { readShell } from "../../src/shell/read.ts";

describe("quoteWord", () => {
  test.each([
    ["a", "a"],
    ["/opt/x-1.0/a_b", "/opt/x-1.0/a_b"],
    ["--x=1", "--x=1"],
    ["user@host:22,a+b%c", "user@host:22,a+b%c"],
    ["", "''"],
    ["a b", "'a b'"],
    ["it's", "'it'\\''s'"],
    ["$x", "'$x'"],
    ["~", "'~'"],
    ["*", "'*'"],
    ["{a,b}", "'{a,b}'"],
    ["#a", "'#a'"],
    ["!a", "'!a'"],
    ["=a", "'=a'"],
    ["a\nb", "'a\nb'"],
    ["é", "'é'"],
  ])("%j is written %j", (text, expected) => {
    expect(quoteWord(text)).toBe(expected);
  });
});

describe("canonical", () => {
  test.each([
    ["tool   'a'  \"b c\"", "tool a 'b c'"],
    ["A=1 B='x y' tool a > f 2>> 'g h'", "A=1 B='x y' tool a >f 2>>'g h'"],
    ["> f tool a", "tool a >f"],
    ['tool $X "$Y" *.c', 'tool $X "$Y" *.c'],
    ["'A=1' x", "'A=1' x"],
    ["\\if x", "'if' x"],
  ])("%s becomes %s", (text, expected) => {
    const [invocation] = readShell(text).invocations;
    expect(invocation === undefined ? undefined : canonical(invocation)).toBe(expected);
  });
});
