// bylaw doctor: each thing that can be wrong with an installed hook is found, and said with what to do.
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { TestProject } from "../support/project.ts";
import { HOST_FILES, type HostName, Installed, NAMES } from "./support.ts";

/** What doctor finds wrong. */
async function findings(at: Installed, ...hosts: readonly string[]): Promise<string[]> {
  const { status, out } = await at.bylaw("doctor", ...hosts);
  const found = out.split("\n").filter((l) => l.startsWith("  wrong "));
  expect(status).toBe(found.length === 0 ? 0 : 1);
  // Each says what to do.
  expect(out.match(/^ {2}wrong .*\n {10}do: ./gm)?.length ?? 0).toBe(found.length);
  return found.map((l) => l.slice(8));
}

async function installed(host: HostName, files: Readonly<Record<string, string>> = {}): Promise<Installed> {
  const at = await Installed.make(files);
  expect(await at.bylaw("install", host)).toMatchObject({ status: 0 });
  return at;
}

describe("with all hosts in place", () => {
  test("nothing is wrong, and the ledger holds nothing of it", async () => {
    const at = await Installed.make();
    await at.bylaw("install", ...NAMES);
    expect(await findings(at)).toEqual([]);
    const runs = join(at.folder, ".bylaw/runs");
    expect(readdirSync(runs).filter((f) => f.endsWith(".jsonl"))).toEqual([]);
  });

  test("without any, that is what is wrong", async () => {
    const at = await Installed.make();
    expect(await at.bylaw("doctor")).toMatchObject({
      status: 1,
      out: expect.stringContaining("no host is installed"),
    });
  });
});

/** A hook of its own in place of the bundle, as if it had been moved or broken. */
const hook = (code: string) => (at: Installed) => {
  const path = join(at.folder, "other/hook.cjs");
  at.write("other/hook.cjs", code);
  at.write(HOST_FILES.codex, at.read(HOST_FILES.codex).replaceAll(/node \S+hook\.cjs/g, `node ${path}`));
};

describe("what is wrong is found", () => {
  const cases: readonly (readonly [
    string,
    HostName,
    (at: Installed) => unknown,
    readonly (string | RegExp)[],
  ])[] = [
    [
      "an event without the hook",
      "claude-code",
      (at) =>
        at.write(
          HOST_FILES["claude-code"],
          at.read(HOST_FILES["claude-code"]).replace("SessionStart", "Stop"),
        ),
      [".claude/settings.json has no hook at SessionStart"],
    ],
    [
      "settings that are broken",
      "gemini",
      (at) => at.write(HOST_FILES.gemini, "{"),
      [".gemini/settings.json can't be read: close brace expected"],
    ],
    [
      "a file that is gone",
      "codex",
      (at) => at.project.write(HOST_FILES.codex, "{}"),
      [/has no hook at PreToolUse, PostToolUse, /],
    ],
    [
      "a switch in settings of one's own",
      "claude-code",
      (at) => at.write(".claude/settings.local.json", '{ "disableAllHooks": true }'),
      [/settings\.local\.json sets disableAllHooks to true: no hook runs$/],
    ],
    [
      "a switch of Gemini",
      "gemini",
      (at) =>
        at.write(
          HOST_FILES.gemini,
          at.read(HOST_FILES.gemini).replace("{", '{ "hooksConfig": { "enabled": false },'),
        ),
      [/sets hooksConfig\.enabled to false/],
    ],
    [
      "Bylaw's hook alone switched off",
      "gemini",
      (at) =>
        at.write(
          HOST_FILES.gemini,
          at.read(HOST_FILES.gemini).replace("{", '{ "hooksConfig": { "disabled": ["bylaw"] },'),
        ),
      [/names Bylaw's hook in hooksConfig\.disabled/],
    ],
    [
      "a switch of Codex",
      "codex",
      (at) => at.write(".codex/config.toml", "model = 'x'\n[features] # which\nhooks = false\n"),
      [/config\.toml sets hooks in \[features\] to false/],
    ],
    [
      "a switch of Copilot",
      "copilot",
      (at) => at.write(".github/copilot/settings.json", '{ "disableAllHooks": true }'),
      [/sets disableAllHooks to true/],
    ],
    [
      "a bundle that isn't there",
      "codex",
      (at) =>
        at.write(
          HOST_FILES.codex,
          at.read(HOST_FILES.codex).replaceAll(/node \S+hook\.cjs/g, "node /none/hook.cjs"),
        ),
      [/`true`: it ended with status 1/, /`fleetctl run --all`: it ended with status 1/],
    ],
    ["a hook that says nothing", "codex", hook(""), [/it said nothing, and the call would run$/]],
    [
      "a hook that allows",
      "codex",
      hook('console.log(\'{"decision":"allow"}\')'),
      [/should say nothing/, /instead of deny/],
    ],
    [
      "a hook that says no JSON",
      "codex",
      hook("console.log('denied')"),
      [/should say nothing/, /is not JSON/],
    ],
    [
      "a reason that is empty",
      "codex",
      hook(
        'console.log(JSON.stringify({ hookSpecificOutput: { hookEventName: "PreToolUse", permissionDecision: "deny", permissionDecisionReason: "" } }))',
      ),
      [/should say nothing/, /it gave no reason/],
    ],
    [
      "a hook that doesn't end",
      "codex",
      (at) => {
        hook("setInterval(() => {}, 1000)")(at);
        at.write(HOST_FILES.codex, at.read(HOST_FILES.codex).replaceAll('"timeout": 10', '"timeout": 1'));
      },
      [/`true`: it gave no answer in 1000 ms/, /all`: it gave no answer/],
    ],
    [
      "a policy that isn't the pinned one",
      "claude-code",
      (at) => at.write(".bylaw/trust.json", '{ "schemaVersion": 1, "revision": "other" }'),
      [/^no policy is in force: the policy is not the one/],
    ],
    [
      "a policy that was edited",
      "claude-code",
      (at) => at.write(".bylaw/policy.json", at.read(".bylaw/policy.json").replace("fleetctl", "fleetctx")),
      [/^no policy is in force: .*refused/],
    ],
    [
      "a plugin that somebody else has written",
      "opencode",
      (at) => at.write(HOST_FILES.opencode, "export const X = 1;\n"),
      [".opencode/plugins/bylaw.js is not Bylaw's"],
    ],
  ];
  test.each(cases)("%s (%s)", async (_, host, breaks, expected) => {
    const at = await installed(host);
    await breaks(at);
    const found = await findings(at, host);
    expect(found).toHaveLength(expected.length);
    for (const [i, text] of expected.entries()) {
      if (typeof text === "string") expect(found[i]).toBe(text);
      else expect(found[i]).toMatch(text);
    }
  });

  test("but not where a nearer file switches the hooks on again", async () => {
    const at = await installed("claude-code");
    const path = HOST_FILES["claude-code"];
    at.write(path, at.read(path).replace("{", '{ "disableAllHooks": true,'));
    expect(await findings(at, "claude-code")).toHaveLength(1);
    at.write(".claude/settings.local.json", '{ "disableAllHooks": false }');
    expect(await findings(at, "claude-code")).toEqual([]);
  });
});

test("what install would write otherwise now is noted", async () => {
  const at = await installed("codex");
  at.write("bylaw.config.json", '{ "fail": "open" }');
  const { status, out } = await at.bylaw("doctor");
  expect([status, out]).toEqual([
    0,
    expect.stringContaining("install would now write .codex/hooks.json otherwise"),
  ]);
  expect(out).toContain("let through, as bylaw.config.json says");
});

test("where hooks only observe, both probes are let pass", async () => {
  const at = await installed("cursor", { "bylaw.config.json": '{ "mode": "observe" }' });
  expect(await findings(at)).toEqual([]);
  expect((await at.bylaw("doctor")).out).toContain("only observes `fleetctl run --all`");
});

test.each(NAMES)(
  "where the policy denies nothing, a call that can't be read is denied (%s)",
  async (host) => {
    const at = await Installed.make({}, "# Rules\n\n- **Ask before** running `deploy`.\n");
    await at.bylaw("install", host);
    expect(await findings(at)).toEqual([]);
    expect((await at.bylaw("doctor")).out).toContain("denies a call that can't be read");
  },
);

test("outside of a project it says what is missing, and makes nothing", async () => {
  const project = new TestProject();
  mkdirSync(join(project.folder, "x"));
  expect(await project.bylaw(["doctor", "codex"])).toMatchObject({ status: 1 });
  expect(project.files()).toEqual([]);
});
