// What the hook does at each event: a call is about to run, has ended, a message was sent, a session begins.
import { type Before, type Caller, callAfter, callBefore } from "../../enforce/call.ts";
import type { Enforcer, Known } from "../../enforce/enforcer.ts";
import { propose } from "../../enforce/plan.ts";
import { answerPrompt, isPhrase } from "../../enforce/prompt.ts";
import type { Host, HostAnswer, HostCall, HostRequest } from "../../hosts/host.ts";
import { DEFAULT_KEEP, prune } from "../../ledger/retention.ts";
import type { Action, Verdict } from "../../policy/types.ts";
import { answeredText, CANT_ASK, forAgent, forPerson } from "./approval-text.ts";
import type { HookWorld } from "./hook-world.ts";
import { proposedBy } from "./proposal.ts";
import { reasonOf } from "./reason.ts";
import { reminder } from "./reminder.ts";

type RequestOf<T extends HostRequest["type"]> = Extract<HostRequest, { type: T }>;

/** Checks a call, and answers: silence for a pass, the reasons for anything else. */
export function onBefore(
  host: Host,
  enforcer: Enforcer,
  request: RequestOf<"before">,
  world: HookWorld,
): string {
  const { actions, call } = request;
  const caller = callerOf(host, call);
  const { observe } = world.options;
  const knownFor = knownIn(world);
  const before = callBefore(enforcer, actions, caller, { knownFor, observe });
  if (observe) return host.silence;
  if (before.decision === "deny" || before.decision === "ask")
    return host.write(spoken(host, before), "before");
  const [action] = actions;
  const proposed = actions.length === 1 && action !== undefined ? proposedBy(action) : undefined;
  return proposed === undefined || caller.run === undefined
    ? host.silence
    : onProposal(host, enforcer, caller.run, proposed, knownFor);
}

/** The strictest of all verdicts, with the reasons of each that isn't a pass; where a person may approve, how. */
function spoken(host: Host, { decision, verdicts, plan, problem }: Before): HostAnswer {
  const reasons = verdicts.filter((v) => v.decision === "deny" || v.decision === "ask").map(reasonOf);
  if (problem !== undefined) reasons.push(`The ledger can't be used: ${problem}.`);
  if (decision === "ask")
    reasons.push(...(plan === undefined ? (host.can.ask ? [] : [CANT_ASK]) : [forAgent(host)]));
  const type = decision === "ask" && host.can.ask ? "ask" : "deny";
  return {
    type,
    reason: reasons.join("\n\n"),
    ...(plan === undefined ? {} : { person: forPerson(host, plan) }),
  };
}

/** A plan that the agent proposes is stored by the hook, which knows the session and can show the person the key. */
function onProposal(
  host: Host,
  enforcer: Enforcer,
  run: string,
  actions: readonly Action[],
  knownFor: (action: Action) => Known,
): string {
  const { plan, verdicts } = propose(enforcer, run, actions, knownFor, "agent");
  if (plan !== undefined) {
    const text = `The plan of ${plan.steps.length} waits for the person's approval. Then run its commands exactly as they are, in this order.`;
    return host.write({ type: "context", text, person: forPerson(host, plan) }, "before");
  }
  const denied = verdicts.flatMap((v: Verdict, i) =>
    v.decision === "deny" ? [`${i + 1}. ${reasonOf(v)}`] : [],
  );
  const text =
    denied.length === 0
      ? "Nothing in this plan needs an approval."
      : `The plan was not stored, as some of it is denied:\n${denied.join("\n\n")}`;
  return host.write({ type: "context", text }, "before");
}

/** Writes down how a call ended. */
export function onAfter(
  host: Host,
  enforcer: Enforcer,
  request: RequestOf<"after">,
  world: HookWorld,
): string {
  const { actions, call, result } = request;
  callAfter(enforcer, actions, callerOf(host, call), result, knownIn(world));
  return host.silence;
}

/** A message of the user may approve; of any other message that looks like one it is said that it doesn't. */
export function onPrompt(
  host: Host,
  enforcer: Enforcer,
  { text, source, call }: RequestOf<"prompt">,
): string {
  if (source !== "user") {
    if (!isPhrase(enforcer.policy, text)) return host.silence;
    const why = source === "other" ? "the user did not send it" : "this agent doesn't say who sent it";
    const said = `Bylaw has taken this message for no approval, as ${why}. A person approves with bylaw approve, on a terminal of their own.`;
    return host.write({ type: "context", text: said }, "prompt");
  }
  const answered = answerPrompt(enforcer, text, callerOf(host, call));
  if (answered === undefined) return host.silence;
  const said = answeredText(answered);
  return host.write({ type: "context", text: said, person: said }, "prompt");
}

/** Notes that a session begins, lets go of old runs, and reminds of the rules. */
export function onSession(
  host: Host,
  enforcer: Enforcer,
  request: RequestOf<"session">,
  world: HookWorld,
): string {
  const { ledger, policy } = enforcer;
  const caller = callerOf(host, request.call);
  if (request.fresh && caller.run !== undefined) {
    try {
      if (ledger.read(caller.run) === undefined)
        ledger.append(caller.run, [{ event: "begun", host: host.name }]);
    } catch {
      // A session that isn't seen to begin counts as one of which not all is known.
    }
  }
  const { keepDays, keepRuns } = policy.settings;
  prune(ledger, { days: keepDays ?? DEFAULT_KEEP.days, runs: keepRuns ?? DEFAULT_KEEP.runs });
  const text = reminder(policy, world.today, caller.run);
  return text === undefined || !host.can.sessionStart
    ? host.silence
    : host.write({ type: "context", text }, "session");
}

function knownIn({ files, root }: HookWorld): (action: Action) => Known {
  return (action) => ({ files: files(action.cwd ?? root) });
}

function callerOf(host: Host, { session, call, agent }: HostCall): Caller {
  return { run: session, host: host.name, call, agent };
}
