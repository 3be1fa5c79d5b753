// Runs and their files; which files are kept.
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "../../src/cli/node-tools.ts";
import { outdated } from "../../src/ledger/retention.ts";
import { fileOfRun, WAIVERS_FILE } from "../../src/ledger/run-name.ts";

const file = (run: string): string => fileOfRun(run, sha256);

test.each([
  ["e2e-1", "e2e-1.jsonl"],
  ["0b0f8d1e-6d0c-4a52-9a8e-0f6c7a3b2d11", "0b0f8d1e-6d0c-4a52-9a8e-0f6c7a3b2d11.jsonl"],
  ["v1.2", "v1.2.jsonl"],
])("%s is %s", (run, expected) => {
  expect(file(run)).toBe(expected);
});

test.each([
  "",
  ".",
  "..",
  "../x",
  "a/b",
  "a\\b",
  "A",
  "con",
  "nul.txt",
  "a.",
  "_waivers",
  "x\0y",
  "ä",
  "a".repeat(200),
])("%j is made safe", (run) => {
  expect(file(run)).toMatch(/^run[a-z0-9_-]*~[0-9a-f]{16}\.jsonl$/);
});

test("no two names have one file, and none leaves the folder", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
      expect(file(a)).toMatch(/^[a-z0-9][a-z0-9_.~-]*\.jsonl$/);
      expect(file(a)).not.toBe(WAIVERS_FILE);
      if (a !== b) expect(file(a)).not.toBe(file(b));
    }),
  );
});

test("what is kept is bounded in days and in number, and the oldest goes first", () => {
  const day = 86_400_000;
  const files = [1, 5, 3, 40].map((age) => ({
    file: `${age}.jsonl`,
    changed: 100 * day - age * day,
    bytes: 0,
  }));
  const gone = (days: number, runs: number): string[] =>
    outdated(files, { days, runs }, 100 * day).map((f) => f.file);
  expect(gone(30, 10)).toEqual(["40.jsonl"]);
  expect(gone(90, 2)).toEqual(["40.jsonl", "5.jsonl"]);
  expect(gone(90, 10)).toEqual([]);
});
