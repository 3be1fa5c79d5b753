// The packed package, installed into an empty folder and used there as a stranger would.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HOOK_FILES } from "../../src/validators/protected/protection.ts";
import { DEPLOY } from "../support/project.ts";

let folder = "";

function run(
  command: string,
  args: readonly string[],
  input = "",
): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, input, encoding: "utf8" });
  return { status, out: stdout, err: stderr };
}

const bylaw = (...args: string[]) => run(join(folder, "node_modules/.bin/bylaw"), args);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bylaw-package-"));
  execFileSync("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder], {
    stdio: "pipe",
  });
  const [tarball = ""] = readdirSync(folder);
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const install = ["install", "--no-audit", "--no-fund", "--prefer-offline", "--silent", `./${tarball}`];
  execFileSync("npm", install, { cwd: folder, stdio: "pipe" });
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the installed package", () => {
  test("knows its version and its commands", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(bylaw("--version").out.trim()).toBe(version);
    expect(bylaw("--help").out).toContain("check [options] [command]");
  });

  test("builds, checks and answers a hook", () => {
    mkdirSync(join(folder, "learnings"));
    writeFileSync(join(folder, "learnings/deploy.md"), DEPLOY);
    expect(bylaw("build")).toMatchObject({ status: 0, err: "" });
    expect(bylaw("check", "deployctl --region a").status).toBe(1);
    expect(bylaw("check", "deployctl --wait").status).toBe(0);
    const event = { hook_event_name: "PreToolUse", tool_name: "Bash", tool_input: { command: "deployctl" } };
    const hook = join(folder, "node_modules/bylaw/dist/hook.cjs");
    const answer = run(
      process.execPath,
      [hook, "claude-code", join(folder, "dist/policy.json")],
      JSON.stringify(event),
    );
    expect(answer.status).toBe(0);
    expect(JSON.parse(answer.out).hookSpecificOutput.permissionDecision).toBe("deny");
  });

  test("the hook loads no package, also for a regular expression", () => {
    const rule = "- **Never** run `x`, when `--name` matches `^a+$`.\n";
    writeFileSync(join(folder, "learnings/deploy.md"), rule);
    expect(bylaw("build").status).toBe(0);
    const alone = mkdtempSync(join(tmpdir(), "bylaw-hook-"));
    try {
      const hook = join(alone, "hook.cjs");
      const packed = readdirSync(join(folder, "node_modules/bylaw/dist")).filter((f) => f.endsWith(".cjs"));
      expect(packed.sort()).toEqual([...HOOK_FILES].sort());
      for (const name of HOOK_FILES)
        writeFileSync(join(alone, name), readFileSync(join(folder, "node_modules/bylaw/dist", name)));
      const ask = (command: string) => {
        const event = { hook_event_name: "PreToolUse", tool_name: "Bash", tool_input: { command } };
        return run(
          process.execPath,
          [hook, "claude-code", join(folder, "dist/policy.json")],
          JSON.stringify(event),
        ).out;
      };
      expect(ask("x --name aaa")).toContain("deny");
      expect(ask("x --name bbb")).toBe("");
      const caches = readdirSync(alone).filter((name) => name.endsWith(".cache"));
      expect(caches.filter((name) => name.startsWith("hook-main."))).toHaveLength(1);
      expect(ask("x --name aaa")).toContain("deny");
    } finally {
      rmSync(alone, { recursive: true, force: true });
    }
  });

  test("serves MCP, and brings the licences of what is bundled for it", () => {
    const hello = {
      jsonrpc: "2.0",
      id: 1,
      method: "initialize",
      params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "x", version: "1" } },
    };
    const answer = run(join(folder, "node_modules/.bin/bylaw"), ["mcp"], `${JSON.stringify(hello)}\n`);
    expect(answer.status).toBe(0);
    expect(JSON.parse(answer.out).result.serverInfo.name).toBe("bylaw");
    expect(readdirSync(join(folder, "node_modules"))).not.toContain("zod");
    const licences = readFileSync(join(folder, "node_modules/bylaw/dist/licenses.txt"), "utf8");
    expect(licences).toContain("@modelcontextprotocol/sdk");
  });

  test("a hook that can't start blocks, with the reason", () => {
    const alone = mkdtempSync(join(tmpdir(), "bylaw-hook-"));
    try {
      const hook = join(alone, "hook.cjs");
      writeFileSync(hook, readFileSync(join(folder, "node_modules/bylaw/dist/hook.cjs")));
      const answer = run(process.execPath, [hook, "claude-code", join(folder, "dist/policy.json")], "{}");
      expect(answer).toMatchObject({ status: 2, out: "" });
      expect(answer.err).toContain("it can't be started");
    } finally {
      rmSync(alone, { recursive: true, force: true });
    }
  });

  test("holds what it needs and nothing of the project's own build", () => {
    const files = readdirSync(join(folder, "node_modules/bylaw"), { recursive: true, encoding: "utf8" });
    expect(files).toContain("LICENSE");
    for (const name of ["AGENTS.md", "playbook.md", "reference.md", "scoped.md", "skill.md"])
      expect(files).toContain(`templates/${name}.hbs`);
    expect(files.filter((f) => f.startsWith("src") || f === "dist/policy.json")).toEqual([]);
  });

  // The last one, since it takes a package away.
  test("draws pictures; without Graphviz it says what to install, and does the rest", () => {
    const draw = () => bylaw("next", "deploy", "--format", "svg");
    mkdirSync(join(folder, "playbooks"));
    writeFileSync(
      join(folder, "playbooks/deploy.md"),
      "### Task `build`\n\n- Passes when it exits 0\n- Fails when it exits 1\n",
    );
    const page = () => readFileSync(join(folder, "dist/playbooks/deploy.md"), "utf8");
    const pages = () => readdirSync(join(folder, "dist/playbooks")).sort();
    expect(bylaw("build").status).toBe(0);
    expect(pages()).toEqual(["deploy.md", "deploy.svg"]);
    expect(draw()).toMatchObject({ status: 0, err: "" });
    const before = page();

    rmSync(join(folder, "node_modules/@viz-js"), { recursive: true });
    expect(bylaw("build", "--check")).toMatchObject({ status: 0, out: "" });
    const { status, err } = bylaw("build");
    expect(status).toBe(0);
    expect(err).toContain("warning The graphs of `deploy` aren't drawn");
    expect(err).toContain("npm install @viz-js/viz");
    expect([page(), pages()]).toEqual([before, ["deploy.md", "deploy.svg"]]);
    expect(draw()).toMatchObject({ status: 2, out: "" });
    expect(draw().err).toContain("run `npm install @viz-js/viz` to have it");
    expect(bylaw("next", "deploy", "--format", "mermaid").out).toContain('n0["build"]');

    writeFileSync(join(folder, "bylaw.config.json"), '{"pictures": false}');
    expect(bylaw("build").err).not.toContain("drawn");
    expect(pages()).toEqual(["deploy.md"]);
  });
});
