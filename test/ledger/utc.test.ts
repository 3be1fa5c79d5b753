// Times as text are those of the platform.
import fc from "fast-check";
import { expect, test } from "vitest";
import { utcDay, utcTime } from "../../src/ledger/utc.ts";

const END = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const DAYS = [
  "1970-01-01",
  "1999-12-31",
  "2000-02-29",
  "2024-02-29",
  "2026-03-01",
  "2100-02-28",
  "9999-12-31",
];

test.each(DAYS)("%s", (day) => {
  expect(utcDay(Date.parse(day))).toBe(day);
});

test("any instant from 1970 to 9999", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: END }), (ms) => {
      const iso = new Date(ms).toISOString();
      expect([utcTime(ms), utcDay(ms)]).toEqual([iso, iso.slice(0, 10)]);
    }),
    { numRuns: 5_000 },
  );
});
