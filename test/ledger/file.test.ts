// The ledger's files: nothing that was written is lost, whatever becomes of other writers.
import { spawn } from "node:child_process";
import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ledgerIn, temporaryFolder, texts, writer } from "./support.ts";

describe("a writer that is killed", () => {
  test("at any byte of its last line loses this line and nothing else", () => {
    const folder = temporaryFolder();
    const ledger = ledgerIn(folder);
    ledger.append("r", [{ event: "note", text: "first" }]);
    const path = join(folder, "r.jsonl");
    const before = readFileSync(path);
    ledger.append("r", [{ event: "note", text: "second, with an ä and a 🚂" }]);
    const whole = readFileSync(path);
    for (let length = before.length; length < whole.length; length++) {
      writeFileSync(path, whole);
      truncateSync(path, length);
      const torn = ledger.read("r");
      expect(texts(torn?.events ?? [])).toEqual(["first"]);
      expect(torn?.problems.every((p) => p.problem === "cut")).toBe(true);
      ledger.append("r", [{ event: "note", text: "third" }]);
      const mended = ledger.read("r");
      expect(texts(mended?.events ?? [])).toEqual(["first", "third"]);
      expect(mended?.problems.filter((p) => p.problem === "damaged")).toEqual([]);
    }
  });

  test("at any byte of a write of several lines loses those from there on", () => {
    const folder = temporaryFolder();
    const ledger = ledgerIn(folder);
    ledger.append("r", [
      { event: "note", text: "a" },
      { event: "note", text: "b" },
    ]);
    const path = join(folder, "r.jsonl");
    const whole = readFileSync(path);
    for (let length = 0; length <= whole.length; length++) {
      writeFileSync(path, whole.subarray(0, length));
      const found = texts(ledger.read("r")?.events ?? []);
      expect(["a", "b"].slice(0, found.length)).toEqual(found);
    }
  });

  test("by the system leaves what it and others have written", { timeout: 60_000 }, async () => {
    const folder = temporaryFolder();
    const program = writer(temporaryFolder());
    const survivor = spawn("node", [program, folder, "r", "survivor", "400"]);
    const ended = new Promise((done) => survivor.on("exit", done));
    for (let i = 0; i < 6; i++) {
      const victim = spawn("node", [program, folder, "r", `victim${i}`, "1000000"]);
      const gone = new Promise((done) => victim.on("exit", done));
      await new Promise((done) => setTimeout(done, 150 + i * 37));
      victim.kill("SIGKILL");
      await gone;
    }
    await ended;
    const read = ledgerIn(folder).read("r");
    expect(read?.problems.filter((p) => p.problem === "damaged")).toEqual([]);
    const found = texts(read?.events ?? []);
    expect(numbers(found, "survivor")).toEqual(Array.from({ length: 400 }, (_, i) => i));
    for (let i = 0; i < 6; i++) {
      const own = numbers(found, `victim${i}`);
      expect(own).toEqual(own.map((_, at) => at));
    }
  });
});

test("eight processes at once lose nothing and keep each its order", { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  const program = writer(temporaryFolder());
  const names = Array.from({ length: 8 }, (_, i) => `w${i}`);
  await Promise.all(
    names.map((name) => {
      const child = spawn("node", [program, folder, "r", name, "250"]);
      return new Promise<void>((done, fail) =>
        child.on("exit", (status) => (status === 0 ? done() : fail(new Error(`${name}: ${status}`)))),
      );
    }),
  );
  const read = ledgerIn(folder).read("r");
  expect(read?.problems).toEqual([]);
  const found = texts(read?.events ?? []);
  expect(found).toHaveLength(2000);
  for (const name of names) expect(numbers(found, name)).toEqual(Array.from({ length: 250 }, (_, i) => i));
});

describe("a line that was changed", () => {
  const damages: readonly (readonly [string, (line: string) => string])[] = [
    ["a letter", (line) => line.replace("second", "seconc")],
    ["a digit of the sum", (line) => line.replace(/.(?="\}$)/, (c) => (c === "0" ? "1" : "0"))],
    ["the sum taken away", (line) => `${line.replace(/,"sum".*/, "")}}`.replace('{"v"', '{ "v"')],
    ["text of another kind", () => "hello"],
    ["JSON of another kind", () => "[]"],
  ];
  test.each(damages)("by %s is reported where it stands, and the others are read", (_, damage) => {
    const folder = temporaryFolder();
    const ledger = ledgerIn(folder);
    for (const text of ["first", "second", "third"]) ledger.append("r", [{ event: "note", text }]);
    const path = join(folder, "r.jsonl");
    const lines = readFileSync(path, "utf8").split("\n");
    writeFileSync(path, lines.map((line, i) => (i === 2 ? damage(line) : line)).join("\n"));
    const read = ledger.read("r");
    expect(texts(read?.events ?? [])).toEqual(["first", "third"]);
    expect(read?.problems).toEqual([
      { file: "r.jsonl", line: 3, problem: "damaged", before: 1, detail: expect.any(String) as string },
    ]);
  });
});

test("the sum is the CRC-32 of IEEE 802.3", async () => {
  const { crc32 } = await import("../../src/ledger/crc32.ts");
  expect([crc32(""), crc32("123456789"), crc32("ä")]).toEqual(["00000000", "cbf43926", "70b5f183"]);
});

function numbers(found: readonly string[], name: string): number[] {
  return found.filter((t) => t.startsWith(`${name} `)).map((t) => Number(t.split(" ")[1]));
}
