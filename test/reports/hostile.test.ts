// Reports that nobody would write, and what is said of them: findings with places, few enough to read, soon enough.
import { expect, test } from "vitest";
import { atvm, SAMPLE, said } from "./support.ts";

/** Bytes of the large ones; each is read in a time that grows with it and no faster. */
const LARGE = 5_000_000;

function filled(line: string, size = LARGE / 5): string {
  return line.repeat(Math.ceil(size / line.length)).slice(0, size);
}

function within(section: string, lines: string): string {
  return SAMPLE.replace(`${section}:\n`, `${section}:\n${lines}\n`);
}

const many = (count: number, make: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join("\n");

/** What it is, the text, and what must be among the findings; nothing where it passes. */
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ["one line of 5 MB", filled("atvm160 - PASS ", LARGE), ["no-sections 1:1", "line-too-long 1:1"]],
  ["one line of 5 MB among the hosts", within("HOSTS", filled("x - FAIL - ", LARGE)), ["line-too-long 7:1"]],
  [
    "200,000 hosts",
    within(
      "HOSTS",
      many(200_000, (i) => `vm${i} - PASS`),
    ),
    [],
  ],
  [
    "wrong hosts, 5 MB of them",
    within("HOSTS", filled("atvm1 PASS maybe\n", LARGE)),
    ["line-shape 7:1", "more-findings"],
  ],
  ["one host, 5 MB of it", within("HOSTS", filled("atvm1 - PASS\n")), ["machine-once 8:1"]],
  [
    "a section again and again",
    filled("HOSTS:\natvm1 - PASS\n"),
    ["section-twice 3:1", "missing-section 1:1"],
  ],
  ["the whole report again and again", filled(SAMPLE, LARGE), ["section-twice"]],
  ["fences that nothing closes", filled("```a\n"), ["no-sections 1:1", "unclosed-fence 1:1"]],
  ["headings of its own", `${SAMPLE}${filled("FOO BAR:\n")}`, ["unknown-section"]],
  [
    "a command again and again",
    within("NOTES", filled("cmc-templates.py cmc-e2e --containsVm debian9\n")),
    [],
  ],
  ["a command that goes on and on", within("NOTES", filled("cmc-templates.py \\\n")), []],
  ["quotes that nothing closes", within("NOTES", filled("cmc-templates.py don't\n")), ["command-in-notes"]],
  [
    "nearly a banned line",
    within("NOTES", filled(`${"final reporting artifacts were ".repeat(3000)}\n`)),
    [],
  ],
  [
    "letters of another alphabet",
    within("NOTES", filled("finаl rеporting artifаcts were dеtected\n")),
    ["no-artifact-confirmations"],
  ],
  ["blanks", within("HOSTS", filled(`${" ".repeat(90_000)}x\n`)), ["line-shape"]],
  ["one long word a line", within("HOSTS", filled(`${"a-".repeat(49_000)}\n`)), ["line-shape"]],
  ["emphasis", within("HOSTS", filled(`${"_a".repeat(49_000)}\n`)), ["line-shape"]],
  ["digits", within("TIMING", filled(`${"1".repeat(90_000)}\n`)), ["line-shape"]],
  ["durations", within("TIMING", filled(`${"1h 2m 3s 4d 5h, and 6m ".repeat(3000)}\n`)), ["line-shape"]],
  ["open brackets", within("NOTES", filled(`${"<".repeat(50_000)}\n`)), []],
  ["hidden characters", within("NOTES", filled("a\u200bb\n")), ["hidden-character"]],
  ["controls", within("NOTES", "\u0000\u001b[31mred\u0007"), ["hidden-character"]],
  ["half a pair", within("NOTES", "\ud800 x \udfff"), []],
  ["a name of every object", within("HOSTS", "__proto__ - PASS\nconstructor - PASS\ntoString - PASS"), []],
  [
    "a heading that is a name of every object",
    `${SAMPLE}\n# __proto__\n\n# constructor\n`,
    ["unknown-section"],
  ],
  ["a byte order mark", `\ufeff${SAMPLE}`, []],
  ["tabs in front", SAMPLE.replace(/^(?=.)/gm, "\t"), []],
  ["quoted", SAMPLE.replace(/^/gm, "> "), []],
  ["in a fence, with words around it", `Here it is:\n\n\`\`\`\n${SAMPLE}\`\`\`\n`, ["stray-line 1:1"]],
  [
    "a fence inside a fence",
    `\`\`\`\`\n${SAMPLE.replace(/^(cmc-templates.*)$/m, "```sh\n$1\n```")}\`\`\`\`\n`,
    [],
  ],
];

test.each(CASES)(
  "%s",
  (_, text, expected) => {
    const verdict = atvm.check(text);
    const found = said(verdict);
    expect(found.length).toBeLessThanOrEqual(101);
    if (expected.length === 0) expect(found).toEqual([]);
    for (const one of expected) expect(found.some((f) => f === one || f.startsWith(`${one} `))).toBe(true);
    for (const f of verdict.findings) {
      expect(f.range?.start).toBeLessThanOrEqual(text.length);
      expect(f.range?.end).toBeLessThanOrEqual(text.length);
      expect(f.place?.line).toBeGreaterThan(0);
    }
  },
  60_000,
);
