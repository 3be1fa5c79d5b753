// Plans that wait for a person, and what a person has approved.
import type { LedgerEvent, PlanStep } from "../policy/types.ts";
import type { RecordedRun } from "./ledger.ts";

/** A plan that nobody has answered. */
export interface PendingPlan {
  /** The SHA-256 of its key. */
  readonly key: string;
  readonly steps: readonly PlanStep[];
  readonly until: string;
  readonly by: string;
}

/**
 * The plans that wait, oldest first: not past their end, with a step left that nobody has approved. The same steps
 * proposed again take the place of the earlier plan, whose key is worth nothing then.
 */
export function pendingPlans(events: readonly LedgerEvent[], now: number): PendingPlan[] {
  const plans = new Map<string, PendingPlan>();
  for (const event of events) {
    if (event.event === "plan") {
      const { key, steps, until, by } = event;
      const same = stepsKey(steps);
      plans.delete(same);
      if (Date.parse(until) > now) plans.set(same, { key, steps, until, by });
    } else if (event.event === "approved") {
      for (const [same, plan] of plans) {
        const byHost = event.key === undefined && plan.steps.every((s) => event.steps.includes(s.plan));
        if (plan.key === event.key || byHost) plans.delete(same);
      }
    }
  }
  return [...plans.values()];
}

function stepsKey(steps: readonly PlanStep[]): string {
  return steps.map((s) => s.plan).join(" ");
}

interface Grant {
  readonly plan: string;
  readonly until: number;
}

/** What has come of the approvals of a run: which are left, and which calls have used one. */
export class Approvals {
  readonly #grants: Grant[] = [];
  readonly #users = new Set<string>();

  /** A line that can't be read may have been the use of an approval: what was approved before it counts no more. */
  constructor({ events, problems }: RecordedRun) {
    const voidBefore = Math.max(0, ...problems.filter((p) => p.problem === "damaged").map((p) => p.before));
    for (const event of events.slice(voidBefore)) {
      if (event.event === "approved" && event.by !== "host") {
        const until = event.until === undefined ? 0 : Date.parse(event.until);
        for (const plan of event.steps) this.#grants.push({ plan, until });
      } else if (event.event === "used") this.#use(event.id, event.plan, Date.parse(event.at));
    }
  }

  /** How many approvals of a plan are left at a time. */
  left(plan: string, now: number): number {
    return this.#grants.filter((g) => g.plan === plan && g.until > now).length;
  }

  /** Whether a call's use of a plan was one that had been approved. */
  hasUsed(id: string, plan: string): boolean {
    return this.#users.has(`${id} ${plan}`);
  }

  #use(id: string, plan: string, at: number): void {
    const grant = this.#grants.findIndex((g) => g.plan === plan && g.until > at);
    if (grant < 0) return;
    this.#grants.splice(grant, 1);
    this.#users.add(`${id} ${plan}`);
  }
}

/** The facts that approvals have set in a run; the latest counts. */
export function approvedFacts(events: readonly LedgerEvent[]): Readonly<Record<string, string>> {
  const facts: Record<string, string> = Object.create(null);
  for (const event of events) if (event.event === "approved") Object.assign(facts, event.facts ?? {});
  return facts;
}

/** The rules that are waived at a time, for a run. */
export function waivedRules(
  events: readonly LedgerEvent[],
  now: number,
  run: string | undefined,
): ReadonlySet<string> {
  return new Set(
    events.flatMap((e) => {
      if (e.event !== "waived" || Date.parse(e.until) <= now) return [];
      return e.only === undefined || e.only === run ? [e.rule] : [];
    }),
  );
}
