// What the commands about runs share: the project's ledger, its policy in force, and that only a person may call them.
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Enforcer } from "../enforce/enforcer.ts";
import { Ledger } from "../ledger/ledger.ts";
import { fileOfRun } from "../ledger/run-name.ts";
import type { Policy } from "../policy/types.ts";
import { Checker } from "../validators/checker.ts";
import type { CheckerOptions } from "../validators/context.ts";
import { UsageError } from "./command.ts";
import { findProject, projectRoot } from "./io/project.ts";
import { regex, sha256 } from "./node-tools.ts";
import type { Terminal } from "./terminal.ts";
import { today } from "./today.ts";

/** The ledger of the project around a folder. */
export function ledgerOf(cwd: string): Ledger {
  return new Ledger(join(projectRoot(cwd), ".bylaw", "runs"), { sha256, now: () => Date.now() });
}

/** Where the policy in force is, if there is one; commands that a person's words are about look at that, not at a build. */
export function policyInForce(cwd: string): string | undefined {
  const project = findProject(cwd);
  if ("problem" in project) return undefined;
  const path = join(project.root, ".bylaw", "policy.json");
  return existsSync(path) ? path : undefined;
}

/** A policy with the project's ledger. Rules look at today, unless a person says another day. */
export function enforcerOf(
  policy: Policy,
  cwd: string,
  options: Pick<CheckerOptions, "today" | "reports" | "protection"> = {},
): Enforcer {
  const checker = new Checker(policy, { sha256, regex, today: today(), root: projectRoot(cwd), ...options });
  const newId = (): string => randomBytes(9).toString("base64url");
  return { policy, checker, ledger: ledgerOf(cwd), sha256, random: randomBytes, newId };
}

/** The file of a run, which must be there. */
export function existingRun(ledger: Ledger, run: string): string {
  const file = fileOfRun(run, sha256);
  if (ledger.files().some((f) => f.file === file)) return file;
  throw new UsageError(`there is no run ${run}; bylaw runs lists those that there are`);
}

/** Approving and waiving is for a person at a terminal: an agent's commands have none. */
export function needPerson(terminal: Terminal, what: string): void {
  if (!terminal.person) throw new UsageError(`${what} needs a person at a terminal`);
}

/** An end that a person gave: `2h`, `30m`, `3d`, a day or an ISO time. Undefined for anything else. */
export function endOf(text: string, now: number): number | undefined {
  const span = /^(\d{1,4})([mhd])$/.exec(text);
  if (span !== null) {
    const unit = { m: 60_000, h: 3_600_000, d: 86_400_000 }[span[2] ?? ""] ?? 0;
    return now + Number(span[1]) * unit;
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    // The named day is the last one.
    const day = Date.parse(`${text}T00:00:00Z`);
    return Number.isNaN(day) ? undefined : day + 86_400_000;
  }
  const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
