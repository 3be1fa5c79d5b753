// Runbooks made to be nasty: nothing throws, and what is there is still found.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileFiles } from "../support/compile.ts";

const N = 120;
const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join("\n");

/** Texts, and how many commands are to be found in each; undefined where it only has to be survived. */
const NASTY: readonly (readonly [string, string, number | undefined])[] = [
  ["many steps", lines(N, (i) => `1. Look at ${i}\n\n   \`\`\`sh\n   partctl show ${i}\n   \`\`\`\n`), N],
  ["one long fence", `\`\`\`bash\n${lines(N * 4, (i) => `partctl show ${i}`)}\n\`\`\``, N * 4],
  ["prompts with open quotes", `\`\`\`console\n${lines(N, (i) => `$ partctl show '${i}`)}\n\`\`\``, N],
  ["quotes and brackets", `\`\`\`bash\n${"'\"`$(<{[".repeat(N * 4)}\n\`\`\``, undefined],
  ["open brackets in prose", "<a b ".repeat(N * 8), 0],
  ["items in items", lines(40, (i) => `${"  ".repeat(i)}- a ${i} \`partctl show ${i}\``), undefined],
  [
    "a long table",
    `| step | command |\n| --- | --- |\n${lines(N, (i) => `| s ${i} | \`partctl show ${i}\` |`)}`,
    N,
  ],
  ["a here-document of blank lines", `\`\`\`sh\ncat <<EOF\n${"\n".repeat(N * 20)}# x\nEOF\n\`\`\``, 1],
  [
    "here-documents one after the other",
    `\`\`\`sh\n${lines(N, (i) => `cat <<E${i}\nx\nE${i}`)}\n\`\`\``,
    undefined,
  ],
  ["what to look for, again and again", "Look for: ".repeat(N * 4), 0],
  ["the word alert, again and again", "alert FooBarBaz ".repeat(N * 4), 0],
  ["one long line", `\`\`\`sh\npartctl ${"a ".repeat(N * 400)}\n\`\`\``, 1],
  ["a fence that nothing closes", `\`\`\`sh\n${"partctl\n".repeat(N)}`, 0],
  ["HTML around it all", `<table><tr><td>\n\n\`\`\`sh\npartctl show\n\`\`\`\n\n</td></tr></table>`, 1],
  ["a session without its end", "```console\n$ partctl show \\\n```", 1],
  ["nothing but prompts", "```console\n$ \n$ \n# \n> \n```", 0],
  ["a null and a mark of the order of bytes", "```sh\npartctl show\u0000\n```\n\ufeff", undefined],
];

describe("a nasty runbook", () => {
  test.each(NASTY)("%s", (_, text, count) => {
    const { policy } = compileFiles({ "runbooks/nasty.md": `# Nasty\n\n## Diagnosis\n\n${text}\n` });
    const commands =
      policy.runbooks[0]?.sections.flatMap((s) => s.steps.flatMap((step) => step.commands)) ?? [];
    if (count !== undefined) expect(commands).toHaveLength(count);
  });
});

describe("any Markdown", () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom(
      "# A",
      "## Symptoms",
      "### If x",
      "## Resolution",
      "- a",
      "  - b",
      "1. c",
      "```sh",
      "```",
      "~~~",
      "$ a b",
      "# c",
      "> d",
      "| a | b |",
      "| --- | --- |",
      "| `x y` | z |",
      "Look for:",
      "Problem if: x",
      "Changes nothing.",
      "**Fix**",
      "---",
      "<b>",
      "    code",
      "`a --b <c>`",
      "",
    ),
  );
  test("never throws, and every place lies within the document", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("\n");
        const total = text.split("\n").length;
        const { policy } = compileFiles({ "runbooks/any.md": `${text}\n` });
        for (const { source, sections, alerts, errors } of policy.runbooks) {
          const steps = sections.flatMap((s) => s.steps);
          const sources = [
            source,
            ...alerts.map((a) => a.source),
            ...errors.map((e) => e.source),
            ...steps.flatMap((s) => [s.source, ...s.commands.map((c) => c.source)]),
          ];
          for (const { line, endLine, column } of sources) {
            expect(line).toBeGreaterThanOrEqual(1);
            expect(endLine).toBeGreaterThanOrEqual(line);
            expect(endLine).toBeLessThanOrEqual(total + 1);
            expect(column).toBeGreaterThanOrEqual(1);
          }
          for (const c of steps.flatMap((s) => s.commands))
            expect(text.split("\n")[c.source.line - 1]).toContain((c.command.split("\n")[0] ?? "").trim());
        }
      }),
      { numRuns: 200 },
    );
  }, 120_000);
});
