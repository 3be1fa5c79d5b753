// A whole release on the command line, over days: what is called, what is said, what is next; with all that may go wrong.
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { printPolicy } from "../../src/policy/revision.ts";
import { TestProject } from "../support/project.ts";
import { POLICY } from "./sources.ts";

const changed = (task: string, status: string): string =>
  `INFO: task [${task}] status is changed to [${status}]\n`;

/** A release that is driven: its state as a file, and the time. */
class Drive {
  readonly #project = new TestProject({ "dist/policy.json": printPolicy(POLICY), "bylaw.config.json": "{}" });
  readonly #tasks: Record<string, object> = {};
  readonly #facts: Record<string, string> = {};
  #now = "2026-03-01T08:00Z";

  #save(): void {
    this.#project.write(
      "state.yaml",
      stringify({ playbook: "konflux-release", tasks: this.#tasks, facts: this.#facts }),
    );
  }

  async #bylaw(args: readonly string[], input = "") {
    this.#save();
    return this.#project.bylaw([...args, "--state", "state.yaml", "--now", this.#now], input);
  }

  /** Waits until a time, and learns facts. */
  at(now: string, facts: Readonly<Record<string, string>> = {}): this {
    this.#now = now;
    Object.assign(this.#facts, facts);
    return this;
  }

  /** "ready a b; running c", without what is done and what waits. */
  async next(): Promise<string> {
    const { out, err, status } = await this.#bylaw(["next", "konflux-release", "--format", "json"]);
    expect([err, status]).toEqual(["", 0]);
    const answer = JSON.parse(out) as Record<string, { task: string }[]>;
    return ["ready", "running", "blocked", "failed"]
      .flatMap((list) => {
        const names = (answer[list] ?? []).map((t) => t.task).filter((t) => t !== "analyze-candidate-build");
        return names.length === 0 ? [] : [`${list} ${names.join(" ")}`];
      })
      .join("; ");
  }

  async text(): Promise<string> {
    return (await this.#bylaw(["next", "konflux-release"])).out;
  }

  /** The verdict on a call, with the first finding. */
  async call(tool: string, input: object = {}): Promise<string> {
    const args = [
      "check",
      "--tool",
      `mcp__release__${tool}`,
      "--input",
      JSON.stringify({ release: "4.20.1", ...input }),
    ];
    const { out } = await this.#bylaw([...args, "--after", "oar_get_release_status"]);
    return out.split("\n").filter(Boolean).slice(0, 2).join(" | ");
  }

  /** Reads what a task printed into the state. Returns the status, and what was captured. */
  async said(task: string, output: string): Promise<string> {
    const { out } = await this.#project.bylaw(
      ["classify", "konflux-release", task, "--format", "json"],
      output,
    );
    const { status, captures } = JSON.parse(out) as {
      status: string | null;
      captures: Record<string, string>;
    };
    const before = this.#tasks[task];
    if (status !== null) this.#tasks[task] = { ...before, status, at: this.#now, captures };
    return [status ?? "no change", ...Object.entries(captures).map((pair) => pair.join("="))].join(" ");
  }
}

test("from an empty report to the last approval", async () => {
  const drive = new Drive();
  expect(await drive.next()).toBe("ready create-test-report");
  expect(await drive.call("oar_take_ownership", { email: "ann@example.org" })).toBe(
    "deny | deny not-yet: `take-ownership` needs `create-test-report`, which is Not Started",
  );
  expect(await drive.call("oar_create_test_report")).toBe("allow");
  expect(await drive.said("create-test-report", changed("Create test report", "Pass"))).toBe("Pass");
  expect(await drive.next()).toBe("ready take-ownership");
  expect(await drive.call("oar_take_ownership", { email: "ann@example.org" })).toBe("allow");
  expect(await drive.said("take-ownership", changed("Take ownership", "Pass"))).toBe("Pass");
  expect(await drive.said("check-cve-tracker-bug", changed("Check CVE tracker bugs", "Pass"))).toBe("Pass");

  expect(await drive.next()).toBe("");
  drive.at("2026-03-01T08:20Z", {
    "shipment-mr": "https://gitlab.example.org/mr/1",
    "kerberos-ticket": "expired",
  });
  expect(await drive.next()).toMatch(/^blocked check-rhcos-security-alerts /);
  drive.at("2026-03-01T08:30Z", { "kerberos-ticket": "valid" });
  expect(await drive.next()).toBe("ready check-rhcos-security-alerts");
  expect(await drive.said("check-rhcos-security-alerts", '{"alerts":{"alerts":[]}}')).toBe("Pass");

  expect(await drive.next()).toBe("ready push-to-cdn-staging");
  expect(await drive.call("oar_stage_testing")).toContain(
    "deny not-yet: `stage-testing` needs wait `build-promotion`",
  );
  expect(await drive.said("push-to-cdn-staging", changed("Push to CDN staging", "In Progress"))).toBe(
    "In Progress",
  );
  expect(await drive.text()).toContain("check between 2026-03-01T08:35Z and 2026-03-01T08:40Z");
  // Asking how it does is the same call again.
  expect(await drive.call("oar_push_to_cdn_staging")).toBe("allow");
  drive.at("2026-03-01T09:15Z");
  expect(await drive.said("push-to-cdn-staging", changed("Push to CDN staging", "Pass"))).toBe("Pass");
  expect(await drive.next()).toBe("");

  drive.at("2026-03-02T06:00Z", { phase: "Accepted", "stage-release": "running" });
  expect(await drive.next()).toBe(
    "blocked image-consistency-check stage-testing image-signed-check change-advisory-status",
  );
  expect(await drive.call("oar_stage_testing")).toBe(
    "deny | deny blocked: `stage-testing` is Blocked by `stage-release` is `running` or `failed`",
  );
  drive.at("2026-03-02T06:30Z", { "stage-release": "succeeded" });
  expect(await drive.next()).toBe("ready image-consistency-check stage-testing");
  expect(await drive.call("oar_stage_testing")).toBe("allow");
  const triggered =
    "triggered stage pipeline job: <https://jenkins.example.org/job/zstreams/job/Stage-Pipeline/4711/>";
  expect(await drive.said("stage-testing", `${changed("Stage testing", "In Progress")}${triggered}\n`)).toBe(
    "In Progress build_number=4711",
  );
  const prow = `${changed("Image consistency check", "In Progress")}Triggered image consistency check Prow job: 5f3a-91\n`;
  expect(await drive.said("image-consistency-check", prow)).toBe("In Progress job_id=5f3a-91");
  expect(await drive.next()).toBe("running image-consistency-check stage-testing");
  expect(await drive.text()).toContain('with oar_stage_testing(release, build_number="4711")');
  expect(await drive.call("oar_stage_testing")).toBe(
    "deny | deny in-progress: `stage-testing` is In Progress already",
  );
  expect(await drive.call("oar_stage_testing", { build_number: "4711" })).toBe("allow");
  expect(await drive.call("oar_stage_testing", { build_number: 4711 })).toContain("deny misshapen-argument");

  drive.at("2026-03-02T09:00Z", { "promoted-file": "present", "promoted-aggregated": "false" });
  expect(await drive.text()).toContain(
    "test-aggregation: until `promoted-aggregated` is `true`, which doesn't hold: it is `false`; takes 6 hours; check every 5–10 minutes",
  );
  expect(await drive.said("stage-testing", changed("Stage testing", "Pass"))).toBe("Pass");
  expect(await drive.said("image-consistency-check", changed("Image consistency check", "Pass"))).toBe(
    "Pass",
  );
  expect(await drive.next()).toBe("blocked image-signed-check");
  expect(await drive.call("oar_image_signed_check")).toContain(
    "needs gate `promoted-build`, which isn't passed",
  );

  drive.at("2026-03-02T14:00Z", {
    "promoted-aggregated": "true",
    "promoted-accepted": "false",
    "promoted-recommendation": "none",
  });
  expect(await drive.text()).toContain("`promoted-result` is `analyze`: The build wasn't accepted.");
  const record = { task_name: "analyze-promoted-build", status: "Pass" };
  expect(await drive.call("oar_update_task_status", record)).toMatch(/^ask /);
  drive.at("2026-03-02T14:05Z", { "promoted-recommendation": "ACCEPT" });
  expect(await drive.call("oar_update_task_status", record)).toBe("allow");
  expect(await drive.next()).toBe("ready image-signed-check");
  expect(await drive.said("image-signed-check", changed("Image signature check", "Pass"))).toBe("Pass");

  drive.at("2026-03-02T15:00Z", { "release-date": "2026-Mar-05" });
  expect(await drive.text()).toContain(
    "change-advisory-status: for one day before `release-date`: from 2026-03-04",
  );
  expect(await drive.call("oar_change_advisory_status")).toContain(
    "one day before `release-date`: from 2026-03-04",
  );
  drive.at("2026-03-04T09:00Z");
  expect(await drive.next()).toBe("ready change-advisory-status");
  expect(await drive.call("oar_change_advisory_status")).toBe("allow");
  expect(await drive.said("change-advisory-status", "SCHEDULED\n")).toBe("In Progress");
  expect(await drive.next()).toBe("running change-advisory-status");
  drive.at("2026-03-06T09:00Z");
  expect(await drive.next()).toBe("failed change-advisory-status");
  // The same call starts another checker, with two days of its own.
  expect(await drive.call("oar_change_advisory_status")).toBe("allow");
  expect(await drive.said("change-advisory-status", "SCHEDULED\n")).toBe("In Progress");
  expect(await drive.next()).toBe("running change-advisory-status");
  drive.at("2026-03-06T12:00Z", { "advisory-status": "Pass" });
  expect(await drive.next()).toBe("");
  expect(await drive.text()).toMatch(
    /^ready\n {2}analyze-candidate-build.*\n(?: {4}.*\n)*\ndone\n(?: {2}.*\n| {4}.*\n)+$/,
  );
});

describe("a build that is rejected", () => {
  const rejected = async (): Promise<Drive> => {
    const drive = new Drive();
    for (const [task, name] of [
      ["create-test-report", "Create test report"],
      ["take-ownership", "Take ownership"],
      ["check-cve-tracker-bug", "Check CVE tracker bugs"],
    ] as const)
      await drive.said(task, changed(name, "Pass"));
    drive.at("2026-03-02T06:00Z", { "shipment-mr": "", phase: "Accepted" });
    await drive.said("stage-testing", changed("Stage testing", "In Progress"));
    return drive.at("2026-03-02T14:00Z", {
      "promoted-file": "present",
      "promoted-aggregated": "true",
      "promoted-accepted": "false",
      "promoted-recommendation": "REJECT",
    });
  };

  test("stops what is new, and what runs runs on", async () => {
    const drive = await rejected();
    expect(await drive.next()).toBe(
      "running stage-testing; blocked push-to-cdn-staging image-consistency-check image-signed-check change-advisory-status; failed analyze-promoted-build",
    );
    expect(await drive.call("oar_push_to_cdn_staging")).toBe(
      "deny | deny stopped: `analyze-promoted-build` failed, and nothing new is started",
    );
    expect(await drive.call("oar_stage_testing", { build_number: "1" })).toBe("allow");
    expect(
      await drive.call("oar_update_task_status", { task_name: "analyze-promoted-build", status: "Pass" }),
    ).toMatch(/^(?:ask|deny) /);
  });

  test("goes on when the owner says so", async () => {
    const drive = (await rejected()).at("2026-03-02T15:00Z", { "gate-override": "granted" });
    expect(await drive.next()).toBe(
      "ready push-to-cdn-staging image-consistency-check; running stage-testing",
    );
    expect(
      await drive.call("oar_update_task_status", { task_name: "analyze-promoted-build", status: "Pass" }),
    ).toBe("allow");
  });
});

test("the same state in YAML, in JSON and in another order gives the same bytes", async () => {
  const state = {
    playbook: "konflux-release",
    tasks: {
      "create-test-report": "Pass",
      "take-ownership": { status: "Pass", by: "ann", at: "2026-03-01" },
    },
    facts: { "shipment-mr": "x", phase: "Accepted" },
  };
  const back = {
    facts: { phase: "Accepted", "shipment-mr": "x" },
    tasks: {
      "take-ownership": { at: "2026-03-01", by: "ann", status: "Pass" },
      "create-test-report": "Pass",
    },
    playbook: "konflux-release",
  };
  const project = new TestProject({
    "dist/policy.json": printPolicy(POLICY),
    "bylaw.config.json": "{}",
    "a.yaml": stringify(state),
    "b.json": JSON.stringify(state),
    "c.json": `\uFEFF${JSON.stringify(back, undefined, "\t").replaceAll("\n", "\r\n")}`,
    "d.yaml": stringify(back),
  });
  for (const format of ["text", "json", "mermaid"]) {
    const answers = [];
    for (const file of ["a.yaml", "b.json", "c.json", "d.yaml"]) {
      const args = ["next", "konflux-release", "--state", file, "--now", "2026-03-01", "--format", format];
      answers.push(await project.bylaw(args));
    }
    expect(answers[0]?.status).toBe(0);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  }
});
