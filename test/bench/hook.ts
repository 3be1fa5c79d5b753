// The hook as a process: a project with 300 rules in force and a session, as a host calls it.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { sha256 } from "../../src/cli/node-tools.ts";
import { canonicalJson } from "../../src/policy/canonical-json.ts";
import { printPolicy } from "../../src/policy/revision.ts";
import type { Policy } from "../../src/policy/types.ts";
import { paired } from "./measure.ts";

type Row = (what: string, ratio: number, figures: string) => void;

/** A file is kept in pieces when it has been as it is for three seconds. */
const SETTLED = 3_200;
const COMMANDS = {
  "plain words": "tool-1-1 --all",
  "a plain call of git": "git push origin topic",
  "a list with a pipe": "cd src && tool-1-1 --all 2>&1 | tail -20",
  "nested shells": "cd /srv && sudo bash -c 'tool-1-1 --all' | tee log",
};

/** Prints each kind of command against a bare start of Node, `env` without the variable that slows that down. */
export function hooks(folder: string, policy: Policy, env: NodeJS.ProcessEnv, row: Row): void {
  const root = join(folder, "in-force");
  const path = join(root, ".bylaw", "policy.json");
  mkdirSync(join(root, ".bylaw"), { recursive: true });
  writeFileSync(path, printPolicy(policy));
  writeFileSync(
    join(root, ".bylaw", "trust.json"),
    canonicalJson({ schemaVersion: 1, revision: policy.revision }),
  );
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SETTLED);
  const node = (args: readonly string[], input = ""): void => {
    const { status, stderr } = spawnSync(process.execPath, args, { input, env, cwd: root });
    if (status !== 0) throw new Error(stderr.toString());
  };
  for (const [name, command] of Object.entries(COMMANDS)) {
    const event = {
      hook_event_name: "PreToolUse",
      tool_name: "Bash",
      session_id: sha256(name).slice(0, 8),
      cwd: root,
      tool_input: { command },
    };
    const call = (): void => node([resolve("dist/hook.cjs"), "claude-code", path], JSON.stringify(event));
    // The first calls keep the policy in pieces, and make the code caches.
    for (let i = 0; i < 3; i++) call();
    const { a, b, ratio } = paired(60, call, () => node(["-e", "0"]));
    row(`hook, 300 rules, ${name} / node -e 0`, ratio, `${a.toFixed(1)} ms / ${b.toFixed(1)} ms`);
  }
}
