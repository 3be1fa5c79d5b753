// Plans: ordered actions that wait for a person, under a key that only the person sees.
import { keyOf } from "../ledger/key.ts";
import { pendingPlans } from "../ledger/plans.ts";
import type { Past } from "../policy/history.ts";
import type { Action, PlanStep, Verdict } from "../policy/types.ts";
import { type Enforcer, type Known, viewOf } from "./enforcer.ts";

const HOUR = 3_600_000;
/** How long a plan waits, and an approval lasts. */
const APPROVAL_HOURS = 4;

/** When what is approved now ends, as an ISO time. */
export function approvalEnd({ policy, ledger }: Enforcer): string {
  const hours = policy.settings.approvalHours ?? APPROVAL_HOURS;
  return new Date(ledger.now() + hours * HOUR).toISOString();
}

/** An action as a person is shown it: every program in the one spelling, or the call or file. */
function shownAction(action: Action, verdict: Verdict): string {
  return action.kind === "command" && verdict.canonical === "" ? action.command : verdict.canonical;
}

/** A step, with the phrases that grant it. */
export function stepOf(enforcer: Enforcer, action: Action, verdict: Verdict, known: Known): PlanStep {
  return {
    plan: verdict.plan,
    shown: shownAction(action, verdict),
    phrases: enforcer.checker.phrasesFor(action, known),
  };
}

/** A plan that waits, and the key to it. */
export interface StoredPlan {
  readonly key: string;
  readonly steps: readonly PlanStep[];
  readonly until: string;
}

/**
 * Lets a plan wait. Where its steps are part of a longer one that waits already, that one gets the new key: it is still
 * one plan. Throws when the ledger can't be written.
 */
export function storePlan(
  enforcer: Enforcer,
  run: string,
  steps: readonly PlanStep[],
  by: string,
): StoredPlan {
  const { ledger, sha256, random } = enforcer;
  const waiting = pendingPlans(ledger.read(run)?.events ?? [], ledger.now());
  const longer = waiting.findLast(
    (p) => p.steps.length > steps.length && steps.every((s) => p.steps.some((o) => o.plan === s.plan)),
  );
  const all = longer?.steps ?? steps;
  const key = keyOf(random(8));
  const until = longer?.until ?? approvalEnd(enforcer);
  ledger.append(run, [{ event: "plan", key: sha256(key), steps: [...all], until, by: longer?.by ?? by }]);
  return { key, steps: all, until };
}

/** What became of a proposal: a plan that waits; or the verdicts, where a step is denied or none has to wait. */
export interface Proposed {
  readonly plan: StoredPlan | undefined;
  readonly verdicts: readonly Verdict[];
}

/** Proposes actions in their order: each is checked as if those before it had succeeded. Throws as `storePlan`. */
export function propose(
  enforcer: Enforcer,
  run: string,
  actions: readonly Action[],
  knownFor: (action: Action) => Known,
  by: string,
): Proposed {
  const { checker } = enforcer;
  const view = viewOf(enforcer, run, () => undefined);
  const before: Past[] = [];
  const verdicts: Verdict[] = [];
  const steps: PlanStep[] = [];
  for (const action of actions) {
    const known = knownFor(action);
    const context = { ...known, ledger: view, before };
    const verdict = checker.check(action, context);
    verdicts.push(verdict);
    if (verdict.decision === "ask") steps.push(stepOf(enforcer, action, verdict, context));
    else steps.push({ plan: verdict.plan, shown: shownAction(action, verdict), phrases: [] });
    before.push({ does: [checker.doneBy(action, known)], outcome: "succeeded" });
  }
  const isDenied = verdicts.some((v) => v.decision === "deny");
  const isAsked = verdicts.some((v) => v.decision === "ask");
  return { plan: isDenied || !isAsked ? undefined : storePlan(enforcer, run, steps, by), verdicts };
}
