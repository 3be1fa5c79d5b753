// Shapes: how they are read, which lines have them, and how lines that nearly have them are written anew.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rewriterOf } from "../../src/pattern/shape/loose.ts";
import { matcherOf } from "../../src/pattern/shape/match.ts";
import { parseShape, printShape } from "../../src/pattern/shape/parse.ts";
import type { List, Shape } from "../../src/policy/types.ts";

const source = { file: "x.md", line: 1, column: 1, endLine: 1, endColumn: 1 };
const member = (value: string) => ({ value, source });
const LISTS: readonly List[] = [
  { name: "vms", column: "vm", matching: "exact", members: ["vm-1", "vm-12"].map(member), source },
  { name: "eu", column: "vm", matching: "prefix", members: [member("eu-")], source },
];
const list = (name: string): List | undefined => LISTS.find((l) => l.name === name);

function shape(text: string): Pick<Shape, "parts"> {
  const parsed = parseShape(text);
  if ("problem" in parsed) throw new Error(parsed.problem);
  return parsed;
}

/** Shape, line, and what stands in the holes; null where the line doesn't have the shape. */
const WHOLE: readonly (readonly [string, string, Record<string, string> | null])[] = [
  ["done", "done", {}],
  ["done", "done.", null],
  ["done", "Done", null],
  ["<a> - <b>", "x - y", { a: "x", b: "y" }],
  ["<a> - <b>", "x - y - z", { a: "x", b: "y - z" }],
  ["<a> - <b>", "x - ", null],
  ["<a> (<b>)", "x (y) (z)", { a: "x", b: "y) (z" }],
  ["<m: word> - <s: A|B>", "vm-1.x - B", { m: "vm-1.x", s: "B" }],
  ["<m: word> - <s: A or B>", "vm-1 - C", null],
  ["<m: word> - <s: A|AB>", "vm-1 - AB", { m: "vm-1", s: "AB" }],
  ["<m: word> - A", "a, b - A", null],
  ["<m: word> - A", "a b - A", null],
  ["<n: number>. <step>", "12. Go on", { n: "12", step: "Go on" }],
  ["<n: number>. <step>", "1.5. Go on", { n: "1.5", step: "Go on" }],
  ["<number> of <m: number>", "3 of 5", { number: "3", m: "5" }],
  ["<text> <n: number> of <m: number>", "step 1 was 3 of 5", { text: "step 1 was", n: "3", m: "5" }],
  ["at <time>", "at 09:00", { time: "09:00" }],
  ["at <time>", "at 2026-03-27 09:00:10 UTC", { time: "2026-03-27 09:00:10 UTC" }],
  ["at <time>", "at 2026-03-27T09:00Z", { time: "2026-03-27T09:00Z" }],
  ["at <time>", "at 27 Mar 2026, 9:05 pm", { time: "27 Mar 2026, 9:05 pm" }],
  ["at <time>", "at noon", null],
  ["at <time>", "at 25:00", null],
  ["at <time>", "at 2026-03-27", null],
  ["on <date>", "on 2026-03-27", { date: "2026-03-27" }],
  ["on <date>", "on March 27, 2026", { date: "March 27, 2026" }],
  ["on <date>", "on 2026-13-27", null],
  ["for <duration>", "for 1h42m", { duration: "1h42m" }],
  ["for <duration>", "for 42 minutes", { duration: "42 minutes" }],
  ["for <duration>", "for 1 day, 2 hours and 3 min", { duration: "1 day, 2 hours and 3 min" }],
  ["for <duration>", "for 1:42:00", { duration: "1:42:00" }],
  ["for <duration>", "for 42", null],
  ["for <duration>", "for a while", null],
  ["see <url>", "see https://a.example/x?y=1#z", { url: "https://a.example/x?y=1#z" }],
  ["see <url>", "see a.example", null],
  ["see <url>", "see https://", null],
  ["<p: path>", "src/a.ts", { p: "src/a.ts" }],
  ["<p: path>", "src", null],
  ["v<version>", "v4.10.1-rc.2", { version: "4.10.1-rc.2" }],
  ["<x: any vms> up", "vm-12 up", { x: "vm-12" }],
  ["<x: any vms> up", "vm-2 up", null],
  ["<x: any eu> up", "eu-west up", { x: "eu-west" }],
  ["<x: any eu> up", "us-west up", null],
  ["<x: any none> up", "vm-1 up", null],
  ["a < b", "a < b", {}],
  ["<b>bold</b>", "xbold</b>", { b: "x" }],
];

/** Shape, line, and the part of it that was found. */
const FOUND: readonly (readonly [string, string, string | null])[] = [
  ["reset-failed", "it was reset-failed again", "reset-failed"],
  ["set", "it was reset", null],
  ["reset", "resets", null],
  ["--force", "run with --force.", "--force"],
  ["--force", "run with --force-all", "--force"],
  ["Start: <time>", "** Start: 09:00 (UTC)", "Start: 09:00"],
  ["Start: <time>", "Start: soon", null],
  ["<url>", "Run: https://a.example/1, passed", "https://a.example/1,"],
  ["<m: word> - DOWN", "so vm-1 - DOWN it is", "vm-1 - DOWN"],
  ["found <what>", "we found out a lot", "found out a lot"],
];

/** Shape, line, and the line as the shape has it. */
const REWRITTEN: readonly (readonly [string, string, string | undefined])[] = [
  ["<m: word> - <s: UP|DOWN>", "vm-1 – up", "vm-1 - UP"],
  ["<m: word> - <s: UP|DOWN>", "vm-1: UP", "vm-1 - UP"],
  ["<m: word> - <s: UP|DOWN>", "vm-1 UP", "vm-1 - UP"],
  ["<m: word> - <s: UP|DOWN>", "vm-1-UP", undefined],
  ["<m: word> - <s: UP|DOWN>", "vm-1 - upper", undefined],
  ["<m: word> - FAIL - <why>", "vm-1 — fail: no disk", "vm-1 - FAIL - no disk"],
  ["<m: word> - FAIL - <why>", "vm-1 failed", undefined],
  ["<n: number>. <step>", "2) Power on", "2. Power on"],
  ["<n: number>. <step>", "2.Power on", "2. Power on"],
  ["<label>: <value>", "Start - 09:00", "Start: 09:00"],
  ["<label>: <value>", "nothing to say", undefined],
  ["<label>: <value>", "a full-run", undefined],
  ["Start: <time>", "start:09:00", "Start: 09:00"],
  ["<a> - <a>", "x – y", "x - y"],
];

describe("a shape", () => {
  test.each(WHOLE)("%s: %s", (text, line, holes) => {
    const match = matcherOf(shape(text), list).whole(line);
    const found =
      match === undefined ? null : Object.fromEntries([...match.holes].map(([k, v]) => [k, v.text]));
    expect(found).toEqual(holes);
  });

  test.each(FOUND)("%s, found in: %s", (text, line, part) => {
    const match = matcherOf(shape(text), list).find(line);
    expect(match === undefined ? null : line.slice(match.start, match.end)).toBe(part);
  });

  test.each(REWRITTEN)("%s, written anew: %s", (text, line, expected) => {
    expect(rewriterOf(shape(text), list)(line)).toBe(expected);
  });

  test.each([
    "",
    "  ",
    "<a><b>",
    "<a: >",
    "<a: nmber>",
    "<a: x|>",
    `${"x".repeat(501)}`,
    `${"<a> ".repeat(21)}`,
  ])("can't be read: %s", (text) => expect(parseShape(text)).toHaveProperty("problem"));
});

describe("over random shapes", () => {
  const words = fc.stringMatching(/^[a-z]{1,6}$/);
  const hole = fc.tuple(
    fc.constantFrom("h1", "h2", "time", "url"),
    fc.constantFrom("", ": word", ": number", ": A|B", ": any vms"),
  );
  const shapes = fc
    .array(fc.tuple(words, fc.constantFrom(" - ", ": ", " "), hole), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.map(([w, sep, [name, type]]) => `${w}${sep}<${name}${type}>`).join(" "));

  test("printing a shape and reading it gives the same", () => {
    fc.assert(
      fc.property(shapes, (text) => {
        const { parts } = shape(text);
        expect(shape(printShape(parts)).parts).toEqual(parts);
      }),
    );
  });

  test("a line made of a shape has it, and each hole holds something", () => {
    const fill = {
      text: "some thing",
      word: "vm-9",
      number: "42",
      values: "B",
      list: "vm-12",
      time: "09:00",
      url: "http://a",
    };
    fc.assert(
      fc.property(shapes, (text) => {
        const { parts } = shape(text);
        const line = parts
          .map((p) => (typeof p === "string" ? p : (fill[p.type as keyof typeof fill] ?? "x")))
          .join("");
        const match = matcherOf({ parts }, list).whole(line);
        expect(match).toBeDefined();
        for (const { start, end } of match?.holes.values() ?? []) expect(end).toBeGreaterThan(start);
      }),
    );
  });

  test("matching and writing anew never throw, and the new line has the shape", () => {
    fc.assert(
      fc.property(shapes, fc.string({ unit: "grapheme", maxLength: 60 }), (text, line) => {
        const own = shape(text);
        matcherOf(own, list).find(line);
        const anew = rewriterOf(own, list)(line.replace(/\s+/g, " ").trim());
        if (anew !== undefined) expect(matcherOf(own, list).whole(anew)).toBeDefined();
      }),
    );
  });
});
