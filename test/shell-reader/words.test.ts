// Words: quotes, escapes, braces, globs and unknown values.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the braces are the shell's
import { describe, expect, test } from "vitest";
import { readShell } from "../../src/shell/read.ts";
import { read } from "./show.ts";

const QUOTES: readonly (readonly [string, readonly string[]])[] = [
  ["tool a b", ["tool a b"]],
  ["  tool\ta  b ", ["tool a b"]],
  ["tool 'a b'", ['tool "a b"']],
  ['tool "a b"', ['tool "a b"']],
  ['tool "a\\"b" "c\\d"', ['tool a"b c\\d']],
  ["tool a\\ b \\$x", ['tool "a b" $x']],
  ["tool ''", ['tool ""']],
  ["tool x''y", ["tool xy"]],
  ["'to'ol \"x\"y'z'", ["tool xyz"]],
  ["\\tool x", ["tool x"]],
  ["tool $'a\\tb' $'\\x41\\101\\u00e9'", ['tool "a\\tb" AAé']],
  ['tool $"a b"', ['tool "a b"']],
  ["tool a\\\nb \\\n c", ["tool ab c"]],
  ["tool a # b c", ["tool a"]],
  ["tool a#b", ["tool a#b"]],
  ["tool ~/x ~", ["tool ~/x ~"]],
  ["tool -- -x --y=z", ["tool -- -x --y=z"]],
];

const BRACES: readonly (readonly [string, readonly string[]])[] = [
  ["tool {a,b}c", ["tool ac bc"]],
  ["tool {1..3}", ["tool 1 2 3"]],
  ["tool {01..03}", ["tool 01 02 03"]],
  ["tool {c..a}", ["tool c b a"]],
  ["tool {1..7..3}", ["tool 1 4 7"]],
  ["tool a{b,c{d,e}}f", ["tool abf acdf acef"]],
  ['tool {"a b",c}', ['tool "a b" c']],
  ["{tool,a} b", ["tool a b"]],
  ["tool {a} {} {a,b 'x{a,b}' \"{a,b}\" \\{a,b}", ["tool {a} {} {a,b x{a,b} {a,b} {a,b}"]],
  ["tool {1..100000}", ["tool …+"]],
  ["tool a{},b}", ["tool …+"]],
  ['tool \'{"a":{},"b":1}\'', ['tool {"a":{},"b":1}']],
  ["find . -exec tool {} +", ["find . -exec tool {} +", "tool …"]],
  ["x=1; tool {$x,b}", ["tool 1 b"]],
];

const UNKNOWN: readonly (readonly [string, readonly string[]])[] = [
  ["tool $X", ["tool …+"]],
  ['tool "$X"', ["tool …"]],
  ['tool "a$X.b"', ["tool a….b"]],
  ["tool a$X/b", ["tool a…/b+"]],
  ["tool $(x y)", ["x y", "tool …+"]],
  ['tool "`date`"', ["date", "tool …"]],
  ["tool *.txt a?b [ab]", ["tool ….txt* a…b* …*"]],
  ["tool '*.txt' \\*", ["tool *.txt *"]],
  ['tool $1 "$@" $#', ["tool …+ …+ …+"]],
  ["tool <(a)", ["a", "tool …"]],
  ["tool $((1+2)) $((x+1))", ["tool 3 …+"]],
  ['tool "${x:-a}" ${!y}', ["tool … …+"]],
];

describe.each([
  ["quotes are taken off", QUOTES],
  ["braces become words", BRACES],
  ["unknown values stay unknown", UNKNOWN],
])("%s", (_, table) => {
  test.each(table)("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

const NAMES: readonly (readonly [string, string | undefined])[] = [
  ["/opt/x/cmc.py a", "cmc.py"],
  ["./cmc.py", "cmc.py"],
  ["cmc.py", "cmc.py"],
  ["~/bin/cmc.py", "cmc.py"],
  ["'c'mc.py", "cmc.py"],
  ["\\cmc.py", "cmc.py"],
  ['"$DIR/cmc.py" x', "cmc.py"],
  ["$CMD x", undefined],
  ['"$@"', undefined],
  ["$(which tool) x", undefined],
  ["a$X", undefined],
  ["'' x", undefined],
];

describe("a program's name is the last part of its path", () => {
  test.each(NAMES)("%s is %s", (text, expected) => {
    expect(readShell(text).invocations.at(-1)?.name).toBe(expected);
  });
});

describe("strict reading", () => {
  test("takes an unknown value for any number of words", () => {
    expect(read('tool "$X"', { strict: true })).toEqual(["tool …+"]);
    expect(read('tool "$X"')).toEqual(["tool …"]);
  });
});
