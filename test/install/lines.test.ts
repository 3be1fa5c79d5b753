// Installed hook lines, run through a shell as each host runs them, in a folder whose name is hard to quote.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { isOwnHandler } from "../../src/cli/install/hook-line.ts";
import { hookFiles } from "../../src/cli/install/host-files.ts";
import type { Place } from "../../src/cli/install/place.ts";
import { HOST_FILES, type HostName, Installed, NAMES } from "./support.ts";

const ODD = 'a b\'s "own" $HOME `x` & (y)';
const DENIED = "fleetctl run --all";

type Handler = Readonly<Record<string, unknown>> & { readonly command: string; readonly args?: string[] };

/** The handlers of an event, with or without groups around them. */
function handler(at: Installed, host: HostName, event: string): Handler {
  const { hooks } = at.json<{ hooks: Record<string, (Handler & { hooks?: Handler[] })[]> }>(HOST_FILES[host]);
  const [entry] = hooks[event] ?? [];
  const found = entry?.hooks?.[0] ?? entry;
  if (found === undefined) throw new Error(`no hook at ${event}`);
  return found;
}

/** Runs a program with the host's JSON on its standard input. */
function runs(program: string, args: readonly string[], input: object, cwd: string, env = {}): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    input: JSON.stringify(input),
    encoding: "utf8",
    cwd,
    env: { PATH: process.env["PATH"], HOME: "/nowhere", ...env },
  });
  expect([status, stderr]).toEqual([0, ""]);
  return stdout;
}

/** What one may put around a word for bash: as Gemini CLI does with the folder that it puts in. */
function doubleQuoted(word: string): string {
  return `"${word.replace(/(["\\$`!])/g, "\\$1")}"`;
}

/** What each host sends before a command runs, and how it runs the line. */
const HOSTS: Readonly<Record<Exclude<HostName, "opencode">, (at: Installed, command: string) => string>> = {
  "claude-code": (at, command) => {
    const { command: program, args = [] } = handler(at, "claude-code", "PreToolUse");
    const filled = args.map((a) => a.replaceAll("${" + "CLAUDE_PROJECT_DIR}", () => at.folder));
    const input = { session_id: "s", cwd: at.folder, hook_event_name: "PreToolUse", tool_name: "Bash" };
    return runs(program, filled, { ...input, tool_input: { command } }, "/");
  },
  codex: (at, command) => {
    const input = { session_id: "s", cwd: at.folder, hook_event_name: "PreToolUse", tool_name: "Bash" };
    const line = handler(at, "codex", "PreToolUse").command;
    return runs("sh", ["-c", line], { ...input, tool_input: { command } }, "/");
  },
  gemini: (at, command) => {
    const line = handler(at, "gemini", "BeforeTool").command.replaceAll("$GEMINI_PROJECT_DIR", () =>
      doubleQuoted(at.folder),
    );
    const input = { session_id: "s", cwd: at.folder, hook_event_name: "BeforeTool" };
    return runs(
      "bash",
      ["-c", line],
      { ...input, tool_name: "run_shell_command", tool_input: { command } },
      "/",
    );
  },
  cursor: (at, command) => {
    const line = handler(at, "cursor", "beforeShellExecution").command;
    const input = { conversation_id: "s", hook_event_name: "beforeShellExecution", command, cwd: at.folder };
    return runs("sh", ["-c", line], input, at.folder, { CURSOR_PROJECT_DIR: at.folder });
  },
  copilot: (at, command) => {
    const line = String(handler(at, "copilot", "preToolUse")["bash"]);
    const toolArgs = JSON.stringify({ command });
    return runs("bash", ["-c", line], { sessionId: "s", cwd: at.folder, toolName: "bash", toolArgs }, "/");
  },
  vscode: (at, command) => {
    const line = handler(at, "vscode", "PreToolUse").command;
    const input = {
      sessionId: "s",
      cwd: at.folder,
      hookEventName: "PreToolUse",
      tool_name: "run_in_terminal",
    };
    return runs("sh", ["-c", line], { ...input, tool_input: { command } }, "/");
  },
};

describe("in a folder with blanks and quotes in its name", () => {
  test.each(Object.entries(HOSTS))("%s is denied, let pass, and noted in the ledger", async (host, ask) => {
    const installed = await Installed.make({}, undefined, ODD);
    await installed.bylaw("install", host);
    expect(ask(installed, DENIED)).toContain("Never run `fleetctl run --all`");
    expect(JSON.parse(ask(installed, DENIED))).toBeTypeOf("object");
    expect(["", "{}"]).toContain(ask(installed, "ls"));
    expect(readdirSync(join(installed.folder, ".bylaw/runs"))).toContain("s.jsonl");
  });

  test("opencode's plugin denies and lets pass", async () => {
    const installed = await Installed.make({}, undefined, ODD);
    await installed.bylaw("install", "opencode");
    const path = join(installed.folder, ".opencode/plugins/copy.mjs");
    installed.write(".opencode/plugins/copy.mjs", installed.read(HOST_FILES.opencode));
    const { Bylaw } = (await import(pathToFileURL(path).href)) as {
      Bylaw: (c: object) => Promise<Record<string, (i: object, o: object) => Promise<void>>>;
    };
    const hooks = await Bylaw({ directory: installed.folder });
    const call = (command: string) =>
      hooks["tool.execute.before"]?.({ tool: "bash", sessionID: "s", callID: "c" }, { args: { command } });
    await expect(call(DENIED)).rejects.toThrow("Never run");
    await call("ls");
  });

  test.each(NAMES)("doctor finds nothing wrong with %s", async (host) => {
    const installed = await Installed.make({}, undefined, ODD);
    await installed.bylaw("install", host);
    const { status, out } = await installed.bylaw("doctor", host);
    expect([status, out]).toEqual([0, expect.stringContaining(`denies \`${DENIED}\``)]);
  });
});

describe("a line", () => {
  const place = (more: Partial<Place> = {}): Place => ({
    root: "/p",
    bundle: "/p/node_modules/bylaw/dist/hook.cjs",
    policy: "/p/.bylaw/policy.json",
    options: [],
    fail: "closed",
    timeout: 10,
    windows: false,
    ...more,
  });
  const WINDOWS = place({
    root: "C:\\my p",
    bundle: "C:\\Program Files\\hook.cjs",
    policy: "C:\\my p\\.bylaw\\policy.json",
    windows: true,
  });

  const first = (host: string, p: Place): unknown => {
    const [file] = hookFiles(host, p);
    const wish =
      file !== undefined && "wishes" in file ? file.wishes.find((w) => w.type === "hook") : undefined;
    const entry = wish?.type === "hook" ? (wish.entry as { hooks?: Handler[] } & Handler) : undefined;
    return entry?.hooks?.[0] ?? entry;
  };

  const cases: readonly (readonly [string, Place, object])[] = [
    [
      "claude-code",
      place(),
      {
        command: "node",
        args: [
          "${" + "CLAUDE_PROJECT_DIR}/node_modules/bylaw/dist/hook.cjs",
          "claude-code",
          "${" + "CLAUDE_PROJECT_DIR}/.bylaw/policy.json",
        ],
        timeout: 10,
        onFailure: "block",
      },
    ],
    ["codex", place(), { command: "node /p/node_modules/bylaw/dist/hook.cjs codex /p/.bylaw/policy.json" }],
    [
      "gemini",
      place(),
      {
        command:
          "node $GEMINI_PROJECT_DIR/node_modules/bylaw/dist/hook.cjs gemini $GEMINI_PROJECT_DIR/.bylaw/policy.json",
        timeout: 10_000,
      },
    ],
    [
      "vscode",
      place({ bundle: "/o'x/hook.cjs" }),
      { command: "node '/o'\\''x/hook.cjs' vscode /p/.bylaw/policy.json" },
    ],
    [
      "codex",
      WINDOWS,
      {
        command: "node 'C:/Program Files/hook.cjs' codex 'C:/my p/.bylaw/policy.json'",
        commandWindows: 'node "C:\\Program Files\\hook.cjs" codex "C:\\my p\\.bylaw\\policy.json"',
      },
    ],
    [
      "vscode",
      WINDOWS,
      { windows: 'node "C:\\Program Files\\hook.cjs" vscode "C:\\my p\\.bylaw\\policy.json"' },
    ],
    [
      "copilot",
      WINDOWS,
      {
        powershell: "node 'C:\\Program Files\\hook.cjs' copilot 'C:\\my p\\.bylaw\\policy.json'",
        timeoutSec: 10,
      },
    ],
    [
      "gemini",
      WINDOWS,
      { command: "node 'C:\\Program Files\\hook.cjs' gemini 'C:\\my p\\.bylaw\\policy.json'" },
    ],
  ];
  test.each(cases)("of %s (%#) is written so", (host, p, expected) => {
    expect(first(host, p)).toMatchObject(expected);
  });

  test.each(["claude-code", "codex", "gemini", "cursor", "copilot", "vscode"])(
    "of %s is known again, and no other one is",
    (host) => {
      for (const p of [place(), WINDOWS, place({ options: ["--observe"], bundle: "/o'x y/hook.cjs" })]) {
        const own = first(host, p) as Handler;
        for (const other of ["claude-code", "codex", "gemini", "cursor", "copilot", "vscode"])
          expect(isOwnHandler(own as never, other)).toBe(other === host);
      }
      for (const line of ["node other.cjs", `node hook.cjs ${host}-x p`, `echo ${host}`, "node myhook.cjs"])
        expect(isOwnHandler({ command: line }, host)).toBe(false);
    },
  );
});
