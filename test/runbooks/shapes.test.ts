// Runbooks in the shapes of public collections: what is found in them is what the table in README.md says.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Runbook } from "../../src/policy/types.ts";
import { compileFiles } from "../support/compile.ts";
import { show } from "./show.ts";

const FOLDER = "test/runbooks";

/** The rows of the table: a source, its shape, and what is to be found. */
const rows = readFileSync(`${FOLDER}/README.md`, "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => {
    const [, source = "", , alerts = "", commands = "", errors = "", sections = ""] = line
      .split("|")
      .map((cell) => cell.trim());
    const list = (cell: string): string[] =>
      cell === "" ? [] : cell.split(", ").map((c) => c.replaceAll("`", ""));
    return {
      source: source.replaceAll("`", ""),
      found: { alerts: list(alerts), commands, errors, sections: list(sections) },
    };
  });

function read(source: string): { runbook: Runbook | undefined; codes: string[] } {
  const text = readFileSync(`${FOLDER}/shapes/${source}`, "utf8").replaceAll("\r\n", "\n");
  const { policy, diagnostics } = compileFiles({ [`ops/runbooks/${source}`]: text });
  return {
    runbook: policy.runbooks[0],
    codes: diagnostics.filter((d) => d.severity !== "notice").map((d) => d.code),
  };
}

describe("shapes of runbooks", () => {
  test.each(rows)("$source", async ({ source, found }) => {
    const { runbook, codes } = read(source);
    if (runbook === undefined) throw new Error("no runbook");
    const commands = runbook.sections.flatMap((s) => s.steps.flatMap((step) => step.commands));
    const kinds = runbook.sections.flatMap((s) => [s.kind, ...s.also]);
    expect({
      alerts: runbook.alerts.map((a) => a.name),
      commands: String(commands.length),
      errors: String(runbook.errors.length),
      sections: kinds.filter((kind, i) => kind !== kinds[i - 1]),
    }).toEqual(found);
    expect(codes).toEqual([]);
    await expect(show(runbook)).toMatchFileSnapshot(`expected/${source.replace(/\.md$/, ".txt")}`);
  });

  test("every one stands in the table", () => {
    expect(rows.map((r) => r.source).sort()).toEqual(readdirSync(`${FOLDER}/shapes`).sort());
    expect(rows).toHaveLength(20);
  });

  test.each(rows)("$source is the same document with CRLF", ({ source }) => {
    const text = readFileSync(`${FOLDER}/shapes/${source}`, "utf8").replaceAll("\r\n", "\n");
    const file = `runbooks/${source}`;
    const [plain, windows] = [text, text.replaceAll("\n", "\r\n")].map(
      (t) => compileFiles({ [file]: t }).policy.runbooks[0],
    );
    const words = (r: Runbook | undefined): unknown =>
      r?.sections.map((s) => [s.kind, s.title, s.steps.map((x) => x.commands.map((c) => c.command))]);
    expect(words(windows)).toEqual(words(plain));
  });
});
