// A task for each member of a list: how it is read, and what the commands say of such tasks.
import { describe, expect, test } from "vitest";
import { mermaid } from "../../src/compiler/4-emit/graph/mermaid.ts";
import { graphOf } from "../../src/compiler/4-emit/graph/of-workflow.ts";
import { printPolicy } from "../../src/policy/revision.ts";
import type { Policy, State, Status } from "../../src/policy/types.ts";
import { next } from "../../src/validators/workflow/next.ts";
import { compileFiles } from "../support/compile.ts";
import { type Outcome, TestProject } from "../support/project.ts";
import { names, policyOf, runIn, workflowOf } from "./state.ts";

const LIST = `### List \`regions\`

| Test region | reason |
| --- | --- |
| \`eu\` | home |
| \`us east\` | far |

`;
const SIGNS = "- Passes when it exits 0\n- Fails when it exits non-zero\n";

/** The task `roll` for each region, with some lines. */
const roll = (lines: string, heading = "for each `regions`"): string =>
  `${LIST}### Task \`build\`\n\n${SIGNS}\n### Task \`roll\` ${heading}\n\n${lines}\n`;

const strip = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, v) => (key === "source" || key === "text" ? undefined : v)));

describe("a heading makes a task of each member", () => {
  test.each([
    ["for each `regions`", ["roll/eu", "roll/us east"]],
    ["for every `regions` region", ["roll/eu", "roll/us east"]],
    ["for each member of `regions`", ["roll/eu", "roll/us east"]],
  ])("%s", (heading, expected) => {
    const { tasks, groups } = workflowOf(roll(`- Runs: \`go <member>\`\n${SIGNS}`, heading));
    expect(tasks.map((t) => t.name)).toEqual(["build", ...expected]);
    expect(groups?.map((g) => [g.name, g.list, g.tasks])).toEqual([["roll", "regions", expected]]);
  });

  test("members come and go with the entries of a log", () => {
    const log = `---\nkind: learnings\n---\n\n${LIST}## 2026-01-05 — A new one\n\n### Add to list \`regions\`\n\n| region |\n| --- |\n| \`asia\` |\n\n## 2026-01-07 — One less\n\n### Remove from list \`regions\`\n\n| region |\n| --- |\n| \`eu\` |\n`;
    const playbook = `### Task \`roll\` for each \`regions\`\n\n- Runs: \`go <member>\`\n${SIGNS}`;
    const { policy } = compileFiles({ "learnings/log.md": log, "playbooks/p.md": playbook });
    expect(policy.workflows[0]?.tasks.map((t) => t.name)).toEqual(["roll/us east", "roll/asia"]);
  });
});

describe("the member takes its place", () => {
  const lines = (text: string) => workflowOf(roll(`${text}\n${SIGNS}`)).tasks[2];

  test.each([
    ["- Runs: `go --to <member>`", "go --to 'us east'"],
    ["- Runs: `go <test-region>`", "go 'us east'"],
    ["- Runs: `go <test region> now`", "go 'us east' now"],
    ["- Runs: `go <commit> <member>`", "go <commit> 'us east'"],
  ])("%s", (text, command) => {
    expect(lines(text)?.runs).toMatchObject({ command: { text: command } });
  });

  test.each([
    ["- Runs: `oar_roll(release, test_region)`", { test_region: "us east" }],
    ["- Runs: `oar_roll(release, member)`", { member: "us east" }],
    ["- Runs: `oar_roll(release, to=<member>)`", { to: "us east" }],
    ['- Runs: `oar_roll(release, to="eu-or-<member>", dry="no")`', { to: "eu-or-us east", dry: "no" }],
  ])("%s", (text, values) => {
    expect(lines(text)?.runs).toMatchObject({ tool: "oar_roll", values });
  });

  test("in needs, conditions, texts and captures", () => {
    const text = `- Needs: \`build\`, \`prep/<member>\` is \`Pass\`
- Starts when stdout contains \`rolling <member>\`
- Passes when stdout contains \`<member>: up\`
- Fails when stdout contains \`<member>: down\`
- Captures: \`job\` from \`<member> has job {job}\`
- On failure: tell \`<member>-owner\``;
    const prep = `\n### Task \`prep\` for each \`regions\`\n\n- Runs: \`prep <member>\`\n${SIGNS}`;
    const [, , task] = workflowOf(`${roll(text)}${prep}`).tasks;
    expect(strip(task)).toMatchObject({
      needs: [
        { node: "build" },
        { condition: { tests: [{ subject: { name: "prep/us east" }, values: ["Pass"] }] } },
      ],
      starts: [{ texts: ["rolling us east"] }],
      passes: [{ texts: ["us east: up"] }],
      fails: [{ texts: ["us east: down"] }],
      captures: [{ name: "job", from: "us east has job {job}" }],
      onFailure: { tell: ["us east-owner"] },
    });
  });
});

/** `build`, then `roll` for each region, then `check` for each; `all-up`, and `mend` where one went wrong. */
const PLAYBOOK = `${roll(
  `- Needs: \`build\`
- Runs: \`roll <test-region>\`
- Starts when stdout contains \`rolling <test-region>\`
- Passes when stdout contains \`<test-region> is up\`
- Fails when stdout contains \`<test-region> is down\`
- Blocked when stdout contains \`<test-region> is cut off\`
- Waived when stdout contains \`<test-region> is shut\``,
)}
### Task \`check\` for each \`regions\` place

- Needs: \`roll/<place>\`
- Runs: \`rel_check(place)\`
${SIGNS}
### Gate \`all-up\`

- Needs: \`check\`

### Task \`announce\`

- Needs: \`all-up\`
- Runs: \`announce it\`
${SIGNS}
### Task \`mend\`

- Needs: \`roll\` is \`Fail\`
- Runs: \`mend it\`
${SIGNS}`;

const nextOf = (tasks: Record<string, Status>) =>
  names(next(workflowOf(PLAYBOOK), runIn({ tasks } satisfies State)));

describe("what is next", () => {
  test.each<[string, Record<string, Status>, Record<string, string[]>]>([
    [
      "each member goes its own way",
      { build: "Pass", "roll/eu": "Pass" },
      { ready: ["roll/us east", "check/eu"] },
    ],
    [
      "who needs all of them waits for the last",
      { build: "Pass", "roll/eu": "Pass", "roll/us east": "Pass", "check/eu": "Pass" },
      { ready: ["check/us east"], blocked: ["announce"] },
    ],
    [
      "who needs all of them goes on when all are done",
      {
        build: "Pass",
        "roll/eu": "Pass",
        "roll/us east": "Pass",
        "check/eu": "Pass",
        "check/us east": "Waived",
      },
      { ready: ["announce"] },
    ],
    [
      "one failure makes all of them Fail",
      { build: "Pass", "roll/eu": "Fail", "roll/us east": "In Progress" },
      { ready: ["mend"], running: ["roll/us east"] },
    ],
  ])("%s", (_, tasks, expected) => {
    expect(nextOf(tasks)).toMatchObject(expected);
  });

  test.each<[string, Status[], Status]>([
    ["nothing has begun", ["Not Started", "Not Started"], "Not Started"],
    ["some have", ["Not Started", "Pass"], "In Progress"],
    ["one runs", ["Not Started", "In Progress"], "In Progress"],
    ["one failed", ["In Progress", "Fail"], "Fail"],
    ["one is blocked", ["Pass", "Blocked"], "Blocked"],
    ["all passed", ["Pass", "Pass"], "Pass"],
    ["some were waived", ["Pass", "Waived"], "Pass"],
    ["all were waived", ["Waived", "Waived"], "Waived"],
  ])("the status of all of them: %s", (_, [eu = "Pass", us = "Pass"], status) => {
    const text = (s: Status): string =>
      `${PLAYBOOK}\n### Task \`probe\`\n\n- Needs: \`roll\` is \`${s}\`\n${SIGNS}`;
    const tasks: Record<string, Status> = { build: "Pass", "roll/eu": eu, "roll/us east": us };
    for (const s of ["Not Started", "In Progress", "Pass", "Fail", "Blocked", "Waived"] as const) {
      const { ready = [] } = names(next(workflowOf(text(s)), runIn({ tasks })));
      expect([s, ready.includes("probe")]).toEqual([s, s === status]);
    }
  });

  test("what is missing is named one by one, as long as there are few", () => {
    const reasons = (text: string) =>
      next(workflowOf(text), runIn({})).waiting.find((t) => t.task === "last")?.reasons;
    const last = `\n### Task \`last\`\n\n- Needs: \`roll\`\n${SIGNS}`;
    expect(reasons(`${PLAYBOOK}${last}`)?.map((r) => r.what)).toEqual(["roll/eu", "roll/us east"]);
    const many = Array.from({ length: 11 }, (_, i) => `| \`r${i}\` | |\n`).join("");
    expect(reasons(`${PLAYBOOK.replace("| `eu` | home |\n", many)}${last}`)).toEqual([
      { kind: "task", what: "roll", status: "Not Started" },
    ]);
  });

  test("the drawing leads through all of them", () => {
    const lines = mermaid(graphOf(workflowOf(PLAYBOOK))).split("\n");
    expect(lines).toContain('  n1["roll/eu"]');
    expect(lines.filter((l) => l.endsWith(" --> n7"))).toEqual(["  n3 --> n7", "  n4 --> n7"]);
    expect(lines).toContain('  n8[/"roll is Fail"/]');
    expect(lines.filter((l) => l.endsWith(" --> n8"))).toEqual(["  n1 --> n8", "  n2 --> n8"]);
  });
});

describe("the commands", () => {
  const bylaw = (
    args: readonly string[],
    state: string,
    policy: Policy = policyOf(PLAYBOOK),
    input = "",
  ): Promise<Outcome> =>
    new TestProject({
      "dist/policy.json": printPolicy(policy),
      "bylaw.config.json": "{}",
      "s.yaml": state,
    }).bylaw(args, input);
  const STATE = "tasks:\n  build: Pass\n  roll/eu: Pass\n";

  test.each([
    ["roll eu", STATE, 0, "allow"],
    ["roll 'us east'", STATE, 0, "allow"],
    ["roll 'us east'", "tasks: {}\n", 1, "deny not-yet: `roll/us east` needs `build`"],
    ["roll mars", STATE, 3, "ask no-member (undecided): `roll` is run for each member of `regions`"],
    ["roll $REGION", STATE, 3, "ask no-member"],
    ["roll $REGION", "tasks: {}\n", 3, "ask not-yet (undecided)"],
    ["announce it", STATE, 1, "deny not-yet: `announce` needs gate `all-up`"],
  ])("check %j", async (command, state, status, text) => {
    const outcome = await bylaw(["check", command, "--state", "s.yaml"], state);
    expect(`${outcome.out}${outcome.err}`).toContain(text);
    expect(outcome.status).toBe(status);
  });

  test.each([
    [{ place: "eu" }, 0, "allow"],
    [{ place: "us east" }, 1, "deny not-yet: `check/us east` needs `roll/us east`, which is Not Started"],
    [{ place: "mars" }, 3, "ask no-member"],
    [{}, 3, "ask no-member"],
  ])("check --tool %j", async (input, status, text) => {
    const args = ["check", "--tool", "rel_check", "--input", JSON.stringify(input), "--state", "s.yaml"];
    const outcome = await bylaw(args, STATE);
    expect(`${outcome.out}${outcome.err}`).toContain(text);
    expect(outcome.status).toBe(status);
  });

  test("next, with the call of a member", async () => {
    const { out } = await bylaw(["next", "release", "--state", "s.yaml"], STATE);
    expect(out).toContain("  roll/us east: run roll 'us east'\n");
    expect(out).toContain('  check/eu: run rel_check(place="eu")\n');
  });

  test("classify, gate and retry take the name of one task", async () => {
    const classified = await bylaw(
      ["classify", "release", "roll/us east"],
      STATE,
      undefined,
      "us east is up",
    );
    expect(classified.out).toContain("status: Pass");
    const other = await bylaw(["classify", "release", "roll/us east"], STATE, undefined, "eu is up");
    expect(other.out).toContain("status: no change");
    const gate = await bylaw(["gate", "release", "all-up", "--state", "s.yaml"], STATE);
    expect(gate.out).toContain("needs `check/us east`, which is Not Started");
    const all = await bylaw(["retry", "release", "roll", "--attempt", "1", "--error", "x"], STATE);
    expect(all).toMatchObject({ status: 2 });
    expect(all.err).toContain("unexpected roll, expected one of its tasks: `roll/eu`, `roll/us east`");
  });

  test("a state has a status for each task, and none for all of them", async () => {
    const outcome = await bylaw(["next", "release", "--state", "s.yaml"], "tasks:\n  roll: Pass\n");
    expect(outcome.err).toContain(
      "s.yaml:2:3 `roll` has no status of its own, expected one for each of its tasks",
    );
    const typo = await bylaw(["next", "release", "--state", "s.yaml"], "tasks:\n  roll/mars: Pass\n");
    expect(typo.err).toContain('there is no task "roll/mars"');
  });

  test("what a state says of a member that has left is passed over", async () => {
    const without = PLAYBOOK.replace(
      "### Task `build`",
      "### Remove from list `regions`\n\n| region |\n| --- |\n| `eu` |\n\n### Task `build`",
    );
    const state = "tasks:\n  build: Pass\n  roll/eu: Fail\n";
    const outcome = await bylaw(["next", "release", "--state", "s.yaml"], state, policyOf(without));
    expect(outcome).toMatchObject({ status: 0, err: "" });
    expect(outcome.out).not.toContain("roll/eu");
  });
});

describe("what is wrong is said once, whatever the number of members", () => {
  const said = (text: string): string[] =>
    compileFiles({ "playbooks/p.md": text }).diagnostics.map((d) => `${d.severity} ${d.code}`);

  test.each<[string, string, string[]]>([
    [
      "a need that isn't there",
      roll(`- Needs: \`biuld\`\n- Runs: \`go <member>\`\n${SIGNS}`),
      ["error unknown-task"],
    ],
    [
      "a task that can't be ready",
      roll(`- Needs: \`build\` is \`Waived\`\n- Runs: \`go <member>\`\n${SIGNS}`),
      ["error unreachable-task"],
    ],
    [
      "no sign of a failure",
      roll("- Runs: `go <member>`\n- Passes when it exits 0"),
      ["warning missing-pattern"],
    ],
    [
      "two signs in one",
      roll(
        "- Runs: `go <member>`\n- Passes when stdout contains `ok`\n- Fails when stdout contains `not ok`",
      ),
      ["warning no-branch", "warning overlapping-patterns"],
    ],
    [
      "an unknown list",
      roll(`- Runs: \`go <member>\`\n${SIGNS}`, "for each `places`"),
      ["error unknown-list"],
    ],
    [
      "a heading that isn't one",
      roll(`- Runs: \`go <member>\`\n${SIGNS}`, "for each region"),
      ["error unknown-definition"],
    ],
    [
      "a list that can't be read",
      roll(`- Runs: \`go <member>\`\n${SIGNS}`).replace("| --- | --- |\n", ""),
      ["error broken-table"],
    ],
  ])("%s", (_, text, codes) => {
    expect(
      said(`### Every task\n\n- On failure: stop\n\n${text}`).filter((c) => !c.includes("no-branch")),
    ).toEqual(codes.filter((c) => !c.includes("no-branch")));
  });

  test("names that two of them would have", () => {
    const twice = `${roll(`- Runs: \`go <member>\`\n${SIGNS}`)}\n### Task \`roll\`\n\n${SIGNS}`;
    expect(said(twice)).toContain("error duplicate-definition");
    const one = `${roll(`- Runs: \`go <member>\`\n${SIGNS}`)}\n### Task \`roll/eu\`\n\n${SIGNS}`;
    expect(said(one)).toContain("error duplicate-definition");
  });

  test("two playbooks may have tasks for the same members", () => {
    const text = roll(`- Runs: \`go <member>\`\n${SIGNS}`).replace(LIST, "");
    const after = `\n### Task \`last\`\n\n- Needs: \`roll\`, \`roll/eu\`\n${SIGNS}`;
    const { policy, diagnostics } = compileFiles({
      "learnings/l.md": LIST,
      "playbooks/a.md": `${text}${after}`,
      "playbooks/b.md": `${text}${after}`,
    });
    expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
    expect(policy.workflows.map((w) => w.groups?.[0]?.tasks)).toEqual([
      ["a/roll/eu", "a/roll/us east"],
      ["b/roll/eu", "b/roll/us east"],
    ]);
    expect(strip(policy.workflows[1]?.tasks.find((t) => t.name === "b/last")?.needs)).toEqual([
      { node: "b/roll" },
      { node: "b/roll/eu" },
    ]);
  });
});
