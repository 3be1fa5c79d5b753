// Long and nasty prose: what reading it takes grows as it is long. Counted in steps, and in looks at its words.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDocument } from "../../src/compiler/1-read/read-document.ts";
import type { Token } from "../../src/compiler/1-read/tokens.ts";
import { link } from "../../src/compiler/2-link/link.ts";
import { disagreements } from "../../src/compiler/3-analyze/prose/prose-disagrees.ts";
import { compileFiles } from "../support/compile.ts";

const DEFINITIONS = `# Long

### Fact \`f\`

- From: the operator
- Values: \`v\`, \`w\`

### Task \`a\`

- Takes: 2 hours; check every 5 minutes
- Passes when it exits 0
- Fails when it exits 1

### Task \`b\`

- Needs: \`a\`
- Passes when it exits 0
- Fails when it exits 1
- Blocks nothing

### Decision \`d\`

| \`f\` | then |
| --- | --- |
| \`v\` | \`yes\` |
| \`w\` | \`no\` |

### Outcome \`yes\`

- Message: Go on.

### Outcome \`no\`

- Message: Stay.

## Notes

`;

/** How many steps the forms take, and how often a word of the prose is looked at. `times` repeats each passage's tokens. */
function effortOf(text: string, times = 1): number {
  const document = readDocument("playbooks/long.md", DEFINITIONS + text);
  const { policy } = link([document], () => []);
  const rest = { sources: [], placeholders: [], settings: { opaque: "allow", strict: false } as const };
  const definitions = document.items.filter((i) => i.type === "definition");
  const effort = { steps: 0 };
  const passages = document.prose.passages.map((p) => ({
    ...p,
    tokens: counted(repeated(p.tokens, times), effort),
  }));
  const prose = [{ file: document.file, prose: { ...document.prose, passages } }];
  const { shown } = document;
  disagreements({ policy: { ...policy, ...rest }, definitions, prose, shown, today: undefined }, effort);
  return effort.steps;
}

/** The tokens of one line, that many times behind each other. */
function repeated(tokens: readonly Token[], times: number): readonly Token[] {
  const width = (tokens[tokens.length - 1]?.source.endColumn ?? 0) + 1;
  return Array.from({ length: times }, (_, i) =>
    tokens.map((t) => ({
      ...t,
      source: { ...t.source, column: t.source.column + i * width, endColumn: t.source.endColumn + i * width },
    })),
  ).flat();
}

function counted(tokens: readonly Token[], effort: { steps: number }): readonly Token[] {
  return new Proxy(tokens, {
    get(target, key, receiver) {
      if (typeof key === "string" && /^\d/.test(key)) effort.steps++;
      return Reflect.get(target, key, receiver);
    },
  });
}

const TEXTS: readonly (readonly [what: string, text: (n: number) => string])[] = [
  ["sentences that agree", (n) => "`a` takes 2 hours. After `a` comes `b`. ".repeat(n)],
  ["sentences that don't", (n) => Array.from({ length: n }, (_, i) => `\`a\` takes ${i} days. `).join("")],
  ["one sentence", (n) => "after `a` comes `b` and when `f` is `v` then `d` says `no` and ".repeat(n)],
  ["one sentence of checks", (n) => "check every 7 minutes and look again in 9 hours and ".repeat(n)],
  ["one sentence of what comes next", (n) => "`a` and next comes `b` and proceed to `b` and ".repeat(n)],
  ["one sentence of messages", (n) => '`no` says: "well" and `yes` prints "no" and '.repeat(n)],
  ["names without words", (n) => "`a` ".repeat(n)],
  ["a list of names", (n) => `Prerequisites of \`b\`: ${"`a`, ".repeat(n)}`],
  ["a list of names that need something", (n) => `${"`a`, ".repeat(n)}need \`b\``],
  ["arrows", (n) => "`a` → `b` → ".repeat(n)],
  ["fillers", (n) => `\`a\` ${"usually ".repeat(n)}takes 2 hours`],
  ["articles", (n) => "the ".repeat(n)],
  ["conditions", (n) => `${"if when unless ".repeat(n)}\`a\` takes 2 hours`],
  ["failures", (n) => "if `b` fails and then `b` fails the release ".repeat(n)],
  ["open parentheses", (n) => `${"(`a` ".repeat(n)}takes 2 hours`],
  ["nested parentheses", (n) => `${"(".repeat(n)}\`a\`${")".repeat(n)}`],
  ["open quotation marks", (n) => "“`a` takes ".repeat(n)],
  ["quotation marks", (n) => 'say " `a` '.repeat(n)],
  ["commas", (n) => "`a`, which, ".repeat(n)],
  ["numbers", (n) => "1.5–2.5–3.5 ".repeat(n)],
  ["numbers without blanks", (n) => "1.5–".repeat(n)],
  ["times", (n) => "1 hour and 30 minutes and half ".repeat(n)],
  ["full stops", (n) => `\`a\`${" .".repeat(n)}`],
  ["colons", (n) => "Next: ".repeat(n)],
  ["labels", (n) => "Next Action: `b`\n".repeat(n)],
  ["pronouns", (n) => "It takes 2 hours. This task takes 2 hours. ".repeat(n)],
  ["items below a long lead", (n) => `${"`a` and so on ".repeat(n)}:\n\n${"- `b`: 2 hours\n".repeat(n)}`],
  ["items in items", (n) => "- `a`:\n  - `b`\n".repeat(n)],
  ["rows", (n) => `| task | takes |\n| --- | --- |\n${"| `a` | 3 hours |\n".repeat(n)}`],
  [
    "rows of a decision",
    (n) => `For \`d\`:\n\n| \`f\` | then |\n| --- | --- |\n${"| `v` | `no` |\n".repeat(n)}`,
  ],
  [
    "thresholds",
    (n) =>
      "A pump counts as stuck after 5 minutes. If it has not moved for 6 minutes it is stuck. ".repeat(n),
  ],
  [
    "one sentence of states",
    (n) => "a pump is stuck after 5 minutes and it is stale for 6 minutes ".repeat(n),
  ],
  ["places", (n) => "Put errors in the notes. Errors go on the line of the pump. ".repeat(n)],
  ["one sentence of places", (n) => "put errors in the notes and errors go on the line ".repeat(n)],
  [
    "orders of sections",
    (n) => "The sections stand in the order: wind, waves, tide, in that order. ".repeat(n),
  ],
  ["one order of sections", (n) => `The order of the sections is: ${"wind, waves, ".repeat(n)}`],
  [
    "sections below a long lead",
    (n) => `${"and so on ".repeat(n)} the order of sections:\n\n${"- wind\n".repeat(n)}`,
  ],
  ["a sketch", (n) => `\`\`\`text\n${"b\n↓\na\n├→ b\n".repeat(n)}\`\`\``],
];

describe("twice the text takes twice the steps", () => {
  test.each(TEXTS)("%s", (_, text) => {
    const [once, twice] = [effortOf(text(150)), effortOf(text(300))];
    expect(twice).toBeLessThan(2.3 * once + 2_000);
  });
});

test("a megabyte in one paragraph takes so many steps a character", () => {
  const text = "As a rule `a` takes 3 hours, and `b` comes after `a`; if `b` fails, stop.";
  const times = Math.ceil(1_000_000 / text.length);
  expect(effortOf(text, times)).toBeLessThan(30 * times * text.length);
});

/** Words that claims are made of, in any order. */
const WORDS =
  "`a` `b` `d` `f` `v` `yes` `no` `other` takes 2 hours 1.5 h every check after once is done comes starts → needs doesn't " +
  "wait for if fails stop the release nothing blocks says “well” (about . , ; then it this task not within up to";

describe("any words in any order", () => {
  const soup = fc
    .array(fc.constantFrom(...WORDS.split(" ")), { maxLength: 60 })
    .map((words) => words.join(" "));

  test("are read, at places that there are", () => {
    fc.assert(
      fc.property(soup, (text) => {
        const whole = `${DEFINITIONS}x ${text}\n`;
        const lines = whole.split("\n");
        for (const { source } of compileFiles({ "playbooks/long.md": whole }).diagnostics) {
          expect(source.line).toBeLessThanOrEqual(lines.length);
          expect(source.column).toBeLessThanOrEqual((lines[source.line - 1]?.length ?? 0) + 1);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("say the same wherever their lines break", () => {
    const said = (text: string): string[] =>
      compileFiles({ "playbooks/long.md": `${DEFINITIONS}x ${text}\n` })
        .diagnostics.filter((d) => d.code === "prose-disagrees")
        .map((d) => d.message)
        .sort();
    fc.assert(
      fc.property(soup, fc.infiniteStream(fc.boolean()), (text, breaks) => {
        const wrapped = text.replace(/ (?=[`a-z])/g, () => (breaks.next().value === true ? "\n" : " "));
        expect(said(wrapped)).toEqual(said(text));
      }),
      { numRuns: 60 },
    );
  });
});
