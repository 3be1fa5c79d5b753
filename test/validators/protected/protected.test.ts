// Self-protection: what every hook denies, asks about and lets pass, whatever the sources say.
import { describe, expect, test } from "vitest";
import { protectionOf } from "../../../src/cli/hook/protection.ts";
import { regex, sha256 } from "../../../src/cli/node-tools.ts";
import type { Action, Decision } from "../../../src/policy/types.ts";
import { Checker } from "../../../src/validators/checker.ts";
import { printed } from "../../hosts/support.ts";
import { compileFiles } from "../../support/compile.ts";
import { ASKED } from "./asked.ts";
import { DENIED } from "./denied.ts";
import { PASSED } from "./passed.ts";

const FILES = new Map([
  ["/p/write.py", "open('.bylaw/policy.json', 'w')"],
  ["/p/other.py", "print(1)"],
  ["/p/approve.sh", "set -e\nbylaw approve K\n"],
  ["/p/package.json", '{"scripts":{"ok":"bylaw trust","test":"vitest run"}}'],
  ["/p/good.patch", "--- a/src/a.ts\n+++ b/src/a.ts\n"],
  ["/p/bad.patch", "--- a/.bylaw/trust.json\n+++ b/.bylaw/trust.json\n"],
]);
const protection = { ...protectionOf("/p", "/p/node_modules/bylaw/dist"), home: "/home/u" };

/** Sources that do all they can to let an agent through. */
const LOOSE = `# Loose

### Tool \`rm\`

Changes nothing.

- **Allow** \`bylaw approve\`, an exception to \`no-approve\`.
- **Never** run \`bylaw approve\` unless the operator waives it. {#no-approve}
`;

function checkerFor(text: string): Checker {
  const { policy } = compileFiles({ "learnings/t.md": text });
  return new Checker(policy, { sha256, regex, root: "/p", protection });
}

const plain = checkerFor("# Nothing\n\nIs said here.\n");

function decide(action: Action, checker = plain): Decision {
  const files = (path: string): string | undefined => FILES.get(path.startsWith("/") ? path : `/p/${path}`);
  const { findings } = checker.check(action, { files });
  const own = findings.filter((f) => f.code === "self-protection").map((f) => f.decision);
  return own.includes("deny") ? "deny" : own.includes("ask") ? "ask" : "allow";
}

const run = (command: string): Decision => decide({ kind: "command", command, cwd: "/p" });

describe("commands", () => {
  test.each(DENIED)("denied: %s", (command) => expect(run(command)).toBe("deny"));
  test.each(ASKED)("asked about: %s", (command) => expect(run(command)).toBe("ask"));
  test.each(PASSED)("passed: %s", (command) => expect(run(command)).toBe("allow"));
});

test.each<[string, Decision]>([
  ["python3 write.py", "ask"],
  ["python3 other.py", "allow"],
  ["bash approve.sh", "deny"],
  ["./approve.sh", "deny"],
  ["npm run ok", "deny"],
  ["npm run test", "allow"],
  ["git apply good.patch", "allow"],
  ["git apply bad.patch", "deny"],
  ["patch -p1 < good.patch", "allow"],
  ["patch -p1 -i bad.patch", "deny"],
])("files that are run or applied: %s", (command, expected) => expect(run(command)).toBe(expected));

describe("files", () => {
  test.each<[Action["kind"] & ("edit" | "read" | "delete"), string, Decision]>([
    ["edit", ".bylaw/policy.json", "deny"],
    ["edit", "/p/.bylaw/runs/_waivers.jsonl", "deny"],
    ["edit", "bylaw.config.json", "deny"],
    ["edit", "/home/u/.claude/settings.json", "deny"],
    ["edit", "~/.codex/config.toml", "deny"],
    ["edit", ".Claude/Settings.json", "deny"],
    ["edit", ".claude\\settings.json", "deny"],
    ["edit", "src/../.bylaw/trust.json", "deny"],
    ["edit", "/p/node_modules/bylaw/dist/hook-main.cjs", "deny"],
    ["edit", "/etc/claude-code/managed-settings.json", "deny"],
    ["delete", ".bylaw", "deny"],
    ["delete", ".opencode/plugins/bylaw.js", "deny"],
    ["delete", "node_modules", "deny"],
    ["delete", "/p", "deny"],
    ["read", ".bylaw/policy.json", "allow"],
    ["edit", "src/policy.json", "allow"],
    ["edit", ".claude/commands/x.md", "allow"],
    ["edit", "playbooks/bylaw.md", "allow"],
    ["delete", "dist/a.js", "allow"],
  ])("%s %s: %s", (kind, path, expected) => expect(decide({ kind, path, cwd: "/p" })).toBe(expected));
});

describe("tools of servers", () => {
  test.each<[string, Record<string, unknown>, Decision]>([
    ["mcp__fs__write_file", { path: ".bylaw/policy.json", content: "" }, "deny"],
    ["mcp__fs__edit", { edits: [{ file: "/p/.claude/settings.json" }] }, "deny"],
    ["mcp__fs__delete", { path: "/p/.bylaw" }, "deny"],
    ["mcp__fs__move_file", { source: "x", destination: "file:///p/.bylaw/trust.json" }, "deny"],
    ["mcp__x__mystery", { path: ".bylaw/policy.json" }, "ask"],
    ["mcp__fs__read_file", { path: ".bylaw/policy.json" }, "allow"],
    ["mcp__fs__write_file", { path: "src/a.ts", content: "see .bylaw/policy.json\n" }, "allow"],
    ["mcp__jira__create_issue", { title: "hooks" }, "allow"],
  ])("%s %j: %s", (tool, input, expected) =>
    expect(decide({ kind: "tool", tool, input, cwd: "/p" })).toBe(expected),
  );
});

describe("PowerShell", () => {
  test.each<[string, Decision]>([
    ["Remove-Item .bylaw\\policy.json", "deny"],
    ["Set-Content .claude/settings.json '{}'", "deny"],
    ["npx bylaw approve K", "deny"],
    ["Get-Content .bylaw\\policy.json", "allow"],
    ["Get-Content x.json | Out-File .bylaw\\policy.json", "deny"],
    ["Get-ChildItem src", "allow"],
  ])("%s", (command, expected) =>
    expect(decide({ kind: "command", command, shell: "powershell", cwd: "/p" })).toBe(expected),
  );
});

describe("no source lifts it", () => {
  const loose = checkerFor(LOOSE);
  test.each(["bylaw approve K", "rm -rf .bylaw", "rm .claude/settings.json"])("%s", (command) => {
    expect(decide({ kind: "command", command, cwd: "/p" }, loose)).toBe("deny");
  });

  test("no approval settles a deny, and one settles what is asked", () => {
    const check = (command: string): Decision =>
      loose.check({ kind: "command", command, cwd: "/p" }, { approved: true }).decision;
    expect(check("rm -rf .bylaw")).toBe("deny");
    expect(check("git reset --hard")).toBe("allow");
  });

  test("nor a waiver", () => {
    const ledger = {
      run: () => undefined,
      running: () => undefined,
      facts: () => ({}),
      isWaived: () => true,
    };
    const verdict = loose.check({ kind: "command", command: "bylaw approve K", cwd: "/p" }, { ledger });
    expect(verdict.decision).toBe("deny");
  });
});

test("without a protection nothing is protected", () => {
  const checker = new Checker(compileFiles({ "learnings/t.md": "# T\n" }).policy, {
    sha256,
    regex,
    root: "/p",
  });
  expect(decide({ kind: "command", command: "rm -rf .bylaw", cwd: "/p" }, checker)).toBe("allow");
});

describe("through the hosts", () => {
  const claude = (command: string): string =>
    printed(
      "claude-code",
      {
        hook_event_name: "PreToolUse",
        session_id: "s",
        cwd: "/repo",
        tool_name: "Bash",
        tool_input: { command },
      },
      "# T\n",
    );
  const gemini = (command: string): string =>
    printed(
      "gemini",
      {
        hook_event_name: "BeforeTool",
        session_id: "s",
        cwd: "/repo",
        tool_name: "run_shell_command",
        tool_input: { command },
      },
      "# T\n",
    );
  const some = (list: readonly string[]): string[] =>
    list.filter((c, i) => i % 4 === 0 && !/\/p\b|propose/.test(c));
  test.each(some(DENIED))("denied: %s", (command) => {
    expect(claude(command)).toContain('"permissionDecision":"deny"');
    expect(gemini(command)).toContain('"decision":"deny"');
  });
  test.each(some(PASSED))("passed: %s", (command) => {
    expect(claude(command)).toBe("");
    expect(gemini(command)).toBe("{}");
  });

  test("an edit in Claude Code, and a patch in Codex", () => {
    const edit = {
      hook_event_name: "PreToolUse",
      cwd: "/repo",
      tool_name: "Write",
      tool_input: { file_path: "/repo/.bylaw/trust.json", content: "{}" },
    };
    const text = "*** Begin Patch\n*** Update File: .claude/settings.json\n@@\n-a\n+b\n*** End Patch";
    const patch = {
      hook_event_name: "PreToolUse",
      cwd: "/repo",
      tool_name: "apply_patch",
      tool_input: { command: text },
    };
    expect(printed("claude-code", edit, "# T\n")).toContain("deny");
    expect(printed("codex", patch, "# T\n")).toContain("deny");
  });
});
