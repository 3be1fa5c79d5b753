// A policy in force with its ledger: the one place where an action is checked with everything that is known.
import type { Ledger } from "../ledger/ledger.ts";
import { Approvals } from "../ledger/plans.ts";
import type { LedgerView } from "../policy/history.ts";
import type { Action, Policy, Verdict } from "../policy/types.ts";
import type { Checker } from "../validators/checker.ts";
import type { CheckContext } from "../validators/context.ts";
import { ledgerView } from "./view.ts";

/** What an enforcer works with. */
export interface Enforcer {
  readonly policy: Policy;
  readonly checker: Checker;
  readonly ledger: Ledger;
  readonly sha256: (text: string) => string;
  /** Random bytes for keys. */
  readonly random: (bytes: number) => Uint8Array;
  /** An id that no other call has. */
  readonly newId: () => string;
}

/** What is known of an action besides the ledger: facts, files, how far playbooks are. */
export type Known = Omit<CheckContext, "ledger" | "approved" | "history">;

/**
 * Checks an action with all that the ledger of a run tells, and writes nothing: what has succeeded, what runs now,
 * waivers, and an approval that is left, which stays unused.
 */
export function checkKnown(
  enforcer: Enforcer,
  action: Action,
  run: string | undefined,
  known: Known,
): Verdict {
  const view = viewOf(enforcer, run, () => undefined);
  const { checker } = enforcer;
  const verdict = checker.check(action, { ...known, ledger: view });
  if (verdict.decision !== "ask" || run === undefined) return verdict;
  const approved = checker.check(action, { ...known, ledger: view, approved: true });
  if (approved.decision === "ask") return verdict;
  return approvalsLeft(enforcer, run, verdict.plan) > 0 ? approved : verdict;
}

/** None where the ledger can't be read. */
function approvalsLeft({ ledger }: Enforcer, run: string, plan: string): number {
  try {
    const recorded = ledger.read(run);
    return recorded === undefined ? 0 : new Approvals(recorded).left(plan, ledger.now());
  } catch {
    return 0;
  }
}

/** The ledger as the rules see it while a call is checked. */
export function viewOf(
  { ledger, policy, sha256 }: Enforcer,
  run: string | undefined,
  own: () => string | undefined,
): LedgerView {
  return ledgerView({ ledger, settings: policy.settings, run, own, sha256 });
}
