// Values in place of placeholders: each stays the one value that it is, or is refused.
import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeholdersIn } from "../../src/compiler/1-read/placeholder.ts";
import { fill } from "../../src/runbooks/fill.ts";

/** The filled command, or what is wrong. */
function filled(command: string, values: Record<string, string>): string {
  const done = fill(command, placeholdersIn(command), new Map(Object.entries(values)), []);
  return "problem" in done ? `! ${done.problem}` : done.command;
}

const NOT_ONE = "! it would not stay one value where this command has it";

describe("a value", () => {
  test.each<[string, Record<string, string>, string]>([
    ["stella promotion status <id>", { id: "p-17" }, "stella promotion status p-17"],
    ["stella promotion status <id>", { id: "p 17" }, "stella promotion status 'p 17'"],
    ["stella promotion status <id>", { id: "p; rm -rf /" }, "stella promotion status 'p; rm -rf /'"],
    ["stella promotion status <id>", { id: "$(rm -rf /)" }, "stella promotion status '$(rm -rf /)'"],
    ["stella promotion status <id>", { id: "it's" }, "stella promotion status 'it'\\''s'"],
    ["stella promotion status <id>", { id: "<id>" }, NOT_ONE],
    ["stella set gates.<gate>.timeout 5m", { gate: "cve-scan" }, "stella set gates.cve-scan.timeout 5m"],
    ["stella set gates.<gate>.timeout 5m", { gate: "a b" }, "stella set gates.'a b'.timeout 5m"],
    ['stella skip --reason "<why>"', { why: "it hangs" }, 'stella skip --reason "it hangs"'],
    [
      "stella skip --reason '<why>'",
      { why: "it's $HOME" },
      "stella skip --reason ''\"'it'\\''s $HOME'\"''".replaceAll('"', ""),
    ],
    ["a <one> <two>", { one: "1" }, "a 1 <two>"],
    ["a <one> <one>", { one: "1" }, "a 1 1"],
    ["a <pod name>", { "pod name": "web-1" }, "a web-1"],
    ["a <id>", { id: "-rf" }, NOT_ONE],
    ["a --id=<id>", { id: "-rf" }, "a --id=-rf"],
    ["a <id>", { id: "" }, "! it is empty"],
    ["a <id>", { id: "x\ny" }, "! it holds a control character or the end of a line"],
    ["bash -c 'a <id>'", { id: "x" }, "bash -c 'a x'"],
    ["bash -c 'a <id>'", { id: "x; rm -rf /" }, NOT_ONE],
    ["ssh host 'a <id>'", { id: "x y" }, NOT_ONE],
    ["cat <<EOF\n<id>\nEOF", { id: "$(rm x)" }, NOT_ONE],
    ["sort <in >out", { in: "x" }, "sort <in >out"],
  ])("%s with %j", (command, values, expected) => {
    expect(filled(command, values)).toBe(expected);
  });
});

describe("any value", () => {
  const commands = [
    "printf '%s\\n' <v>",
    "printf '%s\\n' a.<v>.b",
    "printf '%s\\n' \"a <v> b\"",
    "printf '%s\\n' 'a <v> b'",
  ];
  const expected = [
    (v: string) => v,
    (v: string) => `a.${v}.b`,
    (v: string) => `a ${v} b`,
    (v: string) => `a ${v} b`,
  ];
  test("is what a shell gets, to the letter", () => {
    const value = fc.string({
      minLength: 1,
      maxLength: 12,
      unit: fc.constantFrom(..."ab'\"$`\\!*?;&|<>(){}[]# ~=-%"),
    });
    fc.assert(
      fc.property(fc.nat(3), value, (i, v) => {
        const text = filled(commands[i] ?? "", { v });
        if (text.startsWith("! ")) return;
        const { stdout, status } = spawnSync("bash", ["-c", text], { encoding: "utf8" });
        expect([status, stdout]).toEqual([0, `${expected[i]?.(v)}\n`]);
      }),
      { numRuns: 150 },
    );
  });
});
