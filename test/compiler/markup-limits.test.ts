// Texts over which the Markdown parser would take quadratic time, or run out of stack: each is refused at its place. Texts
// that are only long are read.
import { describe, expect, test } from "vitest";
import { readDocument } from "../../src/compiler/1-read/read-document.ts";

const N = 50_000;

function saidOf(text: string): { line: number; message: string }[] {
  return readDocument("playbooks/long.md", text)
    .diagnostics.filter((d) => d.code === "too-much-markup")
    .map((d) => ({ line: d.source.line, message: d.message }));
}

const HOSTILE: readonly (readonly [what: string, text: string, said: string])[] = [
  ["code spans in few lines", `${"`a` ".repeat(50)}\n`.repeat(N / 50), "backticks"],
  ["code spans in one line", "`a` ".repeat(N), "backticks"],
  ["code spans, line by line", "`a` b\n".repeat(N), "lines"],
  [
    "runs of backticks of all lengths",
    Array.from({ length: 400 }, (_, i) => "`".repeat(i)).join("a"),
    "backticks",
  ],
  ["emphasis", "*a* ".repeat(N), "emphasis"],
  ["underscores", "_a_ ".repeat(N), "emphasis"],
  ["strikes", "~~a~~ ".repeat(N), "emphasis"],
  ["emphasis that is only closed", "a** b* ".repeat(N), "emphasis"],
  ["one run of stars", `${"*".repeat(N)}a${"*".repeat(N)}`, "emphasis"],
  ["brackets that are only opened", "[a".repeat(N), "brackets"],
  ["brackets that are only closed", "a]".repeat(N), "brackets"],
  ["brackets in brackets", `${"[".repeat(N)}${"]".repeat(N)}`, "brackets"],
  ["links", "[a](b) ".repeat(N), "brackets"],
  ["links that aren't closed", "[a](b".repeat(N), "brackets"],
  ["images in images", `${"![".repeat(N)}a${"](b)".repeat(N)}`, "brackets"],
  ["labels of footnotes", "[^a] ".repeat(N), "brackets"],
  ["definitions that aren't closed", "[a]: <".repeat(N), "brackets"],
  ["code spans in one cell", `| a |\n| - |\n| ${"`b` ".repeat(N)}|\n`, "backticks"],
  ["rows of a table that is none", `| a |\n| - | - |\n${"| `b` |\n".repeat(N)}`, "lines"],
  ["numbers that open no list", `a\n${"2. `b`\n".repeat(N)}`, "lines"],
  ["lines of one paragraph", "a\n".repeat(N), "lines"],
  ["lines of a quotation and behind it", "> a\nb\n".repeat(N), "lines"],
  ["quotations in quotations", `${">".repeat(N)} a`, "nesting"],
  ["lists in lists on one line", `${"- ".repeat(N)}a`, "nesting"],
  ["numbered lists in lists", `${"1. ".repeat(N)}a`, "nesting"],
  ["quotations in lists", `${"> - ".repeat(N)}a`, "nesting"],
  [
    "lists in lists, line by line",
    Array.from({ length: 900 }, (_, i) => `${"  ".repeat(i)}- a\n`).join(""),
    "nesting",
  ],
  ["underlined headings", "a\n=\n".repeat(N), "underlined headings"],
  ["what only looks like a fence: in a comment", `<!--\n\n\`\`\`\n-->\n\n${"[a".repeat(N)}`, "brackets"],
  [
    "what only looks like a fence: in raw HTML",
    `- <pre>\n<pre>\n\n\`\`\`\n</pre>\n\n${"[a".repeat(N)}`,
    "brackets",
  ],
  ["what only looks like a fence: in a paragraph", `a\n    \`\`\`\n\n${"[a".repeat(N)}`, "brackets"],
  [
    "what only looks like a fence: closed by another sign",
    `~~~\n\`\`\`\n~~~\n\n${"[a".repeat(N)}`,
    "brackets",
  ],
  ["what only looks like a fence: a code span", `\`\`\` a \`\`\`\n${"[a".repeat(N)}`, "brackets"],
  ["a fence that a return alone closes", `~~~\r~~~\r\n${"[a".repeat(N)}`, "brackets"],
  ["behind a fence", `\`\`\`\na\n\`\`\`\n${"[a".repeat(N)}`, "brackets"],
];

describe("is refused", () => {
  test.each(HOSTILE)("%s", (_, text, what) => {
    const said = saidOf(`# Long\n\n${text}\n`);
    expect(said).toHaveLength(1);
    expect(said[0]?.message).toContain(what);
    expect(said[0]?.line).toBeGreaterThan(2);
  });
});

const LONG: readonly (readonly [what: string, text: string])[] = [
  ["paragraphs with code spans", "Say `a` and *b* of [c](d).\n\n".repeat(700)],
  ["items with code spans", "- `a` and *b* of [c](d)\n".repeat(1_500)],
  ["numbered items", Array.from({ length: 1_500 }, (_, i) => `${i + 1}. \`a\` b\n`).join("")],
  ["rows", `| a | b |\n| - | - |\n${"| `c` | [d](e) |\n".repeat(1_500)}`],
  ["a fence with many lines", `\`\`\`text\n${"[a] b_c = `d`\n".repeat(1_500)}\`\`\`\n`],
  ["a fence with very many lines", `\`\`\`text\n${"[a] b_c = `d`\n".repeat(20_000)}\`\`\`\n`],
  ["a fence with very many signs", `~~~\n${"[".repeat(N)}${"*".repeat(N)}\n${">".repeat(N)}\n~~~\n`],
  ["a fence that is never closed", `\`\`\`text\n${"[a] b_c = `d`\n".repeat(20_000)}`],
  ["a rule", `${"- ".repeat(40)}-\n`],
  ["items in items", Array.from({ length: 40 }, (_, i) => `${"  ".repeat(i)}- a\n`).join("")],
  ["quotations in quotations", `${"> ".repeat(20)}a\n`],
  [
    "signs just below the limits",
    `${"`".repeat(5_000)} ${"*a".repeat(1_900)} ${"[".repeat(1_900)}${"]".repeat(1_900)}\n`,
  ],
  ["emphasis in emphasis", `${"*".repeat(1_900)}a${"*".repeat(1_900)}\n`],
  ["names with underscores", `${"a_b_c ".repeat(3_000)}\n`],
];

describe("is read", () => {
  test.each(LONG)("%s", (_, text) => {
    expect(saidOf(`# Long\n\n${text}\n`)).toEqual([]);
  });
});
