// Evidence on the command line: check --evidence in all formats, and gates and next with results at hand.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { HEAD, SOUND, SOURCE, WEB1, WEB2 } from "../evidence/runs.ts";
import { TestProject } from "../support/project.ts";

const BROKEN = SOUND.replace("| green |", "| grey |");

async function project(files: Readonly<Record<string, string>> = {}): Promise<TestProject> {
  const made = new TestProject({
    "playbooks/night.md": SOURCE,
    "good.md": SOUND,
    "bad.md": BROKEN,
    ...files,
  });
  expect((await made.bylaw(["build"])).status).toBe(0);
  return made;
}

describe("bylaw check --evidence", () => {
  test("says that results are in order", async () => {
    const { status, out } = await (await project()).bylaw(["check", "--evidence", "runs", "good.md"]);
    expect({ status, out }).toEqual({
      status: 0,
      out: "allow\n\nthe results of `runs` in good.md are in order: 2 rows\n",
    });
  });

  test("says what is wrong, where, why, and where it is asked for", async () => {
    const { status, out } = await (await project()).bylaw(["check", "--evidence", "runs", "bad.md"]);
    expect(status).toBe(1);
    expect(out).toBe(`deny

bad.md:3:10 error Unexpected \`grey\` in column \`alone\`, expected \`green\`, \`red\` or \`not-run\` (wrong-value)
  3 | | web1 | grey | red | 3 | https://ci.example.org/1 | 1234abcd | | flake |
    |          ^^^^
  why: another word for a result can't be compared with it.
  do:  Write one of the values that this column holds.
  see: playbooks/night.md:27:3 what is asked for

1 error
`);
  });

  test("gives the answer as JSON", async () => {
    const { status, out } = await (await project()).bylaw([
      "check",
      "--evidence",
      "runs",
      "bad.md",
      "--format",
      "json",
    ]);
    expect(status).toBe(1);
    const answer: unknown = JSON.parse(out);
    expect(answer).toMatchObject({
      schemaVersion: 1,
      evidence: "runs",
      file: "bad.md",
      decision: "deny",
      rows: 2,
      more: 0,
      findings: [
        { code: "wrong-value", at: { file: "bad.md", line: 3, column: 10, endLine: 3, endColumn: 14 } },
      ],
    });
    expect(answer).toHaveProperty("revision");
  });

  test("gives findings as SARIF, on the lines of the results", async () => {
    const { status, out } = await (await project()).bylaw([
      "check",
      "--evidence",
      "runs",
      "bad.md",
      "--format",
      "sarif",
    ]);
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      version: "2.1.0",
      runs: [
        {
          results: [
            {
              ruleId: "wrong-value",
              level: "error",
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: "bad.md" },
                    region: { startLine: 3, startColumn: 10 },
                  },
                },
              ],
              relatedLocations: [{ physicalLocation: { artifactLocation: { uri: "playbooks/night.md" } } }],
            },
          ],
        },
      ],
    });
  });

  test("gives findings as annotations for GitHub", async () => {
    const { status, out } = await (await project()).bylaw([
      "check",
      "--evidence",
      "runs",
      "bad.md",
      "--format",
      "github",
    ]);
    expect(status).toBe(1);
    expect(out).toMatch(/^::error file=bad\.md,line=3,col=10,endLine=3,title=wrong-value::Unexpected `grey`/);
  });

  test("reads standard input, Markdown or JSON", async () => {
    const at = await project();
    expect((await at.bylaw(["check", "--evidence", "runs", "-"], SOUND)).status).toBe(0);
    expect((await at.bylaw(["check", "--evidence", "runs", "-"], "[]")).out).toContain(
      "standard input:1:1 error",
    );
  });

  test.each([
    [["check", "--evidence", "rums", "good.md"], "bylaw: there is no evidence rums. Did you mean `runs`?\n"],
    [
      ["check", "--evidence", "runs"],
      "bylaw: expected one file with the results, or - to read them from standard input\n",
    ],
    [
      ["check", "--evidence", "runs", "a", "b"],
      "error: too many arguments for 'check'. Expected 1 argument but got 2.\n",
    ],
    [["check", "--evidence", "runs", "none.md"], "bylaw: none.md can't be read: there is no such file\n"],
    [["check", "--evidence", "runs", "playbooks"], "bylaw: playbooks can't be read: it is a folder\n"],
    [["check", "--evidence", "runs", "bytes.md"], "bylaw: bytes.md is not UTF-8 text\n"],
    [
      ["check", "--evidence", "runs", "good.md", "--fact", "reviewed=yes"],
      "bylaw: --fact says nothing of evidence\n",
    ],
    [
      ["check", "--evidence", "runs", "good.md", "--format", "yaml"],
      "bylaw: unexpected format yaml, expected text or json or sarif or github\n",
    ],
    [
      ["gate", "night", "understood", "--evidence", "none.md"],
      "bylaw: none.md can't be read: there is no such file\n",
    ],
  ])("%j is refused in one line", async (args, err) => {
    const at = await project();
    at.write("bytes.md", Uint8Array.of(0x7c, 0xff, 0xfe));
    expect(await at.bylaw(args)).toMatchObject({ status: 2, out: "", err });
  });
});

describe("bylaw gate --evidence", () => {
  const STATE = { "state.yaml": "tasks: { rerun: In Progress }\nfacts: { reviewed: yes }\n" };
  const gate = ["gate", "night", "understood", "--state", "state.yaml"];

  test("passes with results that are in order", async () => {
    const { status, out } = await (await project(STATE)).bylaw([...gate, "--evidence", "good.md"]);
    expect({ status, out }).toEqual({ status: 0, out: "Pass\n" });
  });

  test("says that nothing is shown", async () => {
    const { status, out } = await (await project(STATE)).bylaw(gate);
    expect({ status, out }).toEqual({
      status: 1,
      out: "not passed\n  needs `rerun`, which is In Progress\n  needs evidence `runs`, which isn't shown\n",
    });
  });

  test("says what is wrong with what is shown", async () => {
    const { status, out } = await (await project(STATE)).bylaw([...gate, "--evidence", "bad.md"]);
    expect(status).toBe(1);
    expect(out).toContain("  needs evidence `runs`, in which 1 thing is wrong\n");
    expect(out).toContain("\nbad.md:3:10 error Unexpected `grey`");
  });

  test("takes the file that has the table, of several", async () => {
    const at = await project({ ...STATE, "other.md": "# Nothing\n" });
    expect((await at.bylaw([...gate, "--evidence", "other.md", "good.md"])).status).toBe(0);
    expect((await at.bylaw([...gate, "--evidence", "other.md", "--evidence", "good.md"])).status).toBe(0);
  });

  test("doesn't choose between two files that have it", async () => {
    const at = await project({ ...STATE, "again.md": SOUND });
    const { status, out } = await at.bylaw([...gate, "--evidence", "good.md", "again.md"]);
    expect(status).toBe(1);
    expect(out).toContain(
      "again.md:1:1 error A second file has a table of `runs`, expected one (two-tables)",
    );
  });

  test("believes no state that says Pass without the evidence", async () => {
    const at = await project({
      "state.yaml": "tasks: { rerun: Pass, understood: Pass }\nfacts: { reviewed: yes }\n",
    });
    expect((await at.bylaw(gate)).status).toBe(1);
    expect((await at.bylaw([...gate, "--evidence", "bad.md"])).status).toBe(1);
    expect((await at.bylaw([...gate, "--evidence", "good.md"])).status).toBe(0);
  });

  test("gives the findings as JSON too", async () => {
    const { out } = await (await project(STATE)).bylaw([...gate, "--evidence", "bad.md", "--format", "json"]);
    expect(JSON.parse(out)).toMatchObject({
      status: "Not Started",
      missing: expect.arrayContaining([{ kind: "evidence", what: "runs", findings: 1 }]) as unknown,
      evidence: [{ evidence: "runs", decision: "deny", findings: [{ code: "wrong-value" }] }],
    });
  });

  test("a playbook that asks for none refuses the option", async () => {
    const at = new TestProject({
      "playbooks/p.md": "# P\n\n### Task `a`\n\n### Gate `g`\n\n- Needs: `a`\n",
      "x.md": SOUND,
    });
    await at.bylaw(["build"]);
    expect(await at.bylaw(["gate", "p", "g", "--evidence", "x.md"])).toMatchObject({
      status: 2,
      err: "bylaw: playbook p asks for no evidence\n",
    });
  });
});

describe("bylaw next --evidence", () => {
  const STATE = { "state.yaml": "tasks: { rerun: In Progress }\nfacts: { reviewed: yes }\n" };
  const next = ["next", "night", "--state", "state.yaml", "--now", "2026-03-01"];
  test.each([
    [
      [],
      "running\n  rerun\n\ngates\n  understood: needs `rerun`, which is In Progress; needs evidence `runs`, which isn't shown\n\nevidence\n  runs: not shown\n",
    ],
    [
      ["--evidence", "good.md"],
      "gates\n  understood: passed\n\nevidence\n  runs: in order, 2 rows in good.md\n\ndone\n  rerun\n",
    ],
    [
      ["--evidence", "bad.md"],
      "running\n  rerun\n\ngates\n  understood: needs `rerun`, which is In Progress; needs evidence `runs`, in which 1 thing is wrong\n\nevidence\n  runs: 1 finding in bad.md\n",
    ],
  ])("%j", async (more, expected) => {
    expect((await (await project(STATE)).bylaw([...next, ...more])).out).toBe(expected);
  });
});

describe("a rule that waits for a gate", () => {
  const source = `${SOURCE}
### Task \`pack\`

### Gate \`released\`

- Needs: \`understood\`, \`pack\`

### The rule

- **Never** run \`ship\` until \`released\` is \`Pass\`.
  - Blocks: \`ship\` when \`released\` is \`Not Started\`
`;
  test.each([
    [
      "asks while only evidence that isn't shown is in the way",
      "rerun: Pass, pack: Pass",
      "reviewed: yes",
      3,
    ],
    ["denies while something else is in the way", "rerun: Pass", "reviewed: yes", 1],
    ["denies while a fact is in the way", "rerun: Pass, pack: Pass", "reviewed: no", 1],
  ])("%s", async (_, tasks, facts, status) => {
    const at = new TestProject({
      "playbooks/night.md": source,
      "s.yaml": `tasks: { ${tasks} }\nfacts: { ${facts} }\n`,
    });
    await at.bylaw(["build"]);
    expect((await at.bylaw(["check", "ship", "--state", "s.yaml"])).status).toBe(status);
  });
});

describe("the redfix playbook", () => {
  const RECIPES = ["discourse", "mattermost-lts", "mumble", "bluesky-pds", "gitea", "keycloak"];
  const rows: Readonly<Record<string, string>> = {
    discourse: "green | 3 | red | https://ci/1 | flake | Rails waits for the disk | load-flake | harness PR",
    "mattermost-lts":
      "green | 2 | red | https://ci/2 | flake | the dump races the restart | load-flake | harness PR",
    mumble:
      "red | 2 | red | https://ci/3 | genuine | the test expects an old greeting | stale-test | test PR",
    "bluesky-pds":
      "red | 2 | red | https://ci/4 | genuine | the router keeps a dead entry | machinery-defect | harness PR",
    gitea:
      "red | 2 | not-run | https://ci/5 | genuine | app.ini is mounted read-only | recipe-defect | recipe PR",
    keycloak:
      "not-run | 0 | not-run | https://ci/6 | genuine | one address for two | machinery-defect | harness PR",
  };
  const table = (of: Readonly<Record<string, string>>): string =>
    `## Isolation\n\n| recipe | failure | alone | runs alone | under load | log | verdict | root cause | classification | fix |\n${"| - ".repeat(10)}|\n${Object.entries(
      of,
    )
      .map(([recipe, cells]) => `| ${recipe} | it fell out | ${cells} |\n`)
      .join("")}`;
  const state = `tasks: { isolate: Pass, root-cause: Pass, classify: Pass }\nfacts: { adversary-m1: PASS }\n`;

  test.each([
    ["all six", rows, "Pass"],
    [
      "five of six",
      Object.fromEntries(Object.entries(rows).filter(([r]) => r !== "gitea")),
      "no row for `gitea`",
    ],
    [
      "a flake that was green under load too",
      { ...rows, discourse: rows["discourse"]?.replace("| red |", "| green |") ?? "" },
      "`under load` is `green`",
    ],
    [
      "a flake that ran alone once",
      { ...rows, discourse: rows["discourse"]?.replace("| 3 |", "| 1 |") ?? "" },
      "`runs alone` is `1`",
    ],
    [
      "another one that never ran",
      { ...rows, mumble: rows["mumble"]?.replace("red | 2", "not-run | 0") ?? "" },
      "`mumble`",
    ],
    [
      "a guess",
      { ...rows, gitea: rows["gitea"]?.replace("app.ini is", "app.ini is probably") ?? "" },
      "unexpected `probably`",
    ],
    [
      "a standing exception",
      { ...rows, keycloak: rows["keycloak"]?.replace("harness PR", "standing exception") ?? "" },
      "unexpected `standing exception`",
    ],
    [
      "a stale test mended in the recipe",
      { ...rows, mumble: rows["mumble"]?.replace("test PR", "recipe PR") ?? "" },
      "`fix` is `recipe PR`",
    ],
  ])("M1 with %s", async (_, of, expected) => {
    const at = new TestProject({
      "playbooks/redfix.md": readFileSync("playbooks/redfix.md", "utf8"),
      "review.md": table(of),
      "state.yaml": state,
    });
    await at.bylaw(["build"]);
    const { out, status } = await at.bylaw([
      "gate",
      "redfix",
      "M1",
      "--evidence",
      "review.md",
      "--state",
      "state.yaml",
    ]);
    expect(status).toBe(expected === "Pass" ? 0 : 1);
    expect(out.toLowerCase()).toContain(expected.toLowerCase());
  });

  test("names the six recipes of the sweep", () => expect(Object.keys(rows)).toEqual(RECIPES));
});

test("HEAD and rows of the fixture make the sound table", () =>
  expect(SOUND).toBe(`${HEAD}\n${WEB1}\n${WEB2}\n`));
