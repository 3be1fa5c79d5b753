// bylaw observe: what would have been stopped in transcripts of Claude Code and Codex.
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { linesOf, MOST_LINE } from "../../src/cli/io/lines.ts";
import { TestProject } from "../support/project.ts";

const RULES = `# Rules

- **Never** run \`git push --force\`.
  - Id: \`no-force\`
- **Ask before** running \`deployctl\`.
  - Id: \`ask-deploy\`
- **Never** edit \`secret/**\`.
  - Id: \`no-secret\`
`;

const jsonl = (...lines: readonly unknown[]): string =>
  lines.map((l) => `${typeof l === "string" ? l : JSON.stringify(l)}\n`).join("");

let ids = 0;
const use = (name: string, input: unknown, id = `toolu_${ids++}`): object => ({
  type: "tool_use",
  id,
  name,
  input,
});
const claude = (...content: readonly object[]): object => ({
  type: "assistant",
  sessionId: "s1",
  cwd: "/repo",
  uuid: `u${ids++}`,
  message: { role: "assistant", content: [{ type: "text", text: "now" }, ...content] },
});
const START = { type: "user", sessionId: "s1", cwd: "/repo", message: { role: "user", content: "go on" } };

const codex = (payload: object): object => ({
  timestamp: "2026-01-01T00:00:00Z",
  type: "response_item",
  payload,
});
const META = { timestamp: "2026-01-01T00:00:00Z", type: "session_meta", payload: { id: "r1", cwd: "/repo" } };
const fn = (name: string, args: unknown, call_id = `call_${ids++}`): object =>
  codex({ type: "function_call", name, arguments: JSON.stringify(args), call_id });

interface Observed {
  readonly calls: number;
  readonly decisions: Readonly<Record<string, number>>;
  readonly rules: readonly {
    readonly rule?: string;
    readonly denied: number;
    readonly asked: number;
    readonly witnesses: readonly { readonly file: string; readonly line: number; readonly text: string }[];
  }[];
  readonly notLookedInto: readonly { readonly tool: string; readonly calls: number }[];
  readonly transcripts: readonly { readonly host: string }[];
}

async function project(files: Readonly<Record<string, string>>): Promise<TestProject> {
  const made = new TestProject({ "learnings/a.md": RULES, ...files });
  expect((await made.bylaw(["build"])).status).toBe(0);
  return made;
}

async function observed(
  files: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Observed> {
  const made = await project(files);
  const operands = args.length > 0 ? args : Object.keys(files);
  const { out, err, status } = await made.bylaw([
    "observe",
    ...operands,
    "--root",
    "/repo",
    "--format",
    "json",
  ]);
  expect([err, status]).toEqual(["", 0]);
  return JSON.parse(out) as Observed;
}

/** The witnesses as `line rule: text`. */
const stopped = ({ rules }: Observed): string[] =>
  rules.flatMap((r) => r.witnesses.map((w) => `${w.line} ${r.rule ?? "?"}: ${w.text}`));

describe("Claude Code", () => {
  test.each<[string, object, string[]]>([
    ["a command", claude(use("Bash", { command: "git push --force" })), ["2 no-force: git push --force"]],
    [
      "several calls of one line",
      claude(
        use("Bash", { command: "ls" }),
        use("Bash", { command: "deployctl\nls" }),
        use("Write", { file_path: "/repo/secret/a", content: "" }),
      ),
      ["2 no-secret: edit /repo/secret/a", "2 ask-deploy: deployctl…"],
    ],
    [
      "a file seen from the session's folder",
      claude(use("Edit", { file_path: "secret/a" })),
      ["2 no-secret: edit secret/a"],
    ],
    [
      "a subagent's call, told in the session",
      {
        type: "progress",
        sessionId: "s1",
        data: { message: claude(use("Bash", { command: "git push --force" })) },
      },
      ["2 no-force: git push --force"],
    ],
    ["what the agent says", claude({ type: "text", text: "git push --force" }), []],
    [
      "what a tool gave back",
      { ...START, message: { content: [{ type: "tool_result", content: "git push --force" }] } },
      [],
    ],
    ["a line of no kind", { type: "assistant", sessionId: "s1", message: "?" }, []],
  ])("%s", async (_, line, expected) => {
    expect(stopped(await observed({ "a.jsonl": jsonl(START, line) }))).toEqual(expected);
  });

  test("a call is counted once, also where a session was taken up again in another file", async () => {
    const line = claude(use("Bash", { command: "git push --force" }, "same"));
    const result = await observed({ "a.jsonl": jsonl(START, line, line), "b.jsonl": jsonl(line) });
    expect([result.calls, result.decisions["deny"]]).toEqual([1, 1]);
  });

  test("the output of stream-json", async () => {
    const lines = [
      { type: "system", subtype: "init", session_id: "s1", cwd: "/repo" },
      {
        type: "assistant",
        session_id: "s1",
        message: { content: [use("Write", { file_path: "secret/a", content: "" })] },
      },
    ];
    expect(stopped(await observed({ "a.jsonl": jsonl(...lines) }))).toEqual(["2 no-secret: edit secret/a"]);
  });
});

describe("Codex", () => {
  test.each<[string, object, string[]]>([
    [
      "a list of words",
      fn("shell", { command: ["git", "push", "--force"] }),
      ["2 no-force: git push --force"],
    ],
    [
      "a script",
      fn("shell", { command: ["bash", "-lc", "ls && git push --force"] }),
      ["2 no-force: bash -lc 'ls && git push --force'"],
    ],
    ["a text", fn("shell_command", { command: "git push --force" }), ["2 no-force: git push --force"]],
    ["the newer tool", fn("exec_command", { cmd: "git push --force" }), ["2 no-force: git push --force"]],
    [
      "in another folder",
      fn("exec_command", { cmd: "echo > a", workdir: "/repo/secret" }),
      ["2 no-secret: echo > a"],
    ],
    [
      "the built-in shell",
      codex({
        type: "local_shell_call",
        call_id: "c",
        action: { type: "exec", command: ["git", "push", "--force"] },
      }),
      ["2 no-force: git push --force"],
    ],
    [
      "a patch",
      codex({
        type: "custom_tool_call",
        name: "apply_patch",
        call_id: "c",
        input: "*** Begin Patch\n*** Add File: secret/a\n+x\n*** Delete File: b\n*** End Patch",
      }),
      ["2 no-secret: edit secret/a"],
    ],
    [
      "a patch as a function",
      fn("apply_patch", { input: "*** Begin Patch\n*** Delete File: secret/a\n*** End Patch" }),
      ["2 no-secret: delete secret/a"],
    ],
    [
      "what an event tells again",
      { type: "event_msg", payload: { type: "exec_command_begin", command: ["git", "push", "--force"] } },
      [],
    ],
    [
      "what a tool gave back",
      codex({ type: "function_call_output", call_id: "c", output: "git push --force" }),
      [],
    ],
  ])("%s", async (_, line, expected) => {
    expect(stopped(await observed({ "a.jsonl": jsonl(META, line) }))).toEqual(expected);
  });

  test("the folder of a turn", async () => {
    const turn = { type: "turn_context", payload: { cwd: "/repo/secret" } };
    const line = fn("shell_command", { command: "echo > a" });
    expect(stopped(await observed({ "a.jsonl": jsonl(META, turn, line) }))).toEqual([
      "3 no-secret: echo > a",
    ]);
  });

  test("the oldest sessions, without an envelope", async () => {
    const lines = [
      { id: "r", timestamp: "2025-01-01T00:00:00Z", instructions: null },
      { record_type: "state" },
      {
        type: "function_call",
        name: "shell",
        arguments: '{"command":["git","push","--force"]}',
        call_id: "c",
      },
    ];
    expect(stopped(await observed({ "a.jsonl": jsonl(...lines) }))).toEqual(["3 no-force: git push --force"]);
  });

  test("calls that can't be looked into are counted by their tools", async () => {
    const lines = [
      codex({ type: "custom_tool_call", name: "exec", call_id: "a", input: "await tools.exec_command({})" }),
      fn("write_stdin", { session_id: 1, chars: "y\n" }),
      fn("write_stdin", { session_id: 1, chars: "" }),
      codex({ type: "function_call", name: "shell", arguments: "not JSON", call_id: "b" }),
    ];
    expect((await observed({ "a.jsonl": jsonl(META, ...lines) })).notLookedInto).toEqual([
      { tool: "exec", calls: 1 },
      { tool: "write_stdin", calls: 1 },
      { tool: "shell", calls: 1 },
    ]);
  });

  test("MCP tools by each of their names", async () => {
    const made = await project({
      "a.jsonl": jsonl(
        META,
        codex({
          type: "function_call",
          namespace: "mcp__sh__",
          name: "run",
          arguments: '{"command":"git push --force"}',
          call_id: "a",
        }),
        fn("sh__run", { command: "git push --force" }),
        fn("mcp__sh__run", { command: "git push --force" }),
      ),
    });
    const { out } = await made.bylaw(["observe", "a.jsonl"]);
    expect(out).toContain("3 would be denied");
  });
});

describe("text", () => {
  test("counts, rules with their first witnesses, and what couldn't be read", async () => {
    const lines = Array.from({ length: 5 }, (_, i) =>
      claude(use("Bash", { command: `git push --force ${i}` })),
    );
    const made = await project({
      "a.jsonl": jsonl(
        START,
        "{broken",
        ...lines,
        claude(use("Bash", { command: "deployctl \u001b[31m" })),
        "{torn",
      ),
    });
    const { out } = await made.bylaw(["observe", "a.jsonl"]);
    const [first, ...rest] = out.split("\n\n");
    expect(first).toBe("1 transcript, 6 tool calls: 5 would be denied, 1 asked about");
    expect(rest[0]?.split("\n")).toEqual([
      "no-force: denied 5 ×",
      "  Never run `git push --force`.",
      "  a.jsonl:3  git push --force 0",
      "  a.jsonl:4  git push --force 1",
      "  a.jsonl:5  git push --force 2",
    ]);
    expect(out).toContain("  a.jsonl:8  deployctl \\u{1b}[31m\n");
    expect(out).toContain("2 lines can't be read: a.jsonl:2, a.jsonl:9");
    expect(out).not.toContain("git push --force 3");
  });

  test("nothing to stop", async () => {
    const made = await project({ "a.jsonl": jsonl(START, claude(use("Bash", { command: "ls" }))) });
    const { out } = await made.bylaw(["observe", "a.jsonl"]);
    expect(out).toBe("1 transcript, 1 tool call: 0 would be denied, 0 asked about\n");
  });
});

describe("what can't be used is said", () => {
  test.each([
    [["observe"], "expected transcripts of Claude Code or Codex"],
    [["observe", "none.jsonl"], "there is no file none.jsonl"],
    [["observe", "other.jsonl"], "other.jsonl is no transcript of Claude Code or Codex"],
    [["observe", "empty.jsonl"], "empty.jsonl is no transcript"],
    [["observe", "empty"], "the folder holds no .jsonl file"],
    [["observe", "a.jsonl", "--format", "xml"], "unexpected format xml"],
    [["observe", "a.jsonl", "--policy", "none.json"], "none.json"],
  ])("%j", async (args, message) => {
    const made = await project({
      "other.jsonl": '{"a":1}\n'.repeat(2_000),
      "empty.jsonl": "\n",
      "a.jsonl": jsonl(START),
    });
    mkdirSync(join(made.folder, "empty"));
    const { status, err } = await made.bylaw(args);
    expect(err).toContain(message);
    expect(status).toBe(2);
  });

  test("in a folder, files that are no transcripts are passed over and named", async () => {
    const result = await observed(
      {
        "s/1/a.jsonl": jsonl(META, fn("shell", { command: "git push --force" })),
        "s/history.jsonl": '{"text":"x"}\n',
      },
      "s",
    );
    expect(result).toMatchObject({
      noTranscripts: ["s/history.jsonl"],
      transcripts: [{ file: "s/1/a.jsonl", host: "codex" }],
    });
  });
});

describe("lines of a file", () => {
  const readAll = (content: string | Uint8Array): (string | undefined)[] => {
    const made = new TestProject({ f: content });
    return [...linesOf(join(made.folder, "f"))].map((l) => l.text);
  };
  test.each<[string, string | Uint8Array, (string | undefined)[]]>([
    ["no line", "", []],
    ["an end behind each", "a\nb\n", ["a", "b"]],
    ["none behind the last", "a\nb", ["a", "b"]],
    ["empty ones", "\n\na", ["", "", "a"]],
    ["U+FEFF", "\ufeffa", ["a"]],
    [
      "characters across pieces",
      `${"x".repeat(1_048_575)}é\n${"é".repeat(1_048_576)}`,
      [`${"x".repeat(1_048_575)}é`, "é".repeat(1_048_576)],
    ],
    ["a line end at the end of a piece", `${"x".repeat(1_048_575)}\ny`, ["x".repeat(1_048_575), "y"]],
    ["no UTF-8", new Uint8Array([0xff, 10, 97]), [undefined, "a"]],
  ])("%s", (_, content, expected) => {
    expect(readAll(content)).toEqual(expected);
  });

  test("a line of any length takes no more memory than the bound", () => {
    const made = new TestProject({ f: "" });
    const path = join(made.folder, "f");
    const file = openSync(path, "w");
    const piece = Buffer.alloc(16 * 1_048_576, 120);
    for (let i = 0; i * piece.length <= MOST_LINE; i++) writeSync(file, piece);
    writeSync(file, "\nlast\n");
    closeSync(file);
    expect([...linesOf(path)].map((l) => l.text)).toEqual([undefined, "last"]);
  });
});
