// Which commands are tried: one that the policy in force lets pass, and one that it denies.
import type { Policy } from "../../policy/types.ts";
import { Checker } from "../../validators/checker.ts";
import { regex, sha256 } from "../node-tools.ts";
import { today } from "../today.ts";

export interface Samples {
  readonly passes: string | undefined;
  readonly denied: string | undefined;
}

/** Commands of which nothing but their names is known to do harm to nobody. They are checked, never run. */
const HARMLESS = ["true", "pwd", "echo bylaw", "bylaw-probe"];

/** The first of each kind that the checker decides so without knowing what has been before. */
export function samplesOf(policy: Policy, root: string): Samples {
  const checker = new Checker(policy, { sha256, regex, today: today(), root });
  const decide = (command: string): string => checker.check({ kind: "command", command, cwd: root }).decision;
  const blocked = policy.rules.flatMap((r) =>
    r.examples.flatMap((e) => (e.expect === "deny" && Object.keys(e.facts).length === 0 ? [e.command] : [])),
  );
  const named = policy.rules.flatMap((r) => (r.kind === "never-run" ? r.targets.map((t) => t.text) : []));
  return {
    passes: HARMLESS.find((c) => decide(c) === "allow"),
    denied: [...blocked, ...named].find((c) => decide(c) === "deny"),
  };
}
