// Globs: what they match, and that no glob is slow.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { globMatches } from "../../src/pattern/glob.ts";

describe("globMatches", () => {
  test.each([
    ["*.md", "a.md", true],
    ["*.md", "a/b.md", false],
    ["**/*.md", "a/b/c.md", true],
    ["**/*.md", "a.md", true],
    ["a/**/b/**/c", "a/b/x/c", true],
    ["a/**/b", "a/b", true],
    ["a/**/b", "a/x/y/b", true],
    ["a/**/b", "a/xb", false],
    ["a/**/b", "ab", false],
    ["a**/b", "axx/b", true],
    ["learnings/**", "learnings/.hidden/x", true],
    ["a?c", "abc", true],
    ["a?c", "a/c", false],
    ["*", ".env", true],
    ["", "", true],
    ["*", "", true],
    ["a*b*c", "axxbyyc", true],
    ["a*b*c", "axxbyy", false],
    ["[a]", "a", false],
    ["src/*.{ts,tsx}", "src/a.tsx", true],
    ["src/*.{ts,tsx}", "src/a.js", false],
    ["{a,b{1,2}}/c", "b2/c", true],
    ["{a,b{1,2}}/c", "b3/c", false],
    ["{a}", "{a}", true],
    ["a{,.old}", "a", true],
  ])("%s on %s: %s", (glob, text, matches) => {
    expect(globMatches(glob, text)).toBe(matches);
  });

  test("a literal matches itself and only itself", () => {
    const literal = fc.string().map((s) => s.replace(/[*?]/g, ""));
    fc.assert(fc.property(literal, fc.string(), (a, b) => globMatches(a, b) === (a === b)));
  });

  test("a text cut anywhere matches with a star in the cut", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z.]{0,30}$/), fc.nat(30), fc.nat(30), (text, a, b) => {
        const [from, to] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        return globMatches(`${text.slice(0, from)}*${text.slice(to)}`, text);
      }),
    );
  });

  test("answers a glob that makes back-tracking matchers hang", () => {
    expect(globMatches(`${"*a".repeat(60)}b`, "a".repeat(4_000))).toBe(false);
    expect(globMatches("{a,b}".repeat(40), "a".repeat(40))).toBe(false);
  });
});
