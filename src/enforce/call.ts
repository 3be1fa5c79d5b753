// One tool call: before it runs, and when it has ended. Everything is written down.
import type { NewEvent } from "../ledger/ledger.ts";
import { Approvals } from "../ledger/plans.ts";
import type { Action, Decision, Done, Verdict } from "../policy/types.ts";
import { type Enforcer, type Known, viewOf } from "./enforcer.ts";
import { type StoredPlan, stepOf, storePlan } from "./plan.ts";

/** Who calls. Without a run nothing is remembered from one call to the next. */
export interface Caller {
  readonly run: string | undefined;
  readonly host?: string | undefined;
  readonly call?: string | undefined;
  readonly agent?: string | undefined;
}

export interface Before {
  readonly decision: Decision;
  /** One for each action. */
  readonly verdicts: readonly Verdict[];
  /** The plan that waits for a person now, where something is asked that an approval settles. */
  readonly plan: StoredPlan | undefined;
  /** Why the ledger could not be written, where it couldn't. */
  readonly problem: string | undefined;
}

export interface BeforeOptions {
  readonly knownFor: (action: Action) => Known;
  /** True where nothing is decided, only written down. */
  readonly observe: boolean;
}

/** The run of calls whose host names no session: never whole, and nothing in it is approved. */
const NO_RUN = "no-session";

const STRICTNESS: readonly Decision[] = ["allow", "warn", "ask", "deny"];
const EVENT_NAMES = { allow: "allowed", warn: "warned", ask: "asked", deny: "denied" } as const;

/** Checks the actions of a call with everything that is known, uses the approvals that they need, and writes it down. */
export function callBefore(
  enforcer: Enforcer,
  actions: readonly Action[],
  caller: Caller,
  { knownFor, observe }: BeforeOptions,
): Before {
  const known = actions.map((action) => ({ action, context: knownFor(action) }));
  const writing = new Writing(enforcer, known, caller);
  const view = viewOf(enforcer, caller.run, () => writing.own());
  const checked = known.map(({ action, context: given }) => {
    const context = { ...given, ledger: view };
    return { action, context, verdict: enforcer.checker.check(action, context) };
  });
  let verdicts: readonly Verdict[] = checked.map((c) => c.verdict);
  let plan: StoredPlan | undefined;
  const { run } = caller;
  if (strictest(verdicts) === "ask" && run !== undefined && !observe) {
    const asked = checked.filter((c) => c.verdict.decision === "ask");
    const settled = checked.map((c) =>
      c.verdict.decision === "ask"
        ? enforcer.checker.check(c.action, { ...c.context, approved: true })
        : c.verdict,
    );
    if (strictest(settled) !== "ask") {
      const plans = asked.map((c) => c.verdict.plan);
      if (writing.use(run, plans)) verdicts = settled;
      else
        plan = writing.attempt(() =>
          storePlan(
            enforcer,
            run,
            asked.map((c) => stepOf(enforcer, c.action, c.verdict, c.context)),
            "hook",
          ),
        );
    }
  }
  const decision = strictest(verdicts);
  writing.verdict(decision, verdicts, observe);
  return { decision, verdicts, plan, problem: writing.problem };
}

/** The events of one call: its proposal is written before the ledger is read, or else together with its verdict. */
class Writing {
  problem: string | undefined;
  readonly #enforcer: Enforcer;
  readonly #who: Omit<Caller, "run">;
  readonly #run: string;
  readonly #id: string;
  #proposal: NewEvent | undefined;

  constructor(
    enforcer: Enforcer,
    actions: readonly { readonly action: Action; readonly context: Known }[],
    { run, ...who }: Caller,
  ) {
    this.#enforcer = enforcer;
    this.#who = Object.fromEntries(Object.entries(who).filter(([, value]) => value !== undefined));
    this.#run = run ?? NO_RUN;
    this.#id = enforcer.newId();
    const does = actions.map(({ action, context }): Done => enforcer.checker.doneBy(action, context));
    this.#proposal = { ...this.#who, event: "proposed", id: this.#id, does };
  }

  /** The id of this call's proposal, which stands in the ledger from now on. */
  own(): string {
    const proposal = this.#proposal;
    if (proposal === undefined) return this.#id;
    this.#enforcer.ledger.append(this.#run, [proposal]);
    this.#proposal = undefined;
    return this.#id;
  }

  /** Uses an approval of each plan: all or none. Whoever is written first has it. */
  use(run: string, plans: readonly string[]): boolean {
    const { ledger } = this.#enforcer;
    const used = this.attempt(() => {
      const recorded = ledger.read(run);
      if (recorded === undefined) return false;
      const before = new Approvals(recorded);
      const wanted = new Map<string, number>();
      for (const plan of plans) wanted.set(plan, (wanted.get(plan) ?? 0) + 1);
      if ([...wanted].some(([plan, times]) => before.left(plan, ledger.now()) < times)) return false;
      this.own();
      ledger.append(
        run,
        plans.map((plan) => ({ ...this.#who, event: "used" as const, id: this.#id, plan })),
      );
      const after = new Approvals(ledger.read(run) ?? { events: [], problems: [] });
      return plans.every((plan) => after.hasUsed(this.#id, plan));
    });
    return used === true;
  }

  verdict(decision: Decision, verdicts: readonly Verdict[], observe: boolean): void {
    const telling = verdicts.filter((v) => v.decision !== "allow");
    const rules = telling.flatMap((v) => v.findings.map((f) => f.rule ?? f.code ?? ""));
    const asked = verdicts.filter((v) => v.decision === "ask");
    const event: NewEvent = {
      ...this.#who,
      event: EVENT_NAMES[decision],
      id: this.#id,
      rules: [...new Set(rules)],
      ...(decision === "ask" && asked.length === 1 ? { plan: asked[0]?.plan } : {}),
      ...(observe ? { observed: true } : {}),
    };
    this.attempt(() => {
      const proposal = this.#proposal;
      this.#enforcer.ledger.append(this.#run, proposal === undefined ? [event] : [proposal, event]);
      this.#proposal = undefined;
    });
  }

  /** What the ledger gives; undefined, with the problem noted, where it can't. */
  attempt<T>(what: () => T): T | undefined {
    try {
      return what();
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
      return undefined;
    }
  }
}

/** How a call ended. */
export interface Ended {
  readonly status: "succeeded" | "failed" | "unknown";
  readonly exitStatus?: number | undefined;
  /** True where it goes on in the background. */
  readonly running?: boolean | undefined;
}

/**
 * Writes down how a call has ended. That a call ran about which a person was asked proves that the person let it through,
 * in the host's own prompt.
 */
export function callAfter(
  enforcer: Enforcer,
  actions: readonly Action[],
  caller: Caller,
  ended: Ended,
  knownFor: (action: Action) => Known,
): void {
  const { run, ...given } = caller;
  const who = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const { checker, ledger } = enforcer;
  const does = actions.map((a) => checker.doneBy(a, knownFor(a)));
  const { status, exitStatus, running } = ended;
  const end: NewEvent =
    running === true
      ? { ...who, event: "started", does }
      : { ...who, event: "finished", status, ...(exitStatus === undefined ? {} : { exitStatus }), does };
  const approved = run === undefined ? [] : letThrough(enforcer, actions, run, caller.call, knownFor);
  const approval: NewEvent[] =
    approved.length === 0 ? [] : [{ ...who, event: "approved", steps: approved, by: "host" }];
  ledger.append(run ?? NO_RUN, [...approval, end]);
}

/** The plans of a call that was asked about. The file is read only where the policy by itself would ask. */
function letThrough(
  { checker, ledger }: Enforcer,
  actions: readonly Action[],
  run: string,
  call: string | undefined,
  knownFor: (action: Action) => Known,
): string[] {
  const asks = call !== undefined && actions.some((a) => checker.check(a, knownFor(a)).decision !== "allow");
  if (!asks) return [];
  const events = ledger.read(run)?.events ?? [];
  const verdict = events.findLast((e) => e.call === call && "rules" in e);
  const isAsked = verdict?.event === "asked" && verdict.observed !== true && verdict.plan !== undefined;
  return isAsked && verdict.plan !== undefined ? [verdict.plan] : [];
}

function strictest(verdicts: readonly Verdict[]): Decision {
  return verdicts.reduce<Decision>(
    (worst, { decision }) => (STRICTNESS.indexOf(decision) > STRICTNESS.indexOf(worst) ? decision : worst),
    "allow",
  );
}
