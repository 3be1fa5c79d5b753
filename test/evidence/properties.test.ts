// Results of any kind: our reader of tables finds what remark finds, and no text makes a check fail or run away.
import fc from "fast-check";
import type { Root, RootContent, Table } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { jsonTables, NotResults } from "../../src/validators/evidence/json.ts";
import { markdownTables } from "../../src/validators/evidence/markdown.ts";
import { ResultText } from "../../src/validators/evidence/results.ts";
import { check, HEAD, SOUND, WEB1, WEB2 } from "./runs.ts";

const remark = unified().use(remarkParse).use(remarkGfm).freeze();

/** How many cells each row of each table has, as remark reads a text. */
function byRemark(text: string): number[][] {
  const found: Table[] = [];
  const visit = (nodes: readonly RootContent[]): void => {
    for (const node of nodes) {
      if (node.type === "table") found.push(node);
      else if ("children" in node) visit(node.children as RootContent[]);
    }
  };
  visit((remark.parse(text) as Root).children);
  return found.map((t) => t.children.map((row) => row.children.length));
}

function byUs(text: string): number[][] {
  const { tables } = markdownTables(new ResultText("x.md", text), new Set());
  return tables.map((t) => [t.header.length, ...[...t.rows()].map((row) => row.count)]);
}

const cell = fc.constantFrom(
  "a",
  "`b`",
  "",
  "c \\| d",
  "`e \\| f`",
  "\\\\",
  "**g**",
  "[h](i)",
  "x\\",
  "é",
  "1. j",
);
const row = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => `| ${cells.join(" | ")} |`);
const bare = fc.array(cell, { minLength: 2, maxLength: 4 }).map((cells) => `a${cells.join(" | ")}`);
const dashes = fc
  .array(fc.constantFrom("---", ":-", "-:", ":--:"), { minLength: 1, maxLength: 4 })
  .map((cells) => `| ${cells.join(" | ")} |`);
const table = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.array(fc.oneof(row, bare), { maxLength: 3 }))
  .map(([n, rows]) => [`|${" a |".repeat(n)}`, `|${" - |".repeat(n)}`, ...rows].join("\n"));
const line = fc.oneof(
  row,
  bare,
  dashes,
  table,
  table,
  fc.constantFrom(
    "",
    "",
    "text",
    "# heading",
    "## a | b",
    "***",
    "- item",
    "1) item",
    "```",
    "~~~",
    "    code | x",
    "  | k | l |",
  ),
);
const document = fc.array(line, { maxLength: 12 }).map((lines) => lines.join("\n"));

describe("tables are those of remark", () => {
  test("in any order of lines", () => {
    fc.assert(
      fc.property(document, (text) => {
        expect(byUs(text)).toEqual(byRemark(text));
      }),
      { numRuns: 400 },
    );
  });

  test("in quotes", () => {
    const quoted = document.map((text) => text.replace(/^/gm, "> "));
    fc.assert(
      fc.property(quoted, (text) => {
        expect(byUs(text)).toEqual(byRemark(text));
      }),
      { numRuns: 100 },
    );
  });
});

describe("JSON", () => {
  const key = fc.constantFrom("host", "alone", "class", "Note");
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    // JSON has one zero.
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
  );
  const rows = fc.array(fc.dictionary(key, value), { maxLength: 5 });

  test("every value is found, at its place", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(undefined, 1, "\t"), (data, space) => {
        const text = JSON.stringify(data, undefined, space);
        const [only] = jsonTables(text).tables;
        const names = only?.header.map((h) => h.text) ?? [];
        const read = [...(only?.rows() ?? [])];
        expect(read.length).toBe(data.length);
        for (const [i, row] of data.entries())
          for (const [j, name] of names.entries()) {
            const cell = read[i]?.cells[j];
            const own = Object.hasOwn(row, name) ? row[name] : undefined;
            expect(cell?.text).toBe(own === undefined ? undefined : String(own ?? "").trim());
            if (cell !== undefined)
              expect(JSON.parse(text.slice(cell.range.start, cell.range.end))).toBe(own);
          }
      }),
    );
  });

  test("what JSON refuses is refused, with a place in the text", () => {
    const broken = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[[\]{}",:0-9a-z \\]{0,40}$/),
      rows.map((r) => JSON.stringify(r).slice(0, -2)),
    );
    fc.assert(
      fc.property(broken, (text) => {
        try {
          jsonTables(text);
        } catch (error) {
          expect(error).toBeInstanceOf(NotResults);
          const at = error instanceof NotResults ? error.range.start : -1;
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(text.length + 1);
          return;
        }
        expect(() => JSON.parse(text)).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });
});

describe("any text", () => {
  const mixed = fc
    .array(
      fc.oneof(
        document,
        fc.string(),
        fc.constantFrom(HEAD, WEB1, WEB2, SOUND, "<!--", "-->", "<div>", "> | a |"),
      ),
    )
    .map((parts) => parts.join("\n"));

  test("gives findings in order, at places of the text", () => {
    fc.assert(
      fc.property(mixed, fc.constantFrom("markdown" as const, "json" as const), (text, format) => {
        const { findings, decision } = check(text, format);
        expect(decision).toBe(findings.length === 0 ? "allow" : "deny");
        const lines = text.split(/\r\n|\r|\n/);
        let last = 0;
        for (const { at } of findings) {
          expect(at.line).toBeGreaterThanOrEqual(last);
          expect(at.column).toBeLessThanOrEqual((lines[at.line - 1]?.length ?? 0) + 2);
          last = at.line;
        }
      }),
      { numRuns: 500 },
    );
  });

  test("changes nothing by its line ends", () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const plain = text.replace(/\r\n?/g, "\n");
        const codes = (t: string): string[] =>
          check(t).findings.map((f) => `${f.at.line}:${f.at.column} ${f.code}`);
        expect(codes(plain.replaceAll("\n", "\r\n"))).toEqual(codes(plain));
      }),
      { numRuns: 200 },
    );
  });
});

describe("five megabytes", () => {
  const MEGABYTES = 5_000_000;
  const filled = (part: string): string => part.repeat(Math.ceil(MEGABYTES / part.length));
  test.each([
    ["rows", `${SOUND}${filled(`${WEB1.replace("web1", "web9")}\n`)}`],
    ["rows in CRLF", `${SOUND}${filled(`${WEB1.replace("web1", "web9")}\n`)}`.replaceAll("\n", "\r\n")],
    ["one line", filled(SOUND.replaceAll("\n", " "))],
    ["pipes", `${HEAD}\n${filled("|")}\n`],
    ["escaped pipes", `${HEAD}\n| ${filled("\\|")} |\n`],
    ["a row of dashes", `${filled("|")}\n${filled("|-")}|\n`],
    ["blanks", `${HEAD}\n|${filled(" ")}\n`],
    ["tabs", `${HEAD}\n|${filled("\t")}|\n`],
    ["stars", `${HEAD}\n| ${filled("*")} |\n`],
    ["backticks", `${HEAD}\n| ${filled("`")} |\n`],
    ["halves of links", `${HEAD}\n| ${filled("](")} |\n`],
    ["heading rows", filled("| host | alone | under load | runs alone\n")],
    ["tables", filled(`${HEAD}\n\n`)],
    ["quotes", filled(">")],
    ["fences", filled("```\n\n~~~\n")],
    ["comments", filled("<!--\n")],
    ["headings", filled("# # # # # #\n")],
    ["brackets", filled("[")],
  ])(
    "of %s end, with few findings",
    (_, text) => {
      const { findings } = check(text);
      expect(findings.length).toBeLessThanOrEqual(110);
      for (const { message } of findings) expect(message.length).toBeLessThan(1_000);
    },
    60_000,
  );

  test.each([
    ["rows", `[${filled('{"host":"web9"},')}{}]`],
    ["brackets", filled("[")],
    ["brackets in a value", `[{"host":${filled("[")}`],
    ["one text", `[{"host":"${filled("a")}"}]`],
    ["keys", JSON.stringify([Object.fromEntries(Array.from({ length: 300_000 }, (_, i) => [`k${i}`, i]))])],
  ])(
    "of JSON: %s",
    (_, text) => {
      expect(check(text, "json").findings.length).toBeLessThanOrEqual(400);
    },
    60_000,
  );
});
