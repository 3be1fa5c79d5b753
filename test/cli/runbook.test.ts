// bylaw find and bylaw runbook, and the bundled runbook.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { TestProject } from "../support/project.ts";

const LIFT = readFileSync("test/broken/lift/sound.md", "utf8");
const STUCK = readFileSync("playbooks/promotion-stuck.md", "utf8");

async function built(files: Record<string, string>): Promise<TestProject> {
  const project = new TestProject(files);
  expect((await project.bylaw(["build"])).err).toBe("");
  return project;
}

describe("find", () => {
  test("prints the runbook and why, and ends with 1 where none fits", async () => {
    const project = await built({ "playbooks/lift.md": LIFT, "playbooks/promotion-stuck.md": STUCK });
    const found = await project.bylaw(["find", "LiftStuck"]);
    expect([found.status, found.out]).toEqual([
      0,
      "lift: The lift stops between floors (playbooks/lift.md:6)\n  exact alert: LiftStuck (playbooks/lift.md:10)\n  exact symptom: The alert `LiftStuck` fires. (playbooks/lift.md:10)\n",
    ]);
    expect((await project.bylaw(["find", "-"], "alertname=OrchestratorPromotionStuck\n")).out).toMatch(
      /^promotion-stuck:/,
    );
    expect(await project.bylaw(["find", "zebra"])).toEqual({
      status: 1,
      out: "",
      err: "bylaw: no runbook fits, among 2\n",
    });
  });

  test("--format json", async () => {
    const project = await built({ "playbooks/lift.md": LIFT });
    expect(JSON.parse((await project.bylaw(["find", "people wait", "--format", "json"])).out)).toMatchObject({
      schemaVersion: 1,
      found: [
        {
          name: "lift",
          why: [{ what: "text", exact: false, source: { file: "playbooks/lift.md", line: 14 } }],
        },
      ],
      more: 0,
    });
    const none = await project.bylaw(["find", "zebra", "--format", "json"]);
    expect([none.status, JSON.parse(none.out).found]).toEqual([1, []]);
  });

  test.each([
    [["find"], 2],
    [["find", " "], 2],
    [["find", "x", "--most", "0"], 2],
    [["find", "x", "--format", "yaml"], 2],
  ])("%j: exit status %i", async (args, status) => {
    expect((await (await built({ "playbooks/lift.md": LIFT })).bylaw(args)).status).toBe(status);
  });
});

describe("runbook", () => {
  test("prints steps with what to look for, and the verdict on what is risky", async () => {
    const { status, out } = await (await built({ "playbooks/lift.md": LIFT })).bylaw([
      "runbook",
      "lift",
      "--set",
      "lift=7",
    ]);
    expect(status).toBe(0);
    expect(out).toContain("     $ liftctl where\n     problem if: the door is open\n");
    expect(out).toMatch(
      /\$ liftctl brake free 7\n +ask free-asks: .*\n +because: it moves as soon as the brake is free\.\n/,
    );
    expect(out).not.toContain("to fill in");
  });

  test("leaves placeholders without a value in sight", async () => {
    const { out } = await (await built({ "playbooks/lift.md": LIFT })).bylaw(["runbook", "LiftStuck"]);
    expect(out).toContain("$ liftctl brake free <lift>\n");
    expect(out).toContain("to fill in with --set: <lift>\n");
  });

  test("--format json gives verdicts, findings and what is left to fill in", async () => {
    const { out } = await (await built({ "playbooks/lift.md": LIFT })).bylaw([
      "runbook",
      "lift",
      "--format",
      "json",
    ]);
    const body = JSON.parse(out);
    const commands = body.sections.flatMap((s: { steps: { commands: unknown[] }[] }) =>
      s.steps.flatMap((t) => t.commands),
    );
    expect([body.schemaVersion, body.name]).toEqual([1, "lift"]);
    expect(
      commands.map((c: { command: string; decision: string; unfilled: string[] }) => [
        c.command,
        c.decision,
        c.unfilled,
      ]),
    ).toEqual([
      ["liftctl where", "allow", []],
      ["liftctl brake show <lift>", "allow", ["lift"]],
      ["liftctl brake free <lift>", "ask", ["lift"]],
      ["liftctl where", "allow", []],
    ]);
  });

  test("a fact may settle what asks", async () => {
    const source = `${LIFT.replace("**Ask before** running `liftctl brake free`.", "**Never** run `liftctl brake free` until `mode` is `service`.").replace("  - Asks: `liftctl brake free 7`\n", "  - Blocks: `liftctl brake free 7` when `mode` is `open`\n")}\n### Fact \`mode\`\n\n- From: the operator\n- Values: \`open\`, \`service\`\n`;
    const project = await built({ "playbooks/lift.md": source });
    expect((await project.bylaw(["runbook", "lift"])).out).toContain("ask free-asks (undecided)");
    expect((await project.bylaw(["runbook", "lift", "--fact", "mode=open"])).out).toContain("deny free-asks");
    expect((await project.bylaw(["runbook", "lift", "--fact", "mode=service"])).out).not.toContain(
      "free-asks",
    );
  });

  test.each([
    [["runbook", "lyft"], "bylaw: there is no runbook lyft. Did you mean `lift`?\n"],
    [["runbook", "lift", "--set", "lft=7"], "bylaw: runbook lift has no placeholder lft, expected lift\n"],
    [["runbook", "lift", "--set", "lift"], "bylaw: unexpected lift, expected placeholder=value\n"],
    [["runbook", "lift", "--set", "lift=1", "--set", "lift=2"], "bylaw: unexpected second value for lift\n"],
    [
      ["runbook", "lift", "--set", "lift=--all"],
      "bylaw: unexpected value for lift in the command at playbooks/lift.md:31: it would not stay one value where this command has it\n",
    ],
    [["runbook", "lift", "--fact", "x=y"], 'bylaw: there is no fact "x"\n'],
  ])("%j", async (args, err) => {
    expect(await (await built({ "playbooks/lift.md": LIFT })).bylaw(args)).toEqual({
      status: 2,
      out: "",
      err,
    });
  });
});

describe("the bundled runbook", () => {
  test.each([
    [
      "stella promotion gate skip p-17 cve-scan --reason 'External service timeout'",
      3,
      "skip-needs-approval",
    ],
    ["stella promotion gate skip p-17 cve-scan", 1, "skip-needs-reason"],
    ["stella orch locks release lock-9 --force", 3, "forced-release-asks"],
    ["stella orch locks release lock-9", 0, ""],
    ["stella service restart orchestrator", 3, "restart-asks"],
    ["sudo stella service restart scheduler", 3, "restart-asks"],
    ["stella orch config set gates.cve-scan.timeout 5m", 3, "config-asks"],
    ["stella promotion list --status in_progress --older-than 5m", 1, "stuck-after-10-minutes"],
    ["stella promotion list --status in_progress --older-than 10m", 0, ""],
    ["stella promotion status <promotion-id>", 1, "placeholder"],
    ["stella orch connectivity --env prod", 0, "target-where-it-connects"],
    ["stella orch connectivity --target prod", 0, ""],
  ])("%s: exit status %i", async (command, status, rule) => {
    const project = await built({ "playbooks/promotion-stuck.md": STUCK });
    const answer = await project.bylaw(["check", command]);
    expect(answer.status).toBe(status);
    expect(answer.out).toContain(rule);
  });

  test("says nothing when it is built, and is in the instructions", async () => {
    const project = await built({ "playbooks/promotion-stuck.md": STUCK });
    expect(project.read("dist/agents/AGENTS.md")).toContain(
      "- `promotion-stuck`: A promotion does not move. Alerts: `OrchestratorPromotionStuck`; skill `promotion-stuck` (playbooks/promotion-stuck.md:6)",
    );
  });
});

test("a runbook that says to do what a rule denies does not build", async () => {
  const project = new TestProject({
    "playbooks/lift.md": LIFT.replace("liftctl brake free <lift>", "liftctl cable cut <lift>"),
  });
  const { status, err } = await project.bylaw(["build"]);
  expect(status).toBe(1);
  expect(err).toContain("runbook-command-denied");
});

test("a placeholder of several words is one, in a runbook and in a command", async () => {
  const project = await built({
    "runbooks/lift.md": LIFT.replaceAll("<lift>", "<lift number>"),
    "bylaw.config.json": JSON.stringify({ sources: ["runbooks/*.md"] }),
  });
  const left = await project.bylaw(["check", "liftctl brake free <lift number>"]);
  expect([left.status, left.out]).toEqual([
    1,
    expect.stringContaining("the placeholder `lift number` is not filled in"),
  ]);
  expect((await project.bylaw(["runbook", "lift", "--set", "lift number=7"])).out).toContain(
    "$ liftctl brake free 7\n",
  );
  expect((await project.bylaw(["check", "cat <lift number.txt >out"])).out).not.toContain("placeholder");
});

test("where unknown values may be options, a placeholder is none", async () => {
  const project = await built({
    "playbooks/lift.md": LIFT.replace(
      "- **Never** run `liftctl cable cut`.",
      "- **Never** pass `--fast` to `liftctl`.",
    ).replace("cable cut 7", "brake show --fast 7"),
    "bylaw.config.json": JSON.stringify({ strict: true }),
  });
  expect((await project.bylaw(["runbook", "lift"])).out).not.toContain("no-cut");
  expect((await project.bylaw(["check", "liftctl brake show $LIFT"])).out).toContain("no-cut");
});

test("census counts what of a runbook is understood", async () => {
  const project = new TestProject({ "runbooks/lift.md": LIFT, "a.md": "Nothing.\n" });
  const { out } = await project.bylaw(["census", "runbooks/lift.md", "a.md"]);
  expect(out.split("\n").slice(1, 2)).toEqual([
    "  runbook: 5 of 5 sections, 8 steps, 4 commands (1 asked), 1 alert, 0 error texts",
  ]);
  expect(out).toContain("1 runbook: 4 commands (1 asked), 1 alert\n");
});
