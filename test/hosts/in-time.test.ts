// Which calls are held to the deadline: all but those that are soon answered whatever stands in files and in the ledger.
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answer } from "../../src/cli/hook/answer.ts";
import { sha256 } from "../../src/cli/node-tools.ts";
import { Ledger } from "../../src/ledger/ledger.ts";
import { host, world } from "./support.ts";

const folder = mkdtempSync(join(tmpdir(), "bylaw-in-time-"));

/** Whether the deadline is held while a command is checked, with so many bytes in the run's ledger. */
function isHeld(command: string, bytes = 0): boolean {
  const runs = join(folder, `runs-${bytes}`);
  mkdirSync(runs, { recursive: true });
  writeFileSync(join(runs, "s.jsonl"), "\n".repeat(bytes));
  const input = {
    session_id: "s",
    cwd: "/repo",
    hook_event_name: "PreToolUse",
    tool_name: "Bash",
    tool_input: { command },
  };
  let held = false;
  answer(host("claude-code"), {
    ...world(input, "- **Never** run `deployctl`.\n"),
    ledger: new Ledger(runs, { sha256, now: () => 0 }),
    inTime: (what) => {
      held = true;
      return what();
    },
  });
  return held;
}

test.each<[string, boolean]>([
  ["ls -la src", false],
  ["deployctl now", false],
  ["git push origin main", false],
  ["ls | wc", true],
  ["bash x.sh", true],
  ["BASH x.sh", true],
  ["./x", true],
  ["src/x.sh", true],
  ["make x", true],
  [`ls ${"x".repeat(2_000)}`, true],
])("%s: %s", (command, held) => {
  expect(isHeld(command)).toBe(held);
});

test("a large ledger is read in time", () => {
  expect(isHeld("ls", 1_000)).toBe(false);
  expect(isHeld("ls", 2_000_000)).toBe(true);
});
