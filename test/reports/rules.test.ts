// Every sentence about reports, and every condition that looks into one: a hit, a near miss, what can't be known.
import { describe, expect, test } from "vitest";
import { regex, sha256 } from "../../src/cli/node-tools.ts";
import type { Past } from "../../src/policy/history.ts";
import { Checker } from "../../src/validators/checker.ts";
import { compileFiles } from "../support/compile.ts";
import { reportOf } from "./support.ts";

const DEFINITIONS = `### Tool \`runner\`

| option | also | takes | matches |
| --- | --- | --- | --- |
| \`<template>\` | | one | |
| \`--like\` | \`-l\` | many | substring |
| \`--names\` | | list | exact |
| \`--force\` | | nothing | |

### List \`bad\`

| vm | reason |
| --- | --- |
| \`vm-1\` | broken |
| \`vm-2\` | slow |
| \`db-1\` | |

### List \`steps\`

| step |
| --- |
| \`1. Begin\` |
| \`2. End\` |

### Fact \`phase\`

- From: the operator
- Values: \`open\`, \`closed\`

### Step \`look\`

- \`cat state.json\`
- \`oarctl get\`

### Report \`status\`

| section | lines | required |
| --- | --- | --- |
| \`VMS\` | \`<vm: word> - <state>\` or \`<vm: word> - <state> - <reason>\` | no |
| \`NOTES\` | | no |
`;

/** Rule, report, and the codes of what it finds; a question mark where that isn't certain. */
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ["**Always** write `all good` in `NOTES` of `status`.", "NOTES:\nSo far all good here.", []],
  ["**Always** write `all good` in `NOTES` of `status`.", "NOTES:\nall goods", ["missing-text"]],
  ["**Always** write `all good` in `NOTES` of `status`.", "VMS:\nall good - x", ["missing-text"]],
  ["**Always** write `a` and `b` in `NOTES:` of `status`.", "NOTES:\na", ["missing-text"]],
  ["**Always** write `a` or `b` in `notes` of `status`.", "NOTES:\nb", []],
  ["**Always** write `a` or `b` in `NOTES` of `status`.", "NOTES:\nc", ["missing-text"]],
  ["**Always** put `<url>` in `NOTES` of `status`.", "NOTES:\n- Run: https://x.example/1", []],
  ["**Always** write `signed` anywhere in `status`.", "VMS:\nvm-9 - signed", []],
  ["**Always** write `signed` anywhere in `status`.", "VMS:\nvm-9 - unsigned", ["missing-text"]],
  ["**Always** write `x` in `NOTES` of `status`, when `phase` is `open`.", "NOTES:\ny", ["missing-text?"]],
  [
    "**Always** write `x` in `NOTES` of `status`, when `DOWN` stands in `VMS`.",
    "VMS:\nvm-9 - DOWN\nNOTES:\ny",
    ["missing-text"],
  ],
  [
    "**Always** write `x` in `NOTES` of `status`, when `DOWN` stands in `VMS`.",
    "VMS:\nvm-9 - UP\nNOTES:\ny",
    [],
  ],
  [
    "**Always** write `x` in `NOTES` of `status`, when `DOWN` does not stand in `VMS`.",
    "VMS:\nvm-9 - UP\nNOTES:\ny",
    ["missing-text"],
  ],
  [
    "**Always** write `x` in `NOTES` of `status`, unless `UP` or `OFF` stands in `VMS`.",
    "VMS:\nvm-9 - OFF\nNOTES:\ny",
    [],
  ],
  [
    "**Always** write `x` in `VMS` of `status`, when `--force` of `runner` in `NOTES` is set.",
    "VMS:\na - b\nNOTES:\nrunner t --force",
    ["missing-text"],
  ],
  [
    "**Always** write `x` in `VMS` of `status`, when `--force` of `runner` in `NOTES` is set.",
    "VMS:\na - b\nNOTES:\nrunner t",
    [],
  ],
  [
    "**Always** write `x` in `VMS` of `status`, when `--force` of `runner` in `NOTES` is set.",
    "VMS:\na - b",
    [],
  ],
  [
    "**Always** write `x` in `VMS` of `status`, when `<template>` of `runner` in `NOTES` is `t`.",
    "VMS:\na - b\nNOTES:\nssh h 'runner t'",
    ["missing-text"],
  ],
  [
    "**Always** write `x` in `VMS` of `status`, when `<template>` of `runner` in `NOTES` is `t`.",
    "VMS:\na - b\nNOTES:\nrunner $T",
    ["missing-text?"],
  ],
  [
    "**Always** write `x` in `VMS` of `status`, when `--like` of `runner` in `NOTES` looks like `vm*`.",
    "VMS:\na - b\nNOTES:\nrunner t -l db vm-3",
    ["missing-text"],
  ],
  [
    "**Always** write `x` in `VMS` of `status`, when `--like` of `runner` in `NOTES` is not set.",
    "VMS:\na - b\nNOTES:\nrunner t -l vm",
    [],
  ],
  ["**Always** write exactly the `steps` in `NOTES` of `status`.", "NOTES:\n1. Begin\n\n2. End", []],
  ["**Always** write exactly the `steps` in `NOTES` of `status`.", "NOTES:\n1. Begin", ["wrong-list"]],
  [
    "**Always** write exactly the `steps` in `NOTES` of `status`.",
    "NOTES:\n2. End\n1. Begin",
    ["wrong-list"],
  ],
  [
    "**Always** write exactly the `steps` in `NOTES` of `status`.",
    "NOTES:\n1. Begin\n2. End\n2. End",
    ["wrong-list"],
  ],
  ["**Always** write exactly the `steps` in `NOTES` of `status`.", "NOTES:\nThe end", ["wrong-list"]],
  ["**Always** write the command `runner` in `NOTES` of `status`.", "NOTES:\nrunner t", []],
  [
    "**Always** write the command `runner` in `NOTES` of `status`.",
    "NOTES:\n- Started by: sudo /opt/runner t",
    [],
  ],
  [
    "**Always** write the command `runner` in `NOTES` of `status`.",
    "NOTES:\nIt ran `runner t --force` twice.",
    [],
  ],
  ["**Always** write the command `runner` in `NOTES` of `status`.", "NOTES:\nrunner t \\\n  --like vm", []],
  [
    "**Always** write the command `runner` in `NOTES` of `status`.",
    "NOTES:\nThe runner was started.",
    ["missing-command"],
  ],
  [
    "**Always** write the command `runner` in `NOTES` of `status`.",
    "NOTES:\nssh h 'runner t'",
    ["wrapped-command"],
  ],
  [
    "**Always** write the command `runner` in `NOTES` of `status`.",
    "NOTES:\nrunner t --like vm ...",
    ["cut-command"],
  ],
  [
    "**Always** write the command `runner` in `NOTES` of `status`.",
    "NOTES:\nrunner 't",
    ["missing-command?"],
  ],
  [
    "**Always** write the command `runner u` in `NOTES` of `status`.",
    "NOTES:\nrunner t",
    ["missing-command"],
  ],
  [
    "**Always** write `<vm> - off` in `VMS` of `status` for every `bad` vm.",
    "VMS:\nvm-1 - off\nvm-2 - off\ndb-1 - off",
    [],
  ],
  [
    "**Always** write `<vm> - off` in `VMS` of `status` for every `bad` vm.",
    "VMS:\nvm-1 - off\nvm-2 - on",
    ["missing-member", "missing-member"],
  ],
  [
    "**Always** write `<vm> - off - <reason>` in `VMS` of `status` for every `bad` vm.",
    "VMS:\nvm-1 - off - Broken\nvm-2 - off - lazy\ndb-1 - off - who knows",
    ["missing-member"],
  ],
  [
    "**Always** write `<vm> - off` in `VMS` of `status` for every `bad` vm that `--like` of `runner` in `NOTES` names.",
    "VMS:\nvm-1 - off\nNOTES:\nrunner t --like vm-1",
    [],
  ],
  [
    "**Always** write `<vm> - off` in `VMS` of `status` for every `bad` vm that `--like` of `runner` in `NOTES` names.",
    "VMS:\nvm-1 - off\nNOTES:\nrunner t --like vm",
    ["missing-member"],
  ],
  [
    "**Always** write `<vm> - off` in `VMS` of `status` for every `bad` vm that `--like` or `--names` of `runner` in `NOTES` names.",
    "VMS:\nvm-1 - off\nNOTES:\nrunner t --names=vm-1,db-1",
    ["missing-member"],
  ],
  [
    "**Always** write `<vm> - off` in `VMS` of `status` for every `bad` vm that `--names` of `runner` in `NOTES` names.",
    "VMS:\nvm-9 - on\nNOTES:\nrunner t --names vm",
    [],
  ],
  [
    "**Always** write `<vm> - off` in `VMS` of `status` for every `bad` vm that `--like` of `runner` in `NOTES` names.",
    'VMS:\nvm-9 - on\nNOTES:\nrunner t --like "$(cat x)"',
    ["missing-member?"],
  ],
  ["**Never** write `soon` in `NOTES` of `status`.", "NOTES:\nIt ends SOON.", ["forbidden-text"]],
  ["**Never** write `soon` in `NOTES` of `status`.", "NOTES:\nsooner or later", []],
  ["**Never** write `soon` in `NOTES` of `status`.", "VMS:\nvm-9 - soon", []],
  [
    "**Never** write `as far as` or `i think` in `NOTES` of `status`.",
    "NOTES:\nAs\n far as I think",
    ["forbidden-text", "forbidden-text"],
  ],
  ["**Never** write `it’s` in `NOTES` of `status`.", "NOTES:\nit's", ["forbidden-text"]],
  [
    "**Never** write `<n: number> of <m: number>` in `NOTES` of `status`.",
    "NOTES:\nabout 3 of 5 are up",
    ["forbidden-text"],
  ],
  ["**Never** write `state <s: UP|DOWN>` in `NOTES` of `status`.", "NOTES:\nState up", ["forbidden-text"]],
  [
    "**Never** write `soon` anywhere in `status`.",
    "VMS:\nvm-9 - soon\nNOTES:\nsoon",
    ["forbidden-text", "forbidden-text"],
  ],
  [
    "**Never** write `soon` in `NOTES` of `status`, when `phase` is `open`.",
    "NOTES:\nsoon and soon",
    ["forbidden-text?"],
  ],
  ["**Never** write `soon` in `NOTES` of `status`, when `phase` is `open`.", "NOTES:\nnever", []],
  [
    "**Never** write the same `<vm>` twice in `VMS` of `status`.",
    "VMS:\nvm-1 - on\nVM-1 - off",
    ["value-twice"],
  ],
  ["**Never** write one `<vm>` twice in `VMS` of `status`.", "VMS:\nvm-1 - on\nvm-11 - on", []],
  [
    "**Never** write `<vm>` of `VMS` in `NOTES` of `status`.",
    "VMS:\nvm-1 - on\nNOTES:\nwe saw (vm-1), and vm-11.",
    ["repeated-value"],
  ],
  ["**Never** write `<vm>` of `VMS` in `NOTES` of `status`.", "VMS:\nvm-1 - on\nNOTES:\nvm-11 is fine", []],
  ["**Never** report `status` before `look`.", "NOTES:\nx", ["too-early"]],
];

describe("a rule about a report", () => {
  test.each(CASES)("%s %j", (rule, text, expected) => {
    const { policy, check } = reportOf("status", `${DEFINITIONS}\n- ${rule}\n`);
    const [only] = policy.rules;
    const { findings } = check(text, { history: "empty", ...(only === undefined ? {} : { only }) });
    expect(findings.map((f) => `${f.code}${f.certain ? "" : "?"}`)).toEqual(expected);
    for (const f of findings) expect(f.decision).toBe(f.certain ? "deny" : "ask");
  });

  test.each([
    [[], "ask"],
    [["oarctl list"], "ask"],
    [["cat state.json"], "allow"],
    [["oarctl list", "cat state.json && ls"], "allow"],
    // Nobody knows that what writes into a pipe has succeeded.
    [["cat state.json | jq ."], "ask"],
    [["ls", "sudo oarctl get x"], "allow"],
  ])("that comes behind a step, after %j: %s", (commands, decision) => {
    const { check, done } = reportOf(
      "status",
      `${DEFINITIONS}\n- **Never** report \`status\` before \`look\`.\n`,
    );
    expect(check("NOTES:\nx", { before: commands.map(done) }).decision).toBe(decision);
  });

  test("that comes behind a step, in a run whose ledger is read", () => {
    const { check, done } = reportOf(
      "status",
      `${DEFINITIONS}\n- **Never** report \`status\` before \`look\`.\n`,
    );
    const asked = (...past: readonly Past[]): string =>
      check("NOTES:\nx", {
        ledger: {
          run: () => ({ whole: false, recorded: true, past }),
          running: () => [],
          facts: () => ({}),
          isWaived: () => false,
        },
      }).decision;
    expect(asked()).toBe("deny");
    expect(asked(done("oarctl list"))).toBe("deny");
    expect(asked(done("cat state.json"), done("oarctl list"))).toBe("allow");
    expect(asked({ ...done("cat state.json"), outcome: "failed" })).toBe("deny");
    expect(asked({ ...done("cat state.json"), outcome: "unknown" })).toBe("ask");
  });
});

describe("the definitions", () => {
  const change = (heading: string): string[] => {
    const { policy } = reportOf("status", `${DEFINITIONS}\n${heading}`);
    return policy.reports[0]?.sections.map((s) => s.name) ?? [];
  };
  const TABLE = "\n\n| section | lines | required |\n| --- | --- | --- |\n";

  test.each([
    [
      "a new section comes last",
      `### Change report \`status\`${TABLE}| \`X\` | | no |`,
      ["VMS", "NOTES", "X"],
    ],
    [
      "or behind another one",
      `### Change report \`status\`\n\n- After: \`VMS\`${TABLE}| \`X\` | | no |\n| \`Y\` | | no |`,
      ["VMS", "X", "Y", "NOTES"],
    ],
    [
      "a row that is there moves too",
      `### Change report \`status\`\n\n- After: \`NOTES:\`${TABLE}| \`vms\` | | no |`,
      ["NOTES", "vms"],
    ],
    ["a section is removed", "### Change report `status`\n\n- Remove: `VMS`", ["NOTES"]],
    [
      "one goes and another comes",
      `### Change report \`status\`\n\n- Remove: \`VMS\`, \`NOTES\`${TABLE}| \`X\` | | no |`,
      ["X"],
    ],
  ])("%s", (_, heading, sections) => expect(change(heading)).toEqual(sections));

  test("changes apply in the order of time, not of the text", () => {
    const entry = (day: string, text: string): string => `## ${day} — X\n\n${text}\n`;
    const { policy } = compileFiles({
      "learnings/b.md": `---\nkind: learnings\n---\n\n# B\n\n${entry("2026-03-02", "### Change report `r`\n\n- Remove: `X`")}`,
      "learnings/z.md": `---\nkind: learnings\n---\n\n# Z\n\n${entry("2026-03-01", `### Report \`r\`${TABLE}| \`X\` | | no |\n| \`Y\` | | no |`)}`,
    });
    expect(policy.history.reports.map((s) => [s.date, s.change])).toEqual([
      ["2026-03-01", "defined"],
      ["2026-03-02", "changed"],
    ]);
    expect(policy.reports[0]?.sections.map((s) => s.name)).toEqual(["Y"]);
  });
});

test("where nobody passes a reader of reports in, none passes", () => {
  const { policy } = reportOf("status", DEFINITIONS);
  const verdict = new Checker(policy, { sha256, regex }).check({
    kind: "report",
    report: "status",
    text: "x",
  });
  expect([verdict.decision, verdict.findings[0]?.code]).toEqual(["deny", "unread-report"]);
});
