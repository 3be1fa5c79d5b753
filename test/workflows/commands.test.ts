// The commands about playbooks, as they are run, with states that are wrong in every way.
import { beforeAll, describe, expect, test } from "vitest";
import { printPolicy } from "../../src/policy/revision.ts";
import { type Outcome, TestProject } from "../support/project.ts";
import { policyOf, RELEASE } from "./state.ts";

let policy = "";
beforeAll(() => {
  policy = printPolicy(policyOf(RELEASE));
});

function bylaw(
  args: readonly string[],
  files: Readonly<Record<string, string>> = {},
  input = "",
): Promise<Outcome> {
  const project = new TestProject({ "dist/policy.json": policy, "bylaw.config.json": "{}", ...files });
  return project.bylaw(args, input);
}

const OWNED =
  "tasks:\n  create-test-report: Pass\n  take-ownership: {status: Pass, at: 2026-03-01T09:00Z, by: ann}\n";
const PROMOTED = "facts:\n  phase: Accepted\n  stage-release: succeeded\n";

describe("next", () => {
  test("as text", async () => {
    const state = `${OWNED}  stage-testing:\n    status: In Progress\n    at: 2026-03-01T10:00Z\n    captures: {build_number: 4.20}\n${PROMOTED}`;
    const { status, out } = await bylaw(
      ["next", "release", "--state", "s.yaml", "--now", "2026-03-01T10:05Z"],
      { "s.yaml": state },
    );
    expect(status).toBe(0);
    expect(out).toContain("  push-to-cdn-staging: run oar_push_to_cdn_staging(release)\n");
    expect(out).toContain(
      'check between 2026-03-01T10:10Z and 2026-03-01T10:15Z; with oar_stage_testing(release, build_number="4.20")',
    );
    expect(out).toContain(
      "  test-results: until `aggregated` is `true`, which isn't known; takes 10–120 minutes; check every 5–10 minutes\n",
    );
  });

  test("as JSON, from a state in JSON, with a fact from the command line", async () => {
    const state = JSON.stringify({ tasks: { "create-test-report": "Pass", "take-ownership": "Pass" } });
    const args = ["next", "release", "--state", "s.json", "--fact", "phase=Accepted", "--format", "json"];
    const { status, out } = await bylaw(args, { "s.json": state });
    expect(status).toBe(0);
    const next = JSON.parse(out);
    expect(next.waits.map((w: { wait: string }) => w.wait)).toEqual(["test-results"]);
  });

  test("as Mermaid, with statuses where a state is given", async () => {
    const graph = ["next", "release", "--format", "mermaid"];
    expect((await bylaw(graph)).out).toContain('n0["create-test-report"]\n');
    const { out } = await bylaw([...graph, "--state", "s.yaml"], { "s.yaml": OWNED });
    expect(out).toContain('n0["create-test-report<br>Pass"]:::pass');
    expect(out).toContain('n2["push-to-cdn-staging<br>Ready"]:::ready');
  });

  test("as SVG, with statuses where a state is given, and links where they are asked for", async () => {
    const graph = ["next", "release", "--format", "svg"];
    const { status, out } = await bylaw(graph);
    expect([status, out.startsWith("<svg ")]).toEqual([0, true]);
    expect(out).not.toContain("<a ");
    const args = [...graph, "--state", "s.yaml", "--links", "https://example.org/release"];
    const linked = (await bylaw(args, { "s.yaml": OWNED })).out;
    expect(linked).toContain('<a href="https://example.org/release#task-create-test-report">');
    expect(linked).toContain(">Pass · 5 minutes</text>");
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "JavaScript:x"])("no link to %s", async (links) => {
    const { status, out, err } = await bylaw(["next", "release", "--format", "svg", "--links", links]);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain(`unexpected ${links} for --links`);
  });

  test.each([
    [["next", "relase"], "there is no playbook relase. Did you mean `release`?"],
    [["next", "release", "--now", "soon"], 'unexpected "soon" for --now, expected YYYY-MM-DD or an ISO time'],
    [["next", "release", "--fact", "release-date=never"], "expected a date"],
    [["next", "nothing"], "there is no playbook nothing, expected release"],
    [["classify", "release", "stage"], "there is no task stage"],
    [["classify", "release", "test-results"], "test-results is a wait of playbook release, no task"],
    [["gate", "release", "stage-testing"], "stage-testing is a task of playbook release, no gate"],
    [["gate", "release", "x"], "there is no gate x in playbook release, expected promoted-build"],
    [["retry", "release", "stage-testing", "--error", "x"], "expected --attempt"],
    [["retry", "release", "stage-testing", "--attempt", "0", "--error", "x"], "expected --attempt"],
    [["classify", "release", "stage-testing", "--exit-status", "bad"], "unexpected bad for --exit-status"],
  ])("%j", async (args, message) => {
    const { status, err } = await bylaw(args);
    expect(err).toContain(message);
    expect(status).toBe(2);
  });
});

describe("classify", () => {
  const STARTED =
    "INFO task [Stage testing] status is changed to [In Progress]\r\nBuild number: 4711, queue 3\n";
  test.each([
    ["stage-testing", STARTED, "In Progress", { build_number: "4711" }],
    [
      "stage-testing",
      `${STARTED}task [Stage testing] status is changed to [Pass]`,
      "Pass",
      { build_number: "4711" },
    ],
    ["stage-testing", "status is changed to [Pass]", null, {}],
    [
      "stage-testing",
      "task [Stage testing] status is changed to [Pass]\ntask [Stage testing] status is changed to [Fail]",
      "Fail",
      {},
    ],
    ["stage-testing", "", null, {}],
    ["image-consistency-check", "error: stage-release pipeline has\nnot succeeded", "Blocked", {}],
    ["image-consistency-check", "stage-release pipeline runs", null, {}],
    [
      "image-consistency-check",
      "Triggered image consistency check Prow job:  abc-1 ",
      null,
      { job_id: "abc-1" },
    ],
  ])("%s %j", async (task, output, status, captures) => {
    const { out } = await bylaw(["classify", "release", task, "--format", "json"], {}, output);
    expect(JSON.parse(out)).toMatchObject({ status, captures });
    expect(Object.keys(JSON.parse(out).captures)).toEqual(Object.keys(captures));
  });

  test("by exit status; without one it is said", async () => {
    const args = ["classify", "release", "image-signed-check"];
    expect((await bylaw([...args, "--exit-status", "0"])).out).toContain("status: Pass");
    expect((await bylaw([...args, "--exit-status", "1"])).out).toContain("status: Fail");
    expect((await bylaw(args)).out).toContain("status: no change\nnote: the exit status was not given");
  });

  test("takes long output", async () => {
    const line = `${"Build number: ".repeat(200_000)}\n`;
    const { out } = await bylaw(["classify", "release", "stage-testing"], {}, line.repeat(3));
    expect(out).toContain("status: no change");
  });
});

test("gate", async () => {
  const files = { "s.yaml": `${OWNED}${PROMOTED}` };
  const open = await bylaw(["gate", "release", "promoted-build", "--state", "s.yaml"], files);
  expect(open).toMatchObject({ status: 1 });
  expect(open.out).toBe(
    "not passed\n  needs `analyze-promoted-build` is `Pass`, which doesn't hold: it is Not Started\n  because: images of a bad build are not signed off.\n",
  );
  const facts = ["--fact", "aggregated=true", "--fact", "accepted=true"];
  const passed = await bylaw(["gate", "release", "promoted-build", "--state", "s.yaml", ...facts], files);
  expect(passed).toMatchObject({ status: 0 });
});

describe("retry", () => {
  test.each([
    ["1", "read TIMED OUT", 0, "again after 1 minute\n"],
    ["2", "503 Service Unavailable", 0, "again after 2 minutes\n"],
    ["3", "rate limit", 0, "again after 4 minutes\n"],
    [
      "4",
      "rate limit",
      1,
      "stop\n  because the error holds `rate limit`, but 3 retries are all\n  on failure: set `overall` to `Red`",
    ],
    ["1", "authentication failed", 1, "stop\n  because the error is none of the causes"],
  ])("attempt %s, %s", async (attempt, error, status, text) => {
    const args = ["retry", "release", "stage-testing", "--attempt", attempt, "--error", error];
    const outcome = await bylaw(args);
    expect(outcome.out).toContain(text);
    expect(outcome.status).toBe(status);
  });
});

describe("check --tool", () => {
  const READY = `${OWNED}${PROMOTED}`;
  const RUNNING = `${OWNED}  stage-testing: {status: In Progress, captures: {build_number: "7"}}\n${PROMOTED}`;
  const Z = { release: "4.20.1" };
  test.each([
    ["ready", "oar_stage_testing", Z, READY, 0, "allow"],
    ["by its name at a host", "mcp__oar__oar_stage_testing", Z, READY, 0, "allow"],
    [
      "too early",
      "oar_stage_testing",
      Z,
      OWNED,
      1,
      "deny not-yet: `stage-testing` needs wait `build-promotion`, which isn't over",
    ],
    ["too early at a host", "mcp__oar__oar_stage_testing", Z, OWNED, 1, "deny not-yet"],
    ["too early, Gemini CLI and VS Code", "mcp_my_oar_oar_stage_testing", Z, OWNED, 1, "deny not-yet"],
    ["too early, OpenCode", "release_oar_stage_testing", Z, OWNED, 1, "deny not-yet"],
    ["too early, Copilot", "release-oar_stage_testing", Z, OWNED, 1, "deny not-yet"],
    ["too early, a server with the sign in its name", "mcp__a__b__oar_stage_testing", Z, OWNED, 1, "not-yet"],
    [
      "undeclared in another spelling",
      "release_oar_drop_all",
      Z,
      READY,
      1,
      "deny undeclared-tool: `oar_drop_all`",
    ],
    ["a name that only ends alike", "xoar_stage_testing", Z, OWNED, 0, "allow"],
    ["another server's tool", "mcp__x__my_oar_stage_testing", Z, OWNED, 0, "allow"],
    [
      "again while it runs",
      "oar_stage_testing",
      Z,
      RUNNING,
      1,
      'instead: `oar_stage_testing(release, build_number="7")`',
    ],
    ["asking while it runs", "oar_stage_testing", { ...Z, build_number: "7" }, RUNNING, 0, "allow"],
    [
      "a check that is the same call",
      "oar_push_to_cdn_staging",
      Z,
      `${OWNED}  push-to-cdn-staging: In Progress\n`,
      0,
      "allow",
    ],
    [
      "after a failure that stops",
      "oar_stage_testing",
      Z,
      `${OWNED}  push-to-cdn-staging: Fail\n${PROMOTED}`,
      1,
      "deny stopped: `push-to-cdn-staging` failed",
    ],
    [
      "what failed itself, again",
      "oar_push_to_cdn_staging",
      Z,
      `${OWNED}  push-to-cdn-staging: Fail\n`,
      0,
      "allow",
    ],
    ["not declared", "oar_delete_everything", Z, READY, 1, "deny undeclared-tool"],
    ["of no family", "weather_today", {}, READY, 0, "allow"],
    ["a missing argument", "oar_create_test_report", {}, READY, 1, "deny missing-argument"],
    [
      "a misshapen one",
      "oar_create_test_report",
      { release: "4.20" },
      READY,
      1,
      "expected the shape `X.Y.Z`",
    ],
    [
      "a shape and more",
      "oar_create_test_report",
      { release: "4.20.1; rm" },
      READY,
      1,
      "deny misshapen-argument",
    ],
    [
      "of another type",
      "oar_create_test_report",
      { release: 4.2 },
      READY,
      1,
      "`release` of `oar_create_test_report` is 4.2, expected text",
    ],
    ["an unknown one", "oar_create_test_report", { ...Z, force: true }, READY, 1, 'has no parameter "force"'],
    ["by an expression", "oar_take_ownership", { ...Z, email: "a@b" }, READY, 0, "allow"],
    [
      "by an expression that doesn't match",
      "oar_take_ownership",
      { ...Z, email: "nobody" },
      READY,
      1,
      "deny misshapen-argument",
    ],
    [
      "an inherited name",
      "oar_create_test_report",
      { ...Z, constructor: 1 },
      READY,
      1,
      "deny unknown-argument",
    ],
  ])("%s", async (_name, tool, input, state, status, text) => {
    const args = ["check", "--tool", tool, "--input", JSON.stringify(input), "--state", "s.yaml"];
    const outcome = await bylaw(args, { "s.yaml": state });
    expect(`${outcome.out}${outcome.err}`).toContain(text);
    expect(outcome.status).toBe(status);
  });

  test.each([
    ["check-signatures", READY, 1, "deny not-yet: `image-signed-check` needs `push-to-cdn-staging`"],
    ["cd x && sudo check-signatures --all", READY, 1, "deny not-yet"],
    ["check-signatures", undefined, 3, "ask state-unknown (undecided)"],
    ["analyze-build candidate", READY, 0, "allow"],
    ["analyze-build promoted", READY, 0, "allow"],
    ["echo check-signatures", READY, 0, "allow"],
  ])("the command of a task: %s", async (command, state, status, text) => {
    const files = state === undefined ? {} : { "s.yaml": state };
    const options = state === undefined ? [] : ["--state", "s.yaml"];
    const outcome = await bylaw(["check", command, ...options], files);
    expect(`${outcome.out}${outcome.err}`).toContain(text);
    expect(outcome.status).toBe(status);
  });

  test("a rule that looks at a status knows it from the state", async () => {
    const text = `${RELEASE}\n### Rules\n\n- **Never** run \`announce\` until \`take-ownership\` is \`Pass\`.\n  - Blocks: \`announce\` when \`take-ownership\` is \`Fail\`\n`;
    const files = {
      "dist/policy.json": printPolicy(policyOf(text)),
      "early.yaml": "tasks:\n  create-test-report: Pass\n",
      "late.yaml": OWNED,
    };
    const check = async (...options: string[]) =>
      (await bylaw(["check", "announce", ...options], files)).status;
    expect(await check("--state", "early.yaml")).toBe(1);
    expect(await check("--state", "late.yaml")).toBe(0);
    expect(await check()).toBe(3);
  });

  test("without a state it can't be decided, and asks", async () => {
    const args = ["check", "--tool", "oar_stage_testing", "--input", '{"release":"4.20.1"}'];
    expect(await bylaw(args)).toMatchObject({ status: 3 });
    const first = ["check", "--tool", "oar_create_test_report", "--input", '{"release":"4.20.1"}'];
    expect(await bylaw(first)).toMatchObject({ status: 0 });
  });

  test.each([
    [["--input", "{}"], "expected --tool beside --input"],
    [["--tool", "x", "--input", "[]"], "expected a JSON object"],
    [["--tool", "x", "--input", "{"], "--input is not JSON"],
    [["--tool", "x", "--input", "[".repeat(100)], "lies too deep"],
    [["--tool", "x", "ls"], "not both"],
    [["--tool", ""], "expected the name of a tool behind --tool"],
  ])("%j", async (args, message) => {
    const { status, err } = await bylaw(["check", ...args]);
    expect(err).toContain(message);
    expect(status).toBe(2);
  });
});
