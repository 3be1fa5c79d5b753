// Tool calls of each host, before they run: what each is read as.
import { describe, expect, test } from "vitest";
import { read, short } from "./support.ts";

const FILES = { "/repo/a.txt": "one\ntwo\none\n", "/repo/win.txt": "one\r\ntwo\r\n" };
const PATCH = `*** Begin Patch
*** Add File: new.txt
+first
+second
*** Update File: a.txt
@@
 one
-two
+three
*** Update File: b.txt
*** Move to: c.txt
@@
-x
+y
*** Delete File: d.txt
*** End Patch
`;
const PATCHED = [
  "edit new.txt = first\nsecond\n",
  "edit a.txt = one\nthree\none\n",
  "delete b.txt",
  "edit c.txt = ?",
  "delete d.txt",
];

type Row = readonly [what: string, tool: string, input: unknown, expected: readonly string[]];

/** Rows for a host, with the event around a call as that host writes it. */
function table(name: string, around: (tool: string, input: unknown) => object, rows: readonly Row[]): void {
  describe(name, () => {
    test.each(rows)("%s: %s", (_, tool, input, expected) => {
      expect(short(read(name, around(tool, input), FILES))).toEqual(expected);
    });
  });
}

const claudeShape = (tool_name: string, tool_input: unknown) => ({
  hook_event_name: "PreToolUse",
  session_id: "s",
  cwd: "/repo",
  tool_name,
  tool_input,
});

table("claude-code", claudeShape, [
  ["a command", "Bash", { command: "ls" }, ["bash: ls"]],
  ["arguments as JSON text", "Bash", '{"command":"ls"}', ["bash: ls"]],
  ["words in a list", "Bash", { command: ["echo", "a b"] }, ["bash: echo 'a b'"]],
  ["PowerShell", "PowerShell", { command: "ls" }, ["powershell: ls"]],
  ["no command", "Bash", {}, ["broken before: Bash has no command"]],
  ["a command that is none", "Bash", { command: 7 }, ["broken before: Bash has no command"]],
  ["no arguments", "Bash", undefined, ["broken before: Bash has no command"]],
  ["a text that is no JSON", "Bash", "ls", ["broken before: Bash has no command"]],
  ["a new tool with a command", "Monitor", { command: "tail -f x" }, ["unknown: tail -f x"]],
  ["a command that is no shell's", "SlashCommand", { command: "/deploy" }, ["other"]],
  ["a new file", "Write", { file_path: "/repo/x", content: "new" }, ["edit /repo/x = new"]],
  [
    "a part",
    "Edit",
    { file_path: "a.txt", old_string: "two", new_string: "2" },
    ["edit a.txt = one\n2\none\n"],
  ],
  [
    "a part with $&",
    "Edit",
    { file_path: "a.txt", old_string: "two", new_string: "$&" },
    ["edit a.txt = one\n$&\none\n"],
  ],
  [
    "a part that occurs twice",
    "Edit",
    { file_path: "a.txt", old_string: "one", new_string: "1" },
    ["edit a.txt = ?"],
  ],
  [
    "each occurrence",
    "Edit",
    { file_path: "a.txt", old_string: "one", new_string: "1", replace_all: true },
    ["edit a.txt = 1\ntwo\n1\n"],
  ],
  [
    "a part that isn't there",
    "Edit",
    { file_path: "a.txt", old_string: "4", new_string: "" },
    ["edit a.txt = ?"],
  ],
  ["a file that isn't there", "Edit", { file_path: "z", old_string: "4", new_string: "" }, ["edit z = ?"]],
  ["a new file by an edit", "Edit", { file_path: "z", old_string: "", new_string: "new" }, ["edit z = new"]],
  [
    "several parts, one after the other",
    "MultiEdit",
    {
      file_path: "a.txt",
      edits: [
        { old_string: "two", new_string: "2" },
        { old_string: "2\none", new_string: "" },
      ],
    },
    ["edit a.txt = one\n\n"],
  ],
  [
    "several parts, one of them none",
    "MultiEdit",
    { file_path: "a.txt", edits: [{ old_string: "two", new_string: "2" }, { old_string: 1 }] },
    ["edit a.txt = ?"],
  ],
  ["a notebook", "NotebookEdit", { notebook_path: "n.ipynb", new_source: "1" }, ["edit n.ipynb = ?"]],
  ["an edit of nothing", "Edit", { old_string: "a" }, ["broken before: Edit doesn't say which file"]],
  ["two paths", "Write", { file_path: "a", path: "b", content: "" }, ["edit a = ", "edit b = "]],
  ["a reading", "Read", { file_path: "/repo/.env" }, ["read /repo/.env"]],
  ["a search in a file", "Grep", { pattern: "x", path: ".env" }, ["read .env"]],
  ["a search anywhere", "Grep", { pattern: "x" }, ["other"]],
  ["an MCP tool", "mcp__fleet__run_vm", { vm: 7 }, ['tool mcp__fleet__run_vm {"vm":7}']],
  [
    "an MCP tool without input",
    "mcp__fleet__list",
    undefined,
    ["broken before: the input of mcp__fleet__list is not an object"],
  ],
  [
    "an MCP tool with a command: a tool and a command",
    "mcp__shell__run",
    { command: "rm -rf /" },
    ['tool mcp__shell__run {"command":"rm -rf /"}', "unknown: rm -rf /"],
  ],
  ["a tool of the host's", "TodoWrite", { todos: [] }, ["other"]],
  ["a tool that nobody knows", "Frobnicate", { a: 1 }, ['tool Frobnicate {"a":1}']],
]);

table("codex", claudeShape, [
  ["a command", "Bash", { command: "ls" }, ["unknown: ls"]],
  ["a patch", "apply_patch", { command: PATCH }, PATCHED],
  [
    "a patch in a command",
    "Bash",
    { command: `apply_patch <<'EOF'\n${PATCH}EOF` },
    [`unknown: apply_patch <<'EOF'\n${PATCH}EOF`, PATCHED[0] ?? "", "edit a.txt = ?", ...PATCHED.slice(2)],
  ],
  [
    "a patch of nothing",
    "apply_patch",
    { command: "?" },
    ["broken before: apply_patch doesn't say which file"],
  ],
  ["a patch with CRLF", "apply_patch", { command: PATCH.replaceAll("\n", "\r\n") }, PATCHED],
  [
    "a header that is indented may be a line of a file",
    "apply_patch",
    {
      command:
        "*** Begin Patch\n*** Update File: a.txt\n@@\n-two\n+2\n *** Delete File: d.txt\n*** End Patch",
    },
    ["edit a.txt = ?", "delete d.txt"],
  ],
  ["an MCP tool", "mcp__fleet__run_vm", {}, ["tool mcp__fleet__run_vm {}"]],
  ["an image", "view_image", { path: "a.png" }, ["read a.png"]],
  ["a plan", "update_plan", { plan: [] }, ["other"]],
]);

table(
  "gemini",
  (tool_name, tool_input) => ({ ...claudeShape(tool_name, tool_input), hook_event_name: "BeforeTool" }),
  [
    ["a command", "run_shell_command", { command: "ls" }, ["unknown: ls"]],
    ["a new file", "write_file", { file_path: "/repo/x", content: "new" }, ["edit /repo/x = new"]],
    [
      "a part",
      "replace",
      { file_path: "a.txt", old_string: "two", new_string: "2" },
      ["edit a.txt = one\n2\none\n"],
    ],
    [
      "each occurrence",
      "replace",
      { file_path: "a.txt", old_string: "one", new_string: "1", allow_multiple: true },
      ["edit a.txt = 1\ntwo\n1\n"],
    ],
    ["a reading", "read_file", { file_path: ".env" }, ["read .env"]],
    ["an older reading", "read_file", { absolute_path: "/repo/.env" }, ["read /repo/.env"]],
    [
      "several readings",
      "read_many_files",
      { paths: ["a", "b/*.key"] },
      ["read a", "read b/*.key", "read b/"],
    ],
    ["readings of anything", "read_many_files", { include: ["**/*.pem"] }, ["read **/*.pem", "read ./"]],
    ["an MCP tool", "mcp_fleet_run_vm", { vm: 7 }, ['tool mcp_fleet_run_vm {"vm":7}']],
    ["a web search", "google_web_search", { query: "x" }, ["other"]],
  ],
);

table(
  "cursor",
  (tool_name, tool_input) => ({
    hook_event_name: "preToolUse",
    conversation_id: "c",
    workspace_roots: ["/repo"],
    tool_name,
    tool_input,
  }),
  [
    ["a command", "Shell", { command: "ls", working_directory: "/x" }, ["unknown: ls"]],
    ["a new file", "Write", { file_path: "x", content: "new" }, ["edit x = new"]],
    ["a new file, other names", "Write", { path: "x", contents: "new" }, ["edit x = new"]],
    ["a file without content", "Write", { path: "x" }, ["edit x = ?"]],
    [
      "a part",
      "StrReplace",
      { path: "a.txt", old_string: "two", new_string: "2" },
      ["edit a.txt = one\n2\none\n"],
    ],
    ["a deletion", "Delete", { path: "x" }, ["delete x"]],
    ["a reading", "Read", { target_file: "x" }, ["read x"]],
    ["a notebook", "EditNotebook", { target_notebook: "n" }, ["edit n = ?"]],
    ["an MCP tool", "MCP:run_vm", { vm: 7 }, ['tool run_vm {"vm":7}']],
    ["a subagent", "Task", {}, ["other"]],
  ],
);

describe("cursor's own events", () => {
  const base = { conversation_id: "c", workspace_roots: ["/repo"], cwd: "" };
  test.each([
    [{ hook_event_name: "beforeShellExecution", command: "ls" }, ["unknown: ls"]],
    [{ hook_event_name: "beforeShellExecution" }, ["broken before: Shell has no command"]],
    [
      {
        hook_event_name: "beforeReadFile",
        file_path: "/repo/a",
        content: "secret",
        attachments: [
          { type: "file", file_path: "/repo/b" },
          { type: "rule", filePath: "/repo/c" },
        ],
      },
      ["read /repo/a", "read /repo/b", "read /repo/c"],
    ],
    [{ hook_event_name: "beforeTabFileRead", file_path: "/repo/a", content: "" }, ["read /repo/a"]],
    [{ hook_event_name: "beforeReadFile" }, ["broken before: it has no file_path"]],
    [
      { hook_event_name: "beforeMCPExecution", tool_name: "run_vm", tool_input: '{"vm":7}' },
      ['tool run_vm {"vm":7}'],
    ],
    [
      { hook_event_name: "beforeMCPExecution", tool_name: "run_vm", tool_input: "vm" },
      ["broken before: the input of MCP:run_vm is not an object"],
    ],
    [{ hook_event_name: "beforeMCPExecution" }, ["broken before: it has no tool_name"]],
    [{ hook_event_name: "afterFileEdit", file_path: "a" }, ["other"]],
  ])("%j", (input, expected) => {
    expect(short(read("cursor", { ...base, ...input }))).toEqual(expected);
  });
});

const copilotRows: readonly Row[] = [
  ["an editor that views", "str_replace_editor", { command: "view", path: "a" }, ["read a"]],
  [
    "an editor that creates",
    "str_replace_editor",
    { command: "create", path: "a", file_text: "t" },
    ["edit a = t"],
  ],
  [
    "an editor that replaces",
    "str_replace_editor",
    { command: "str_replace", path: "a.txt", old_str: "two", new_str: "2" },
    ["edit a.txt = one\n2\none\n"],
  ],
  [
    "an editor that inserts",
    "str_replace_editor",
    { command: "insert", path: "a", insert_line: 1 },
    ["edit a = ?"],
  ],
];

table(
  "copilot",
  (toolName, toolArgs) => ({ sessionId: "s", cwd: "/repo", timestamp: 1, toolName, toolArgs }),
  [
    ["a command", "bash", '{"command":"ls"}', ["bash: ls"]],
    ["PowerShell", "powershell", { command: "ls" }, ["powershell: ls"]],
    [
      "text typed into a shell",
      "write_bash",
      { shellId: "1", input: "git push{enter}y{up}{enter}" },
      ["bash: git push\ny\n"],
    ],
    ["a reading", "view", { path: "/repo/.env" }, ["read /repo/.env"]],
    ["a new file", "create", { path: "x", file_text: "new" }, ["edit x = new"]],
    ["a part", "edit", { path: "a.txt", old_str: "two", new_str: "2" }, ["edit a.txt = one\n2\none\n"]],
    ["a patch as a text", "apply_patch", PATCH, PATCHED],
    ["a patch as an argument", "apply_patch", { input: PATCH }, PATCHED],
    ...copilotRows,
    ["a search", "rg", { pattern: "x", path: "b" }, ["read b"]],
    ["an MCP tool", "fleet-run_vm", { vm: 7 }, ['tool fleet-run_vm {"vm":7}']],
    ["a new tool with a text", "freeform", "anything", ['tool freeform {"input":"anything"}']],
    ["no command", "bash", {}, ["broken before: bash has no command"]],
  ],
);

table("copilot", claudeShape, [
  ["a command", "Bash", { command: "ls" }, ["unknown: ls"]],
  ["a new file", "Write", { path: "x", file_text: "new" }, ["edit x = new"]],
  ["a reading", "Read", { path: "x" }, ["read x"]],
  ["a part", "Edit", { path: "a.txt", old_str: "two", new_str: "2" }, ["edit a.txt = one\n2\none\n"]],
  ["a patch", "Edit", PATCH, PATCHED],
  ["the editor", "Edit", { command: "view", path: "a" }, ["read a"]],
]);

table(
  "vscode",
  (tool_name, tool_input) => ({
    hookEventName: "PreToolUse",
    sessionId: "s",
    cwd: "/repo",
    tool_name,
    tool_input,
  }),
  [
    ["a command", "run_in_terminal", { command: "ls" }, ["unknown: ls"]],
    ["text for a terminal", "send_to_terminal", { id: "1", command: "ls" }, ["unknown: ls"]],
    [
      "a task",
      "create_and_run_task",
      {
        workspaceFolder: "/repo",
        task: { type: "shell", command: "make $X", args: ["$(y)", "a b", 1, { value: "c" }] },
      },
      ["unknown: make $X $(y) 'a b' 1 c"],
    ],
    [
      "a task without a command",
      "create_and_run_task",
      { task: {} },
      ["broken before: create_and_run_task has no command"],
    ],
    ["a new file", "create_file", { filePath: "/repo/x", content: "new" }, ["edit /repo/x = new"]],
    [
      "a new file by its other name",
      "copilot_createFile",
      { filePath: "/repo/x", content: "new" },
      ["edit /repo/x = new"],
    ],
    ["a URI", "create_file", { filePath: "file:///repo/x%20y", content: "" }, ["edit /repo/x y = "]],
    ["a URI on Windows", "read_file", { filePath: "file:///c:/x" }, ["read c:/x"]],
    [
      "a part",
      "replace_string_in_file",
      { filePath: "a.txt", oldString: "two", newString: "2" },
      ["edit a.txt = one\n2\none\n"],
    ],
    [
      "parts of several files",
      "multi_replace_string_in_file",
      { replacements: [{ filePath: "a.txt", oldString: "two", newString: "2" }, { filePath: "file:///b" }] },
      ["edit a.txt = one\n2\none\n", "edit /b = ?"],
    ],
    [
      "parts of no file",
      "multi_replace_string_in_file",
      {},
      ["broken before: multi_replace_string_in_file doesn't say which file"],
    ],
    ["an insertion", "insert_edit_into_file", { filePath: "a", code: "…" }, ["edit a = ?"]],
    ["files", "editFiles", { files: ["a", "b"] }, ["edit a = ?", "edit b = ?"]],
    ["a patch", "apply_patch", { input: PATCH }, PATCHED],
    ["a notebook", "edit_notebook_file", { filePath: "n" }, ["edit n = ?"]],
    ["a reading", "read_file", { filePath: "a" }, ["read a"]],
    ["an MCP tool", "mcp_fleet_run_vm", { vm: 7 }, ['tool mcp_fleet_run_vm {"vm":7}']],
    ["a memory, whose command is no shell's", "memory", { command: "view", path: "/m" }, ["other"]],
  ],
);

table(
  "opencode",
  (tool, args) => ({
    event: "tool.execute.before",
    directory: "/repo",
    input: { tool, sessionID: "s", callID: "c" },
    output: { args },
  }),
  [
    ["a command", "bash", { command: "ls" }, ["unknown: ls"]],
    ["a new file", "write", { filePath: "/repo/x", content: "new" }, ["edit /repo/x = new"]],
    [
      "a part",
      "edit",
      { filePath: "a.txt", oldString: "two", newString: "2" },
      ["edit a.txt = one\n2\none\n"],
    ],
    ["a patch", "apply_patch", { patchText: PATCH }, PATCHED],
    ["an older patch", "patch", { patchText: PATCH }, PATCHED],
    ["a reading", "read", { filePath: "a" }, ["read a"]],
    ["an MCP tool", "fleet_run_vm", { vm: 7 }, ['tool fleet_run_vm {"vm":7}']],
    [
      "several calls in one",
      "batch",
      {
        tool_calls: [
          { tool: "bash", parameters: { command: "ls" } },
          { tool: "read", parameters: { filePath: "a" } },
          { tool: "glob", parameters: {} },
        ],
      },
      ["unknown: ls", "read a"],
    ],
    [
      "several calls, one of them broken",
      "batch",
      {
        tool_calls: [
          { tool: "read", parameters: { filePath: "a" } },
          { tool: "bash", parameters: {} },
        ],
      },
      ["broken before: bash has no command"],
    ],
    ["several calls that are none", "batch", {}, ["broken before: batch has no tool_calls"]],
    ["a list of tasks", "todowrite", {}, ["other"]],
  ],
);

describe("where a call runs", () => {
  const cwdOf = (name: string, input: object): unknown => {
    const request = read(name, input);
    return request.type === "before" ? request.actions.map((a) => a.cwd) : request;
  };
  const gemini = (dir_path: string) => ({
    ...claudeShape("run_shell_command", { command: "ls", dir_path }),
    hook_event_name: "BeforeTool",
  });
  const cursor = { hook_event_name: "beforeShellExecution", command: "ls", workspace_roots: ["/repo"] };
  test.each([
    ["claude-code", claudeShape("Bash", { command: "ls" }), "/repo"],
    ["gemini", gemini("sub"), "/repo/sub"],
    ["gemini", gemini("/other"), "/other"],
    ["gemini", gemini(""), "/repo"],
    ["cursor", cursor, "/repo"],
    ["cursor", { ...cursor, cwd: "/repo/x" }, "/repo/x"],
  ])("%s %j", (name, input, expected) => {
    expect(cwdOf(name, input)).toEqual([expected]);
  });

  test("a person's own shell is PowerShell on Windows", () => {
    const input = { ...claudeShape("run_in_terminal", { command: "ls" }), cwd: "C:\\repo" };
    expect(short(read("vscode", input))).toEqual(["powershell: ls"]);
  });
});
