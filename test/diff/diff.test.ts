// Two policies compared: what is claimed for each change of the sources, and what shows it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { regex, sha256 } from "../../src/cli/node-tools.ts";
import { diffPolicies } from "../../src/diff/diff.ts";
import {
  compareDecisions,
  isSafe,
  type PartDiff,
  type PolicyDiff,
  type Relation,
} from "../../src/diff/relation.ts";
import type { Policy } from "../../src/policy/types.ts";
import { Checker } from "../../src/validators/checker.ts";
import { compileFiles } from "../support/compile.ts";

const TOOL = `### Tool \`fleetctl\`

| option | takes |
| --- | --- |
| \`--all\` | nothing |
| \`--force\` | nothing |
| \`--wait\` | nothing |
| \`--region\` | one |
| \`--node\` | many |

`;
const LIST = (...members: readonly string[]): string =>
  `### List \`broken-nodes\`\n\n| node |\n| --- |\n${members.map((m) => `| \`${m}\` |\n`).join("")}\n`;

function policyOf(rules: string, settings: Partial<Policy["settings"]> = {}, tool = TOOL): Policy {
  const { policy, diagnostics } = compileFiles({ "learnings/a.md": `# A\n\n${tool}${rules}` }, settings);
  const errors = diagnostics.filter((d) => d.severity === "error");
  if (errors.length > 0) throw new Error(errors.map((e) => `${e.source.line}: ${e.message}`).join("\n"));
  return policy;
}

function diff(old: string, now: string): PolicyDiff {
  return diffPolicies(policyOf(old), policyOf(now), { regex, sha256 });
}

function part(found: PolicyDiff, kind: string, name: string): PartDiff {
  const one = found.parts.find((p) => p.part === kind && p.name === name);
  if (one === undefined)
    throw new Error(`no part ${kind} ${name}: ${found.parts.map((p) => p.name).join(", ")}`);
  return one;
}

const NODES = "- **Never** pass any `broken-nodes` as `--node` to `fleetctl drain`.\n";

describe("a tool", () => {
  test.each<[string, string, string, Relation]>([
    ["the same", "- **Never** run `fleetctl drop`.\n", "- **Never** run `fleetctl drop`.\n", "equal"],
    [
      "told otherwise",
      "- **Never** run `fleetctl drop`.\n",
      "- **Never** run `fleetctl drop`.\n  - Because: it hurts.\n",
      "equal",
    ],
    [
      "a rule more",
      "- **Never** run `fleetctl drop`.\n",
      "- **Never** run `fleetctl drop`.\n- **Always** pass `--wait` to `fleetctl`.\n",
      "stricter",
    ],
    [
      "a rule less",
      "- **Never** run `fleetctl drop`.\n- **Always** pass `--wait` to `fleetctl`.\n",
      "- **Never** run `fleetctl drop`.\n",
      "looser",
    ],
    ["its first rule", "", "- **Never** run `fleetctl drop`.\n", "stricter"],
    [
      "asked about, then denied",
      "- **Ask before** running `fleetctl drop`.\n",
      "- **Never** run `fleetctl drop`.\n",
      "stricter",
    ],
    [
      "denied, then asked about",
      "- **Never** run `fleetctl drop`.\n",
      "- **Ask before** running `fleetctl drop`.\n",
      "looser",
    ],
    [
      "a condition dropped",
      "- **Never** run `fleetctl drop` when `--all` is used.\n",
      "- **Never** run `fleetctl drop`.\n",
      "stricter",
    ],
    [
      "a condition added",
      "- **Never** run `fleetctl drop`.\n",
      "- **Never** run `fleetctl drop` when `--all` is used.\n",
      "looser",
    ],
    [
      "an exception dropped",
      "- **Never** run `fleetctl drop` unless `--wait` is used.\n",
      "- **Never** run `fleetctl drop`.\n",
      "stricter",
    ],
    [
      "an exception added",
      "- **Never** run `fleetctl drop`.\n",
      "- **Never** run `fleetctl drop` unless `--wait` is used.\n",
      "looser",
    ],
    [
      "a waiver allowed",
      "- **Never** run `fleetctl drop`.\n",
      "- **Never** run `fleetctl drop` unless the operator waives it.\n",
      "looser",
    ],
    ["a list of what is forbidden grown", `${LIST("n1")}${NODES}`, `${LIST("n1", "n2")}${NODES}`, "stricter"],
    ["and shrunk", `${LIST("n1", "n2")}${NODES}`, `${LIST("n1")}${NODES}`, "looser"],
    [
      "another option forbidden",
      "- **Never** pass `--all` to `fleetctl`.\n",
      "- **Never** pass `--force` to `fleetctl`.\n",
      "not-comparable",
    ],
    [
      "further options forbidden",
      "- **Never** pass `--all` to `fleetctl`.\n",
      "- **Never** pass `--all` or `--force` to `fleetctl`.\n",
      "stricter",
    ],
    [
      "a limit lowered",
      "- **Never** run `fleetctl drain` more than 3 times in a run.\n",
      "- **Never** run `fleetctl drain` more than 2 times in a run.\n",
      "stricter",
    ],
    [
      "a limit raised",
      "- **Never** run `fleetctl drain` more than 2 times in a run.\n",
      "- **Never** run `fleetctl drain` more than 3 times in a run.\n",
      "looser",
    ],
    [
      "an end that comes later",
      "- **Never** run `fleetctl drop`.\n  - Until: 2030-01-01\n",
      "- **Never** run `fleetctl drop`.\n  - Until: 2031-01-01\n",
      "stricter",
    ],
    [
      "an end at all",
      "- **Never** run `fleetctl drop`.\n",
      "- **Never** run `fleetctl drop`.\n  - Until: 2031-01-01\n",
      "looser",
    ],
    [
      "a step more in front",
      "- **Always** run `fleetctl check` before `fleetctl drop`.\n",
      "- **Always** run `fleetctl check` before `fleetctl drop`.\n- **Always** run `fleetctl save` before `fleetctl drop`.\n",
      "stricter",
    ],
  ])("%s", (_, old, now, expected) => {
    const found = diff(old, now);
    expect(found.relation).toBe(expected);
    expect(part(found, "tool", "fleetctl").relation).toBe(expected);
  });

  test("is not comparable where its options are read otherwise", () => {
    const rule = "- **Always** pass `--wait` to `fleetctl drop`.\n";
    const found = diffPolicies(
      policyOf(rule),
      policyOf(rule, {}, TOOL.replace("| `--node` | many |", "| `--node` | one |")),
      { regex, sha256 },
    );
    expect(part(found, "tool", "fleetctl").relation).toBe("not-comparable");
    expect(isSafe(found.relation)).toBe(false);
  });
});

describe("witnesses", () => {
  test("are confirmed: the old verdict and the new one", () => {
    const [old, now] = [policyOf(`${LIST("n1", "n2")}${NODES}`), policyOf(`${LIST("n1")}${NODES}`)];
    const { witnesses } = part(diffPolicies(old, now, { regex, sha256 }), "tool", "fleetctl");
    expect(witnesses.length).toBeGreaterThan(0);
    for (const { action, facts, old: was, new: is } of witnesses) {
      expect(new Checker(old, { regex, sha256 }).check(action, { history: "empty", facts }).decision).toBe(
        was,
      );
      expect(new Checker(now, { regex, sha256 }).check(action, { history: "empty", facts }).decision).toBe(
        is,
      );
    }
    expect(witnesses[0]).toMatchObject({
      action: { command: "fleetctl drain --node n2" },
      old: "deny",
      new: "allow",
    });
  });

  test("show a rule that is gone", () => {
    const { witnesses } = part(diff("- **Never** run `fleetctl drop`.\n", ""), "tool", "fleetctl");
    expect(witnesses[0]).toMatchObject({ action: { command: "fleetctl drop" }, old: "deny", new: "allow" });
  });
});

describe("other parts", () => {
  test.each<[string, string, Relation]>([
    ["- **Never** edit `a/**`.\n", "- **Never** edit `a/**` or `b/**`.\n", "stricter"],
    ["- **Never** edit `a/**` or `b/**`.\n", "- **Never** edit `a/**`.\n", "looser"],
    ["- **Ask before** editing `a/**`.\n", "- **Never** edit `a/**`.\n", "stricter"],
    ["- **Never** edit `a/**`.\n", "- **Never** delete `a/**`.\n", "looser"],
  ])("files: %s%s", (old, now, expected) => {
    expect(part(diff(old, now), "files", "all").relation).toBe(expected);
  });

  test.each<[Partial<Policy["settings"]>, Partial<Policy["settings"]>, Relation]>([
    [{ opaque: "allow" }, { opaque: "ask" }, "stricter"],
    [{ opaque: "ask" }, { opaque: "allow" }, "looser"],
    [{ strict: false }, { strict: true }, "not-comparable"],
    [{}, { approvalHours: 2 }, "stricter"],
    [{}, { approvalHours: 8 }, "looser"],
    [{}, { approvalHours: 4 }, "equal"],
    [{}, { leaseHours: 1 }, "looser"],
    [{}, { leaseHours: 8 }, "stricter"],
    [{}, { keepDays: 1 }, "looser"],
    [{}, { keepRuns: 5 }, "looser"],
  ])("settings: %j to %j", (old, now, expected) => {
    expect(diffPolicies(policyOf("", old), policyOf("", now), { regex, sha256 }).relation).toBe(expected);
  });

  test("a playbook that needs more is stricter, one that needs less is not", () => {
    const book = (needs: string): Policy =>
      compileFiles({
        "playbooks/r.md": `# R\n\n### Task \`a\`\n\n- Runs: \`fleetctl save\`\n\n### Task \`b\`\n\n- Runs: \`fleetctl drop\`\n${needs}`,
      }).policy;
    const [less, more] = [book(""), book("- Needs: `a`\n")];
    const of = (x: Policy, y: Policy): Relation =>
      part(diffPolicies(x, y, { regex, sha256 }), "playbook", "r").relation;
    expect([of(less, less), of(less, more), of(more, less)]).toEqual(["equal", "stricter", "not-comparable"]);
  });
});

describe("what is said to be equal or stricter", () => {
  const SENTENCES = [
    "**Never** run `fleetctl drop`.",
    "**Never** run `fleetctl drop` when `--all` is used.",
    "**Never** run `fleetctl drop` unless `--wait` is used.",
    "**Ask before** running `fleetctl drop`.",
    "**Never** run `fleetctl`, when `--region` is `eu`.",
    "**Always** pass `--wait` to `fleetctl`.",
    "**Always** pass `--wait` and `--region` to `fleetctl`.",
    "**Never** pass `--all` to `fleetctl`.",
    "**Never** pass `--all` or `--force` to `fleetctl`.",
    "**Never** combine `--all` with `--force` on `fleetctl`.",
    "**Never** pass any `broken-nodes` as `--node` to `fleetctl drain`.",
    "**Default** `--region` to `us` for `fleetctl`.",
    "**Prefer** `--wait` over `--force` for `fleetctl`.",
    "**Never** pass `eu` as `--region` to `fleetctl`.",
    "**Never** edit `a/**`.",
    "**Ask before** editing `a/**` or `b/**`.",
    "**Never** run `otherctl drop`.",
    "**Never** pass `--now` to `otherctl`.",
  ].filter((s) => compiles(s));
  const members = fc.subarray(["n1", "n2", "n3"], { minLength: 1 });
  const text = (rules: readonly string[], list: readonly string[]): string =>
    `${LIST(...new Set(list))}${[...new Set(rules)].map((r) => `- ${r}\n`).join("")}`;
  // Half of the pairs are unrelated, half grow from one to the other.
  const pair = fc
    .record({
      a: fc.subarray(SENTENCES),
      b: fc.subarray(SENTENCES),
      one: members,
      other: members,
      grow: fc.boolean(),
    })
    .map(({ a, b, one, other, grow }): [string, string] => [
      text(a, one),
      grow ? text([...a, ...b], [...one, ...other]) : text(b, other),
    ]);
  const words = fc.subarray([
    "--all",
    "--force",
    "--wait",
    "--region eu",
    "--region us",
    "--node n1",
    "--node n2 n3",
    "--now",
    "$X",
    "--other",
  ]);
  const command = fc
    .record({
      tool: fc.constantFrom("fleetctl", "otherctl", "sudo fleetctl", "$T"),
      verb: fc.constantFrom("drop", "drain", "list", ""),
      words,
    })
    .map(({ tool, verb, words: more }) => [tool, verb, ...more].filter((w) => w !== "").join(" "));

  test("gives no command a looser verdict", () => {
    let safe = 0;
    fc.assert(
      fc.property(pair, fc.array(command, { minLength: 12, maxLength: 12 }), ([old, now], commands) => {
        const [a, b] = [policyOf(old), policyOf(now)];
        const found = diffPolicies(a, b, { regex, sha256 });
        if (!isSafe(found.relation)) return;
        safe += 1;
        const [before, after] = [new Checker(a, { regex, sha256 }), new Checker(b, { regex, sha256 })];
        for (const text of commands) {
          const action = { kind: "command", command: text, cwd: "/p" } as const;
          const [was, is] = [before.check(action).decision, after.check(action).decision];
          expect(compareDecisions(is, was), `${text}\n${old}\n${now}`).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 150 },
    );
    expect(safe).toBeGreaterThan(20);
  });
});

function compiles(sentence: string): boolean {
  try {
    policyOf(`${LIST("n1")}- ${sentence}\n`);
    return true;
  } catch {
    return false;
  }
}
