// The whole truth table of the promote gate, held against what its workflow does; and where they differ, on purpose.
import { beforeAll, describe, expect, test } from "vitest";
import { printPolicy } from "../../src/policy/revision.ts";
import { decide } from "../../src/validators/decide.ts";
import { gateAnswer } from "../../src/validators/workflow/gate.ts";
import { TestProject } from "../support/project.ts";
import { nextOf, POLICY, PROMOTE, runOf } from "./sources.ts";
import { ancestryStep, e2eStep, ending, imageStep, type World } from "./workflow-model.ts";

const TRIGGERS = [
  "workflow_dispatch",
  "E2E Staging SaaS (full lifecycle)",
  "publish-workspace-server-image",
] as const;
const STATUSES = ["queued", "requested", "waiting", "pending", "in_progress", "completed"];
const CONCLUSIONS = [
  "success",
  "failure",
  "cancelled",
  "timed_out",
  "neutral",
  "skipped",
  "stale",
  "action_required",
  "startup_failure",
  "none",
];
const LABELS = ["same", "another", "", undefined] as const;
const COMPARES = ["ahead", "identical", "behind", "diverged", undefined];

/** All that `gh run list` may answer: nothing, an error, or the newest run. */
const RUNS: readonly World["runs"][] = [
  [],
  undefined,
  ...STATUSES.flatMap((status) => CONCLUSIONS.map((conclusion) => [{ status, conclusion }])),
];

const GREEN: World = {
  trigger: "publish-workspace-server-image",
  branch: "main",
  upstream: "success",
  sha: "31f9a5e",
  runs: [{ status: "completed", conclusion: "success" }],
  platform: true,
  tenant: true,
  label: "another",
  compare: "ahead",
};

/** The facts that a world shows. */
function factsOf(world: World): Record<string, string> {
  const { trigger, branch, upstream, sha, runs, platform, tenant, label, compare } = world;
  const [run] = runs ?? [];
  const image = (there: boolean): string => (there ? "present" : "missing");
  return {
    trigger,
    branch: branch === "main" ? "main" : "other",
    "upstream-conclusion": trigger === "workflow_dispatch" ? "none" : upstream,
    commit: sha === "" ? "missing" : "given",
    "e2e-status": runs === undefined ? "error" : (run?.status ?? "none"),
    "e2e-conclusion": run?.conclusion ?? "none",
    "platform-image": image(platform),
    "tenant-image": image(tenant),
    "latest-revision": label === undefined ? "error" : label === "" ? "unlabelled" : label,
    compare: compare ?? "error",
  };
}

function outcome(name: string, facts: Readonly<Record<string, string>>): string {
  const table = (other: string) => POLICY.decisions.find((d) => d.name === other);
  const found = table(name);
  if (found === undefined) throw new Error(`no ${name}`);
  const answer = decide(found, facts, { decision: table, today: "2026-09-01" });
  return answer.status === "decided" ? answer.outcome : answer.status;
}

/** Where the tables are stricter than the workflow, each with the row that says why. */
const DIFFERENCES: readonly { what: string; applies: (world: World) => boolean }[] = [
  {
    what: "an E2E run that could not be asked about is no missing run: abort instead of proceed",
    applies: ({ trigger, runs }) => trigger === "publish-workspace-server-image" && runs === undefined,
  },
  {
    what: "an image without a label is no longer let through: abort instead of proceed",
    applies: ({ trigger, label }) => trigger !== "workflow_dispatch" && label === "",
  },
  {
    what: "a registry that failed is no image without a label: abort instead of proceed",
    applies: ({ trigger, label }) => trigger !== "workflow_dispatch" && label === undefined,
  },
];

describe("what does E2E say: every trigger, status and conclusion", () => {
  test.each(TRIGGERS)("%s", (trigger) => {
    for (const runs of RUNS) {
      const world = { ...GREEN, trigger, runs };
      const [first] = DIFFERENCES;
      const expected = first?.applies(world) === true ? "abort" : e2eStep(world);
      expect([runs, outcome("e2e-gate", factsOf(world))]).toEqual([runs, expected]);
    }
  });

  test("statuses and conclusions that no run has together are refused by the last row", () => {
    for (const conclusion of CONCLUSIONS) {
      const facts = { ...factsOf(GREEN), "e2e-status": "none", "e2e-conclusion": conclusion };
      expect(outcome("e2e-gate", facts)).toBe(conclusion === "none" ? "proceed" : "abort");
    }
  });

  test("where the workflow's comment and its code differ, the table agrees with the code", () => {
    const cancelled = { ...GREEN, runs: [{ status: "completed", conclusion: "cancelled" }] };
    expect(outcome("e2e-gate", factsOf(cancelled))).toBe("defer");
    for (const status of ["waiting", "pending"])
      expect(outcome("e2e-gate", factsOf({ ...GREEN, runs: [{ status, conclusion: "none" }] }))).toBe(
        "defer",
      );
  });
});

test("are both images there", () => {
  for (const platform of [true, false])
    for (const tenant of [true, false]) {
      const world = { ...GREEN, platform, tenant };
      expect(outcome("both-images", factsOf(world))).toBe(imageStep(world));
    }
});

describe("does it go forwards: every trigger, label and answer", () => {
  test.each(TRIGGERS)("%s", (trigger) => {
    for (const label of LABELS)
      for (const compare of COMPARES) {
        const world = { ...GREEN, trigger, label, compare };
        const [, unlabelled, failed] = DIFFERENCES;
        const stricter = unlabelled?.applies(world) === true || failed?.applies(world) === true;
        const found = outcome("ancestry", factsOf(world));
        const expected = stricter ? "abort" : ancestryStep(world);
        expect([label, compare, found === "no-change" ? "proceed" : found]).toEqual([
          label,
          compare,
          expected,
        ]);
      }
  });
});

describe("the answers together", () => {
  test.each(TRIGGERS)("%s: from the filter to the tags", (trigger) => {
    let [count, stricter] = [0, 0];
    for (const branch of ["main", "staging"])
      for (const upstream of CONCLUSIONS)
        for (const sha of ["", "31f9a5e"])
          for (const runs of RUNS)
            for (const [platform, tenant] of [
              [true, true],
              [true, false],
              [false, true],
            ] as const)
              for (const label of LABELS)
                for (const compare of label === "another" ? COMPARES : ["ahead"]) {
                  // Of failed upstream runs a few cases do: nothing further is asked.
                  if (upstream !== "success" && upstream !== "failure" && runs !== RUNS[0]) continue;
                  const world: World = {
                    ...GREEN,
                    trigger,
                    branch,
                    upstream,
                    sha,
                    runs,
                    platform,
                    tenant,
                    label,
                    compare,
                  };
                  const found = outcome("promote", factsOf(world));
                  const model = ending(world);
                  count++;
                  const reasons = DIFFERENCES.filter((d) => d.applies(world));
                  if (found === model) continue;
                  stricter++;
                  // Every difference is a listed one, and is the stricter answer: what went on, or was put off, stops.
                  expect([world, found, reasons.length > 0]).toEqual([world, "abort", true]);
                  expect(["retag", "defer"]).toContain(model);
                }
    expect(count).toBeGreaterThan(2_000);
    expect(stricter > 0).toBe(trigger !== "workflow_dispatch");
  });

  test("each listed difference is one", () => {
    for (const difference of DIFFERENCES) {
      const worlds = RUNS.flatMap((runs) => LABELS.map((label): World => ({ ...GREEN, runs, label })));
      const differ = worlds.filter((w) => outcome("promote", factsOf(w)) !== ending(w));
      expect([
        difference.what,
        differ.some((w) => DIFFERENCES.every((d) => d.applies(w) === (d === difference))),
      ]).toEqual([difference.what, true]);
    }
  });
});

describe("the playbook", () => {
  const state = (world: World) => ({ facts: factsOf(world) });
  test("tags when the tables agree, one image after the other", () => {
    expect(nextOf(PROMOTE, state(GREEN))).toEqual(["ready retag-platform", "waiting retag-tenant"]);
    const tasks = { "retag-platform": "Pass" } as const;
    expect(nextOf(PROMOTE, { ...state(GREEN), tasks })).toEqual([
      "ready retag-tenant",
      "done retag-platform",
    ]);
    expect(nextOf(PROMOTE, state({ ...GREEN, compare: "behind" }))[0]).toBe("blocked retag-platform");
    expect(nextOf(PROMOTE, {})).toEqual(["blocked retag-platform", "waiting retag-tenant"]);
  });

  test("the gate says what is missing, or what was decided", () => {
    const missing = (facts: Record<string, string>) =>
      gateAnswer(PROMOTE, "may-promote", runOf({ facts }))?.missing;
    const { "tenant-image": _, ...open } = factsOf(GREEN);
    expect(missing(open)).toEqual([
      { kind: "fact", what: "`promote` is `retag`", missing: ["tenant-image"] },
    ]);
    expect(missing(factsOf({ ...GREEN, runs: [{ status: "queued", conclusion: "none" }] }))).toEqual([
      {
        kind: "condition",
        what: "`promote` is `retag`",
        found: [{ of: "fact", name: "promote", is: "defer", because: "E2E has not decided" }],
      },
    ]);
    expect(missing(factsOf(GREEN))).toEqual([]);
  });
});

describe("on the command line", () => {
  let policy = "";
  beforeAll(() => {
    policy = printPolicy(POLICY);
  });
  const sample: readonly (readonly [string, Partial<World>, string, number])[] = [
    ["promote", {}, "retag", 0],
    ["promote", { trigger: "workflow_dispatch", runs: undefined, compare: "behind" }, "retag", 0],
    ["promote", { trigger: "workflow_dispatch", sha: "" }, "abort", 1],
    ["promote", { branch: "staging" }, "skip", 0],
    ["promote", { upstream: "failure" }, "skip", 0],
    ["promote", { runs: [{ status: "completed", conclusion: "failure" }] }, "abort", 1],
    ["promote", { runs: [{ status: "completed", conclusion: "cancelled" }] }, "defer", 0],
    ["promote", { runs: [{ status: "completed", conclusion: "action_required" }] }, "abort", 1],
    ["promote", { runs: [{ status: "waiting", conclusion: "none" }] }, "defer", 0],
    ["promote", { runs: [] }, "retag", 0],
    ["promote", { runs: undefined }, "abort", 1],
    ["promote", { tenant: false }, "abort", 1],
    ["promote", { label: "same", compare: undefined }, "retag", 0],
    ["promote", { label: "" }, "abort", 1],
    ["promote", { label: undefined }, "abort", 1],
    ["promote", { compare: "diverged" }, "abort", 1],
    ["ancestry", { label: "same" }, "no-change", 0],
    ["ancestry", { compare: "behind" }, "abort", 1],
    ["may-start", { upstream: "stale" }, "skip", 0],
  ];
  test.each(sample)("%s %j: %s", async (table, change, expected, status) => {
    const world = { ...GREEN, ...change };
    const project = new TestProject({ "dist/policy.json": policy, "bylaw.config.json": "{}" });
    const inputs = POLICY.decisions.flatMap((d) => (d.name === table || table === "promote" ? d.inputs : []));
    const names = new Set(inputs.filter((i) => i.of === "fact").map((i) => i.name));
    const own = Object.entries(factsOf(world)).filter(([name]) => names.has(name));
    const outcome = await project.bylaw(["decide", table, ...own.map((pair) => pair.join("="))]);
    expect([outcome.out.split("\n")[0], outcome.status]).toEqual([expected, status]);
  });
});
