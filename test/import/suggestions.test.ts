// What people write in instruction files, and what each sentence is: a rule, a suggestion, or neither. One case is one line
// of said.txt, which holds near misses too.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { importDocument } from "../../src/authoring/import/import-document.ts";
import { checkerForAnalysis } from "../../src/cli/compile-project.ts";
import { isShipped, knownTools } from "../../src/cli/io/known-tools.ts";
import { sha256 } from "../../src/cli/node-tools.ts";
import { compile } from "../../src/compiler/compile.ts";

interface Row {
  readonly kind: string;
  readonly sentence: string;
  readonly differs: string;
}

const DIFFERS = /wider|narrower|stricter|may limit/;
const cases = casesOf(readFileSync(join("test", "import", "said.txt"), "utf8"));

function casesOf(table: string): [string, Row[]][] {
  const found: [string, Row[]][] = [];
  for (const line of table.split("\n")) {
    if (line === "" || line.startsWith("// ")) continue;
    const [said = "", kind = "", sentence = "", differs = ""] = line.split(" | ");
    const row = { kind, sentence, differs };
    if (said === '"') found[found.length - 1]?.[1].push(row);
    else found.push([said, [row]]);
  }
  return found;
}

function read(text: string): Row[] {
  const imported = importDocument("AGENTS.md", text.replaceAll("\\n", "\n"), isShipped);
  if ("problem" in imported) throw new Error(imported.problem.message);
  const rows = imported.pieces.flatMap((p): Row[] => {
    if (p.type === "rule") return [{ kind: "rule", sentence: p.sentence, differs: "" }];
    if (p.type !== "guidance") return [];
    return p.near.map((n) => ({ kind: "suggested", sentence: n.sentence, differs: n.reason }));
  });
  return rows.length === 0 ? [{ kind: "none", sentence: "", differs: "" }] : rows;
}

describe("what is said", () => {
  test.each(cases)("%s", (said, rows) => {
    const found = read(said);
    const words = (row: Row): string[] => [row.kind, row.sentence];
    expect(found.map(words)).toEqual(rows.map(words));
    for (const [i, { differs }] of rows.entries()) {
      const reason = found[i]?.differs ?? "";
      if (differs === "=") expect(reason).not.toMatch(DIFFERS);
      else for (const part of differs.split("; ")) expect(reason).toContain(part);
    }
  });
});

test("every suggested sentence parses, and compiles as it stands", () => {
  const sentences = new Set(cases.flatMap(([, rows]) => rows.map((r) => r.sentence)));
  sentences.delete("");
  expect(sentences.size).toBeGreaterThan(100);
  const wrong = [...sentences].flatMap((sentence) => {
    const lead = /^(?:Ask before|\w+)/.exec(sentence)?.[0] ?? "";
    const text = `- **${lead}**${sentence.slice(lead.length)}\n`;
    const tools = { sha256, checker: checkerForAnalysis, known: knownTools, today: "2026-06-01" };
    const { policy, diagnostics } = compile([{ file: "playbooks/one.md", text }], tools);
    const errors = diagnostics.filter((d) => d.severity === "error").map((d) => d.message);
    return errors.length > 0 || policy.rules[0]?.sentence !== sentence ? [[sentence, ...errors]] : [];
  });
  expect(wrong).toEqual([]);
});
