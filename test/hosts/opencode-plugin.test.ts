// The plugin for OpenCode as it is written, loaded and called as OpenCode does, with the built hook behind it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpencodePlugin, opencodePlugin } from "../../src/hosts/opencode-plugin.ts";
import { printPolicy } from "../../src/policy/revision.ts";
import { compileFiles } from "../support/compile.ts";

type Hook = (input: object, output: Record<string, unknown>) => Promise<void>;
type Hooks = Readonly<Record<"tool.execute.before" | "tool.execute.after" | "chat.message", Hook>>;

let folder = "";
let count = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bylaw-opencode-"));
  const { policy } = compileFiles({
    "learnings/a.md": "- **Never** run `fleetctl run --all`.\n- **Ask before** running `deploy`.\n",
  });
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, "dist/policy.json"), printPolicy(policy));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes the plugin, loads it, and starts it for a project. */
async function plugin(made: Partial<OpencodePlugin> = {}): Promise<Hooks> {
  const path = join(folder, `plugin-${count++}.mjs`);
  writeFileSync(
    path,
    opencodePlugin({
      node: process.execPath,
      hook: resolve("dist/hook.cjs"),
      args: [join(folder, "dist/policy.json")],
      fail: "closed",
      ...made,
    }),
  );
  const { Bylaw } = (await import(pathToFileURL(path).href)) as {
    Bylaw: (context: object) => Promise<Hooks>;
  };
  return Bylaw({ directory: folder });
}

/** A script that stands in for the hook. */
function hookThat(code: string): string {
  const path = join(folder, `hook-${count++}.cjs`);
  writeFileSync(path, code);
  return path;
}

const call = { tool: "bash", sessionID: "s", callID: "c" };
const start = async (hooks: Hooks, command: string): Promise<void> =>
  hooks["tool.execute.before"](call, { args: { command } });

describe("with the real hook", () => {
  test("a denied call throws the reason", async () => {
    await expect(start(await plugin(), "fleetctl run --all")).rejects.toThrow(
      /Never run `fleetctl run --all`/,
    );
  });

  test("a call that is to be asked about is denied, with the way to get approval", async () => {
    await expect(start(await plugin(), "deploy")).rejects.toThrow(/can't ask/);
  });

  test("any other call passes, and what comes after it", async () => {
    const hooks = await plugin();
    await start(hooks, "ls");
    const output = { output: "o", metadata: { exit: 0 } };
    await hooks["tool.execute.after"]({ ...call, args: { command: "ls" } }, output);
    await hooks["chat.message"]({ sessionID: "s" }, { parts: [{ type: "text", text: "approve" }] });
    expect(output.output).toBe("o");
  });

  test("a policy that can't be read denies", async () => {
    const hooks = await plugin({ args: [join(folder, "none.json")] });
    await expect(start(hooks, "ls")).rejects.toThrow(/can't check/);
  });
});

describe("a hook that comes to no answer", () => {
  const bad = [
    ["that isn't there", undefined],
    ["that says nothing", ""],
    ["that says something else", "console.log('allow')"],
    ["that says a number", "console.log(5)"],
    ["that says null", "console.log(null)"],
    ["that says a list", "console.log('[]')"],
    ["that says what it can't", 'console.log(\'{"decision":"allow","reason":"x"}\')'],
    ["that says more", 'console.log(\'{"decision":"deny","reason":"x","more":1}\')'],
    ["that gives no reason", 'console.log(\'{"decision":"deny"}\')'],
    ["that says two things", "console.log('{}{}')"],
    ["that fails", "console.log('{}'); process.exit(1)"],
    ["that crashes", "throw new Error('no')"],
    ["that is killed", "console.log('{}'); process.kill(process.pid, 'SIGKILL')"],
  ] as const;
  test.each(bad)("%s stops the call", async (_, code) => {
    const hook = code === undefined ? join(folder, "none.cjs") : hookThat(code);
    await expect(start(await plugin({ hook }), "ls")).rejects.toThrow();
  });

  test.each(bad.filter(([, code]) => code !== undefined && !code.includes("decision")))(
    "%s lets it run where a person chose that",
    async (_, code) => {
      await start(await plugin({ hook: hookThat(code ?? ""), fail: "open" }), "ls");
    },
  );

  test("node that isn't there stops the call", async () => {
    await expect(start(await plugin({ node: join(folder, "nope") }), "ls")).rejects.toThrow(/can't check/);
  });

  test("never holds up a message, or the end of a call", async () => {
    const hooks = await plugin({ hook: hookThat("process.exit(1)") });
    await hooks["tool.execute.after"](call, { output: "o" });
    await hooks["chat.message"]({}, { parts: [] });
  });
});

test("what is added after a call stands behind its output", async () => {
  const hooks = await plugin({ hook: hookThat('console.log(\'{"context":"seen"}\')') });
  const output = { output: "o" };
  await hooks["tool.execute.after"](call, output);
  expect(output.output).toBe("o\n\nseen");
});

test("arguments that can't be sent stop the call", async () => {
  const args: Record<string, unknown> = { command: "ls" };
  args["self"] = args;
  await expect((await plugin())["tool.execute.before"](call, { args })).rejects.toThrow(/can't check/);
});

test("paths are put in as text, whatever they hold", async () => {
  const odd = ["/a'b\"c`$", "{process.exit(3)}\u2028*/\n"].join("");
  const hooks = await plugin({
    hook: hookThat("console.log(JSON.stringify({ decision: 'deny', reason: process.argv[3] }))"),
    args: [odd],
  });
  await expect(start(hooks, "ls")).rejects.toThrow(odd);
});
