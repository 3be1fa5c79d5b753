// How values are compared with names and with each other.
import { describe, expect, test } from "vitest";
import { regex } from "../../src/cli/node-tools.ts";
import { compareVersions, covers } from "../../src/pattern/compare.ts";

describe("compareVersions", () => {
  test.each([
    ["4.9", "4.10", -1],
    ["4.10", "4.9", 1],
    ["v1.2", "1.2.0", 0],
    ["10", "9", 1],
    ["4.20", "4.2", 1],
    ["x", "1", undefined],
    ["", "1", undefined],
    ["1..2", "1", undefined],
  ])("%s and %s: %s", (a, b, sign) => {
    const order = compareVersions(a, b);
    expect(order === undefined ? undefined : Math.sign(order)).toBe(sign);
  });
});

describe("covers", () => {
  test.each([
    ["suse15", "atvm144-suse15.0", "substring", true],
    ["suse15", "atvm144-suse15.0", "exact", false],
    ["atvm144", "atvm144-suse15.0", "prefix", true],
    ["15.0", "atvm144-suse15.0", "suffix", true],
    ["atvm*", "atvm144-suse15.0", "glob", true],
    ["suse1[0-9]", "atvm144-suse15.0", "regex", true],
    ["(", "atvm144-suse15.0", "regex", false],
    ["", "atvm144-suse15.0", "substring", false],
  ] as const)("%s covers %s as %s: %s", (value, name, comparison, expected) => {
    expect(covers(value, name, comparison, regex)).toBe(expected);
  });
});
