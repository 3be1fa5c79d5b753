// What install does about the policy in force, and that an agent can change none of the files that it writes.
import { existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { HOST_PLACES } from "../../src/hosts/places.ts";
import { globMatches } from "../../src/pattern/glob.ts";
import { TestProject } from "../support/project.ts";
import { HOST_FILES, Installed, NAMES } from "./support.ts";

const SOURCE = "# A\n\n- **Never** run `deploy`.\n  - Blocks: `deploy`\n";
const PERMISSION = "Bash(deploy *)";
const SETTINGS = HOST_FILES["claude-code"];

describe("where nothing is in force", () => {
  test("the built policy is taken, as by bylaw trust, and its rules are in the host's permissions", async () => {
    const at = new TestProject({ "learnings/a.md": SOURCE });
    await at.bylaw(["build"]);
    const { status, out } = await at.bylaw(["install", "claude-code"]);
    expect([status, out]).toEqual([0, expect.stringContaining("is in force now, with 1 rules")]);
    expect(at.read(SETTINGS)).toContain(PERMISSION);
    const { revision, history } = JSON.parse(at.read(".bylaw/trust.json"));
    expect(history).toMatchObject([{ revision, by: "itself", how: "first" }]);
    expect(at.read(".bylaw/policy.json")).toBe(at.read("dist/policy.json"));
    expect((await at.bylaw(["trust"])).out).toContain("in force already");
  });

  test.each<readonly [string, readonly string[]]>([
    ["with --dry-run it is only said", ["claude-code", "--dry-run"]],
    ["without a host nothing is done", []],
  ])("%s", async (_, words) => {
    const at = new TestProject({ "learnings/a.md": SOURCE });
    await at.bylaw(["build"]);
    const { out } = await at.bylaw(["install", ...words]);
    expect(out.includes("would take ")).toBe(words.length > 0);
    expect(existsSync(join(at.folder, ".bylaw"))).toBe(false);
  });

  test("and nothing was built, it is said what to run", async () => {
    const at = new TestProject({ "learnings/a.md": SOURCE });
    const { out } = await at.bylaw(["install", "claude-code"]);
    expect(out).toContain("run bylaw build, then bylaw install again.");
  });

  test("settings that are refused leave it so", async () => {
    const at = new TestProject({ "learnings/a.md": SOURCE, [SETTINGS]: "{" });
    await at.bylaw(["build"]);
    expect((await at.bylaw(["install", "claude-code"])).status).toBe(1);
    expect(existsSync(join(at.folder, ".bylaw"))).toBe(false);
  });

  test("a link is not written through", async () => {
    const elsewhere = new TestProject();
    const at = new TestProject({ "learnings/a.md": SOURCE });
    await at.bylaw(["build"]);
    symlinkSync(elsewhere.folder, join(at.folder, ".bylaw"));
    await at.bylaw(["install", "claude-code"]);
    expect(elsewhere.files().filter((f) => f.endsWith("policy.json"))).toEqual([]);
  });
});

describe("where something is in force", () => {
  test("another build is left to bylaw trust", async () => {
    const at = await Installed.make({}, SOURCE);
    const before = at.read(".bylaw/trust.json");
    at.write("learnings/a.md", "# A\n\n- Be kind.\n");
    await at.bylaw("build");
    const { out } = await at.bylaw("install", "claude-code");
    expect(out).toMatch(/^Built was [0-9a-f]{12}: bylaw trust takes it in force\.$/m);
    expect(at.read(".bylaw/trust.json")).toBe(before);
    expect(at.read(SETTINGS)).toContain(PERMISSION);
  });

  test.each<readonly [string, string]>([
    ["a pin of another revision", '{"schemaVersion":1,"revision":"0"}'],
    ["a broken pin", "{"],
  ])("%s is left to a person", async (_, pin) => {
    const at = await Installed.make({}, SOURCE);
    at.write(".bylaw/trust.json", pin);
    const { out } = await at.bylaw("install", "claude-code");
    expect(out).toContain("bylaw trust at a terminal");
    expect(at.read(".bylaw/trust.json")).toBe(pin);
  });
});

describe("every file that install writes is protected", () => {
  test.each(NAMES)("%s", async (host) => {
    for (const more of [{}, { "opencode.jsonc": "{}" }]) {
      const at = await Installed.make(more, SOURCE);
      const theirs = at.files().filter((f) => host !== "opencode" || f !== "opencode.jsonc");
      await at.bylaw("install", host);
      const written = at.files().filter((f) => !theirs.includes(f));
      const places = [...(HOST_PLACES[host]?.project ?? []), ".bylaw/**"];
      expect(written).toContain(HOST_FILES[host]);
      expect(written.filter((f) => !places.some((p) => globMatches(p, f)))).toEqual([]);
      for (const file of written)
        expect([file, (await at.bylaw("check", "--protect", `echo x > ${file}`)).status]).toEqual([file, 1]);
    }
  });
});
