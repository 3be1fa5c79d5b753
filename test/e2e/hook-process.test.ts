// The bundled hook as hosts start it: one process a call, in time, whatever becomes of its input.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { Project, said } from "./session.ts";

const HOOK = resolve("dist/hook.cjs");
const RULES = { "learnings/a.md": "- **Never** run `deployctl` more than 3 times in a run.\n" };

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function hook(
  project: Project,
  words: readonly string[] = [],
): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn("node", [HOOK, "claude-code", project.policy, ...words], { stdio: "pipe" });
  let [out, err] = ["", ""];
  child.stdout.on("data", (data: Buffer) => {
    out += data.toString();
  });
  child.stderr.on("data", (data: Buffer) => {
    err += data.toString();
  });
  return { child, ended: new Promise((done) => child.on("close", (status) => done({ status, out, err }))) };
}

async function before(project: Project, command: string, words: readonly string[] = []): Promise<Ended> {
  const { child, ended } = hook(project, words);
  child.stdin?.end(
    JSON.stringify({
      session_id: "s",
      cwd: project.folder,
      hook_event_name: "PreToolUse",
      tool_name: "Bash",
      tool_input: { command },
    }),
  );
  return ended;
}

test("many calls at once lose nothing, and the ledger lets through what the rule lets through", {
  timeout: 120_000,
}, async () => {
  const project = new Project(RULES);
  project.session("claude-code", "s").start();
  const answers: Ended[] = [];
  for (let round = 0; round < 5; round++)
    answers.push(
      ...(await Promise.all(Array.from({ length: 8 }, (_, i) => before(project, `deployctl ${round}-${i}`)))),
    );
  expect(answers.map((a) => a.status)).toEqual(answers.map(() => 0));
  const passed = answers.filter((a) => a.out === "").length;
  expect(passed).toBe(3);
  const read = project.ledger().read("s");
  expect(read?.problems).toEqual([]);
  expect(read?.events.filter((e) => e.event === "proposed")).toHaveLength(40);
  expect(read?.events.filter((e) => "rules" in e)).toHaveLength(40);
});

test.skipIf(process.platform === "win32" || process.getuid?.() !== 0)(
  "a user without a folder is told so by a deny",
  () => {
    const env = { PATH: process.env["PATH"] };
    const input = JSON.stringify({
      session_id: "s",
      cwd: "/",
      hook_event_name: "PreToolUse",
      tool_name: "Bash",
      tool_input: { command: "ls" },
    });
    const words = [HOOK, "claude-code", "/x/.bylaw/policy.json"];
    const { status, stdout } = spawnSync(process.execPath, words, {
      env,
      input,
      encoding: "utf8",
      uid: 54_321,
    });
    expect(status).toBe(0);
    expect(said(stdout).decision).toBe("deny");
  },
);

describe("in time", () => {
  test("an input that doesn't end is denied", { timeout: 30_000 }, async () => {
    const project = new Project(RULES);
    const { child, ended } = hook(project, ["--deadline", "700"]);
    child.stdin?.write('{"hook_event_name":');
    const { out } = await ended;
    expect(said(out)).toMatchObject({ decision: "deny", text: expect.stringContaining("700 ms") as string });
  });

  test("work that takes too long is denied", async () => {
    const project = new Project(RULES);
    // A millisecond is too little to read a text that needs a parser.
    const text = "deployctl $(a) | b; ".repeat(2_000);
    const { status, out } = await before(project, text, ["--deadline", "1"]);
    if (status === 0) expect(said(out).decision).toBe("deny");
    expect(out).toContain("longer than 1 ms");
  });
});

test.each([
  [["--fail", "opne"], "expected closed or open"],
  [["--fial", "open"], "none of its options"],
  [["--deadline", "x"], "milliseconds"],
])("a hook line that says %j is refused", async (words, cause) => {
  const { status, out } = await before(new Project(RULES), "ls", words);
  expect(status).toBe(0);
  expect(said(out)).toMatchObject({ decision: "deny", text: expect.stringContaining(cause) as string });
});
