// bylaw propose: commands in their order, as a plan that a person approves.

import { resolve } from "node:path";
import { propose as proposePlan } from "../../enforce/plan.ts";
import { pendingPlans } from "../../ledger/plans.ts";
import type { Action } from "../../policy/types.ts";
import { type CommandRun, textOption, UsageError } from "../command.ts";
import { runFiles } from "../io/run-files.ts";
import { style } from "../print/style.ts";
import { printVerdict } from "../print/verdict.ts";
import { enforcerOf, policyInForce } from "../runs.ts";
import { EXIT } from "../terminal.ts";
import { projectPolicy } from "./check.ts";

export const propose: CommandRun = (input, terminal) => {
  const commands = [...input.operands, ...(input.behindDashes ?? [])];
  if (commands.length === 0)
    throw new UsageError("expected commands, each in quotes, in the order in which they run");
  const policy = projectPolicy(textOption(input, "policy") ?? policyInForce(terminal.cwd), terminal);
  if (policy === undefined) return EXIT.unusable;
  const enforcer = enforcerOf(policy, terminal.cwd);
  const cwd = resolve(terminal.cwd, textOption(input, "cwd") ?? ".");
  const run = textOption(input, "run");
  const actions = commands.map((command): Action => ({ kind: "command", command, shell: "bash", cwd }));
  const known = { files: runFiles(cwd) };
  const verdicts = actions.map((action) => enforcer.checker.check(action, known));
  const plans = verdicts.map((v) => v.plan);
  const { ledger } = enforcer;
  // The hook of the agent that runs this has stored the plan already, and has shown the person its key.
  const waits = (steps: readonly { readonly plan: string }[]): boolean =>
    JSON.stringify(steps.map((s) => s.plan)) === JSON.stringify(plans);
  const stored =
    run !== undefined &&
    pendingPlans(ledger.read(run)?.events ?? [], ledger.now()).some((p) => waits(p.steps));
  if (run === undefined || stored) {
    terminal.out(
      stored
        ? "the plan waits for the person's approval\n"
        : "without --run nothing is stored here; in an agent the hook stores the plan for its session\n",
    );
    return EXIT.ok;
  }
  const proposed = proposePlan(enforcer, run, actions, () => known, "command");
  for (const [i, verdict] of proposed.verdicts.entries()) {
    if (verdict.decision !== "deny") continue;
    terminal.out(`${i + 1}. ${printVerdict(verdict, commands[i] ?? "", style(terminal.color.out))}`);
  }
  if (proposed.verdicts.some((v) => v.decision === "deny")) return EXIT.failed;
  const { plan } = proposed;
  if (plan === undefined) {
    terminal.out("nothing in this plan needs an approval\n");
    return EXIT.ok;
  }
  terminal.out(
    `the plan of ${plan.steps.length} waits for the person's approval, until ${plan.until.slice(0, 16)}Z\n`,
  );
  // An agent reads standard output and standard error; a person at a terminal may see the key.
  if (terminal.person) terminal.err(`key: ${plan.key}\n`);
  return EXIT.ask;
};
