// bylaw install and uninstall in a project: what is written, what is left alone, what is refused.
import { chmodSync, existsSync, lstatSync, mkdirSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { HOST_FILES, type HostName, Installed, NAMES } from "./support.ts";

/** Settings of people, for each host that shares its file with them. */
const THEIRS: readonly (readonly [string, HostName, string])[] = [
  ["comments and a trailing comma", "claude-code", '{\n  // ours\n  "env": { "A": "1" }, /* keep */\n}\n'],
  [
    "hooks of others",
    "claude-code",
    '{\n\t"hooks": {\n\t\t"PreToolUse": [\n\t\t\t{ "matcher": "Bash", "hooks": [{ "type": "command", "command": "./lint.sh" }] }\n\t\t]\n\t},\n\t"permissions": { "allow": ["Bash(ls *)"], "deny": ["Bash(fleetctl run --all *)"] }\n}',
  ],
  ["Windows' ends of lines", "gemini", '{\r\n    "theme": "dark"\r\n}\r\n'],
  ["a mark of byte order", "codex", '\ufeff{ "hooks": {} }\n'],
  ["a version and hooks", "cursor", '{"version":1,"hooks":{"stop":[{"command":"./done.sh"}]}}'],
  ["an empty file", "copilot", ""],
  ["an empty object", "vscode", "{}"],
];

describe("settings that people have written", () => {
  test.each(THEIRS)("%s: in, in again, out (%s)", async (_, host, before) => {
    const path = HOST_FILES[host];
    const at = await Installed.make({ [path]: before });
    expect(await at.bylaw("install", host)).toMatchObject({ status: 0, err: "" });
    const after = at.read(path);
    expect(after).toContain("hook.cjs");
    const again = await at.bylaw("install", host);
    expect([again.status, at.read(path)]).toEqual([0, after]);
    expect(again.out).toContain(`unchanged ${path}`);
    expect(await at.bylaw("doctor", host)).toMatchObject({ status: 0 });
    expect(await at.bylaw("uninstall", host)).toMatchObject({ status: 0, err: "" });
    expect(at.read(path)).toBe(before);
  });

  test("are kept where they were changed in between", async () => {
    const path = ".claude/settings.json";
    const at = await Installed.make({ [path]: '{\n  "env": {}\n}\n' });
    await at.bylaw("install", "claude-code");
    at.write(path, at.read(path).replace('"env": {}', '"env": { "B": "2" }'));
    await at.bylaw("uninstall", "claude-code");
    expect(at.read(path)).toBe('{\n  "env": { "B": "2" }\n}\n');
  });

  test("keep a permission that was there before, and lose those of rules that are gone", async () => {
    const path = ".claude/settings.json";
    const at = await Installed.make({ [path]: '{ "permissions": { "deny": ["Read(*.pem)"] } }' });
    await at.bylaw("install", "claude-code");
    type Settings = { permissions: { deny: string[]; ask: string[] } };
    expect(at.json<Settings>(path).permissions).toEqual({
      deny: ["Read(*.pem)", "Bash(fleetctl run --all *)", "Edit(/secret/**)"],
      ask: ["Bash(deploy *)"],
    });
    at.write("learnings/a.md", "# Rules\n\n- **Never** run `deploy`.\n");
    await at.putInForce();
    await at.bylaw("install", "claude-code");
    expect(at.json<Settings>(path).permissions).toEqual({ deny: ["Read(*.pem)", "Bash(deploy *)"] });
  });
});

describe("every host", () => {
  test("is put into a project that has none, and taken out without a trace", async () => {
    const at = await Installed.make();
    const before = at.files();
    expect(await at.bylaw("install", ...NAMES)).toMatchObject({ status: 0, err: "" });
    for (const path of Object.values(HOST_FILES)) expect(at.files()).toContain(path);
    const written = Object.values(HOST_FILES).map((path) => at.read(path));
    const again = await at.bylaw("install", ...NAMES);
    expect(again.out).not.toMatch(/^ {2}wrote /m);
    expect(Object.values(HOST_FILES).map((path) => at.read(path))).toEqual(written);
    expect(await at.bylaw("uninstall", ...NAMES)).toMatchObject({ status: 0, err: "" });
    expect(at.files()).toEqual([...before, ".bylaw/.gitignore"].sort());
    expect(existsSync(join(at.folder, ".github"))).toBe(false);
  });

  test.each(NAMES)("says what it can't do, and what comes next: %s", async (host) => {
    const at = await Installed.make();
    const { out } = await at.bylaw("install", host);
    expect(out).toMatch(/^ {2}- [A-Z].*\.$/m);
    expect(out).toMatch(/^ {2}next: [A-Z].*\.$/m);
  });

  test("has its settings of the configuration in the hook line, and loses them in place", async () => {
    const at = await Installed.make({
      "bylaw.config.json": JSON.stringify({ fail: "open", mode: "observe", deadline: 900 }),
    });
    await at.bylaw("install", ...NAMES);
    const words = /--fail(?: |",\s*")open(?: |",\s*")--observe(?: |",\s*")--deadline(?: |",\s*")900/;
    for (const path of Object.values(HOST_FILES)) expect(at.read(path)).toMatch(words);
    expect(at.read(HOST_FILES["claude-code"])).not.toMatch(/onFailure|permissions/);
    expect(at.read(HOST_FILES.cursor)).not.toContain("failClosed");
    at.write("bylaw.config.json", "{}");
    await at.bylaw("install", ...NAMES);
    for (const path of Object.values(HOST_FILES)) expect(at.read(path)).not.toMatch(words);
    expect(at.read(HOST_FILES["claude-code"])).toContain('"onFailure": "block"');
  });
});

test("a line of ours that stands between others is brought up to date where it stands", async () => {
  const path = HOST_FILES.cursor;
  const theirs = (n: number): string => `{ "command": "./${n}.sh" }`;
  const ours = '{ "command": "node /old/place/hook.cjs cursor /old/policy.json" }';
  const at = await Installed.make({
    [path]: `{\n  "version": 1,\n  "hooks": { "beforeShellExecution": [${theirs(1)}, ${ours}, ${theirs(2)}] }\n}\n`,
  });
  await at.bylaw("install", "cursor");
  const { hooks } = at.json<{ hooks: Record<string, { command: string }[]> }>(path);
  expect(hooks["beforeShellExecution"]?.map((h) => h.command)).toEqual([
    "./1.sh",
    expect.stringMatching(/dist\/hook\.cjs cursor "\$CURSOR_PROJECT_DIR"\/\.bylaw\/policy\.json$/),
    "./2.sh",
  ]);
});

describe("nothing is written", () => {
  const broken: readonly (readonly [string, string, string])[] = [
    ["settings that are broken", '{\n  "env": {\n', "3:1 error `.claude/settings.json` can't be read"],
    ["hooks of another shape", '{ "hooks": [] }', "1:12 error In `.claude/settings.json` `hooks` is a list"],
    ["permissions of another shape", '{\n"permissions": "no" }', "2:16 error In `.claude/settings.json`"],
  ];
  test.each(broken)("with %s", async (_, text, message) => {
    const at = await Installed.make({ ".claude/settings.json": text });
    const before = at.files();
    const { status, err } = await at.bylaw("install", "claude-code", "codex");
    expect([status, err]).toEqual([1, expect.stringContaining(`.claude/settings.json:${message}`)]);
    expect(at.files()).toEqual(before);
    expect(at.read(".claude/settings.json")).toBe(text);
  });

  test("over a file that others have written", async () => {
    const at = await Installed.make({ ".opencode/plugins/bylaw.js": "// mine\n" });
    expect(await at.bylaw("install", "opencode")).toMatchObject({
      status: 1,
      err: expect.stringContaining("(not-ours)"),
    });
    expect(await at.bylaw("uninstall", "opencode")).toMatchObject({ status: 0 });
    expect(at.read(".opencode/plugins/bylaw.js")).toBe("// mine\n");
  });

  test("through a link that leaves the project or leads nowhere", async () => {
    for (const target of ["outside", "nowhere"]) {
      const at = await Installed.make({}, undefined, "inside");
      mkdirSync(join(at.project.folder, "outside"));
      symlinkSync(join(at.project.folder, target), join(at.folder, ".claude"));
      const { status, err } = await at.bylaw("install", "claude-code");
      expect([status, err]).toEqual([1, expect.stringContaining("(outside-project)")]);
      expect(existsSync(join(at.project.folder, "outside/settings.json"))).toBe(false);
    }
  });

  test("with --dry-run, which shows a diff", async () => {
    const at = await Installed.make({ ".claude/settings.json": '{\n  "env": {}\n}\n' });
    const before = at.files();
    const { status, out } = await at.bylaw("install", "claude-code", "codex", "--dry-run");
    expect(status).toBe(0);
    expect(out).toContain("--- a/.claude/settings.json\n+++ b/.claude/settings.json\n@@ -1,3 +1,");
    expect(out).toContain('@@\n {\n-  "env": {}\n+  "env": {},\n+  "hooks": {\n');
    expect(out).toContain("--- /dev/null\n+++ b/.codex/hooks.json\n@@ -0,0 +1,");
    expect(at.files()).toEqual(before);
    await at.bylaw("install", "claude-code", "codex");
    expect((await at.bylaw("install", "claude-code", "codex", "--dry-run")).out).toBe(
      "nothing would change\n",
    );
  });

  test("without a host, which lists those that are found", async () => {
    const at = await Installed.make({ ".claude/settings.json": "{}", "opencode.jsonc": "{}" });
    const before = at.files();
    expect((await at.bylaw("install")).out).toBe(
      "claude-code (.claude): would write .claude/settings.json\n" +
        "opencode (opencode.jsonc): would write .opencode/plugins/bylaw.js, opencode.jsonc\n" +
        "Nothing was done. To install: bylaw install claude-code opencode\n",
    );
    expect(at.files()).toEqual(before);
  });

  test("with a record that is broken, or for a host that nobody knows", async () => {
    const at = await Installed.make({ ".bylaw/install.json": "{" });
    expect(await at.bylaw("install", "codex")).toMatchObject({
      status: 1,
      err: expect.stringContaining(".bylaw/install.json:1:1 error"),
    });
    expect(await at.bylaw("install", "emacs")).toMatchObject({ status: 2 });
    expect(await at.bylaw("uninstall")).toMatchObject({ status: 2 });
  });
});

test("a link inside the project is followed, and modes stay", async () => {
  const at = await Installed.make({ "shared/settings.json": "{}" });
  chmodSync(join(at.folder, "shared/settings.json"), 0o600);
  symlinkSync("shared", join(at.folder, ".claude"));
  await at.bylaw("install", "claude-code");
  expect(lstatSync(join(at.folder, ".claude")).isSymbolicLink()).toBe(true);
  expect(at.read("shared/settings.json")).toContain("hook.cjs");
  expect(statSync(join(at.folder, "shared/settings.json")).mode & 0o777).toBe(0o600);
});

test("a record that names other files changes none of them", async () => {
  const at = await Installed.make({ "notes.json": '{ "a": ["x"] }' });
  const written = { sum: "", items: [{ list: ["a"], entry: "x" }], properties: [], made: [["a"]] };
  const files = ["notes.json", "../outside.json"].map((path) => ({ path, created: true, written }));
  const hosts = [{ name: "codex", files, folders: ["learnings", ".."] }];
  at.write(".bylaw/install.json", JSON.stringify({ schemaVersion: 1, hosts }));
  await at.bylaw("install", "codex");
  await at.bylaw("uninstall", "codex");
  expect(at.read("notes.json")).toBe('{ "a": ["x"] }');
});

test("what is not to be committed is ignored, unless somebody has said what is", async () => {
  const at = await Installed.make();
  await at.bylaw("install", "codex");
  expect(at.read(".bylaw/.gitignore")).toContain("runs/\ncache/\n");
  const other = await Installed.make({ ".bylaw/.gitignore": "mine\n" });
  await other.bylaw("install", "codex");
  expect(other.read(".bylaw/.gitignore")).toBe("mine\n");
});

test("without a policy in force the hook is installed, and it is said what to run", async () => {
  const at = await Installed.make();
  at.write(".bylaw/trust.json", '{"schemaVersion":1,"revision":"other"}');
  const { status, out } = await at.bylaw("install", "claude-code");
  expect([status, out]).toEqual([0, expect.stringContaining("bylaw trust")]);
  expect(at.read(HOST_FILES["claude-code"])).not.toContain("permissions");
});

test("a plugin that was changed by hand is kept, and that is said", async () => {
  const at = await Installed.make();
  await at.bylaw("install", "opencode");
  const path = HOST_FILES.opencode;
  at.write(path, `${at.read(path)}// more\n`);
  expect(await at.bylaw("uninstall", "opencode")).toMatchObject({
    status: 1,
    err: expect.stringContaining("was changed by hand"),
  });
  expect(at.read(path)).toContain("// more");
});

test("and is not written over", async () => {
  const at = await Installed.make();
  await at.bylaw("install", "opencode");
  const path = HOST_FILES.opencode;
  at.write(path, `${at.read(path)}// more\n`);
  expect(await at.bylaw("install", "opencode")).toMatchObject({
    status: 1,
    err: expect.stringContaining("(changed-by-hand)"),
  });
  expect(at.read(path)).toContain("// more");
});

test("rules of Codex go with the last rule that it can hold", async () => {
  const at = await Installed.make();
  await at.bylaw("install", "codex");
  expect(at.files()).toContain(".codex/rules/bylaw.rules");
  at.write("learnings/a.md", "# Rules\n\n- **Never** pass `--all` to `fleetctl`.\n");
  await at.putInForce();
  expect((await at.bylaw("install", "codex")).out).toContain("removed .codex/rules/bylaw.rules");
  expect(at.files()).not.toContain(".codex/rules/bylaw.rules");
  expect(await at.bylaw("uninstall", "codex")).toMatchObject({ status: 0 });
});

describe("OpenCode's own permissions", () => {
  test("are keys among those of a person, who may have said otherwise", async () => {
    const before = '{\n  // mine\n  "permission": { "bash": { "*": "allow", "deploy": "allow" } }\n}\n';
    const at = await Installed.make({ "opencode.jsonc": before });
    const { out } = await at.bylaw("install", "opencode");
    expect(out).toContain("opencode.jsonc keeps its own `deploy` in `permission.bash`.");
    expect(at.read("opencode.jsonc")).toContain('"fleetctl run --all *": "deny"');
    await at.bylaw("uninstall", "opencode");
    expect(at.read("opencode.jsonc")).toBe(before);
  });

  test("have no place where one word stands for all", async () => {
    const before = '{ "permission": "ask" }';
    const at = await Installed.make({ "opencode.json": before });
    const { status, out } = await at.bylaw("install", "opencode");
    expect([status, out]).toEqual([0, expect.stringContaining("Nothing is added to opencode.json")]);
    expect(at.read("opencode.json")).toBe(before);
  });
});
