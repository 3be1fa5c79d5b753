// Rules that hang on what ran before in the session, on what runs now, and on what a person has said.
import { describe, expect, test } from "vitest";
import { TestProject } from "../support/project.ts";
import { keyIn, Project, type Said, type Session } from "./session.ts";

const TOOL = `### Tool \`deployctl\`

| option | takes |
| --- | --- |
| \`--region\` | one |
| \`--wait\` | nothing |

`;

function project(rules: string, settings: object = {}): Project {
  return new Project({ "learnings/a.md": `${TOOL}${rules}\n` }, settings);
}

function session(rules: string): Session {
  const one = project(rules).session();
  one.start();
  return one;
}

const decisions = (said: readonly Said[]): string[] => said.map((s) => s.decision);

describe("more than N times in a run", () => {
  const rules = "- **Never** run `deployctl` more than 2 times in a run.";

  test("the third is denied, also when others failed", () => {
    const one = session(rules);
    expect(decisions([one.run("deployctl a"), one.run("deployctl b", 1), one.run("deployctl c")])).toEqual([
      "silence",
      "silence",
      "deny",
    ]);
  });

  test("what was denied doesn't count, nor does another session", () => {
    const one = session(rules);
    one.run("deployctl a");
    expect(one.run("deployctl b; deployctl c").decision).toBe("deny");
    expect(one.run("deployctl d").decision).toBe("silence");
    const other = one.project.session("claude-code", "other");
    other.start();
    expect(other.run("deployctl a").decision).toBe("silence");
  });

  test("where the beginning was not seen it asks", () => {
    const one = project(rules).session();
    one.start("resume");
    expect(one.before("deployctl a").decision).toBe("ask");
  });
});

describe("more than N at once", () => {
  const rules = "- **Never** run more than 1 `deployctl` at once.";

  test("what runs in another session counts until it ends", () => {
    const one = session(rules);
    const other = one.project.session("claude-code", "other");
    other.start();
    expect(one.before("deployctl a").decision).toBe("silence");
    expect(other.before("deployctl b").decision).toBe("deny");
    one.after("deployctl a");
    expect(other.before("deployctl b").decision).toBe("silence");
  });

  test("what has gone to the background goes on", () => {
    const one = session(rules);
    expect(one.run("deployctl a", "background").decision).toBe("silence");
    expect(one.before("deployctl b").decision).toBe("deny");
  });

  test("what one call runs one after the other counts once for certain", () => {
    const one = session("- **Never** run more than 2 `deployctl` at once.");
    const other = one.project.session("claude-code", "other");
    other.start();
    expect(one.before("deployctl a; deployctl b; deployctl c").decision).toBe("silence");
    expect(other.before("deployctl d").decision).toBe("ask");
    expect(other.before("deployctl d & deployctl e &").decision).toBe("deny");
  });

  test("two calls at once are not both let through", () => {
    const one = session(rules);
    expect(decisions([one.before("deployctl a"), one.before("deployctl b")])).toEqual(["silence", "deny"]);
  });

  test("a lease ends", () => {
    const short = project(rules, { leaseHours: 0.01 });
    const one = short.session();
    one.start();
    one.before("deployctl a");
    const ledger = short.ledger();
    // The same event, an hour ago.
    ledger.remove("session-1.jsonl");
    const hour = new (ledger.constructor as typeof import("../../src/ledger/ledger.ts").Ledger)(
      ledger.folder,
      {
        sha256: (t) => t,
        now: () => Date.now() - 3_600_000,
      },
    );
    hour.append("session-1", [
      { event: "begun" },
      {
        event: "proposed",
        id: "x",
        call: "x",
        does: [{ kind: "command", ran: [{ line: "deployctl a", proven: true }], alone: true }],
      },
      { event: "allowed", id: "x", call: "x", rules: [] },
    ]);
    expect(one.before("deployctl b").decision).toBe("silence");
  });
});

describe("always before", () => {
  test("for the same value of an option", () => {
    const one = session(
      "- **Always** run `deployctl plan` before `deployctl apply` for the same `--region`.",
    );
    one.run("deployctl plan --region eu");
    expect(one.before("deployctl apply --region us")).toMatchObject({
      decision: "deny",
      text: expect.stringContaining("`--region us`") as string,
    });
    expect(one.run("deployctl apply --region eu").decision).toBe("silence");
    expect(one.before('deployctl apply --region "$R"').decision).toBe("ask");
  });

  test("in each session", () => {
    const one = session("- **Always** run `deployctl login` before `deployctl apply` in each session.");
    one.run("deployctl login");
    expect(one.run("deployctl apply").decision).toBe("silence");
    const other = one.project.session("claude-code", "other");
    other.start();
    expect(other.before("deployctl apply").decision).toBe("deny");
  });

  test.each<[string, string]>([
    ["deployctl login && true", "silence"],
    ["cd x && deployctl login", "silence"],
    ["deployctl login; true", "ask"],
    ["deployctl login || true", "ask"],
    ["! deployctl login", "ask"],
    ["deployctl login &", "ask"],
    ["if true; then deployctl login; fi", "ask"],
    ["deployctl login | tee log", "ask"],
    ["set -o pipefail; deployctl login | tee log", "silence"],
    ["sudo deployctl login", "silence"],
    ["bash -c 'deployctl login'", "silence"],
    ["$CMD login", "ask"],
    ["echo deployctl login", "deny"],
    ["deployctl logout", "deny"],
    ["deployctl login --help", "deny"],
  ])("what %s with status 0 proves: %s", (command, expected) => {
    const one = session("- **Always** run `deployctl login` before `deployctl apply`.");
    one.send(call("PreToolUse", command));
    one.send({
      ...call("PostToolUse", command),
      tool_response: { stdout: "", stderr: "", interrupted: false, isImage: false },
    });
    expect(one.before("deployctl apply").decision).toBe(expected);
  });

  test("calls of MCP tools count, and are held against it", () => {
    const one = session(
      "### Tool `oar_build` (MCP)\n\n| parameter | type |\n| --- | --- |\n| `n` | number |\n\n### Tool `oar_ship` (MCP)\n\n| parameter | type |\n| --- | --- |\n| `n` | number |\n\n## 2026-01-01 — Order\n\n- **Always** run `oar_build` before `oar_ship`.\n- **Never** run `oar_ship` before the operator approves it.",
    );
    const tool = (name: string, hook_event_name: string): Said =>
      one.send({
        hook_event_name,
        tool_name: `mcp__oar__${name}`,
        tool_input: { n: 1 },
        tool_use_id: name,
        ...(hook_event_name === "PostToolUse" ? { tool_response: { content: [] } } : {}),
      });
    expect(tool("oar_ship", "PreToolUse").decision).toBe("deny");
    expect(tool("oar_build", "PreToolUse").decision).toBe("silence");
    tool("oar_build", "PostToolUse");
    expect(tool("oar_ship", "PreToolUse").decision).toBe("ask");
  });
});

describe("for each, before the run ends", () => {
  const rules = "- **Always** run `deployctl close` for each `deployctl open` before the run ends.";

  test("is found when the run ends", async () => {
    const one = session(rules);
    one.run("deployctl open a");
    one.run("deployctl open b");
    one.run("deployctl close a");
    const shell = new TestProject();
    const end = async (): Promise<{ status: number; out: string }> =>
      shell.bylaw(["runs", "end", one.id, "--policy", one.project.policy], "", { cwd: one.project.folder });
    expect(await end()).toMatchObject({
      status: 1,
      out: expect.stringContaining("`deployctl close` has not run") as string,
    });
    one.run("deployctl close b");
    expect(await end()).toMatchObject({ status: 0, out: "nothing is missing\n" });
  });
});

describe("approvals on a terminal", () => {
  const rules = "- **Never** run `deployctl` before the operator approves it.";
  const bylaw = (one: Session, args: readonly string[], person = true) =>
    new TestProject().bylaw(args, "", { cwd: one.project.folder, person });

  test("a person approves by the key, and only a person", async () => {
    const one = session(rules);
    const key = keyIn(one.before("deployctl a").person);
    expect(await bylaw(one, ["approve", key], false)).toMatchObject({
      status: 2,
      err: expect.stringContaining("needs a person at a terminal") as string,
    });
    expect(one.before("deployctl b").decision).toBe("ask");
    expect(await bylaw(one, ["approve", "ZZZZ-ZZZZ"])).toMatchObject({ status: 2 });
    expect(await bylaw(one, ["approve", key.toLowerCase().replace("-", "")])).toMatchObject({
      status: 0,
      out: expect.stringContaining("deployctl a") as string,
    });
    expect(one.run("deployctl a").decision).toBe("silence");
    expect(await bylaw(one, ["approve", key])).toMatchObject({ status: 2 });
  });

  test("plans that wait are listed, and approved by their names there", async () => {
    const one = session(rules);
    one.before("deployctl a");
    const { out } = await bylaw(one, ["approve"]);
    const name = /plan-[0-9a-f]{8}/.exec(out)?.[0] ?? "";
    expect((await bylaw(one, ["approve", name])).status).toBe(0);
    expect(one.run("deployctl a").decision).toBe("silence");
  });

  test("an approval ends", async () => {
    const one = project(rules, { approvalHours: 0.01 }).session();
    one.start();
    const key = keyIn(one.before("deployctl a").person);
    await bylaw(one, ["approve", key]);
    const { ledger } = { ledger: one.project.ledger() };
    const later = ledger.now() + 3_600_000;
    const { Approvals } = await import("../../src/ledger/plans.ts");
    const approvals = new Approvals(ledger.read(one.id) ?? { events: [], problems: [] });
    const plan = one.events().find((e) => e.event === "plan")?.steps[0]?.plan ?? "";
    expect([approvals.left(plan, ledger.now()), approvals.left(plan, later)]).toEqual([1, 0]);
  });

  test("a plan from the command line, and what is checked with its run", async () => {
    const one = session(rules);
    const args = ["propose", "--run", one.id, "deployctl a", "deployctl b"];
    const proposed = await bylaw(one, args);
    expect(proposed.status).toBe(3);
    const key = keyIn(proposed.err);
    expect((await bylaw(one, [...args], false)).out).toContain("waits");
    const check = (run: string): Promise<{ status: number }> =>
      bylaw(one, ["check", "--run", run, "--policy", one.project.policy, "deployctl a"]);
    expect(await check(one.id)).toMatchObject({ status: 3 });
    await bylaw(one, ["approve", key]);
    expect(await check(one.id)).toMatchObject({ status: 0 });
    expect(await check("other")).toMatchObject({ status: 3 });
    expect(one.run("deployctl a").decision).toBe("silence");
  });
});

test("--after comes behind what the ledger of --run tells, and asks by itself", async () => {
  const one = session("- **Require** order `deployctl plan`, then `deployctl apply`, then `deployctl test`.");
  const check = async (command: string, ...more: readonly string[]): Promise<number> => {
    const args = ["check", "--policy", one.project.policy, command, ...more];
    return (await new TestProject().bylaw(args, "", { cwd: one.project.folder })).status;
  };
  one.run("deployctl plan");
  expect(await check("deployctl apply")).toBe(3);
  expect(await check("deployctl apply", "--run", one.id)).toBe(0);
  expect(await check("deployctl test", "--run", one.id)).toBe(1);
  expect(await check("deployctl test", "--run", one.id, "--after", "deployctl apply")).toBe(0);
  expect(await check("deployctl test", "--after", "deployctl apply")).toBe(0);
  expect(await check("deployctl test", "--after", "deployctl other")).toBe(3);
  expect(await check("deployctl apply", "--run", "other")).toBe(1);
  expect(await check("deployctl test", "--run", one.id, "--after", "deployctl apply", "deployctl plan")).toBe(
    1,
  );
});

describe("waivers", () => {
  const rules = [
    "- **Always** pass `--wait` to `deployctl`, unless the operator waives it.\n  - Id: `may`",
    "- **Never** pass `--region` to `deployctl`.\n  - Id: `must`",
  ].join("\n");
  const waive = (one: Session, args: readonly string[], person = true) =>
    new TestProject().bylaw(["waive", ...args], "", { cwd: one.project.folder, person });

  test("lift a rule that may be lifted, until their end", async () => {
    const one = session(rules);
    expect(one.before("deployctl").decision).toBe("deny");
    expect(await waive(one, ["may", "--reason", "demo", "--until", "2h"])).toMatchObject({ status: 0 });
    expect(one.before("deployctl").decision).toBe("silence");
    expect(one.before("deployctl --region eu").decision).toBe("deny");
  });

  test("of one run leave others alone", async () => {
    const one = session(rules);
    await waive(one, ["may", "--reason", "demo", "--until", "1d", "--run", "elsewhere"]);
    expect(one.before("deployctl").decision).toBe("deny");
  });

  test.each([
    [["may", "--reason", "x", "--until", "2h"], false, "person"],
    [["must", "--reason", "x", "--until", "2h"], true, "can't be waived"],
    [["mya", "--reason", "x", "--until", "2h"], true, "no rule"],
    [["may", "--until", "2h"], true, "--reason"],
    [["may", "--reason", " ", "--until", "2h"], true, "--reason"],
    [["may", "--reason", "x"], true, "--until"],
    [["may", "--reason", "x", "--until", "soon"], true, "--until"],
    [["may", "--reason", "x", "--until", "2020-01-01"], true, "over"],
    [["may", "--reason", "x", "--until", "2999-01-01"], true, "90 days"],
  ])("%j is refused", async (args, person, cause) => {
    const one = session(rules);
    expect(await waive(one, args, person)).toMatchObject({
      status: 2,
      err: expect.stringContaining(cause) as string,
    });
    expect(one.before("deployctl").decision).toBe("deny");
  });
});

describe("facts that an operator states", () => {
  test("hold for the run", async () => {
    const one = session(
      "### Fact `phase`\n\n- From: the operator\n- Values: `open`, `closed`\n\n## 2026-01-01 — Phase\n\n- **Never** run `deployctl`, when `phase` is `open`.",
    );
    const set = (value: string) =>
      new TestProject().bylaw(["runs", "set", one.id, `phase=${value}`], "", {
        cwd: one.project.folder,
        person: true,
      });
    expect(one.before("deployctl").decision).toBe("ask");
    expect((await set("closed")).status).toBe(0);
    expect(one.before("deployctl").decision).toBe("silence");
    await set("open");
    expect(one.before("deployctl").decision).toBe("deny");
  });
});

test("secrets in commands never reach the ledger", () => {
  const one = session("- **Ask before** running `deployctl`.");
  const secret = "s3cr3t-Value";
  for (const command of [
    `deployctl --token ${secret}`,
    `API_TOKEN=${secret} deployctl`,
    `curl -H 'Authorization: Bearer ${secret}' https://x.example && deployctl`,
    `git clone https://u:${secret}@x.example/r && deployctl`,
  ]) {
    one.before(command);
    one.after(command);
  }
  one.run(`bylaw propose "deployctl --password ${secret}"`);
  expect(one.project.written()).toContain("deployctl");
  expect(one.project.written()).not.toContain(secret);
});

test("observing decides nothing and writes down what would have been", () => {
  const one = project("- **Never** run `deployctl`.\n- **Ask before** running `rm`.").session(
    "claude-code",
    "s",
    {
      observe: true,
    },
  );
  one.start();
  expect(decisions([one.run("deployctl"), one.run("rm x"), one.run("ls")])).toEqual([
    "silence",
    "silence",
    "silence",
  ]);
  const seen = one.events().filter((e) => "rules" in e);
  expect(seen.map((e) => e.event)).toEqual(["denied", "asked", "allowed"]);
});

test("a session without an id is never approved and knows no past", () => {
  const one = project("- **Always** run `deployctl login` before `deployctl apply`.").session(
    "claude-code",
    "",
  );
  one.run("deployctl login");
  expect(one.before("deployctl apply").decision).toBe("ask");
});

test("a damaged line takes the approvals in front of it with it", async () => {
  const { appendFileSync } = await import("node:fs");
  const one = new Project({
    "learnings/a.md":
      "- **Never** run `deployctl` before the operator approves it.\n\n### Approval `go`\n\n| operator says | grants |\n| --- | --- |\n| `go` | `deployctl` |\n",
  }).session();
  one.start();
  one.before("deployctl");
  one.prompt("GO!");
  appendFileSync(`${one.project.ledger().folder}/session-1.jsonl`, '\n{"broken":1}');
  expect(one.before("deployctl").decision).toBe("ask");
  const { status, out } = await new TestProject().bylaw(["runs", "verify"], "", { cwd: one.project.folder });
  expect([status, out]).toEqual([1, expect.stringMatching(/session-1\.jsonl:\d+: damaged/)]);
});

describe("the pin", () => {
  test("a policy that nobody has put in force is refused", async () => {
    const { writeFileSync, rmSync } = await import("node:fs");
    const one = session("- **Ask before** running `deployctl`.");
    const pin = one.project.policy.replace("policy.json", "trust.json");
    writeFileSync(pin, JSON.stringify({ schemaVersion: 1, revision: "0".repeat(64), history: [] }));
    expect(one.before("ls")).toMatchObject({
      decision: "deny",
      text: expect.stringContaining("bylaw trust") as string,
    });
    rmSync(pin);
    expect(one.before("ls").decision).toBe("deny");
  });

  test("where a person has chosen so, what can't be checked is let through", () => {
    const one = session("- **Never** run `deployctl`.");
    one.project.ledger();
    const open = one.project.session("claude-code", "s", { fail: "open" });
    expect(open.send({ hook_event_name: "PreToolUse", tool_name: "Bash" }).decision).toBe("silence");
    expect(open.before("deployctl").decision).toBe("deny");
  });
});

function call(hook_event_name: string, command: string): object {
  return { hook_event_name, tool_name: "Bash", tool_input: { command }, tool_use_id: "one" };
}
