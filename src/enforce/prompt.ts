// A message to the agent that may be an operator's approval.
import { typedKey } from "../ledger/key.ts";
import { type PendingPlan, pendingPlans } from "../ledger/plans.ts";
import type { Approval, Policy } from "../policy/types.ts";
import type { Caller } from "./call.ts";
import type { Enforcer } from "./enforcer.ts";
import { approvalEnd } from "./plan.ts";

type Phrase = Approval["phrases"][number];

/** What came of a message that is one of the policy's phrases. */
export type Answered =
  /** These steps are approved, and these of the plan are not. */
  | {
      readonly type: "approved";
      readonly shown: readonly string[];
      readonly left: readonly string[];
      readonly until: string;
    }
  /** It names no plan, or one of several. */
  | { readonly type: "unclear"; readonly reason: string };

/** Whether a whole message is a phrase of the policy, alone or with a key. */
export function isPhrase(policy: Policy, text: string): boolean {
  return (
    phraseIn(
      text,
      policy.approvals.flatMap((a) => a.phrases),
    ) !== undefined
  );
}

/** The longest message that can be a phrase with a key. */
const MOST = 1_000;

/**
 * Takes a message for an approval, if the whole of it is a phrase, alone or with a key behind it. Only a message that
 * the user sent counts: the caller asks for no other. Undefined for any other message. Throws as the ledger does.
 */
export function answerPrompt(
  enforcer: Enforcer,
  text: string,
  { run, ...given }: Caller,
): Answered | undefined {
  const { policy, ledger, sha256 } = enforcer;
  const said = phraseIn(
    text,
    policy.approvals.flatMap((a) => a.phrases),
  );
  if (said === undefined || run === undefined) return undefined;
  const { phrase, key } = said;
  const all = pendingPlans(ledger.read(run)?.events ?? [], ledger.now());
  const waiting = all.filter((p) => p.steps.some((s) => s.phrases.includes(phrase.says)));
  const plan = key === undefined ? single(waiting) : waiting.find((p) => p.key === sha256(key));
  if (plan === undefined) {
    if (all.length === 0 && key === undefined) return undefined;
    const several = waiting.length > 1 && key === undefined;
    const reason = several
      ? `${waiting.length} plans wait: put the key of one behind the phrase`
      : key === undefined
        ? "no plan waits that this phrase grants"
        : "no plan waits under this key that this phrase grants";
    return { type: "unclear", reason };
  }
  const granted = plan.steps.filter((s) => s.phrases.includes(phrase.says));
  const until = approvalEnd(enforcer);
  const who = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  ledger.append(run, [
    {
      ...who,
      event: "approved",
      key: plan.key,
      steps: granted.map((s) => s.plan),
      by: "prompt",
      says: phrase.says,
      ...(phrase.sets === undefined ? {} : { facts: phrase.sets }),
      until,
    },
  ]);
  const left = plan.steps.filter((s) => s.phrases.length > 0 && !granted.includes(s));
  return { type: "approved", shown: granted.map((s) => s.shown), left: left.map((s) => s.shown), until };
}

function single(plans: readonly PendingPlan[]): PendingPlan | undefined {
  return plans.length === 1 ? plans[0] : undefined;
}

/** The phrase that a whole message is, case, white space and punctuation at its end aside; and the key behind it. */
function phraseIn(
  text: string,
  phrases: readonly Phrase[],
): { readonly phrase: Phrase; readonly key: string | undefined } | undefined {
  if (text.length > MOST) return undefined;
  const words = plain(text);
  const whole = phrases.find((p) => plain(p.says).join(" ") === words.join(" "));
  if (whole !== undefined) return { phrase: whole, key: undefined };
  const key = typedKey(words[words.length - 1] ?? "");
  if (key === undefined) return undefined;
  const rest = plain(words.slice(0, -1).join(" ")).join(" ");
  const phrase = phrases.find((p) => plain(p.says).join(" ") === rest);
  return phrase === undefined ? undefined : { phrase, key };
}

function plain(text: string): string[] {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .trim()
    .replace(/[\s.!?,;:\u2026]+$/u, "")
    .split(/\s+/u)
    .filter((w) => w !== "");
}
