// The policy in force: bylaw trust puts it there, and the hook holds to it, whatever happens around it.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { answer } from "../../src/cli/hook/answer.ts";
import { DEFAULT_OPTIONS } from "../../src/cli/hook/hook-options.ts";
import { hostNamed } from "../../src/cli/hook/hosts.ts";
import { worldOf } from "../../src/cli/hook/world.ts";
import { regex, sha256 } from "../../src/cli/node-tools.ts";
import { TestProject } from "../support/project.ts";
import { said } from "./session.ts";

const NEVER = "- **Never** run `fleetctl drop`.\n";
const WAIT = "- **Always** pass `--wait` to `fleetctl drain`.\n";

async function project(rules = NEVER): Promise<TestProject> {
  const made = new TestProject({ "learnings/a.md": `# A\n\n${rules}` });
  await build(made);
  return made;
}

async function build(at: TestProject, rules?: string): Promise<void> {
  if (rules !== undefined) at.write("learnings/a.md", `# A\n\n${rules}`);
  const { status, err } = await at.bylaw(["build"]);
  if (status !== 0) throw new Error(err);
}

/** What the hook says of a command, by the policy at a path. */
function hook(
  at: TestProject,
  command: string,
  cwd = at.folder,
  policy = join(at.folder, ".bylaw/policy.json"),
): string {
  const host = hostNamed("claude-code");
  if (host === undefined) throw new Error("no host");
  const call = {
    hook_event_name: "PreToolUse",
    session_id: "s",
    cwd,
    tool_name: "Bash",
    tool_input: { command },
    tool_use_id: "c",
  };
  const world = worldOf(policy, {
    input: () => JSON.stringify(call),
    sha256,
    regex,
    random: (bytes) => new Uint8Array(bytes),
    options: DEFAULT_OPTIONS,
  });
  const { decision, text } = said(answer(host, world));
  return decision === "silence" ? "passed" : `${decision}: ${text}`;
}

const pin = (
  at: TestProject,
): { revision: string; history: { how: string; by: string; revision: string }[] } =>
  JSON.parse(at.read(".bylaw/trust.json"));

describe("bylaw trust", () => {
  test("takes the first policy in force by itself", async () => {
    const at = await project();
    expect(hook(at, "ls")).toContain("deny: Bylaw can't check this: there is no policy");
    const { status, out } = await at.bylaw(["trust"]);
    expect([status, out]).toEqual([0, expect.stringContaining("is in force now (first, 1 rules)")]);
    expect(at.read(".bylaw/policy.json")).toBe(at.read("dist/policy.json"));
    expect(pin(at).history).toMatchObject([{ how: "first", by: "itself", revision: pin(at).revision }]);
    expect(hook(at, "fleetctl drop")).toContain("deny");
    expect(hook(at, "ls")).toBe("passed");
  });

  test("takes what is stricter by itself", async () => {
    const at = await project();
    await at.bylaw(["trust"]);
    await build(at, `${NEVER}- **Never** run \`otherctl drop\`.\n`);
    expect(hook(at, "otherctl drop")).toBe("passed");
    const { status, out } = await at.bylaw(["trust"]);
    expect([status, out]).toEqual([0, expect.stringContaining("tool otherctl: stricter")]);
    expect(hook(at, "otherctl drop")).toContain("deny");
    expect(pin(at).history.map((h) => h.how)).toEqual(["first", "stricter"]);
  });

  test("leaves what is looser to a person at a terminal", async () => {
    const at = await project(`${NEVER}${WAIT}`);
    await at.bylaw(["trust"]);
    const before = at.read(".bylaw/policy.json");
    await build(at, WAIT);
    const alone = await at.bylaw(["trust"], "yes\n");
    expect([alone.status, alone.err]).toEqual([2, expect.stringContaining("needs a person at a terminal")]);
    expect(alone.out).toContain("deny → allow: fleetctl drop");
    const no = await at.bylaw(["trust"], "no\n", { person: true });
    expect([no.status, at.read(".bylaw/policy.json")]).toEqual([1, before]);
    const empty = await at.bylaw(["trust"], "", { person: true });
    expect([empty.status, at.read(".bylaw/policy.json")]).toEqual([1, before]);
    const yes = await at.bylaw(["trust"], "yes\n", { person: true });
    expect([yes.status, yes.err]).toEqual([
      0,
      expect.stringContaining("the new policy is looser. Take it in force? [yes/no]"),
    ]);
    expect(hook(at, "fleetctl drop")).toBe("passed");
    expect(pin(at).history.at(-1)).toMatchObject({ by: "person", how: "looser" });
  });

  test.each([
    ["opaque", { opaque: "ask" }, { opaque: "allow" }],
    ["keepDays", { keepDays: 90 }, { keepDays: 1 }],
    ["approvalHours", { approvalHours: 1 }, { approvalHours: 9 }],
  ])("takes a loosened setting for looser: %s", async (name, strict, loose) => {
    const at = await project();
    at.write("bylaw.config.json", JSON.stringify(strict));
    await build(at);
    await at.bylaw(["trust"]);
    at.write("bylaw.config.json", JSON.stringify(loose));
    await build(at);
    const { status, out } = await at.bylaw(["trust"]);
    expect([status, out]).toEqual([2, expect.stringContaining(`setting ${name}: looser`)]);
  });

  test("says so where it is in force already, and writes nothing", async () => {
    const at = await project();
    await at.bylaw(["trust"]);
    const before = at.read(".bylaw/trust.json");
    expect(await at.bylaw(["trust"])).toMatchObject({ status: 0, out: expect.stringContaining("already") });
    expect(at.read(".bylaw/trust.json")).toBe(before);
  });

  test("keeps no more than 50 takings", async () => {
    const at = await project();
    await at.bylaw(["trust"]);
    const { revision, history } = pin(at);
    const many = Array.from({ length: 80 }, () => history[0]);
    at.write(".bylaw/trust.json", JSON.stringify({ schemaVersion: 1, revision, history: many }));
    await build(at, `${NEVER}- **Never** run \`otherctl drop\`.\n`);
    await at.bylaw(["trust"]);
    expect(pin(at).history).toHaveLength(50);
    expect(pin(at).history.at(-1)?.how).toBe("stricter");
  });

  test.each<[string, (at: TestProject) => void, string]>([
    [
      "no trust.json",
      (at) => rmSync(join(at.folder, ".bylaw/trust.json")),
      "no trust.json that puts it in force",
    ],
    ["no policy", (at) => rmSync(join(at.folder, ".bylaw/policy.json")), "what was in force can't be told"],
    [
      "a pin of another revision",
      (at) => at.write(".bylaw/trust.json", '{"revision":"0"}'),
      "not the revision that trust.json names",
    ],
    ["a broken pin", (at) => at.write(".bylaw/trust.json", "{"), "trust.json can't be read"],
    [
      "a policy edited by hand",
      (at) => at.write(".bylaw/policy.json", at.read(".bylaw/policy.json").replace("drop", "drip")),
      "what was in force can't be told",
    ],
  ])("asks a person where what was in force is unclear: %s", async (_, harm, reason) => {
    const at = await project();
    await at.bylaw(["trust"]);
    harm(at);
    expect(hook(at, "ls")).toContain("deny: Bylaw can't check this");
    const { status, err } = await at.bylaw(["trust"]);
    expect([status, err]).toEqual([2, expect.stringContaining(reason)]);
    expect(hook(at, "ls")).toContain("deny: Bylaw can't check this");
    expect((await at.bylaw(["trust"], "yes\n", { person: true })).status).toBe(0);
    expect(hook(at, "ls")).toBe("passed");
  });

  test("refuses a link in place of what is in force", async () => {
    const at = await project();
    mkdirSync(join(at.folder, "elsewhere"));
    symlinkSync(join(at.folder, "elsewhere"), join(at.folder, ".bylaw"));
    const { status, err } = await at.bylaw(["trust"], "yes\n", { person: true });
    expect([status, err]).toEqual([2, expect.stringContaining(".bylaw is a link")]);
    expect(existsSync(join(at.folder, "elsewhere/policy.json"))).toBe(false);
  });

  test("leaves a hook that denies, or what was in force, where it ends in between", async () => {
    const at = await project();
    await at.bylaw(["trust"]);
    const [policy, trust] = [at.read(".bylaw/policy.json"), at.read(".bylaw/trust.json")];
    await build(at, WAIT);
    await at.bylaw(["trust"], "yes\n", { person: true });
    const after = { policy: at.read(".bylaw/policy.json"), trust: at.read(".bylaw/trust.json") };
    // The pin is renamed first; a leftover of either file changes nothing.
    at.write(".bylaw/policy.json", policy);
    at.write(".bylaw/policy.json.1.tmp", after.policy);
    expect(hook(at, "ls")).toContain("deny: Bylaw can't check this");
    at.write(".bylaw/trust.json", trust);
    at.write(".bylaw/trust.json.1.tmp", after.trust);
    expect(hook(at, "fleetctl drop")).toContain("deny: Bylaw denies this");
    expect(hook(at, "ls")).toBe("passed");
  });

  test("refuses what is no policy, and changes nothing", async () => {
    const at = await project();
    await at.bylaw(["trust"]);
    const before = at.read(".bylaw/policy.json");
    at.write("x.json", "{}");
    expect((await at.bylaw(["trust", "x.json"], "yes\n", { person: true })).status).toBe(2);
    expect((await at.bylaw(["trust", "none.json"])).status).toBe(2);
    expect(at.read(".bylaw/policy.json")).toBe(before);
  });
});

describe("the hook holds to what is in force", () => {
  async function trusted(): Promise<TestProject> {
    const at = await project();
    await at.bylaw(["trust"]);
    return at;
  }

  test("when sources are rebuilt, and nobody has trusted that", async () => {
    const at = await trusted();
    await build(at, WAIT);
    expect(hook(at, "fleetctl drop")).toContain("deny");
    expect(hook(at, "fleetctl drain")).toBe("passed");
  });

  test("from any other folder, also one with a policy of its own", async () => {
    const at = await trusted();
    at.write("sub/.bylaw/policy.json", at.read(".bylaw/policy.json").replaceAll("drop", "drip"));
    at.write("sub/bylaw.config.json", '{"opaque":"allow"}');
    expect(hook(at, "fleetctl drop", join(at.folder, "sub"))).toContain("deny");
    expect(hook(at, "cd sub && fleetctl drop")).toContain("deny");
  });

  test("and denies all where another policy has taken its place, also by a link", async () => {
    const at = await trusted();
    await build(at, WAIT);
    renameSync(join(at.folder, ".bylaw/policy.json"), join(at.folder, ".bylaw/old.json"));
    symlinkSync(join(at.folder, "dist/policy.json"), join(at.folder, ".bylaw/policy.json"));
    expect(hook(at, "ls")).toContain(
      "deny: Bylaw can't check this: the policy is not the one that is in force",
    );
  });

  test.each([".bylaw/./policy.json", ".bylaw/../.bylaw/policy.json", "./.bylaw//policy.json"])(
    "however its path is written: %s",
    async (path) => {
      const at = await trusted();
      rmSync(join(at.folder, ".bylaw/trust.json"));
      expect(hook(at, "ls", at.folder, `${at.folder}/${path}`)).toContain("a person runs bylaw trust");
    },
  );

  test("a policy that was only built is tried out by its path", async () => {
    const at = await project();
    expect(hook(at, "fleetctl drop", at.folder, join(at.folder, "dist/policy.json"))).toContain("deny");
    expect(hook(at, "ls", at.folder, join(at.folder, "dist/policy.json"))).toBe("passed");
  });

  test("an agent can't trust a looser one", async () => {
    const at = await trusted();
    for (const command of [
      "bylaw trust",
      "npx bylaw trust",
      "cp dist/policy.json .bylaw/policy.json",
      "printf x > .bylaw/trust.json",
    ])
      expect(hook(at, command)).toContain("deny");
    expect(readFileSync(join(at.folder, ".bylaw/policy.json"), "utf8")).toBe(at.read("dist/policy.json"));
  });
});

describe("bylaw diff", () => {
  test("prints what differs, with witnesses, and says by its status whether a person is needed", async () => {
    const at = await project(`${NEVER}${WAIT}`);
    await at.bylaw(["trust"]);
    await build(at, NEVER);
    const looser = await at.bylaw(["diff", ".bylaw/policy.json", "dist/policy.json"]);
    expect(looser.status).toBe(1);
    expect(looser.out).toContain("tool fleetctl: ");
    expect(looser.out).toContain("- Always pass `--wait` to `fleetctl drain`.");
    expect(looser.out).toMatch(/(?:deny|ask) → allow: fleetctl drain/);
    const same = await at.bylaw(["diff", "dist/policy.json", "dist/policy.json"]);
    expect([same.status, same.out]).toEqual([0, expect.stringContaining("equal")]);
    const json = JSON.parse(
      (await at.bylaw(["diff", ".bylaw/policy.json", "dist/policy.json", "--format", "json"])).out,
    );
    expect(json).toMatchObject({ relation: expect.any(String), parts: expect.any(Array) });
  });

  test.each([
    [["diff", "none.json", "dist/policy.json"]],
    [["diff", "dist/policy.json"]],
    [["diff", "dist/policy.json", "dist/policy.json", "--format", "sarif"]],
  ])("wrong usage: %j", async (args) => expect((await (await project()).bylaw(args)).status).toBe(2));
});
