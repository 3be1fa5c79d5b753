// bylaw approve: a person approves a plan by its key, or sees which plans wait.
import { approvalEnd } from "../../enforce/plan.ts";
import { typedKey } from "../../ledger/key.ts";
import { type PendingPlan, pendingPlans } from "../../ledger/plans.ts";
import type { Policy } from "../../policy/types.ts";
import { type CommandRun, textOption, UsageError } from "../command.ts";
import { sha256 } from "../node-tools.ts";
import { printable, style } from "../print/style.ts";
import { enforcerOf, ledgerOf, needPerson, policyInForce } from "../runs.ts";
import { EXIT } from "../terminal.ts";
import { projectPolicy } from "./check.ts";

interface Waiting {
  readonly run: string;
  readonly plan: PendingPlan;
}

export const approve: CommandRun = (input, terminal) => {
  needPerson(terminal, "bylaw approve");
  const plans = waitingPlans(terminal.cwd);
  const { bold } = style(terminal.color.out);
  const [given] = input.operands;
  if (given === undefined) {
    if (plans.length === 0) terminal.out("no plan waits\n");
    for (const { run, plan } of plans) {
      const head = `${bold(nameOf(plan))}  run ${run}, by ${plan.by}, until ${plan.until.slice(0, 16)}Z`;
      terminal.out(`${printable(head)}\n${stepLines(plan)}`);
    }
    return EXIT.ok;
  }
  const key = typedKey(given);
  const found = plans.filter(
    ({ plan }) => (key !== undefined && plan.key === sha256(key)) || nameOf(plan) === given,
  );
  const [waiting] = found;
  if (waiting === undefined || found.length > 1)
    throw new UsageError(`no plan waits under ${given}; bylaw approve alone lists those that wait`);
  const policy = projectPolicy(textOption(input, "policy") ?? policyInForce(terminal.cwd), terminal);
  if (policy === undefined) return EXIT.unusable;
  const { run, plan } = waiting;
  const until = approveAll(policy, terminal.cwd, run, plan);
  terminal.out(`approved, once each and until ${until.slice(0, 16)}Z:\n${stepLines(plan)}`);
  return EXIT.ok;
};

/** Every plan that waits, in all runs. */
function waitingPlans(cwd: string): Waiting[] {
  const ledger = ledgerOf(cwd);
  return ledger.files().flatMap(({ file }) => {
    const events = ledger.readFile(file)?.events ?? [];
    const run = events[0]?.run;
    return run === undefined ? [] : pendingPlans(events, ledger.now()).map((plan) => ({ run, plan }));
  });
}

function approveAll(policy: Policy, cwd: string, run: string, plan: PendingPlan): string {
  const enforcer = enforcerOf(policy, cwd);
  const until = approvalEnd(enforcer);
  const steps = plan.steps.map((s) => s.plan);
  enforcer.ledger.append(run, [{ event: "approved", key: plan.key, steps, by: "terminal", until }]);
  return until;
}

/** By what a person tells plans apart in the list: it approves nothing but on a terminal. */
function nameOf({ key }: PendingPlan): string {
  return `plan-${key.slice(0, 8)}`;
}

function stepLines({ steps }: PendingPlan): string {
  return steps.map((s, i) => `  ${i + 1}. ${printable(s.shown).replaceAll("\n", "\n     ")}\n`).join("");
}
