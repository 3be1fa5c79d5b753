// What decision tables decide, case by case; and what they say when something is missing or wrong.
import { describe, expect, test } from "vitest";
import { regex, sha256 } from "../../src/cli/node-tools.ts";
import type { Policy } from "../../src/policy/types.ts";
import { Checker } from "../../src/validators/checker.ts";
import { decide } from "../../src/validators/decide.ts";
import { compileFiles } from "../support/compile.ts";
import { PROMOTE } from "./promote.ts";

function policyOf(text: string): Policy {
  const { policy, diagnostics } = compileFiles({ "playbooks/a.md": text });
  expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
  return policy;
}

/** "outcome row", "? missing: possible", "! expected". */
function said(policy: Policy, name: string, given: string, today?: string): string {
  const values = Object.fromEntries(
    given
      .split(" ")
      .filter(Boolean)
      .map((pair) => pair.split("=")),
  );
  const byName = (other: string) => policy.decisions.find((d) => d.name === other);
  const table = byName(name);
  if (table === undefined) throw new Error(`no ${name}`);
  const answer = decide(table, values, { decision: byName, today });
  if (answer.status === "decided") return `${answer.outcome} ${answer.rows.map((r) => r.number).join("+")}`;
  if (answer.status === "outside") return `! ${answer.input}: ${answer.expected}`;
  const { missing, possible, reason } = answer;
  return missing.length === 0 ? `? ${reason}` : `? ${missing.join(",")}: ${possible.join(",")}`;
}

const STATUSES = ["completed", "in_progress", "queued", "requested", "waiting", "pending", "none"];
const CONCLUSIONS = ["success", "failure", "timed_out", "cancelled", "neutral", "skipped", "stale", "none"];

/** The gate once more, as a program would have it. */
function gate(trigger: string, status: string, conclusion: string): string {
  if (trigger !== "publish") return "proceed";
  if (status === "completed")
    return (
      { success: "proceed", failure: "abort", timed_out: "abort", cancelled: "defer" }[conclusion] ?? "abort"
    );
  if (status === "none") return conclusion === "none" ? "proceed" : "abort";
  return "defer";
}

describe("the gate of a promotion", () => {
  const policy = policyOf(PROMOTE);

  test.each(["dispatch", "end-to-end", "publish"])("every case of %s", (trigger) => {
    for (const status of STATUSES)
      for (const conclusion of CONCLUSIONS)
        expect(
          said(policy, "tests-gate", `trigger=${trigger} status=${status} conclusion=${conclusion}`),
        ).toMatch(new RegExp(`^${gate(trigger, status, conclusion)} \\d$`));
  });

  test.each([
    ["tests-gate", "trigger=dispatch", "proceed 1"],
    ["tests-gate", "trigger=publish status=queued", "defer 6"],
    ["tests-gate", "trigger=publish status=none", "? conclusion: proceed,abort"],
    ["tests-gate", "status=queued", "? trigger: proceed,defer"],
    ["tests-gate", "status=none conclusion=none", "proceed 1+2+7"],
    ["tests-gate", "", "? trigger,status,conclusion: proceed,abort,defer"],
    ["tests-gate", "trigger=cron", "! trigger: dispatch, end-to-end, publish"],
    ["tests-gate", "trigger=", "! trigger: dispatch, end-to-end, publish"],
    ["promotion", "trigger=publish status=completed conclusion=success ancestry=ahead", "proceed 4"],
    ["promotion", "trigger=publish status=completed conclusion=success ancestry=diverged", "abort 5"],
    ["promotion", "trigger=publish status=completed conclusion=failure", "abort 1"],
    ["promotion", "trigger=publish status=completed conclusion=cancelled ancestry=behind", "defer 2"],
    ["promotion", "trigger=dispatch", "proceed 3"],
    ["promotion", "trigger=dispatch ancestry=behind", "proceed 3"],
    ["promotion", "tests-gate=proceed trigger=publish ancestry=error", "abort 5"],
    ["promotion", "tests-gate=defer", "defer 2"],
    ["promotion", "tests-gate=later", "! tests-gate: proceed, abort, defer"],
    ["promotion", "trigger=publish ancestry=behind status=none", "abort 1+5"],
    ["promotion", "trigger=publish ancestry=ahead", "? status,conclusion: abort,defer,proceed"],
    [
      "promotion",
      "trigger=publish status=lost",
      "! status: completed, in_progress, queued, requested, waiting, pending, none",
    ],
  ])("%s %s: %s", (name, given, expected) => {
    expect(said(policy, name, given)).toBe(expected);
  });

  test("a rule that names a decision follows it", () => {
    const checker = new Checker(policy, { sha256, regex });
    const verdict = (facts: Record<string, string>): string =>
      checker.check({ kind: "command", command: "crane tag app:new latest" }, { facts }).decision;
    expect(verdict({ promotion: "proceed" })).toBe("allow");
    expect(verdict({ promotion: "abort" })).toBe("deny");
    expect(verdict({ trigger: "dispatch" })).toBe("allow");
    expect(verdict({ trigger: "publish", status: "completed", conclusion: "failure" })).toBe("deny");
    expect(verdict({ trigger: "publish" })).toBe("ask");
    expect(verdict({})).toBe("ask");
    expect(verdict({ trigger: "nonsense" })).toBe("ask");
  });
});

const ORDERED = `### Fact \`release\`

- Type: version

### Fact \`day\`

- Type: date

### Fact \`attempts\`

- Type: number

### Fact \`team\`

### Decision \`support\`

| \`release\` | then |
| --- | --- |
| below \`4.9\` | \`ended\` |
| at least \`4.9\` and below \`4.20\` | \`kept\` |
| \`4.20\`, \`4.21\` | \`new\` |
| otherwise | \`unknown\` |

### Decision \`retry\`

The first matching row applies.

| \`attempts\` | \`team\` | then | until |
| --- | --- | --- | --- |
| any | \`search\` | \`never\` | 2026-06-30 |
| at most \`2.5\` | | \`again\` | |
| above \`10\` or \`7\` | not \`payments\`, \`search\` | \`page\` | |
| is not \`3\` | is \`payments\` | \`wait\` | |
| any | any | \`stop\` | |

### Decision \`window\`

| \`day\` | then |
| --- | --- |
| at least \`2026-12-20\` and at most \`2027-01-06\` | \`closed\` |
| below \`2026-12-20\` or above \`2027-01-06\` | \`open\` |
`;

describe("what has an order", () => {
  const policy = policyOf(ORDERED);

  test.each([
    ["support", "release=4.8.99", "ended 1"],
    ["support", "release=4.9", "kept 2"],
    ["support", "release=4.9.0", "kept 2"],
    ["support", "release=4.10", "kept 2"],
    ["support", "release=4.19.7", "kept 2"],
    ["support", "release=4.20.0", "new 3"],
    ["support", "release=4.20.1", "unknown 4"],
    ["support", "release=v4.21", "new 3"],
    ["support", "release=latest", "! release: a version such as 4.20"],
    ["retry", "attempts=2.5 team=x", "again 2"],
    ["retry", "attempts=-3 team=x", "again 2"],
    ["retry", "attempts=7 team=x", "page 3"],
    ["retry", "attempts=07.0 team=x", "page 3"],
    ["retry", "attempts=9 team=x", "stop 5"],
    ["retry", "attempts=11 team=search", "never 1"],
    ["retry", "attempts=11 team=payments", "wait 4"],
    ["retry", "attempts=3 team=payments", "stop 5"],
    ["retry", "attempts=1e9 team=x", "! attempts: a number such as 12 or 0.5"],
    ["retry", "attempts=1", "? team: never,again"],
    ["window", "day=2026-12-19", "open 2"],
    ["window", "day=2026-12-20", "closed 1"],
    ["window", "day=2027-01-06", "closed 1"],
    ["window", "day=2027-02-30", "! day: a day of the calendar as YYYY-MM-DD"],
  ])("%s %s: %s", (name, given, expected) => {
    expect(said(policy, name, given)).toBe(expected);
  });

  test.each([
    ["2026-06-30", "never 1"],
    ["2026-07-01", "again 2"],
  ])("a row on %s: %s", (today, expected) => {
    expect(said(policy, "retry", "attempts=1 team=search", today)).toBe(expected);
  });
});

test("a table that tells too many cases apart is not analysed, and soon", () => {
  const names = Array.from({ length: 40 }, (_, i) => `f${i}`);
  const facts = names.map((n) => `### Fact \`${n}\`\n\n- Values: \`0\`, \`1\`\n`).join("\n");
  const rows = Array.from({ length: 120 }, (_, r) => {
    const at = [0, 1, 2].map((k) => (r * 7 + k * 13 + ((r * k) % 11)) % 40);
    return `| ${names.map((_, i) => (at.includes(i) ? `\`${(r + i) % 2}\`` : "")).join(" | ")} | \`o\` |`;
  });
  const head = `| ${names.map((n) => `\`${n}\``).join(" | ")} | then |\n|${" --- |".repeat(41)}`;
  const text = `${facts}\n### Decision \`hard\`\n\nThe first matching row applies.\n\n${head}\n${rows.join("\n")}\n`;
  const { diagnostics } = compileFiles({ "playbooks/a.md": text });
  expect(diagnostics.map((d) => d.code)).toEqual(["decision-not-analysed"]);
}, 10_000);

describe("hostile tables end soon", () => {
  const values = (count: number): string => Array.from({ length: count }, (_, i) => `\`v${i}\``).join(", ");
  const fact = (more: string): string => `### Fact \`f\`\n\n${more}\n`;
  const table = (rows: string): string => `### Decision \`d\`\n\n| \`f\` | then |\n| --- | --- |\n${rows}\n`;

  test.each([
    ["a cell of many values", `${fact("- From: the operator")}\n${table(`| ${values(60_000)} | \`a\` |`)}`],
    [
      "a fact of many values",
      `${fact(`- Values: ${values(40_000)}`)}\n${table(`| ${values(40_000)} | \`a\` |`)}`,
    ],
    ["many wrong values", `${fact("- Values: `x`")}\n${table(`| ${values(40_000)} | \`a\` |`)}`],
    [
      "many rows and outcomes",
      `${fact("- From: the operator")}\n${table(Array.from({ length: 20_000 }, (_, i) => `| \`v${i}\` | \`o${i}\` |`).join("\n"))}`,
    ],
    [
      "many columns",
      `### Decision \`d\`\n\n|${Array.from({ length: 5_000 }, (_, i) => ` \`c${i}\` |`).join("")} then |\n|${" --- |".repeat(5_001)}\n`,
    ],
  ])(
    "%s",
    (_, text) => {
      const { policy, diagnostics } = compileFiles({ "playbooks/a.md": text });
      const [first] = policy.decisions;
      if (first !== undefined) decide(first, {}, { decision: () => undefined });
      expect(policy.decisions.length + diagnostics.length).toBeGreaterThan(0);
    },
    60_000,
  );
});
