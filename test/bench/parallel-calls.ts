// 10,000 hook calls from ten processes on one ledger: node scripts/run-ts.mjs test/bench/parallel-calls.ts
// Nothing may be lost, each process's order is kept, and a limit of 100 lets exactly 100 through.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { answer } from "../../src/cli/hook/answer.ts";
import { DEFAULT_OPTIONS } from "../../src/cli/hook/hook-options.ts";
import { hostNamed } from "../../src/cli/hook/hosts.ts";
import { ledgerBeside, worldOf } from "../../src/cli/hook/world.ts";
import { regex, sha256 } from "../../src/cli/node-tools.ts";
import { printPolicy } from "../../src/policy/revision.ts";
import { compileFiles } from "../support/compile.ts";

const [PROCESSES, CALLS, EVERY] = [10, 1_000, 50];
const RULES = "- **Never** run `deployctl` more than 100 times in a run.\n";

const [, , mode, policyPath = "", name = ""] = process.argv;
if (mode === "worker") work();
else await measure();

/** One process of an agent: every 50th call is one that the ledger has to be read for. */
function work(): void {
  for (let i = 0; i < CALLS; i++) call(i % EVERY === 0 ? `deployctl ${name}-${i}` : `ls ${name}-${i}`);
}

function call(command: string): string {
  const host = hostNamed("claude-code");
  if (host === undefined) throw new Error("no such host");
  const input = {
    hook_event_name: "PreToolUse",
    session_id: "s",
    tool_name: "Bash",
    tool_input: { command },
  };
  const world = worldOf(policyPath, {
    input: () => JSON.stringify(input),
    sha256,
    random: (bytes) => new Uint8Array(bytes),
    regex,
    options: DEFAULT_OPTIONS,
  });
  return answer(host, world);
}

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "bylaw-parallel-"));
  try {
    const policy = join(folder, "dist", "policy.json");
    mkdirSync(join(folder, "dist"));
    writeFileSync(policy, printPolicy(compileFiles({ "learnings/a.md": RULES }).policy));
    ledgerBeside(policy, sha256).append("s", [{ event: "begun" }]);
    const outfile = join(process.cwd(), "node_modules", `.parallel-${process.pid}.mjs`);
    buildSync({
      entryPoints: ["test/bench/parallel-calls.ts"],
      outfile,
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
    });
    const started = performance.now();
    const names = Array.from({ length: PROCESSES }, (_, i) => `w${i}`);
    await Promise.all(
      names.map((one) => {
        const child = spawn("node", [outfile, "worker", policy, one], { stdio: "inherit" });
        return new Promise((done) => child.on("exit", done));
      }),
    );
    rmSync(outfile, { force: true });
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    report(policy, names, seconds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(policy: string, names: readonly string[], seconds: string): void {
  const read = ledgerBeside(policy, sha256).read("s") ?? { events: [], problems: [] };
  const lines = read.events.flatMap((e) =>
    e.event === "proposed"
      ? e.does.flatMap((d) => (d.kind === "command" ? d.ran.map((r) => r.line) : []))
      : [],
  );
  const ordered = names.every((one) => {
    const own = lines.filter((l) => l.includes(` ${one}-`)).map((l) => Number(l.split("-")[1]));
    return own.length === CALLS && own.every((n, i) => n === i);
  });
  const verdicts = read.events.filter((e) => "rules" in e);
  const deploys = new Set(
    read.events.flatMap((e) =>
      e.event === "proposed" && JSON.stringify(e.does).includes("deployctl") ? [e.id] : [],
    ),
  );
  const passed = verdicts.filter((e) => e.event === "allowed" && "id" in e && deploys.has(e.id)).length;
  console.log(
    `${lines.length} calls in ${seconds} s, ${verdicts.length} verdicts, ${read.problems.length} unreadable`,
  );
  console.log(`order of each process kept: ${ordered}; let through under a limit of 100: ${passed}`);
  const sound =
    lines.length === PROCESSES * CALLS && verdicts.length === lines.length && ordered && passed === 100;
  if (!sound || read.problems.length > 0) process.exitCode = 1;
}
