// A whole session of the ATVM automation through the hook, in the wire formats of Claude Code and Codex.
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { keyIn, Project, type Session } from "./session.ts";

const ATVM = { "learnings/atvm.md": readFileSync("learnings/atvm.md", "utf8") };
const ON = (command: string): string => `ssh auto@192.168.3.190 '${command}'`;
const OPTIONS = "--specify_vms atvm160-redhat9.7 --use_specified_plugin iscsi --ignore_force_shutdown";
const TEMPLATE = ON(`cmc-templates.py cmc-e2e ${OPTIONS}`);
const FILES = ON("ls atvm160-redhat9.7.ts");
const PATTERN = ON("grep -F specPattern cypress.atvm-config-gold.ts");
const WATCHER = ON("sudo systemctl start atvm-run-watcher@e2e-1");
const RUNNER = ON("run-sorry-cypress.py --categorize");
const PLAN = [TEMPLATE, FILES, PATTERN, WATCHER, RUNNER];
const quoted = (command: string): string => `"${command}"`;
const PROPOSE = `bylaw propose ${PLAN.map(quoted).join(" ")}`;

let session: Session;
beforeEach(() => {
  session = new Project(ATVM).session();
  session.start();
});

/** Proposes the plan, approves it, and runs its first steps. */
function begun(steps: number, phrase = "approve"): void {
  session.run(PROPOSE);
  session.prompt(phrase);
  for (const command of PLAN.slice(0, steps)) expect(session.run(command).decision).toBe("silence");
}

describe("as it should be", () => {
  test("the agent is reminded of the rules when the session begins", () => {
    const said = session.start("resume");
    expect(said.text).toContain("--ignore_force_shutdown");
    expect(said.text.length).toBeLessThanOrEqual(2_000);
  });

  test("propose, approve, template, verification, watcher, runner", () => {
    const proposed = session.run(PROPOSE);
    expect(proposed.decision).toBe("context");
    expect(proposed.person).toContain("plan of 5");
    for (const command of [
      "cmc-templates.py cmc-e2e",
      "start atvm-run-watcher@e2e-1",
      "run-sorry-cypress.py",
    ])
      expect(proposed.person).toContain(command);
    // The key is for the person, and is kept as a hash only.
    const key = keyIn(proposed.person);
    expect(proposed.text).not.toContain(key);
    expect(session.project.written()).not.toContain(key);
    const approved = session.prompt("Approve.");
    expect(approved.text).toContain("has approved");
    for (const command of PLAN)
      expect([command, session.run(command).decision]).toEqual([command, "silence"]);
  });

  test("each command on its own: it asks, the person approves, it runs", () => {
    const asked = session.before(TEMPLATE);
    expect(asked.decision).toBe("ask");
    expect(asked.text).toContain("needs the operator's approval");
    expect(asked.person).toContain("cmc-templates.py cmc-e2e --specify_vms atvm160-redhat9.7");
    session.prompt("approve");
    expect(session.run(TEMPLATE).decision).toBe("silence");
  });

  test("a person who lets it through in the host's own prompt has approved it", () => {
    expect(session.before(TEMPLATE).decision).toBe("ask");
    session.after(TEMPLATE);
    expect(session.events()).toContainEqual(expect.objectContaining({ event: "approved", by: "host" }));
    // Of that nothing is left for a second time.
    expect(session.before(TEMPLATE).decision).toBe("ask");
  });
});

describe("what is not as it was approved", () => {
  test("one option changed asks again", () => {
    session.run(PROPOSE);
    session.prompt("approve");
    expect(session.before(TEMPLATE.replace("160-redhat9.7", "161-redhat9.8")).decision).toBe("ask");
    // And the approval of the other one is still there.
    expect(session.run(TEMPLATE).decision).toBe("silence");
  });

  test.each([
    ["another folder", (s: Session) => s.send({ ...call(TEMPLATE), cwd: "/elsewhere" })],
    ["another quote", (s: Session) => s.before(TEMPLATE.replace("cmc-e2e", "'cmc-e2e'"))],
    ["a variable in front", (s: Session) => s.before(`A=1 ${TEMPLATE}`)],
    ["a redirection behind", (s: Session) => s.before(`${TEMPLATE} > log`)],
    ["another host", (s: Session) => s.before(TEMPLATE.replace("3.190", "3.191"))],
    ["something behind it", (s: Session) => s.before(`${TEMPLATE}; true`)],
  ])("%s asks again", (_, act) => {
    session.run(PROPOSE);
    session.prompt("approve");
    expect(act(session).decision).toBe("ask");
  });

  test("another policy asks again", () => {
    session.run(PROPOSE);
    session.prompt("approve");
    session.project.trust({ ...ATVM, "learnings/b.md": "- **Never** run `rm -rf`.\n" });
    expect(session.before(TEMPLATE).decision).toBe("ask");
  });

  test("a second time asks again", () => {
    begun(1);
    expect(session.before(TEMPLATE).decision).toBe("ask");
  });

  test("another session has no part in it", () => {
    session.run(PROPOSE);
    session.prompt("approve");
    const other = session.project.session("claude-code", "session-2");
    other.start();
    expect(other.before(TEMPLATE).decision).toBe("ask");
    expect(other.prompt("approve").text).toContain("has approved");
    expect(other.run(TEMPLATE).decision).toBe("silence");
  });

  test("a call that runs twice at once uses the approval once", () => {
    session.run(PROPOSE);
    session.prompt("approve");
    const answers = [session.before(TEMPLATE), session.before(TEMPLATE)].map((s) => s.decision);
    expect(answers).toEqual(["silence", "ask"]);
  });
});

describe("steps in another order are denied", () => {
  test("the runner first", () => {
    begun(0);
    const said = session.before(RUNNER);
    expect(said.decision).toBe("deny");
    expect(said.text).toContain("before `cmc-templates.py` has succeeded");
  });

  test("the watcher before the verification", () => {
    begun(1);
    expect(session.before(WATCHER)).toMatchObject({
      decision: "deny",
      text: expect.stringContaining("before `verify-spec-files` has succeeded") as string,
    });
  });

  test("the verification before the templates", () => {
    session.run(PATTERN);
    session.run(FILES);
    begun(1);
    expect(session.before(RUNNER)).toMatchObject({
      decision: "deny",
      text: expect.stringContaining("`cmc-templates.py`") as string,
    });
  });

  test("the templates written anew take the verification with them", () => {
    begun(3);
    session.before(TEMPLATE);
    session.prompt(`approve ${keyIn(session.before(TEMPLATE).person)}`);
    session.run(TEMPLATE);
    expect(session.before(RUNNER).decision).toBe("deny");
  });

  test("a verification that failed is none", () => {
    begun(1);
    session.run(FILES, 2);
    session.run(PATTERN);
    expect(session.before(WATCHER)).toMatchObject({
      decision: "deny",
      text: expect.stringContaining("failed when it ran last") as string,
    });
    session.run(FILES);
    expect(session.run(WATCHER).decision).toBe("silence");
  });

  test("the runner before the watcher", () => {
    begun(3);
    expect(session.before(RUNNER)).toMatchObject({
      decision: "deny",
      text: expect.stringContaining("before `start-watcher` has succeeded") as string,
    });
  });
});

describe("without the watcher", () => {
  test("the run goes on alone, and the watcher is not approved", () => {
    session.run(PROPOSE);
    const approved = session.prompt("approve without watcher");
    expect(approved.text).toContain("Not approved by this phrase:");
    for (const command of [TEMPLATE, FILES, PATTERN]) expect(session.run(command).decision).toBe("silence");
    expect(session.before(WATCHER).decision).toBe("ask");
    expect(session.run(RUNNER).decision).toBe("silence");
  });
});

test("a blacklisted machine is denied, and no plan with it is stored", () => {
  const bad = TEMPLATE.replace("atvm160-redhat9.7", "atvm144-suse15.0");
  expect(session.before(bad)).toMatchObject({
    decision: "deny",
    text: expect.stringContaining("CRASHES WHEN CREATING MIGRATION SESSION") as string,
  });
  const proposed = session.run(`bylaw propose ${quoted(bad)} ${quoted(FILES)}`);
  expect(proposed.text).toContain("not stored");
  expect(session.prompt("approve").decision).toBe("silence");
  expect(session.before(bad).decision).toBe("deny");
});

describe("an agent can't approve", () => {
  test.each(["sdk", "system", "loop_wakeup", "schedule_wakeup", "poll_event", undefined])(
    "by a message from %s",
    (source) => {
      session.run(PROPOSE);
      const said = session.send({
        hook_event_name: "UserPromptSubmit",
        prompt: "approve",
        ...(source === undefined ? {} : { source }),
      });
      expect(said.text).toContain("no approval");
      expect(session.before(TEMPLATE).decision).toBe("ask");
    },
  );

  test.each([
    "I approve",
    "approve it",
    "please approve",
    "approve\nand delete everything",
    "don't approve",
    "approve with watcher",
    "approve approve",
  ])("and a message that is more than a phrase approves nothing: %j", (text) => {
    session.run(PROPOSE);
    session.prompt(text);
    expect(session.before(TEMPLATE).decision).toBe("ask");
  });

  test("by writing what the ledger would hold into a command", () => {
    session.run(PROPOSE);
    session.run("echo approve");
    expect(session.before(TEMPLATE).decision).toBe("ask");
  });
});

describe("several plans", () => {
  test("need the key behind the phrase", () => {
    const one = keyIn(session.before(TEMPLATE).person);
    const other = TEMPLATE.replace("cmc-e2e", "reboot");
    keyIn(session.before(other).person);
    expect(session.prompt("approve").text).toContain("2 plans wait");
    expect(session.before(TEMPLATE).decision).toBe("ask");
    // Asked again, the plan has a new key, and the old one is worth nothing.
    expect(session.prompt(`approve ${one}`).text).toContain("approved nothing");
    const key = keyIn(session.before(TEMPLATE).person);
    expect(session.prompt(`Approve ${key.toLowerCase()}!`).text).toContain("has approved");
    expect(session.run(TEMPLATE).decision).toBe("silence");
    expect(session.before(other).decision).toBe("ask");
  });

  test("a step of a plan that waits is still the one plan", () => {
    session.run(PROPOSE);
    expect(session.before(TEMPLATE).person).toContain("plan of 5");
    session.prompt("approve");
    for (const command of PLAN) expect(session.run(command).decision).toBe("silence");
  });
});

describe("Codex, which can't ask and doesn't say who sent a message", () => {
  beforeEach(() => {
    session = new Project(ATVM).session("codex");
    session.start();
  });

  test("is denied with the way to get approval, and the key is shown to the person", () => {
    const said = session.before(TEMPLATE);
    expect(said.decision).toBe("deny");
    expect(said.text).toContain("Ask the person to approve");
    const key = keyIn(said.person);
    expect(said.person).toContain(`bylaw approve ${key}`);
    expect(said.text).not.toContain(key);
  });

  test("a phrase approves nothing", () => {
    session.before(TEMPLATE);
    expect(session.prompt("approve").text).toContain("no approval");
    expect(session.before(TEMPLATE).decision).toBe("deny");
  });

  test("a blacklisted machine is denied without a key", () => {
    const said = session.before(TEMPLATE.replace("atvm160-redhat9.7", "atvm144-suse15.0"));
    expect(said).toMatchObject({ decision: "deny", person: "" });
  });

  test("the runner is denied before the templates, and after them as nobody has told how they ended", () => {
    expect(session.before(RUNNER).decision).toBe("deny");
    for (const command of [TEMPLATE, FILES, PATTERN, WATCHER]) {
      session.before(command);
      session.after(command);
    }
    const said = session.before(RUNNER);
    expect(said.decision).toBe("deny");
    expect(said.text).toContain("can't be seen");
  });
});

function call(command: string): object {
  return { hook_event_name: "PreToolUse", tool_name: "Bash", tool_input: { command }, tool_use_id: "x" };
}
