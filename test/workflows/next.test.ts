// What may be done next, by the states of a release.
import { describe, expect, test } from "vitest";
import type { State } from "../../src/policy/types.ts";
import { gateAnswer } from "../../src/validators/workflow/gate.ts";
import { impossible } from "../../src/validators/workflow/impossible.ts";
import { next } from "../../src/validators/workflow/next.ts";
import { names, nextIn, policyOf, RELEASE, runIn, workflowOf } from "./state.ts";

const OWNED = { "create-test-report": "Pass", "take-ownership": "Pass" } as const;
const PROMOTED = { phase: "Accepted", "stage-release": "succeeded" };
const ASYNC = {
  ...OWNED,
  "push-to-cdn-staging": "Pass",
  "image-consistency-check": "Pass",
  "stage-testing": "Pass",
} as const;

describe("next", () => {
  test("from an empty state only what needs nothing is ready", () => {
    const answer = nextIn({});
    expect(names(answer)["ready"]).toEqual(["create-test-report", "analyze-candidate-build"]);
    expect(answer.ready[0]?.runs).toBe("oar_create_test_report(release)");
    expect(answer.ready.map((t) => t.informational)).toEqual([false, true]);
    expect(names(answer)["waiting"]).toHaveLength(7);
  });

  test("before the promotion the rest awaits it", () => {
    const answer = nextIn({ tasks: OWNED });
    expect(names(answer)["ready"]).toEqual(["push-to-cdn-staging", "analyze-candidate-build"]);
    expect(answer.waiting[0]?.reasons).toEqual([
      { kind: "wait", what: "build-promotion", status: "Not Started" },
      { kind: "fact", what: "`stage-release` is `succeeded`", missing: ["stage-release"] },
    ]);
    expect(answer.waits).toEqual([
      {
        wait: "build-promotion",
        reasons: [{ kind: "fact", what: "`phase` is `Accepted`", missing: ["phase"] }],
        every: { from: 1800, to: 1800 },
      },
    ]);
  });

  test("promoted: both tasks are ready at once, before any test result", () => {
    const { ready } = nextIn({ tasks: OWNED, facts: PROMOTED });
    expect(ready.map((t) => t.task)).toEqual([
      "push-to-cdn-staging",
      "analyze-candidate-build",
      "image-consistency-check",
      "stage-testing",
    ]);
  });

  test("a stage release that runs holds them back, and nothing has failed", () => {
    const answer = nextIn({ tasks: OWNED, facts: { ...PROMOTED, "stage-release": "running" } });
    expect(answer.waiting.find((t) => t.task === "stage-testing")?.reasons).toEqual([
      {
        kind: "condition",
        what: "`stage-release` is `succeeded`",
        found: [{ of: "fact", name: "stage-release", is: "running" }],
      },
    ]);
  });

  test("all async tasks Pass but the gate not: blocked by the gate", () => {
    const answer = nextIn({ tasks: ASYNC, facts: PROMOTED });
    expect(answer.blocked).toEqual([
      {
        task: "image-signed-check",
        informational: false,
        reasons: [{ kind: "gate", what: "promoted-build", status: "Not Started" }],
      },
    ]);
  });

  test("an accepted build passes by a fact, and its gate with it", () => {
    const facts = { ...PROMOTED, aggregated: "true", accepted: "true" };
    const answer = nextIn({ tasks: ASYNC, facts });
    expect(names(answer)["ready"]).toEqual(["analyze-candidate-build", "image-signed-check"]);
    expect(answer.gates).toEqual([{ gate: "promoted-build", status: "Pass" }]);
  });

  test("a candidate that fails blocks nothing, and stops nothing", () => {
    const answer = nextIn({ tasks: { "analyze-candidate-build": "Fail" } });
    expect(names(answer)).toMatchObject({
      ready: ["create-test-report"],
      failed: ["analyze-candidate-build"],
    });
    expect(answer.blocked).toEqual([]);
  });

  test("a failure that stops lets running tasks finish and starts nothing", () => {
    const tasks = { ...OWNED, "push-to-cdn-staging": "In Progress", "stage-testing": "Fail" } as const;
    const answer = nextIn({ tasks, facts: PROMOTED });
    expect(names(answer)["running"]).toEqual(["push-to-cdn-staging"]);
    expect(names(answer)["ready"]).toBeUndefined();
    expect(answer.blocked.find((t) => t.task === "image-consistency-check")?.reasons).toEqual([
      { kind: "stop", what: "stage-testing", status: "Fail" },
    ]);
    expect(answer.failed[0]?.onFailure).toContain("tell `owner`");
  });

  test("running: when to check again, and with what", () => {
    const at = "2026-03-01T10:00Z";
    const task = { status: "In Progress", at, captures: { build_number: "77" } } as const;
    const state: State = { tasks: { ...OWNED, "stage-testing": task }, facts: PROMOTED };
    const early = nextIn(state, "2026-03-01T10:05Z").running[0];
    expect(early).toEqual({
      task: "stage-testing",
      informational: false,
      since: "2026-03-01T10:00Z",
      checks: 'oar_stage_testing(release, build_number="77")',
      every: { from: 600, to: 900 },
      again: { from: "2026-03-01T10:10Z", to: "2026-03-01T10:15Z", due: false },
    });
    expect(nextIn(state, "2026-03-01T10:10Z").running[0]?.again?.due).toBe(true);
  });

  const SIGNED = { ...ASYNC, "analyze-promoted-build": "Pass", "image-signed-check": "Pass" } as const;
  const SIGNED_FACTS = { ...PROMOTED, aggregated: "true", "release-date": "2026-03-10" };

  test("two days before the release it waits, with the day; one day before it is ready", () => {
    const state: State = { tasks: SIGNED, facts: SIGNED_FACTS };
    expect(nextIn(state, "2026-03-08T23:59Z").waiting).toEqual([
      {
        task: "change-advisory-status",
        informational: false,
        reasons: [{ kind: "date", what: "one day before `release-date`", from: "2026-03-09" }],
      },
    ]);
    expect(nextIn(state, "2026-03-09").ready.map((t) => t.task)).toContain("change-advisory-status");
  });

  test("what is in progress for too long has failed", () => {
    const task = { status: "In Progress", at: "2026-03-09T00:00Z" } as const;
    const state: State = { tasks: { ...SIGNED, "change-advisory-status": task }, facts: SIGNED_FACTS };
    expect(names(nextIn(state, "2026-03-10T23:59Z"))["running"]).toEqual(["change-advisory-status"]);
    expect(names(nextIn(state, "2026-03-11T00:00Z"))["failed"]).toEqual(["change-advisory-status"]);
  });

  test("the same state gives the same answer, whatever the order in it", () => {
    const forth = nextIn({ tasks: ASYNC, facts: PROMOTED });
    const back = Object.fromEntries(Object.entries(ASYNC).reverse());
    expect(nextIn({ tasks: back, facts: PROMOTED })).toEqual(forth);
  });
});

describe("statuses", () => {
  const of = (text: string, state: State) => names(next(workflowOf(text), runIn(state)));
  const KONFLUX = "### Fact `flow`\n\n- From: the operator\n- Values: `konflux`, `classic`\n\n";
  const LINES = "- Passes when it exits 0\n- Fails when it exits 1\n";

  test("what a condition rules out is waived, and holds nothing back", () => {
    const text = `${KONFLUX}### Task \`a\`\n\n- When: \`flow\` is \`konflux\`\n${LINES}\n### Task \`b\`\n\n- Needs: \`a\`\n${LINES}`;
    expect(of(text, { facts: { flow: "classic" } })).toEqual({ ready: ["b"], done: ["a"] });
    expect(of(text, { facts: { flow: "konflux" } })).toEqual({ ready: ["a"], waiting: ["b"] });
  });

  test("whether it is run at all isn't known yet: it waits for that", () => {
    const text = `${KONFLUX}### Task \`a\`\n\n- When: \`flow\` is \`konflux\`\n${LINES}\n### Task \`b\`\n\n- Needs: \`a\`\n${LINES}`;
    expect(of(text, {})).toEqual({ waiting: ["a", "b"] });
    const [a] = next(workflowOf(text), runIn({})).waiting;
    expect(a?.reasons).toEqual([{ kind: "fact", what: "`flow` is `konflux`", missing: ["flow"] }]);
  });

  test("an empty fact is one that is known to have no value", () => {
    const text = `### Fact \`request\`\n\n- From: the operator\n\n### Task \`a\`\n\n- When: \`request\` is set\n${LINES}`;
    expect(of(text, { facts: { request: "" } })).toEqual({ done: ["a"] });
    expect(of(text, { facts: { request: "https://example.com/1" } })).toEqual({ ready: ["a"] });
    expect(of(text, {})).toEqual({ waiting: ["a"] });
  });

  test("what is run only after a failure waits until it is known whether there was one", () => {
    const text = `### Task \`a\`\n\n${LINES}\n### Task \`mend\`\n\n- When: \`a\` is \`Fail\`\n${LINES}\n### Task \`b\`\n\n- Needs: \`mend\`\n${LINES}`;
    expect(of(text, {})).toEqual({ ready: ["a"], waiting: ["mend", "b"] });
    expect(of(text, { tasks: { a: "In Progress" } })).toEqual({ running: ["a"], waiting: ["mend", "b"] });
    expect(of(text, { tasks: { a: "Pass" } })).toEqual({ ready: ["b"], done: ["a", "mend"] });
    expect(of(text, { tasks: { a: "Fail" } })).toEqual({ ready: ["mend"], failed: ["a"], waiting: ["b"] });
  });

  const TABLE =
    "### Decision `fit`\n\nExactly one row applies.\n\n| `flow` | `a` | then |\n| --- | --- | --- |\n| `konflux` | `Pass` | `yes` |\n| `konflux` | `Not Started`, `In Progress`, `Fail`, `Blocked`, `Waived` | `no` |\n| `classic` | any | `yes` |\n\n";

  test("the outcome of a decision follows from facts and statuses", () => {
    const text = `${KONFLUX}${TABLE}### Task \`a\`\n\n${LINES}\n### Task \`b\`\n\n- Passes when \`fit\` is \`yes\`\n- Fails when it exits 1\n`;
    const policy = policyOf(text);
    const [workflow] = policy.workflows;
    if (workflow === undefined) throw new Error("no playbook");
    const by = (state: State) => names(next(workflow, runIn(state, undefined, policy.decisions)));
    expect(by({})).toEqual({ ready: ["a", "b"] });
    expect(by({ facts: { flow: "classic" } })).toEqual({ ready: ["a"], done: ["b"] });
    expect(by({ facts: { flow: "konflux" } })).toEqual({ ready: ["a", "b"] });
    expect(by({ tasks: { a: "Pass" }, facts: { flow: "konflux" } })).toEqual({ done: ["a", "b"] });
    expect(by({ tasks: { a: "Fail" } })).toEqual({ ready: ["b"], failed: ["a"] });
    expect(by({ facts: { fit: "yes" } })).toEqual({ ready: ["a"], done: ["b"] });
  });

  test("a fact that blocks lets go when it changes", () => {
    const text = `${KONFLUX}### Task \`a\`\n\n- Blocked when \`flow\` is \`classic\`\n${LINES}`;
    expect(of(text, { facts: { flow: "classic" } })).toEqual({ blocked: ["a"] });
    expect(of(text, { tasks: { a: "Blocked" }, facts: { flow: "konflux" } })).toEqual({ ready: ["a"] });
  });

  test("what needs a failure to have happened is no dependant of a success", () => {
    const text = `### Task \`a\`\n\n${LINES}\n### Task \`mend\`\n\n- Needs: \`a\` is \`Fail\`\n${LINES}`;
    expect(of(text, { tasks: { a: "Fail" } })).toEqual({ ready: ["mend"], failed: ["a"] });
    expect(of(text, { tasks: { a: "Pass" } })).toEqual({ waiting: ["mend"], done: ["a"] });
  });

  test("any of several, joined by or", () => {
    const text = `### Task \`a\`\n\n${LINES}\n### Task \`b\`\n\n${LINES}\n### Task \`c\`\n\n- Needs: \`a\` or \`b\`\n${LINES}`;
    expect(of(text, { tasks: { b: "Pass" } })).toEqual({ ready: ["a", "c"], done: ["b"] });
  });

  test("a failure blocks what waits for its Pass in a condition; of a choice all must have failed", () => {
    const text = `### Task \`a\`\n\n${LINES}\n### Task \`b\`\n\n${LINES}\n### Task \`c\`\n\n- Needs: \`a\` is \`Pass\`\n${LINES}\n### Task \`d\`\n\n- Needs: \`a\` or \`b\`\n${LINES}`;
    expect(of(text, { tasks: { a: "Fail" } })).toMatchObject({ blocked: ["c"], waiting: ["d"] });
    expect(of(text, { tasks: { a: "Fail", b: "Fail" } })).toMatchObject({ blocked: ["c", "d"] });
  });

  test("a failure far above blocks, by way of a gate", () => {
    const text = `### Task \`a\`\n\n${LINES}\n### Gate \`g\`\n\n- Needs: \`a\`\n\n### Task \`c\`\n\n- Needs: \`g\`\n${LINES}`;
    expect(of(text, { tasks: { a: "Fail" } })).toEqual({ blocked: ["c"], failed: ["a"] });
  });
});

test("a gate says what is missing", () => {
  const workflow = workflowOf(RELEASE);
  const answer = gateAnswer(workflow, "promoted-build", runIn({ tasks: ASYNC, facts: PROMOTED }));
  expect(answer?.status).toBe("Not Started");
  expect(answer?.missing).toEqual([
    {
      kind: "condition",
      what: "`analyze-promoted-build` is `Pass`",
      found: [{ of: "status", name: "analyze-promoted-build", is: "Not Started" }],
    },
  ]);
  expect(gateAnswer(workflow, "stage-testing", runIn({}))).toBeUndefined();
});

test("what is begun too early is found by way of 3,000 gates", () => {
  const task = (name: string, needs: string): string =>
    `### Task \`${name}\`\n\n${needs}- Passes when it exits 0\n- Fails when it exits 1\n\n`;
  const gates = Array.from(
    { length: 3_000 },
    (_, i) => `### Gate \`g${i}\`\n\n- Needs: \`${i === 0 ? "a" : `g${i - 1}`}\`\n\n`,
  );
  const workflow = workflowOf(`${task("a", "")}${gates.join("")}${task("z", "- Needs: `g2999`\n")}`);
  expect(impossible(workflow, runIn({ tasks: { z: "Pass" } }))).toEqual([{ name: "z", needs: "a" }]);
}, 60_000);

test("2,000 tasks in a chain and in layers", () => {
  const task = (i: number, needs: string): string =>
    `### Task \`t${i}\`\n\n${needs === "" ? "" : `- Needs: ${needs}\n`}- Passes when it exits 0\n- Fails when it exits 1\n\n`;
  const shapes = {
    chain: (i: number) => (i === 0 ? "" : `\`t${i - 1}\``),
    layers: (i: number) =>
      i < 20 ? "" : [0, 1, 2].map((k) => `\`t${i - 20 + k - (i % 20 > 16 ? 3 : 0)}\``).join(", "),
  };
  for (const shape of Object.values(shapes)) {
    const text = Array.from({ length: 2_000 }, (_, i) => task(i, shape(i))).join("");
    const workflow = workflowOf(text);
    const run = runIn({
      tasks: Object.fromEntries(workflow.tasks.slice(0, 1_000).map((t) => [t.name, "Pass"])),
    });
    const answer = next(workflow, run);
    expect(answer.done).toHaveLength(1_000);
    expect(answer.ready.length).toBeGreaterThan(0);
  }
}, 60_000);
