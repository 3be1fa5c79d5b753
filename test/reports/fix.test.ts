// Mending reports: what is mended, what is left alone, and what holds of every text.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PreparedReport } from "../../src/validators/report/prepared.ts";
import { skeletonOf } from "../../src/validators/report/skeleton.ts";
import { atvm, reportOf, SAMPLE } from "./support.ts";

const HANDOVER = `### List \`teams\`

| team |
| --- |
| \`red\` |

### Report \`handover\`

| section | lines | required |
| --- | --- | --- |
| \`<shift: word>\` | | yes |
| \`DONE\` | \`<ticket: word> - <what>\` | yes |
| \`OPEN\` | \`<ticket: word> - <status: WAITING or RUNNING>\` or \`<ticket: word> - STUCK - <why>\` | no |
| \`TIMES\` | \`<label>: <value>\` | no |
| \`NOTES\` | | no |

- **Always** write \`Start: <time>\` in \`TIMES\` of \`handover\`, when \`timed\` stands in \`NOTES\`.
`;
const handover = reportOf("handover", HANDOVER);

/** What is wrong, the text, the mended text. */
const MENDED: readonly (readonly [string, string, string])[] = [
  ["nothing", "early\n\nDONE:\nT-1 - x\n", "early\n\nDONE:\nT-1 - x\n"],
  [
    "the order",
    "early\n\nOPEN:\nT-2 - WAITING\n\nDONE:\nT-1 - x\n",
    "early\n\nDONE:\nT-1 - x\n\nOPEN:\nT-2 - WAITING\n",
  ],
  ["the order, without blank lines", "early\nNOTES:\nn\nDONE:\nT-1 - x", "early\nDONE:\nT-1 - x\nNOTES:\nn"],
  [
    "the order, with carriage returns",
    "early\r\nNOTES:\r\nn\r\nDONE:\r\nT-1 - x\r\n",
    "early\r\nDONE:\r\nT-1 - x\r\nNOTES:\r\nn\r\n",
  ],
  [
    "the order inside a fence",
    "```\nearly\nNOTES:\nn\nDONE:\nT-1 - x\n```\n",
    "```\nearly\nDONE:\nT-1 - x\nNOTES:\nn\n```\n",
  ],
  [
    "the order, with sections of its own",
    "early\nOPEN:\nT-2 - WAITING\n## More\nm\nDONE:\nT-1 - x\n",
    "early\nDONE:\nT-1 - x\nOPEN:\nT-2 - WAITING\n## More\nm\n",
  ],
  [
    "sections twice stay twice",
    "early\nNOTES:\na\nDONE:\nT-1 - x\nNOTES:\nb\n",
    "early\nDONE:\nT-1 - x\nNOTES:\na\nNOTES:\nb\n",
  ],
  [
    "nothing where a fence isn't closed",
    "early\nNOTES:\n```\nDONE:\nT-1 - x\n",
    "early\nNOTES:\n```\nDONE:\nT-1 - x\n",
  ],
  ["separators", "early\nDONE:\nT-1 – x\nT-2: y\n", "early\nDONE:\nT-1 - x\nT-2 - y\n"],
  ["bullets stay", "early\nDONE:\n  * T-1 – x\n", "early\nDONE:\n  * T-1 - x\n"],
  ["case", "early\nDONE:\nT-1 - x\nOPEN:\nT-2 - waiting\n", "early\nDONE:\nT-1 - x\nOPEN:\nT-2 - WAITING\n"],
  [
    "parts that stand the other way round",
    "early\nDONE:\nT-1 - x\nOPEN:\nSTUCK: T-2 - no key\n",
    "early\nDONE:\nT-1 - x\nOPEN:\nT-2 - STUCK - no key\n",
  ],
  [
    "items on one line",
    "early\nDONE:\nT-1 - x\nOPEN:\n- T-2 - WAITING, T-3 - running\n",
    "early\nDONE:\nT-1 - x\nOPEN:\n- T-2 - WAITING\n- T-3 - RUNNING\n",
  ],
  [
    "a text behind a heading",
    "early\nDONE:\nT-1 - x\nNOTES: all calm\n",
    "early\nDONE:\nT-1 - x\nNOTES:\nall calm\n",
  ],
  ["a heading of other letters", "early\nDОNE:\nT-1 - x\n", "early\nDONE:\nT-1 - x\n"],
  [
    "a status of other letters",
    "early\nDONE:\nT-1 - x\nOPEN:\nT-2 - WАITING\n",
    "early\nDONE:\nT-1 - x\nOPEN:\nT-2 - WAITING\n",
  ],
  ["hidden characters", "early\nDONE:\nT-\u200b1 - x\n", "early\nDONE:\nT-1 - x\n"],
  ["another alphabet stays", "early\nDONE:\nT-1 – ошибка\n", "early\nDONE:\nT-1 - ошибка\n"],
  [
    "a text that must stand there",
    "early\nDONE:\nT-1 - x\nTIMES:\nstart - 09:00\n",
    "early\nDONE:\nT-1 - x\nTIMES:\nStart: 09:00\n",
  ],
  [
    "not what only looks a little like it",
    "early\nDONE:\nall went well today\n",
    "early\nDONE:\nall went well today\n",
  ],
  ["not what is missing", "early\nDONE:\n", "early\nDONE:\n"],
  [
    "not another word",
    "early\nDONE:\nT-1 - x\nOPEN:\nT-2 - waits\n",
    "early\nDONE:\nT-1 - x\nOPEN:\nT-2 - waits\n",
  ],
];

test.each(MENDED)("%s", (_, text, expected) => {
  expect(handover.fix(text).text).toBe(expected);
});

test("the verdict is that on the mended text", () => {
  const { text, verdict } = handover.fix("early\nOPEN:\nT-2 – waiting\nDONE:\nT-1 – x\n");
  expect(verdict.decision).toBe("allow");
  expect(handover.check(text).findings).toEqual([]);
});

test("a section that mending brings to light is open to its rules", () => {
  const { text, verdict } = handover.fix("early\nDONE:\nT-1 - x\nTIMES: soon\nNOTES:\ntimed\n");
  expect(text).toContain("TIMES:\nsoon\n");
  expect(verdict.findings.map((f) => f.code)).toContain("missing-text");
});

describe("of every text", () => {
  const line = fc.oneof(
    fc.constantFrom(
      "DONE:",
      "## Open",
      "**NOTES:**",
      "TIMES",
      "NOTES: x",
      "early",
      "",
      "```",
      "~~~",
      "---",
      "OTHER:",
      "# More",
      "T-1 - x",
      "- T-2 – waiting",
      "RUNNING: T-3",
      "T-4 - WAITING, T-5 - RUNNING",
      "Start - 09:00",
      "a: b",
      "DОNE:",
      "T-\u200b6 - x",
      "> T-7 - y",
      "T-8 - STUCK - a, b - c",
      "\tT-9\t-\tz",
      "…",
      "\ud83d\ude00",
      "\ufeffDONE:",
    ),
    fc.string({ unit: "grapheme", maxLength: 12 }),
  );
  const texts = fc
    .tuple(fc.array(line, { maxLength: 24 }), fc.constantFrom("\n", "\r\n", "\r"), fc.boolean())
    .map(([lines, end, last]) => lines.join(end) + (last ? end : ""));

  /** The words of a text, in order of the alphabet. */
  const words = (text: string): string[] =>
    (
      text
        .replaceAll("\ufeff", "")
        .replace(/(?![\s\u0085])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "")
        .replaceAll("О", "O")
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? []
    ).sort();

  test("checking never throws, and every place lies in it", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { range, place } of handover.check(text).findings) {
          expect(range?.end).toBeLessThanOrEqual(text.length);
          expect(place?.line).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("mending twice is mending once, and no word is lost or added", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = handover.fix(text).text;
        expect(handover.fix(once).text).toBe(once);
        expect(words(once)).toEqual(words(text));
      }),
      { numRuns: 300 },
    );
  });

  test("a good report with its sections shuffled is mended to one that passes", () => {
    const blocks = SAMPLE.split(/\n\n/);
    const [title = "", ...sections] = blocks.map((b) => b.trimEnd());
    fc.assert(
      fc.property(fc.shuffledSubarray(sections, { minLength: sections.length }), (shuffled) => {
        const { text, verdict } = atvm.fix(`${[title, ...shuffled].join("\n\n")}\n`);
        expect(verdict.findings).toEqual([]);
        expect(text).toBe(SAMPLE);
      }),
      { numRuns: 30 },
    );
  });
});

describe("the skeleton", () => {
  const filled = (text: string, values: Readonly<Record<string, string>>): string =>
    text.replace(/<([^<>:]+)(?::[^<>]*)?>/g, (hole, name: string) => values[name] ?? hole);
  const skeleton = (policy: typeof atvm.policy): string => {
    const [report] = policy.reports;
    return report === undefined ? "" : skeletonOf(new PreparedReport(report, policy));
  };

  test("is refused as it is: each hole is said to be open, and nothing else", () => {
    const { findings } = handover.check(skeleton(handover.policy));
    expect(new Set(findings.map((f) => f.code))).toEqual(new Set(["unfilled"]));
  });

  test("passes when its holes are filled in", () => {
    let ticket = 0;
    const text = skeleton(handover.policy)
      .replace(/<ticket[^>]*>/g, () => `T-${++ticket}`)
      .replace(/<status[^>]*>/, "WAITING");
    const values = { shift: "early", what: "x", why: "y", label: "a", value: "b", time: "09:00", text: "n" };
    expect(handover.check(filled(text, values)).findings).toEqual([]);
  });

  test("of the ATVM status passes when it is filled in, with the machines that its command names", () => {
    const machines = ["atvm117-debian9.4.0", "atvm118-debian9.5.0", "atvm115-debian9.1.0"];
    const text = skeleton(atvm.policy)
      .replace(/<machine[^>]*>/g, () => machines.shift() ?? "")
      .replace(/<status[^>]*>/, "RUNNING");
    const values = {
      build_name: "e2e-debian9",
      text: "3 machines",
      "failure description": "no IP",
      reason: "SUPPORT REQUEST - WAITING",
      time: "2026-03-27 09:00",
      duration: "5m",
      template: "cmc-e2e",
      config: "cypress.atvm-config-gold.ts",
      label: "Options",
      url: "https://currents.example/1",
      arguments: "cmc-e2e --containsVm debian9.1 --ignore_force_shutdown",
    };
    expect(atvm.check(filled(text, values)).findings).toEqual([]);
  });
});
