// The words that the reader finds are those that bash itself makes of the text.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the braces are the shell's
import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readShell } from "../../src/shell/read.ts";

const BATCH = 40;
const available = spawnSync("bash", ["-c", "printf ok"], { encoding: "utf8" }).stdout === "ok";

/** The words that bash makes of every line; undefined for a line that it rejects. */
function bashWords(lines: readonly string[]): (readonly string[] | undefined)[] {
  const script = lines
    .map((line) => `( eval ${quoted(line)} ) 2>/dev/null || printf 'fail\\0'; printf 'end\\0'`)
    .join("\n");
  const prelude =
    "PATH=/nonexistent; set -f; show() { printf 'word\\0'; [ $# -eq 0 ] || printf 'w%s\\0' \"$@\"; }\n";
  const result = spawnSync("bash", ["--norc", "-c", prelude + script], {
    encoding: "utf8",
    env: { PATH: "/usr/bin:/bin:/usr/local/bin", LC_ALL: "C.UTF-8" },
    timeout: 5_000,
    input: "",
  });
  return result.stdout
    .split("end\0")
    .slice(0, lines.length)
    .map((part) => {
      const fields = part.split("\0").slice(0, -1);
      return fields[0] === "word" && !fields.includes("fail")
        ? fields.slice(1).map((field) => field.slice(1))
        : undefined;
    });
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

const PIECES = [
  "a",
  "b1",
  "-x",
  "--y=2",
  "/",
  ".",
  ",",
  "=",
  ":",
  "@",
  "%",
  "+",
  " ",
  " ",
  "  ",
  "'a b'",
  "'$x'",
  "''",
  '""',
  '"a b"',
  '"a\\"b"',
  '"\\$x"',
  '"\\a"',
  "\\ ",
  "\\'",
  '\\"',
  "\\\\",
  "\\$",
  "\\a",
  "$'a\\tb'",
  "$'\\x41'",
  "$'\\u00e9'",
  "$'\\101'",
  "$'\\''",
  '$"a b"',
  "{a,b}",
  "{1..3}",
  "{c..a}",
  "{01..3}",
  "{a,{b,c}}",
  "{a",
  "a}",
  "{}",
  "{,}",
  "{a,}",
  "{1..6..2}",
  "{a..}",
  "\\{a,b}",
  "{'a b',c}",
  "'{a,b}'",
  "\\\n",
  "'\n'",
  "#",
  "!",
  "~x",
  "^",
  "é",
];

/** A comment that ends with its line leaves the rest to another command. */
function hasComment(text: string): boolean {
  return text.includes("\n") && /(?:^|\s)#/.test(text);
}

const line = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(""))
  .filter((text) => !hasComment(text));

describe.skipIf(!available)("bash as the judge", () => {
  test("static words are what bash makes of them", () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: BATCH, maxLength: BATCH }), (lines) => {
        const expected = bashWords(lines.map((text) => `show ${text}`));
        for (const [index, text] of lines.entries()) {
          const { invocations, problems } = readShell(`show ${text}`);
          if (problems.length > 0 || invocations.length !== 1) continue;
          const words = invocations[0]?.args ?? [];
          if (words.some((word) => word.text === undefined)) continue;
          expect({ text, words: words.map((word) => word.text) }).toEqual({ text, words: expected[index] });
        }
      }),
      { numRuns: 40, seed: 40 },
    );
  }, 120_000);

  test("values of variables are split as bash splits them", () => {
    const value = fc.string({ unit: fc.constantFrom(..."ab  \t\n1"), maxLength: 8 });
    const use = fc.constantFrom(
      "$A",
      '"$A"',
      "x$A",
      "${A}y",
      "${A:-d e}",
      '"${A:-d e}"',
      "${A:+k}",
      "${A-f}",
      "$A$A",
      '$A"$A"',
    );
    const pair = fc.tuple(value, fc.array(use, { minLength: 1, maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(pair, { minLength: BATCH, maxLength: BATCH }), (pairs) => {
        const lines = pairs.map(([text, uses]) => `A=${quoted(text)}; show ${uses.join(" ")}`);
        const expected = bashWords(lines);
        for (const [index, text] of lines.entries()) {
          const words = readShell(text).invocations[0]?.args ?? [];
          expect({ text, words: words.map((word) => word.text) }).toEqual({ text, words: expected[index] });
        }
      }),
      { numRuns: 20, seed: 20 },
    );
  }, 120_000);
});
