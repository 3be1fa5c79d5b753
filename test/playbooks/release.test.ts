// What is next in the Konflux release, state by state.
import { describe, expect, test } from "vitest";
import type { State } from "../../src/policy/types.ts";
import { classify } from "../../src/validators/workflow/classify.ts";
import { gateAnswer } from "../../src/validators/workflow/gate.ts";
import { next } from "../../src/validators/workflow/next.ts";
import { reasonText } from "../../src/validators/workflow/reasons.ts";
import { retry } from "../../src/validators/workflow/retry.ts";
import { factsOf, nextOf, RELEASE, runOf, tasksOf } from "./sources.ts";

const CVE = "create-test-report take-ownership check-cve-tracker-bug";
const CHECKED = `${CVE} check-rhcos-security-alerts`;
const ASYNC = `${CHECKED} push-to-cdn-staging image-consistency-check stage-testing`;
const SIGNED = `${ASYNC} image-signed-check`;
const PROMOTED = "phase=Accepted stage-release=succeeded";
const AGGREGATED = `${PROMOTED} promoted-file=present promoted-aggregated=true`;
const ACCEPTED = `${AGGREGATED} promoted-accepted=true`;
const REJECTED = `${AGGREGATED} promoted-accepted=false promoted-recommendation=REJECT`;
const CANDIDATE = "analyze-candidate-build";

/** The lists that are asked for, as they are. */
function lists(tasks: string, facts: string, expected: string, now?: string): string {
  const state: State = { tasks: tasksOf(tasks), facts: factsOf(facts) };
  const wanted = expected.split("; ").map((list) => list.split(" ")[0] ?? "");
  return nextOf(RELEASE, state, now)
    .filter((list) => wanted.includes(list.split(" ")[0] ?? ""))
    .join("; ");
}

describe("getting ready", () => {
  test.each([
    ["an empty state: two tasks and nothing else", "", "", `ready create-test-report ${CANDIDATE}`],
    ["one after the other", "create-test-report", "", `ready take-ownership ${CANDIDATE}`],
    ["…", "create-test-report take-ownership", "", `ready check-cve-tracker-bug ${CANDIDATE}`],
    [
      "one that runs holds the next one",
      "create-test-report=In_Progress",
      "",
      `ready ${CANDIDATE}; running create-test-report`,
    ],
    ["whether it is a Konflux release must be known", CVE, "", `ready ${CANDIDATE}`],
    [
      "it is: its alerts are checked",
      CVE,
      "shipment-mr=https://gitlab/1",
      `ready check-rhcos-security-alerts ${CANDIDATE}`,
    ],
    ["nothing is left out before its turn", "", "shipment-mr=", `ready create-test-report ${CANDIDATE}`],
    [
      "it isn't: there is nothing to check",
      CVE,
      "shipment-mr=",
      `ready push-to-cdn-staging ${CANDIDATE}; done ${CHECKED}`,
    ],
    [
      "without a ticket nobody can ask",
      CVE,
      "shipment-mr=x kerberos-ticket=missing",
      `ready ${CANDIDATE}; blocked check-rhcos-security-alerts push-to-cdn-staging image-consistency-check stage-testing analyze-promoted-build image-signed-check change-advisory-status`,
    ],
    ["an expired one is none", CVE, "shipment-mr=x kerberos-ticket=expired", `ready ${CANDIDATE}`],
    [
      "with a ticket",
      CVE,
      "shipment-mr=x kerberos-ticket=valid",
      `ready check-rhcos-security-alerts ${CANDIDATE}`,
    ],
  ])("%s", (_, tasks, facts, expected) => {
    expect(lists(tasks, facts, expected)).toBe(expected);
  });
});

describe("around the promotion", () => {
  test.each([
    [
      "the alerts are checked: the push may start, the rest awaits the promotion",
      CHECKED,
      "",
      `ready push-to-cdn-staging ${CANDIDATE}; waiting image-consistency-check stage-testing analyze-promoted-build image-signed-check change-advisory-status`,
    ],
    [
      "a build that is pending isn't promoted",
      CHECKED,
      "phase=Pending",
      `ready push-to-cdn-staging ${CANDIDATE}`,
    ],
    [
      "promoted: both long checks at once, before any test result",
      CHECKED,
      "phase=Accepted",
      `ready push-to-cdn-staging ${CANDIDATE} image-consistency-check stage-testing`,
    ],
    ["promoted, and nothing of the alerts known", CVE, "phase=Accepted", `ready ${CANDIDATE}`],
    [
      "a stage release that runs blocks both",
      CHECKED,
      "phase=Accepted stage-release=running",
      `ready push-to-cdn-staging ${CANDIDATE}; blocked image-consistency-check stage-testing image-signed-check change-advisory-status`,
    ],
    [
      "one that failed too",
      CHECKED,
      "phase=Accepted stage-release=failed",
      `ready push-to-cdn-staging ${CANDIDATE}; blocked image-consistency-check stage-testing image-signed-check change-advisory-status`,
    ],
    [
      "what it blocked stays so while nobody knows better",
      `${CHECKED} stage-testing=Blocked`,
      "phase=Accepted",
      `ready push-to-cdn-staging ${CANDIDATE} image-consistency-check; blocked stage-testing image-signed-check change-advisory-status`,
    ],
    [
      "what it blocked is tried again when it has succeeded",
      `${CHECKED} stage-testing=Blocked`,
      PROMOTED,
      `ready push-to-cdn-staging ${CANDIDATE} image-consistency-check stage-testing`,
    ],
    [
      "the test results are looked at all the same",
      CHECKED,
      `${AGGREGATED} stage-release=running`,
      `ready push-to-cdn-staging ${CANDIDATE} analyze-promoted-build`,
    ],
    [
      "tests without a file",
      CHECKED,
      `${PROMOTED} promoted-file=missing`,
      `ready push-to-cdn-staging ${CANDIDATE} image-consistency-check stage-testing`,
    ],
    [
      "tests that are not collected",
      CHECKED,
      `${PROMOTED} promoted-file=present promoted-aggregated=absent`,
      `ready push-to-cdn-staging ${CANDIDATE} image-consistency-check stage-testing`,
    ],
    [
      "tests that are being collected",
      CHECKED,
      `${PROMOTED} promoted-file=present promoted-aggregated=false`,
      `ready push-to-cdn-staging ${CANDIDATE} image-consistency-check stage-testing`,
    ],
    [
      "tests that are collected",
      CHECKED,
      AGGREGATED,
      `ready push-to-cdn-staging ${CANDIDATE} image-consistency-check stage-testing analyze-promoted-build`,
    ],
  ])("%s", (_, tasks, facts, expected) => {
    expect(lists(tasks, facts, expected)).toBe(expected);
  });
});

describe("the gate and the join", () => {
  test.each([
    [
      "all three pass, the gate doesn't: blocked",
      ASYNC,
      AGGREGATED,
      "blocked image-signed-check; waiting change-advisory-status",
    ],
    ["best of three passes the gate", ASYNC, ACCEPTED, `ready ${CANDIDATE} image-signed-check`],
    [
      "so does the analysis",
      ASYNC,
      `${AGGREGATED} promoted-accepted=false promoted-recommendation=ACCEPT`,
      `ready ${CANDIDATE} image-signed-check`,
    ],
    [
      "the analysis hasn't run",
      ASYNC,
      `${AGGREGATED} promoted-accepted=false promoted-recommendation=none`,
      `ready ${CANDIDATE} analyze-promoted-build`,
    ],
    [
      "so does the owner",
      ASYNC,
      `${REJECTED} gate-override=granted`,
      `ready ${CANDIDATE} image-signed-check`,
    ],
    [
      "what is recorded counts as well",
      `${ASYNC} analyze-promoted-build`,
      PROMOTED,
      `ready ${CANDIDATE} image-signed-check`,
    ],
    [
      "the gate passes, a check runs on",
      `${CHECKED} push-to-cdn-staging image-consistency-check stage-testing=In_Progress`,
      ACCEPTED,
      `ready ${CANDIDATE}; running stage-testing; waiting image-signed-check change-advisory-status`,
    ],
    [
      "the gate passes, a check hasn't begun",
      `${CHECKED} push-to-cdn-staging image-consistency-check`,
      ACCEPTED,
      `ready ${CANDIDATE} stage-testing; waiting image-signed-check change-advisory-status`,
    ],
    [
      "a candidate that failed blocks nothing",
      `${CANDIDATE}=Fail`,
      "",
      "ready create-test-report; failed analyze-candidate-build",
    ],
    [
      "not at the promotion either",
      `${CHECKED} ${CANDIDATE}=Fail`,
      PROMOTED,
      "ready push-to-cdn-staging image-consistency-check stage-testing; failed analyze-candidate-build",
    ],
    [
      "nor at the join",
      `${ASYNC} ${CANDIDATE}=Fail`,
      ACCEPTED,
      "ready image-signed-check; failed analyze-candidate-build",
    ],
    [
      "nor where a decision says so",
      "",
      "candidate-file=present candidate-aggregated=true candidate-accepted=false candidate-recommendation=REJECT",
      "ready create-test-report; failed analyze-candidate-build",
    ],
  ])("%s", (_, tasks, facts, expected) => {
    expect(lists(tasks, facts, expected)).toBe(expected);
  });
});

describe("failures stop", () => {
  const REST = "image-signed-check change-advisory-status";
  test.each([
    [
      "a rejected build: nothing new, what runs runs on",
      `${CHECKED} push-to-cdn-staging stage-testing=In_Progress image-consistency-check=In_Progress`,
      REJECTED,
      `running image-consistency-check stage-testing; blocked ${CANDIDATE} ${REST}; failed analyze-promoted-build`,
    ],
    [
      "a rejected build: nothing that could begin does",
      CHECKED,
      REJECTED,
      `blocked push-to-cdn-staging ${CANDIDATE} image-consistency-check stage-testing ${REST}; failed analyze-promoted-build`,
    ],
    [
      "a push that failed",
      `${CHECKED} push-to-cdn-staging=Fail stage-testing=In_Progress`,
      PROMOTED,
      "running stage-testing; failed push-to-cdn-staging",
    ],
    ["a report that failed", "create-test-report=Fail", "", "failed create-test-report"],
    [
      "a signature that is missing",
      `${ASYNC} image-signed-check=Fail`,
      ACCEPTED,
      `blocked ${CANDIDATE} change-advisory-status; failed image-signed-check`,
    ],
  ])("%s", (_, tasks, facts, expected) => {
    expect(lists(tasks, facts, `ready ; ${expected}`)).toBe(expected);
  });
});

describe("the last day", () => {
  const DATED = `${ACCEPTED} release-date=2026-03-10`;
  test.each([
    ["two days before it waits", "2026-03-08T23:59Z", `ready ${CANDIDATE}; waiting change-advisory-status`],
    ["one day before it is ready", "2026-03-09T00:00Z", `ready ${CANDIDATE} change-advisory-status`],
    ["on the day itself too", "2026-03-10T12:00Z", `ready ${CANDIDATE} change-advisory-status`],
    ["and after it", "2026-04-01", `ready ${CANDIDATE} change-advisory-status`],
    [
      "midnight is that of UTC",
      "2026-03-09T00:30+01:00",
      `ready ${CANDIDATE}; waiting change-advisory-status`,
    ],
  ])("%s", (_, now, expected) => {
    expect(lists(SIGNED, DATED, expected, now)).toBe(expected);
  });

  test("without a date it waits for the date", () => {
    expect(lists(SIGNED, ACCEPTED, "waiting ")).toBe("waiting change-advisory-status");
  });

  const scheduled = (at: string): State => ({
    tasks: {
      ...tasksOf(`${SIGNED} analyze-promoted-build`),
      "change-advisory-status": { status: "In Progress", at },
    },
    facts: factsOf(DATED),
  });
  test.each([
    ["the checker looks on", "2026-03-11T08:59Z", "", `ready ${CANDIDATE}; running change-advisory-status`],
    ["for two days", "2026-03-11T09:00Z", "", `blocked ${CANDIDATE}; failed change-advisory-status`],
    ["the sheet says that it has passed", "2026-03-10T09:00Z", "Pass", `ready ${CANDIDATE}`],
    [
      "the sheet says that it has failed",
      "2026-03-10T09:00Z",
      "Fail",
      `blocked ${CANDIDATE}; failed change-advisory-status`,
    ],
  ])("%s", (_, now, sheet, expected) => {
    const { tasks, facts } = scheduled("2026-03-09T09:00Z");
    const told = sheet === "" ? {} : { "advisory-status": sheet };
    const found = nextOf(RELEASE, { tasks, facts: { ...facts, ...told } }, now).filter(
      (l) => !l.startsWith("done"),
    );
    expect(found.join("; ")).toBe(expected);
  });
});

describe("why not", () => {
  test.each([
    ["image-consistency-check", CHECKED, "", ["wait `build-promotion`, which isn't over"]],
    ["check-rhcos-security-alerts", CVE, "", ["`shipment-mr` is set, which isn't known"]],
    ["image-signed-check", ASYNC, AGGREGATED, ["gate `promoted-build`, which isn't passed"]],
    [
      "stage-testing",
      CHECKED,
      "phase=Accepted stage-release=running",
      ["`stage-release` is `running` or `failed`"],
    ],
    [
      "push-to-cdn-staging",
      `${CVE} check-rhcos-security-alerts=Blocked`,
      "kerberos-ticket=missing",
      ["`check-rhcos-security-alerts`, which is Blocked"],
    ],
    [
      "change-advisory-status",
      SIGNED,
      `${ACCEPTED} release-date=2026-03-10`,
      ["one day before `release-date`: from 2026-03-09"],
    ],
    ["change-advisory-status", SIGNED, ACCEPTED, ["one day before `release-date`, which isn't known"]],
    ["stage-testing", CHECKED, REJECTED, ["`analyze-promoted-build` failed, and nothing new is started"]],
  ])("%s", (task, tasks, facts, reasons) => {
    const answer = next(RELEASE, runOf({ tasks: tasksOf(tasks), facts: factsOf(facts) }));
    const held = [...answer.blocked, ...answer.waiting].find((t) => t.task === task);
    expect(held?.reasons.map(reasonText)).toEqual(reasons);
  });

  test.each([
    [
      "promoted-build",
      CHECKED,
      AGGREGATED,
      "Not Started",
      ["`analyze-promoted-build`, which is Not Started"],
    ],
    ["promoted-build", CHECKED, REJECTED, "Not Started", ["`analyze-promoted-build`, which is Fail"]],
    ["promoted-build", CHECKED, ACCEPTED, "Pass", []],
    [
      "build-promotion",
      CHECKED,
      "phase=Rejected",
      "Not Started",
      ["`phase` is `Accepted`, which doesn't hold: it is `Rejected`"],
    ],
    [
      "test-result-file",
      CHECKED,
      PROMOTED,
      "Not Started",
      ["`promoted-file` is `present`, which isn't known"],
    ],
    ["test-aggregation", CHECKED, AGGREGATED, "Pass", []],
  ])("gate %s: %s, %s", (gate, tasks, facts, status, reasons) => {
    const answer = gateAnswer(RELEASE, gate, runOf({ tasks: tasksOf(tasks), facts: factsOf(facts) }));
    expect([answer?.status, answer?.missing.map(reasonText)]).toEqual([status, reasons]);
  });
});

describe("what a task said", () => {
  const changed = (task: string, status: string): string =>
    `INFO task [${task}] status is changed to [${status}]`;
  const NAMES = {
    "create-test-report": "Create test report",
    "take-ownership": "Take ownership",
    "check-cve-tracker-bug": "Check CVE tracker bugs",
    "push-to-cdn-staging": "Push to CDN staging",
    "image-consistency-check": "Image consistency check",
    "stage-testing": "Stage testing",
    "image-signed-check": "Image signature check",
  };
  const ASYNCS = ["push-to-cdn-staging", "image-consistency-check", "stage-testing"];
  const NEVER_FAILS = "check-cve-tracker-bug";
  const all = Object.entries(NAMES).flatMap(([task, name]) => [
    [task, changed(name, "Pass"), "Pass"],
    [task, changed(name, "Fail"), task === NEVER_FAILS ? undefined : "Fail"],
    [task, changed(name, "In Progress"), ASYNCS.includes(task) ? "In Progress" : undefined],
    [task, `${changed(name, "Pass")}\n${changed(name, "Fail")}`, task === NEVER_FAILS ? "Pass" : "Fail"],
    [task, changed("Another task", "Pass"), undefined],
    [task, "", undefined],
  ]);
  const of = (name: string) => {
    const task = RELEASE.tasks.find((t) => t.name === name);
    if (task === undefined) throw new Error(`no ${name}`);
    return task;
  };

  test.each(all)("%s: %j is %s", (task, output, status) => {
    expect(classify(of(task ?? ""), output ?? "", undefined).status).toBe(status);
  });

  test.each([
    [
      "create-test-report",
      "Found existing worksheet for 4.20.1 (old release): https://docs.google.com/x",
      "Pass",
      {},
    ],
    [
      "create-test-report",
      "StateBox already exists for 4.20.1 at _releases/4.20/statebox/4.20.1.yaml",
      "Pass",
      {},
    ],
    [
      "image-consistency-check",
      `${changed("Image consistency check", "In Progress")}\nTriggered image consistency check Prow job: 5f3a-91\nProw job URL: https://prow/5f3a-91`,
      "In Progress",
      { job_id: "5f3a-91" },
    ],
    [
      "image-consistency-check",
      `Stage release pipeline is not completed yet\n${changed("Image consistency check", "Fail")}`,
      "Blocked",
      {},
    ],
    [
      "stage-testing",
      `${changed("Stage testing", "In Progress")}\r\ntriggered stage pipeline job: <https://jenkins/job/zstreams/job/Stage-Pipeline/4711/>`,
      "In Progress",
      { build_number: "4711" },
    ],
    ["stage-testing", "stage release pipeline is not success, will not trigger stage test", "Blocked", {}],
    ["change-advisory-status", "SCHEDULED", "In Progress", {}],
    [
      "check-rhcos-security-alerts",
      '{"alerts":{"alerts":[{"name":"erratum_missing_notes_link","blocking":true}],"blocking":false}}',
      "Pass",
      {},
    ],
    ["check-rhcos-security-alerts", "<html>401 Unauthorized</html>", undefined, {}],
    ["analyze-promoted-build", "ACCEPT", undefined, {}],
  ])("%s: %j", (task, output, status, captures) => {
    const found = classify(of(task), output, undefined);
    expect([found.status, found.captures]).toEqual([status, captures]);
  });

  test.each([
    [1, "Network timeout after 30 s", "again 60"],
    [2, "requests.exceptions.ReadTimeout: read timed out", "again 120"],
    [3, "API rate limit exceeded for installation", "again 240"],
    [1, "HTTP 429: Too Many Requests", "again 60"],
    [1, "503 Service Unavailable", "again 60"],
    [4, "503 Service Unavailable", "stop"],
    [1, "build 150334 not found", "stop"],
    [1, "401 Unauthorized", "stop"],
    [1, "release 4.20 is not valid", "stop"],
    [1, "", "stop"],
    [1, changed("Stage testing", "Fail"), "stop"],
    [1, `${changed("Stage testing", "Fail")}: jobs timed out`, "stop"],
  ])("attempt %s, %j: %s", (attempt, error, expected) => {
    const { again, after, onFailure } = retry(of("stage-testing"), attempt, error);
    expect(again ? `again ${after}` : "stop").toBe(expected);
    expect(onFailure).toBe(again ? undefined : "set `overall` to `Red`, tell `owner`, stop");
  });

  test("what each task is said to take, and how often to look", () => {
    const times = [...RELEASE.tasks, ...RELEASE.waits].map(({ name, takes, check }) => [
      name,
      takes === undefined ? "" : `${takes.from}–${takes.to}`,
      check === undefined ? "" : `${check.from}–${check.to}`,
    ]);
    expect(times).toEqual([
      ["create-test-report", "300–300", ""],
      ["take-ownership", "10–10", ""],
      ["check-cve-tracker-bug", "60–60", ""],
      ["check-rhcos-security-alerts", "10–10", ""],
      ["push-to-cdn-staging", "1800–3600", "300–600"],
      ["analyze-candidate-build", "120–300", ""],
      ["image-consistency-check", "5400–7200", "600–900"],
      ["stage-testing", "7200–14400", "600–900"],
      ["analyze-promoted-build", "120–300", ""],
      ["image-signed-check", "120–120", ""],
      ["change-advisory-status", "172800–172800", "1800–1800"],
      ["build-promotion", "21600–86400", ""],
      ["test-result-file", "600–7200", "300–600"],
      ["test-aggregation", "21600–21600", "300–600"],
    ]);
  });
});
