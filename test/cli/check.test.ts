// bylaw check, explain, test and hook: output, exit status and refusals.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DEPLOY, TestProject } from "../support/project.ts";

async function built(): Promise<TestProject> {
  const project = new TestProject({ "learnings/deploy.md": DEPLOY });
  await project.bylaw(["build"]);
  return project;
}

describe("check", () => {
  test.each([
    [0, "allow", "deployctl --wait"],
    [1, "deny", "deployctl --region a"],
    [3, "ask", "deployctl 'x"],
    [0, "allow", "ls"],
  ])("exit status %i: %s for %s", async (status, decision, command) => {
    const outcome = await (await built()).bylaw(["check", command]);
    expect(outcome.status).toBe(status);
    expect(outcome.out.split("\n")[0]).toBe(decision);
  });

  test("reads a script from standard input", async () => {
    const outcome = await (await built()).bylaw(["check", "-"], "echo one\ndeployctl --region a\n");
    expect(outcome.status).toBe(1);
    expect(outcome.out).toContain("  2:1 | deployctl --region a\n      | ^^^^^^^^^^^^^^^^^^^^\n");
  });

  test("prints the verdict as JSON", async () => {
    const { out } = await (await built()).bylaw(["check", "deployctl", "--format", "json"]);
    const verdict = JSON.parse(out);
    expect(verdict).toMatchObject({
      schemaVersion: 1,
      decision: "deny",
      fix: { command: "deployctl --wait", decision: "allow" },
      canonical: "deployctl",
      opaque: [],
    });
    expect(verdict.findings[0]).toMatchObject({
      rule: "wait-for-health",
      certain: true,
      range: { start: 0, end: 9 },
    });
    expect(verdict.plan).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    [["check"], "expected a command"],
    [["check", "a", "b"], "too many arguments"],
    [["check", "a", "--shell", "fish"], "unexpected shell fish"],
    [["check", "a", "--format", "xml"], "unexpected format xml"],
    [["chek", "a"], "Did you mean check?"],
    [["check", "--polcy", "x"], "--policy"],
  ])("refuses %j", async (args, message) => {
    const { status, out, err } = await (await built()).bylaw(args);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain(message);
  });

  test("refuses input that isn't UTF-8", async () => {
    const { status, err } = await (await built()).bylaw(["check", "-"], Buffer.from([0xff, 0xfe]));
    expect(status).toBe(2);
    expect(err).toContain("not UTF-8");
  });
});

describe("a policy that can't be trusted", () => {
  const cases: readonly (readonly [string, string, (text: string) => string])[] = [
    ["is no JSON", "it is not JSON", () => "{"],
    ["is something else", "it is not a Bylaw policy", () => "[]"],
    [
      "comes from a newer version",
      "newer Bylaw",
      (t) => t.replace('"schemaVersion": 1', '"schemaVersion": 99'),
    ],
    ["doesn't fit the schema", "doesn't fit the policy schema", (t) => t.replace('"rules"', '"ruels"')],
    ["was edited by hand", "edited by hand", (t) => t.replace('"--wait"', '"--wait2"')],
    [
      "has a key of the prototype",
      "doesn't fit",
      (t) => t.replace('"guidance"', '"__proto__": {"x": 1}, "guidance"'),
    ],
  ];

  test.each(cases)("%s", async (_name, message, change) => {
    const project = await built();
    project.write("dist/policy.json", change(project.read("dist/policy.json")));
    const { status, out, err } = await project.bylaw(["check", "ls"]);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain("(policy-refused)");
    expect(err).toContain(message);
  });

  test("is missing", async () => {
    const { status, err } = await new TestProject().bylaw(["check", "ls"]);
    expect(status).toBe(2);
    expect(err).toContain("(policy-missing)");
    expect(err).toContain("Run `bylaw build` first");
  });

  test("may be formatted anew", async () => {
    const project = await built();
    project.write("dist/policy.json", JSON.stringify(JSON.parse(project.read("dist/policy.json"))));
    expect((await project.bylaw(["check", "ls"])).status).toBe(0);
  });
});

describe("explain", () => {
  test("shows a rule with its reason, examples and place", async () => {
    const { out } = await (await built()).bylaw(["explain", "wait-for-health"]);
    expect(out).toBe(
      [
        "wait-for-health",
        "Always pass `--wait` to `deployctl`.",
        "because: a deployment that nobody watches fails without a word.",
        "entry: 2026-02-03 It ended too early",
        "source: learnings/deploy.md:12:3",
        "blocks: deployctl --region us-east",
        "",
      ].join("\n"),
    );
  });

  test("shows what a rule replaced, and that the replaced one is out of force", async () => {
    const more =
      "\n## 2026-03-01 — Changed\n\n- **Never** run `deployctl`.\n  - Id: `no-deploy`\n  - Supersedes: `wait-for-health`\n";
    const project = new TestProject({ "learnings/deploy.md": DEPLOY + more });
    await project.bylaw(["build"]);
    const now = await project.bylaw(["explain", "no-deploy"]);
    expect(now.out).toContain("history:\n  2026-02-03 wait-for-health: Always pass `--wait` to `deployctl`.");
    const old = await project.bylaw(["explain", "wait-for-health"]);
    expect(old.out).toContain("wait-for-health (not in force: superseded by no-deploy)");
    expect(project.read("dist/agents/AGENTS.md")).not.toContain("wait-for-health");
  });

  test("traces a verdict", async () => {
    const { out } = await (await built()).bylaw(["explain", "--", "sudo", "deployctl", "--region", "a b"]);
    expect(out).toContain("runs\n  sudo deployctl --region 'a b'\n  deployctl --region 'a b'\n");
    expect(out).toContain("  wait-for-health: deny: `--wait` is missing\n");
  });

  test("suggests a near id", async () => {
    const { status, err } = await (await built()).bylaw(["explain", "wait-for-heath"]);
    expect(status).toBe(2);
    expect(err).toContain("did you mean wait-for-health?");
  });
});

describe("test", () => {
  test("shows each example with the verdict of the whole policy", async () => {
    const { status, out } = await (await built()).bylaw(["test"]);
    expect(status).toBe(0);
    expect(out).toBe(
      "ok    wait-for-health Blocks deployctl --region us-east (whole policy: deny)\n1 of 1 examples as expected\n",
    );
  });

  test("fails where an example differs", async () => {
    const project = new TestProject({ "learnings/a.md": "- **Never** run `x`.\n  - Passes: `x`\n" });
    const { status, out, err } = await project.bylaw(["test"]);
    expect(status).toBe(1);
    expect(out).toContain("fails never-run-x Passes x");
    expect(err).toContain("(example-differs)");
  });
});

describe("hook", () => {
  const input = (command: string): string =>
    JSON.stringify({ hook_event_name: "PreToolUse", tool_name: "Bash", tool_input: { command } });

  test("denies with the rule, the reason and the fix", async () => {
    const project = await built();
    const { status, out } = await project.bylaw(["hook", "claude-code"], input("deployctl"));
    expect(status).toBe(0);
    const { hookSpecificOutput } = JSON.parse(out);
    expect(hookSpecificOutput.permissionDecision).toBe("deny");
    expect(hookSpecificOutput.permissionDecisionReason).toContain(
      "Rule wait-for-health: Always pass `--wait` to `deployctl`.",
    );
    expect(hookSpecificOutput.permissionDecisionReason).toContain("Instead run: deployctl --wait");
  });

  test("keeps silent about what it allows", async () => {
    expect(await (await built()).bylaw(["hook", "claude-code"], input("deployctl --wait"))).toMatchObject({
      status: 0,
      out: "",
    });
  });

  test("denies, with the cause, when the policy's path is relative", async () => {
    const { out } = await (await built()).bylaw(
      ["hook", "claude-code", "--policy", "dist/policy.json"],
      input("ls"),
    );
    expect(JSON.parse(out).hookSpecificOutput.permissionDecisionReason).toContain("absolute path");
  });

  test("denies, with the cause, when there is no policy", async () => {
    const project = new TestProject();
    const { out } = await project.bylaw(
      ["hook", "claude-code", "--policy", join(project.folder, "p.json")],
      input("ls"),
    );
    expect(JSON.parse(out).hookSpecificOutput).toMatchObject({ permissionDecision: "deny" });
  });

  test("refuses a host that it doesn't know", async () => {
    const { status, err } = await (await built()).bylaw(["hook", "emacs"], input("ls"));
    expect(status).toBe(2);
    expect(err).toContain("unknown host emacs");
  });
});
