// Words of which only a part is known: what is said not to fit fits with nothing in their gaps. And refspecs.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { globMatches, mayFit } from "../../src/pattern/glob.ts";
import { argumentsMatch } from "../../src/pattern/match.ts";
import { destinations } from "../../src/pattern/refspec.ts";
import type { Word } from "../../src/shell/types.ts";

const word = (text: string | undefined, pieces?: readonly (string | null)[]): Word => ({
  text,
  raw: text ?? "",
  range: { start: 0, end: 0 },
  exact: false,
  ...(pieces === undefined ? {} : { pieces }),
});

const letters = fc.stringMatching(/^[ab/]{0,4}$/);
/** Pieces, and what may stand in their gaps. */
const partial = fc
  .array(fc.tuple(letters, letters), { minLength: 1, maxLength: 3 })
  .chain((pairs) => fc.tuple(fc.constant(pairs), letters, fc.boolean()))
  .map(([pairs, end, open]) => ({
    pieces: [...pairs.flatMap(([known]): (string | null)[] => [known, null]), ...(open ? [] : [end])],
    text: `${pairs.map(([known, gap]) => known + gap).join("")}${open ? "" : end}`,
  }));

test("a glob that fits with something in the gaps is not said not to", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ab/*?]{0,8}$/), partial, (glob, { pieces, text }) => {
      if (globMatches(glob, text)) expect(mayFit(glob, pieces)).toBe("unknown");
    }),
    { numRuns: 5000 },
  );
});

test("nor a pattern", () => {
  const shape = fc
    .array(fc.oneof(fc.stringMatching(/^[ab/]{1,3}$/), fc.constant("<x>")), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(shape, partial, (operand, { pieces, text }) => {
      const pattern = { text: operand, program: "p", operands: [operand], options: [] };
      const match = (w: Word) =>
        argumentsMatch(pattern, {
          occurrences: [],
          operands: [w],
          rows: [],
          doubtful: new Set(),
          end: undefined,
        });
      if (match(word(text)) === true) expect(match(word(undefined, pieces))).not.toBe(false);
    }),
    { numRuns: 5000 },
  );
});

test.each([
  ["**/pulls/*/merge*", ["https://h/repos/o/r/issues/", null, "/comments"], false],
  ["**/pulls/*/merge*", [null, "/repos/o/r/pulls/1/merge"], "unknown"],
  ["**/pulls/*/merge*", ["https://h/", null], "unknown"],
  ["query=@**", ["query=mutation ", null], false],
  ["*/main", ["origin/", null], "unknown"],
  ["*/main", [null, "/feature"], false],
  ["{a,b}/*", ["c", null], false],
])("%s against %j → %s", (glob, pieces, expected) => expect(mayFit(glob, pieces)).toBe(expected));

describe("a refspec pushes to", () => {
  test.each([
    ["main", ["main"]],
    ["HEAD:main", ["main"]],
    ["+x:refs/heads/main", ["main"]],
    ["heads/main", ["main"]],
    [":main", ["main"]],
    ["main:topic", ["topic"]],
    ["HEAD:refs/for/main", ["refs/for/main"]],
    ["refs/tags/main", ["refs/tags/main"]],
    ["tag main", ["refs/tags/main"]],
    ["a tag main b:c", ["a", "refs/tags/main", "c"]],
    ["tag", ["tag"]],
    ["HEAD", [undefined]],
    ["@", [undefined]],
    [":", [undefined]],
    ["+:", [undefined]],
    ["x:", [undefined]],
    ["refs/heads/*:refs/heads/*", [undefined]],
  ])("%s", (words, expected) =>
    expect(destinations(words.split(" ").map((text) => word(text))).map((w) => w.text)).toEqual(expected),
  );
});
