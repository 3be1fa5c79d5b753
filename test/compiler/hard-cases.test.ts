// Sources that are easy to misread: what a careful author expects of each.
import { describe, expect, test } from "vitest";
import { checkerOf, compileFiles } from "../support/compile.ts";

const DEPLOY = `### Tool \`deployctl\`

| option | also | takes |
| --- | --- | --- |
| \`--region\` | \`-r\` | many |
| \`--wait\` | \`-w\` | nothing |
| \`--fast\` | | nothing |
| \`--release\` | | one version |
| \`--mode\` | | one |

`;

/** What is said of sources, without what only asks for examples. */
function said(files: Readonly<Record<string, string>>): string[] {
  const { diagnostics } = compileFiles(files);
  return diagnostics
    .filter((d) => d.code !== "no-example")
    .map((d) => `${d.source.file.replace(/^learnings\//, "")}:${d.source.line} ${d.code}`);
}

/** The sentences that are in force. */
function live(text: string): string[] {
  return compileFiles({ "learnings/a.md": text }).policy.rules.map((r) => `${r.id}: ${r.sentence}`);
}

test("two entries of one day in two files that clash are an error, with both places", () => {
  const a = `${DEPLOY}## 2026-01-04 — A\n\n- **Always** pass \`--wait\` to \`deployctl\`.\n`;
  const b = "## 2026-01-04 — B\n\n- **Never** pass `--wait` to `deployctl`.\n";
  const { diagnostics } = compileFiles({ "learnings/a.md": a, "learnings/b.md": b });
  const clash = diagnostics.find((d) => d.code === "clash");
  expect(clash?.source.file).toBe("learnings/b.md");
  expect(clash?.related.map((r) => r.source.file)).toEqual(["learnings/a.md"]);
});

test("a rule may be superseded twice; the history names who did it last", () => {
  const entry = (day: number, id: string, old: string): string =>
    `## 2026-01-0${day} — ${id}\n\n- **Never** run \`${id}\`.\n  - Id: \`${id}\`\n${old === "" ? "" : `  - Supersedes: \`${old}\`\n`}\n`;
  const text = entry(1, "one", "") + entry(2, "two", "one") + entry(3, "three", "one");
  const { policy, diagnostics } = compileFiles({ "learnings/a.md": text });
  expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
  expect(policy.rules.map((r) => r.id)).toEqual(["two", "three"]);
  expect(policy.history.superseded.map((s) => [s.id, s.by])).toEqual([["one", "three"]]);
});

test("one option of a rule may be superseded; its examples speak of the rule as it was written", () => {
  const text = `${DEPLOY}## 2026-01-01 — A

- **Always** pass \`--wait\` and \`--fast\` to \`deployctl\`.
  - Id: \`both\`
  - Blocks: \`deployctl --wait\`
  - Blocks: \`deployctl --fast\`

## 2026-01-02 — B

- **Never** pass \`--fast\` to \`deployctl\`.
  - Id: \`not-fast\`
  - Supersedes: \`both\` for \`--fast\`
`;
  expect(said({ "learnings/a.md": text })).toEqual([]);
  expect(live(text)).toEqual([
    "both: Always pass `--wait` to `deployctl`.",
    "not-fast: Never pass `--fast` to `deployctl`.",
  ]);
  const check = checkerOf(text);
  expect(["deployctl --wait", "deployctl --fast -w", "deployctl"].map((c) => check(c).decision)).toEqual([
    "allow",
    "deny",
    "deny",
  ]);
});

test("a member that leaves a list and comes back is a member, with its new reason", () => {
  const change = (how: string, day: number, reason: string): string =>
    `## 2026-01-0${day} — ${how}\n\n### ${how} list \`frozen\`\n\n| region | reason |\n| --- | --- |\n| \`eu\` | ${reason} |\n\n`;
  const text = `${DEPLOY}### List \`frozen\`\n\n| region |\n| --- |\n| \`eu\` |\n| \`us\` |\n\n${change("Remove from", 1, "done")}${change("Add to", 2, "again")}`;
  const { policy, diagnostics } = compileFiles({ "learnings/a.md": text });
  expect(diagnostics).toEqual([]);
  expect(policy.lists[0]?.members.map((m) => [m.value, m.reason, m.date])).toEqual([
    ["us", undefined, undefined],
    ["eu", "again", "2026-01-02"],
  ]);
  expect(policy.history.lists.filter((c) => c.date).map((c) => [c.change, c.value, c.date])).toEqual([
    ["removed", "eu", "2026-01-01"],
    ["added", "eu", "2026-01-02"],
  ]);
});

describe("conditions", () => {
  const rule = (conditions: string): string => `${DEPLOY}- **Never** run \`deployctl\`, ${conditions}\n`;
  const cases: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    [
      "when all of:\n  - any of:\n    - `--wait` is used\n    - `--fast` is used\n  - `--mode` is `x`",
      { "-w --mode x": "deny", "--fast --mode x": "deny", "-w": "allow", "--mode x": "allow" },
    ],
    [
      "when all of:\n  - `--wait` is used or `--fast` is used\n  - `--mode` is `x`",
      { "-w --mode x": "deny", "--fast --mode x": "deny", "-w": "allow", "--mode x": "allow" },
    ],
    [
      "when `--mode` is `x` and\n  either `--wait` is used – or\n  `--fast` is used.",
      { "-w --mode x": "deny", "--mode x": "allow" },
    ],
    ["unless all of:\n  - the operator asks\n  - `--wait` is used", { "-w": "deny", "": "deny" }],
    ["unless any of:\n  - the operator asks\n  - `--wait` is used", { "-w": "allow", "": "deny" }],
    [
      "when `--release` is above `4.9`.",
      { "--release 4.10": "deny", "--release 4.9": "allow", "--release 4.8.12": "allow" },
    ],
    ["when `--release` is below `4.10`.", { "--release 4.9": "deny", "--release 4.10.0": "allow" }],
    ["when `--mode` is `a|b`.", { "--mode 'a|b'": "deny", "--mode a": "allow" }],
  ];
  test.each(cases)("%j", (conditions, verdicts) => {
    const check = checkerOf(rule(conditions));
    const found = Object.keys(verdicts).map((words) => [words, check(`deployctl ${words}`).decision]);
    expect(Object.fromEntries(found)).toEqual(verdicts);
  });

  test("a nested group reads unambiguously on one line", () => {
    const text = rule(
      "when all of:\n  - any of:\n    - `--wait` is used\n    - `--fast` is used\n  - `--mode` is `x`",
    );
    expect(live(text)[0]).toContain(
      "Never run `deployctl`, when either `--wait` is used or `--fast` is used, and `--mode` is `x`.",
    );
  });
});

describe("a bold lead in other places", () => {
  test.each([
    ["a quote", "> - **Never** run `x`.\n", "a.md:1 looks-like-a-rule"],
    ["a paragraph", "**Never** run `x`.\n", "a.md:1 looks-like-a-rule"],
    [
      "details without a blank line",
      "<details><b>Never</b> run `x`.</details>\n",
      "a.md:1 looks-like-a-rule",
    ],
    ["a comment", "<!-- - **Never** run `x`. -->\n", "a.md:1 looks-like-a-rule"],
    ["a table cell", "| a |\n| - |\n| **Never** run `x` |\n", "a.md:3 looks-like-a-rule"],
    ["a heading", "# Never run `x`\n", "a.md:1 looks-like-a-rule"],
    ["a footnote", "Text.[^1]\n\n[^1]: Never run `x`.\n", "a.md:3 looks-like-a-rule"],
  ])("%s is a notice and no rule", (_where, text, expected) => {
    expect(said({ "playbooks/a.md": text }).map((s) => s.replace("playbooks/", ""))).toEqual([expected]);
    expect(compileFiles({ "playbooks/a.md": text }).policy.rules).toEqual([]);
  });

  test("between the tags of details it is a rule, for it is a list item there", () => {
    const text = "<details>\n<summary>More</summary>\n\n- **Never** run `x`.\n\n</details>\n";
    expect(live(text)).toEqual(["never-run-x: Never run `x`."]);
  });

  test("in a numbered list labels need three blanks; with two they belong to no rule and that is an error", () => {
    const item = (blanks: string): string => `1. **Never** run \`x\`.\n${blanks}- Because: so.\n`;
    expect(said({ "playbooks/a.md": item("   ") })).toEqual([]);
    expect(said({ "playbooks/a.md": item("  ") })).toEqual(["playbooks/a.md:2 orphan-label"]);
    const below = `### List \`l\`\n\n| a |\n| - |\n| \`b\` |\n\n${item("  ")}`;
    expect(said({ "playbooks/a.md": below })).toEqual(["playbooks/a.md:8 orphan-label"]);
  });
});

test("an escaped bar in a table is a bar", () => {
  const text = "### List `l`\n\n| a |\n| --- |\n| `a\\|b` |\n\n- **Never** pass any `l` as `--m` to `x`.\n";
  const check = checkerOf(text.replace("### List", "## 2026-01-01 — A\n\n### List"));
  expect(check("x --m 'a|b'").decision).toBe("deny");
  expect(check("x --m a").decision).toBe("allow");
});

describe("prose that reads like a rule", () => {
  test.each([
    "Never push on a Friday.",
    "Agents must not touch the lock.",
    "You should never restart it.",
    "Under no circumstances is the disk wiped.",
    "Use the tool – never the script.",
    "Pushing by hand is forbidden.",
    "The date has to be set first.",
    "A review is required.",
    "Nothing is deleted without approval.",
    "Please don’t edit it.",
    "Refrain from touching it.",
  ])("%s", (sentence) => {
    expect(said({ "playbooks/a.md": `${sentence}\n` })).toEqual(["playbooks/a.md:1 looks-like-a-rule"]);
  });

  test.each([
    "The build never took longer than an hour.",
    "It is always the same machine.",
    "Two of the three had only one disk.",
    "`must` is a word.",
  ])("but not: %s", (sentence) => {
    expect(said({ "playbooks/a.md": `${sentence}\n` })).toEqual([]);
  });
});
