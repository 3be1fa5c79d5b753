// bylaw learn --from: the rule that a run of the ledger teaches, with what it blocks and passes.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../src/cli/node-tools.ts";
import { Ledger } from "../../src/ledger/ledger.ts";
import type { Done } from "../../src/policy/types.ts";
import { TestProject } from "../support/project.ts";

const FILE = "learnings/notes.md";
const TOOLS = `# Notes

### Tool \`deployctl\`

| option | takes |
| --- | --- |
| \`--region\` | one |
| \`--wait\` | nothing |
| \`--fast\` | nothing |
| \`--safe\` | nothing |
| \`--token\` | one |
`;

/** What a run saw: \`+\` succeeded, \`-\` failed, \`!\` was denied, \`?\` was asked about. */
function seen(at: TestProject, steps: readonly string[], run = "r1"): void {
  let clock = Date.parse("2026-05-01T10:00:00Z");
  const ledger = new Ledger(join(at.folder, ".bylaw", "runs"), { sha256, now: () => clock });
  for (const [i, step] of steps.entries()) {
    clock += 60_000;
    const line = step.slice(2);
    const does: Done[] = [{ kind: "command", ran: [{ line, proven: true }] }];
    const id = `e${i}`;
    ledger.append(run, [{ event: "proposed", id, does }]);
    if (step[0] === "!") ledger.append(run, [{ event: "denied", id, rules: ["some-rule"] }]);
    else if (step[0] === "?") ledger.append(run, [{ event: "asked", id, rules: ["some-rule"] }]);
    else {
      ledger.append(run, [{ event: "allowed", id, rules: [] }]);
      ledger.append(run, [{ event: "finished", status: step[0] === "+" ? "succeeded" : "failed", does }]);
    }
  }
}

function proposals(out: string): string[] {
  return [...out.matchAll(/^\d+ {2}((?:Always|Never|Require|Prefer) .*)$/gm)].map((m) => m[1] ?? "");
}

describe("what is different is the rule", () => {
  test.each<readonly [string, readonly string[], string]>([
    [
      "an option was missing",
      ["- deployctl apply", "+ deployctl apply --wait"],
      "Always pass `--wait` to `deployctl apply`.",
    ],
    [
      "denied, and then with the option",
      ["! deployctl apply", "+ deployctl apply --wait"],
      "Always pass `--wait` to `deployctl apply`.",
    ],
    [
      "asked about, and then with the option",
      ["? deployctl apply", "+ deployctl apply --wait"],
      "Always pass `--wait` to `deployctl apply`.",
    ],
    [
      "an option too many",
      ["- deployctl apply --fast", "+ deployctl apply"],
      "Never pass `--fast` to `deployctl apply`.",
    ],
    [
      "a wrong value",
      ["- deployctl apply --region eu", "+ deployctl apply --region us"],
      "Never pass `eu` as `--region` to `deployctl apply`.",
    ],
    [
      "something had to run first",
      ["- deployctl apply", "+ make check", "+ deployctl apply"],
      "Always run `make check` before `deployctl apply`.",
    ],
    [
      "two options together",
      ["+ deployctl apply --fast", "- deployctl apply --fast --safe", "+ deployctl apply --safe"],
      "Never combine `--fast` with `--safe` on `deployctl apply`.",
    ],
    [
      "under another program",
      ["- abra app ls", "+ script -qec 'abra app ls' /dev/null"],
      "Always run `abra` under `script`.",
    ],
    [
      "once too often",
      ["+ deployctl apply", "+ deployctl apply", "- deployctl apply"],
      "Never run `deployctl apply` more than 2 times in a run.",
    ],
    [
      "another operand",
      ["- lint src/old.js", "+ lint src/new.js"],
      "Never run `lint`, when any operand is `src/old.js`.",
    ],
    [
      "nothing of it went well",
      ["- deployctl destroy --fast", "+ deployctl apply"],
      "Never run `deployctl destroy --fast`.",
    ],
    [
      "a shipped tool",
      ["- git push -f", "+ git push --force-with-lease"],
      "Always pass `--force-with-lease` to `git push`.",
    ],
  ])("%s", async (_, steps, sentence) => {
    const at = new TestProject({ [FILE]: TOOLS });
    seen(at, steps);
    const { status, out } = await at.bylaw(["learn", "--from", "r1"]);
    expect([status, proposals(out)[0]]).toEqual([0, sentence]);
    expect(at.read(FILE)).toBe(TOOLS);
    const added = await at.bylaw(["learn", FILE, "--last", "--date", "2026-05-02"]);
    expect(added).toMatchObject({ status: 0, err: "" });
    expect((await at.bylaw(["test"])).status).toBe(0);
    expect((await at.bylaw(["build"])).status).toBe(0);
    // The ledger's own line is denied now.
    const bad = steps.find((s) => "-!?".includes(s[0] ?? ""))?.slice(2) ?? "";
    if (!/ times | before /.test(sentence)) expect((await at.bylaw(["check", bad])).status).toBe(1);
  });
});

test("several are ranked, and each can be picked", async () => {
  const at = new TestProject({ [FILE]: TOOLS });
  seen(at, ["- deployctl apply --fast", "+ deployctl apply --wait"]);
  const { out } = await at.bylaw(["learn", "--last"]);
  expect(proposals(out).slice(0, 2)).toEqual([
    "Always pass `--wait` to `deployctl apply`.",
    "Never pass `--fast` to `deployctl apply`.",
  ]);
  expect(
    (await at.bylaw(["learn", "--last", "--pick", "2", "--accept", "--date", "2026-05-02"])).status,
  ).toBe(0);
  expect(at.read(FILE)).toBe(`${TOOLS}
## 2026-05-02 — A command failed

- **Never** pass \`--fast\` to \`deployctl apply\`.
  - Because: it went wrong with it, and well without.
  - Blocks: \`deployctl apply --fast\`
  - Passes: \`deployctl apply --wait\`
`);
});

test("proposals as data say all that the text says", async () => {
  const at = new TestProject({ [FILE]: TOOLS });
  seen(at, ["- deployctl apply", "+ deployctl apply --wait"]);
  const { status, out } = await at.bylaw(["learn", "--from", "r1", "--format", "json"]);
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    schemaVersion: 1,
    run: "r1",
    incidents: [{ number: 1, what: "failed", line: "deployctl apply", rules: [] }],
    about: 1,
    candidates: expect.arrayContaining([
      expect.objectContaining({
        number: 1,
        sentence: "Always pass `--wait` to `deployctl apply`.",
        blocks: ["deployctl apply"],
        passes: ["deployctl apply --wait"],
        fitsBefore: true,
      }),
    ]),
    known: [],
  });
  for (const words of [["list"], [FILE, "--from", "r1"]]) {
    const refused = await at.bylaw(["learn", ...words, "--format", "json"]);
    expect([refused.status, refused.err]).toEqual([2, expect.stringContaining("--format is for")]);
  }
});

test("what succeeded before speaks against a rule that would have denied it", async () => {
  const at = new TestProject({ [FILE]: TOOLS });
  seen(at, [
    "+ deployctl apply --region eu",
    "- deployctl apply --region us",
    "+ deployctl apply --region us --wait",
  ]);
  const { out } = await at.bylaw(["learn", "--last"]);
  expect(out).toMatch(/Always pass `--wait` to `deployctl apply`\.[\s\S]*?speaks against it/);
});

describe("a secret", () => {
  test("that was masked is no part of a proposal", async () => {
    const at = new TestProject({ [FILE]: TOOLS });
    seen(at, ["- deployctl apply --token abc123secret", "+ deployctl apply --token abc123secret --wait"]);
    expect((await at.bylaw(["runs", "show", "r1"])).out).toContain("***");
    const { out } = await at.bylaw(["learn", "--last"]);
    expect(proposals(out)[0]).toBe("Always pass `--wait` to `deployctl apply`.");
    expect(out.slice(out.indexOf("\n\n"))).not.toMatch(/\*\*\*|abc123/);
    expect(out).toContain('Blocks: deployctl apply --token "$SECRET"');
  });
  test("alone makes no difference", async () => {
    const at = new TestProject({ [FILE]: TOOLS });
    seen(at, ["- deployctl apply --token one", "+ deployctl apply --token two"]);
    expect((await at.bylaw(["learn", "--last"])).out).not.toMatch(/Never pass|Always pass/);
  });
});

test.each<readonly [string, readonly string[], readonly string[], string]>([
  [
    "a rule that is there already is named",
    ["! deployctl apply"],
    ["--last"],
    "There already: never-run-deployctl-apply",
  ],
  ["nothing went wrong", ["+ deployctl apply"], ["--last"], "in no run"],
  ["no such run", ["- x"], ["--from", "nope"], "there is no run nope"],
  ["no such incident", ["- x"], ["--from", "r1", "--at", "7"], "expected --at from 1 to 1"],
  ["no such proposal", ["- x"], ["--from", "r1", "--pick", "70", "--accept"], "there is no candidate 70"],
])("%s", async (_, steps, words, said) => {
  const source = `${TOOLS}\n## 2026-01-01 — Old\n\n- **Never** run \`deployctl apply\`.\n`;
  const at = new TestProject({ [FILE]: source });
  seen(at, steps);
  const { out, err } = await at.bylaw(["learn", ...words]);
  expect(`${out}${err}`).toContain(said);
  expect(at.read(FILE)).toBe(source);
});
