// Commands as people and agents write them, each with what the checker has to say.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CaseFile, readCases } from "./cases.ts";
import { check, HERE, said } from "./checker.ts";

const FILES: (CaseFile & { readonly name: string })[] = readdirSync(HERE)
  .filter((name) => name.endsWith(".sh"))
  .map((name) => ({ name, ...readCases(readFileSync(join(HERE, name), "utf8")) }));

describe.each(FILES)("$name", ({ cases, unmarked, shell }) => {
  test("every text has a mark", () => {
    expect(unmarked).toEqual([]);
    expect(cases.length).toBeGreaterThan(2);
  });

  test.each(cases)("$line: $command", ({ command, expected, gap }) => {
    const found = said(check(command, shell));
    if (gap) expect(found).not.toBe(expected);
    else expect(found).toBe(expected);
  });
});

test("the corpus holds at least 400 cases, and few gaps", () => {
  const cases = FILES.flatMap((file) => file.cases);
  expect(cases.length).toBeGreaterThanOrEqual(400);
  expect(cases.filter((c) => c.gap).length).toBeLessThanOrEqual(20);
});
