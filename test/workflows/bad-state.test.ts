// States that are wrong in every way: refused with the place, and nothing else happens.
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { printPolicy } from "../../src/policy/revision.ts";
import { TestProject } from "../support/project.ts";
import { policyOf, RELEASE } from "./state.ts";

let policy = "";
beforeAll(() => {
  policy = printPolicy(policyOf(RELEASE));
});

/** What `bylaw next` says of a state, without the program's name. */
async function refusal(state: string | Uint8Array, file = "s.yaml"): Promise<string> {
  const project = new TestProject({ "dist/policy.json": policy, "bylaw.config.json": "{}", [file]: state });
  const { status, out, err } = await project.bylaw(["next", "release", "--state", file]);
  expect(err).not.toContain("internal error");
  expect([status, out]).toEqual([2, ""]);
  return err.replace(/^bylaw: /, "");
}

describe("the place, the line and a caret", () => {
  test.each([
    [
      "a task that isn't there",
      "tasks:\n  stage-tsting: Pass\n",
      's.yaml:2:3 there is no task "stage-tsting" in playbook release. Did you mean `stage-testing`?',
      "  2 |   stage-tsting: Pass",
      "    |   ^^^^^^^^^^^^",
    ],
    [
      "a status that isn't one",
      "tasks:\n  stage-testing: Passed\n",
      's.yaml:2:18 unexpected "Passed", expected Not Started, In Progress, Pass, Fail, Blocked, Waived',
      "  2 |   stage-testing: Passed",
      "    |                  ^^^^^^",
    ],
    [
      "a status in a map that isn't one",
      "tasks:\n  stage-testing: {status: Done}\n",
      's.yaml:2:27 unexpected "Done", expected Not Started, In Progress, Pass, Fail, Blocked, Waived',
      "  2 |   stage-testing: {status: Done}",
      "    |                           ^^^^",
    ],
    [
      "a time that is none, in JSON",
      '{"tasks": {"create-test-report": {"status": "Pass", "at": "yesterday"}}}',
      's.yaml:1:59 unexpected "yesterday", expected YYYY-MM-DD or an ISO time such as 2026-03-01T10:00Z',
      '  1 | {"tasks": {"create-test-report": {"status": "Pass", "at": "yesterday"}}}',
      "    |                                                           ^^^^^^^^^^^",
    ],
    [
      "lines that end in CRLF",
      "tasks:\r\n  create-test-report: pass\r\n",
      's.yaml:2:23 unexpected "pass", expected Not Started, In Progress, Pass, Fail, Blocked, Waived',
      "  2 |   create-test-report: pass",
      "    |                       ^^^^",
    ],
    [
      "behind a byte order mark",
      "\uFEFFfacts: {phase: accepted}\n",
      's.yaml:1:16 unexpected value "accepted" for fact phase, expected Pending, Accepted, Rejected',
      "  1 | facts: {phase: accepted}",
      "    |                ^^^^^^^^",
    ],
  ])("%s", async (_, state, ...lines) => {
    expect(await refusal(state)).toBe(`${lines.join("\n")}\n`);
  });
});

describe("the first line", () => {
  test.each([
    ["an unknown key", "task: {}\n", 's.yaml:1:1 unexpected key "task", expected playbook, tasks or facts'],
    [
      "an unknown key of a task",
      "tasks:\n  stage-testing: {status: Pass, when: now}\n",
      's.yaml:2:33 unexpected key "when", expected status, at, by, evidence or captures',
    ],
    [
      "no status",
      "tasks:\n  stage-testing: {by: ann}\n",
      "s.yaml:2:18 expected a status in it, such as status: Pass",
    ],
    ["a task without anything", "tasks:\n  stage-testing:\n", 's.yaml:2:3 unexpected ""'],
    [
      "a list of tasks",
      "tasks: [a, b]\n",
      's.yaml:1:8 unexpected ["a","b"], expected names with their values',
    ],
    ["a text for tasks", "tasks: none\n", 's.yaml:1:8 unexpected "none", expected names with their values'],
    [
      "a map for a fact",
      "facts:\n  phase: {is: Accepted}\n",
      's.yaml:2:10 unexpected {"is":"Accepted"}, expected a text',
    ],
    ["a list", "- a\n- b\n", 's.yaml:1:1 unexpected ["a","b"], expected the keys tasks and facts'],
    ["a text", "just text", 's.yaml:1:1 unexpected "just text", expected the keys tasks and facts'],
    [
      "a wait that failed",
      "tasks:\n  test-results: Fail\n",
      "s.yaml:2:17 the wait `test-results` is Pass or Not Started, not Fail",
    ],
    [
      "what has ended before what it needs",
      "tasks:\n  create-test-report: Pass\n  push-to-cdn-staging: Pass\n",
      "s.yaml:3:24 `push-to-cdn-staging` can't be Pass: it needs `take-ownership`, which is Not Started",
    ],
    [
      "what has begun before what it needs, by way of a wait",
      "tasks:\n  stage-testing: In Progress\n",
      "s.yaml:2:18 `stage-testing` can't be In Progress: it needs `take-ownership`, which is Not Started",
    ],
    [
      "another playbook",
      "playbook: other\n",
      's.yaml:1:11 this is the state of playbook "other", expected release',
    ],
    [
      "an unknown fact",
      "facts:\n  pase: Accepted\n",
      's.yaml:2:3 there is no fact "pase". Did you mean `phase`?',
    ],
    [
      "an empty value",
      'facts: {phase: ""}\n',
      's.yaml:1:16 unexpected value "" for fact phase, expected Pending',
    ],
    ["one name twice", "tasks:\n  a: Pass\n  a: Fail\n", 's.yaml:3:3 the key "a" stands here twice'],
    [
      "one name twice, quoted",
      '{"tasks": {"a": "Pass", "\\u0061": "Fail"}}',
      's.yaml:1:25 the key "a" stands here twice',
    ],
    [
      "a comment in JSON",
      '{\n  // all of it\n  "tasks": {}\n}',
      "s.yaml:2:3 JSON has no comments; in YAML they begin with #",
    ],
    ["a comment behind JSON", '{"tasks": {}} // all of it', "s.yaml:1:15 this can't be read as YAML or JSON"],
    ["a name that objects have", "tasks:\n  __proto__: Pass\n", 's.yaml:2:3 there is no task "__proto__"'],
    ["a key that objects have", "__proto__: {tasks: {}}\n", 's.yaml:1:1 unexpected key "__proto__"'],
    ["another one", "facts:\n  constructor: x\n", 's.yaml:2:3 there is no fact "constructor"'],
    [
      "a key of captures that objects have",
      "tasks:\n  create-test-report: {status: Pass, captures: {toString: [x]}}\n",
      "s.yaml:2:",
    ],
    ["a NUL", "tasks:\n  a\0b: Pass\n", 's.yaml:2:3 there is no task "a\\u0000b"'],
    ["a control character", 'tasks:\n  "a\\e[2Jb": Pass\n', 's.yaml:2:3 there is no task "a\\u001b[2Jb"'],
    [
      "text that runs the other way",
      "tasks:\n  a\u202eb: Pass\n",
      's.yaml:2:3 there is no task "a\\u{202e}b"',
    ],
    [
      "a tab as indent",
      "tasks:\n\tstage-testing: Pass\n",
      "s.yaml:2:1 this can't be read as YAML or JSON: Tabs are not allowed as indentation",
    ],
    ["a bracket that stays open", "tasks: [unclosed\n", "s.yaml:2:1 this can't be read as YAML or JSON"],
    ["a quote that stays open", 'facts: {phase: "Acc\n', "s.yaml:2:1 this can't be read as YAML or JSON"],
    ["two documents", "--- {}\n--- {}\n", "s.yaml:2:1 this can't be read as YAML or JSON"],
    ["a key that is a list", "? [a]\n: b\n", "s.yaml:1:3 this can't be read as YAML or JSON"],
    ["an anchor", "tasks: &a\n  create-test-report: Pass\n", "s.yaml:2:3 a state has no anchors and aliases"],
    ["an alias of nothing", "tasks: *a\n", "s.yaml:1:8 "],
    [
      "a bomb",
      "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n",
      "s.yaml:1:7 a state has no anchors and aliases",
    ],
    ["a merge", "<<: {tasks: {}}\n", 's.yaml:1:1 unexpected key "<<"'],
    ["a tag", "tasks: !!set {a}\n", "s.yaml:1:14 a state has no tags such as tag:yaml.org,2002:set"],
    ["a tag of its own", "tasks: !run x\n", "s.yaml:1:13 a state has no tags such as !run"],
    ["brackets without an end", `tasks: ${"[".repeat(20_000)}`, "s.yaml:1:"],
    [
      "maps in each other",
      `tasks: ${"{a: ".repeat(30)}x${"}".repeat(30)}`,
      "s.yaml:1:33 this lies too deep for a state",
    ],
    [
      "more than is read",
      `facts:\n  phase: ${"x".repeat(1_000_001)}\n`,
      "s.yaml has more than 1000000 bytes",
    ],
  ])("%s", async (_, state, line) => {
    expect((await refusal(state)).split("\n")[0]).toContain(line);
  });
});

describe("a day or a time that is none", () => {
  const EXPECTED = "expected a date, YYYY-MM-DD";
  test.each([
    ["2026-02-30", EXPECTED],
    ["2026-13-01", EXPECTED],
    ["2026-00-10", EXPECTED],
    ["0000-00-00", EXPECTED],
    ["2026-2-3", EXPECTED],
    ["03/02/2026", EXPECTED],
    ["2026-03-01T25:00Z", EXPECTED],
    ["2026-03-01T10:00+25:00", EXPECTED],
    ["2026-03-01T10:00 CET", EXPECTED],
    ["2025-Nov-31", EXPECTED],
    ["2025-Non-04", EXPECTED],
    ["tomorrow", EXPECTED],
    ["9".repeat(300), EXPECTED],
  ])("%s", async (date, text) => {
    expect(await refusal(`facts:\n  release-date: "${date}"\n`)).toContain(text);
    expect(await refusal(`tasks: {create-test-report: {status: Pass, at: "${date}"}}`)).toContain(
      "expected YYYY-MM-DD",
    );
  });

  test.each(["2024-02-29", "2025-Nov-04", "2026-03-01T10:00+01:00", "2026-03-01 23:59:59.123Z"])(
    "%s is one",
    async (date) => {
      const files = {
        "dist/policy.json": policy,
        "bylaw.config.json": "{}",
        "s.yaml": `facts: {release-date: "${date}"}`,
      };
      const project = new TestProject(files);
      expect(await project.bylaw(["next", "release", "--state", "s.yaml"])).toMatchObject({ status: 0 });
    },
  );
});

describe("a file that is none", () => {
  const refused = async (name: string, make: (project: TestProject) => void): Promise<string> => {
    const project = new TestProject({ "dist/policy.json": policy, "bylaw.config.json": "{}" });
    make(project);
    const { status, err } = await project.bylaw(["next", "release", "--state", name]);
    expect(status).toBe(2);
    return err;
  };
  test.each([
    ["missing", "none.yaml", () => {}, "there is no such file"],
    ["below a file", "dist/policy.json/s.yaml", () => {}, "there is no such file"],
    ["a folder", "s", (p: TestProject) => mkdirSync(join(p.folder, "s")), "it is a folder"],
    [
      "a link to itself",
      "s.yaml",
      (p: TestProject) => symlinkSync("s.yaml", join(p.folder, "s.yaml")),
      "it is a link that leads to itself",
    ],
    [
      "not UTF-8",
      "s.yaml",
      (p: TestProject) => p.write("s.yaml", Uint8Array.of(0x74, 0xff, 0xfe)),
      "it is not UTF-8 text",
    ],
  ])("%s", async (_, name, make, text) => {
    expect(await refused(name, make)).toBe(`bylaw: can't read the state ${name}: ${text}\n`);
  });

  test.skipIf(process.platform === "win32")("without an end", async () => {
    expect(await refused("/dev/zero", () => {})).toContain("/dev/zero has more than 1000000 bytes");
  });

  test("a link to a state is that state", async () => {
    const project = new TestProject({
      "dist/policy.json": policy,
      "bylaw.config.json": "{}",
      "real.yaml": "tasks:\nfacts:\n",
    });
    symlinkSync("real.yaml", join(project.folder, "s.yaml"));
    const { status, out } = await project.bylaw(["next", "release", "--state", "s.yaml"]);
    expect([status, out.split("\n")[0]]).toEqual([0, "ready"]);
  });
});

test("very many names are read within the test's time", async () => {
  const state = `tasks:\n${Array.from({ length: 50_000 }, (_, i) => `  t${i}: Pass\n`).join("")}`;
  expect(await refusal(state)).toContain('s.yaml:2:3 there is no task "t0"');
}, 20_000);
