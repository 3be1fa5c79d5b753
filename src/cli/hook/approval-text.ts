// What is said about approvals: to the agent how to get one, to the person what is to be approved, and by which key.
import type { StoredPlan } from "../../enforce/plan.ts";
import type { Answered } from "../../enforce/prompt.ts";
import type { Host } from "../../hosts/host.ts";

/** For the person alone: the commands in order, the key, and the ways to approve. */
export function forPerson(host: Host, plan: StoredPlan): string {
  const { key, steps, until } = plan;
  const what =
    steps.length === 1
      ? `Waiting for your approval:\n${steps[0]?.shown ?? ""}`
      : `A plan of ${steps.length} waits for your approval:\n${steps.map((s, i) => `${i + 1}. ${s.shown}`).join("\n")}`;
  const phrases = [...new Set(steps.flatMap((s) => s.phrases))];
  const says = host.can.prompts ? phrases.map((p) => `say “${p}” (or “${p} ${key}” if several wait)`) : [];
  const ways = [...says, `run bylaw approve ${key} on a terminal`];
  return `${what}\nTo approve: ${ways.join(", or ")}. Key ${key}, until ${until.slice(0, 16)}Z.`;
}

/** For the agent, where a person has to approve first. */
export function forAgent(host: Host): string {
  const how = host.can.personChannel
    ? "has been shown the key"
    : "finds it with bylaw approve, on a terminal of their own";
  const end = "Then run exactly this again: any change asks anew.";
  if (host.can.ask) return `To go on, the person approves it. ${end}`;
  return `This agent can't ask from a hook, so the call is stopped. Ask the person to approve it; the person ${how}. ${end}`;
}

/** Where an approval would settle nothing and the host can't ask. */
export const CANT_ASK =
  "This agent can't ask from a hook, so the call is stopped: ask the person to run it themselves, to waive the rule if it may be waived, or to say what is unknown.";

/** What came of a phrase, for the agent and the person. */
export function answeredText(answered: Answered): string {
  if (answered.type === "unclear") return `Bylaw has approved nothing: ${answered.reason}.`;
  const { shown, left, until } = answered;
  const list = (commands: readonly string[]): string => commands.map((c) => `- ${c}`).join("\n");
  const rest = left.length === 0 ? "" : `\nNot approved by this phrase:\n${list(left)}`;
  return `The operator has approved, once each and until ${until.slice(0, 16)}Z:\n${list(shown)}${rest}`;
}
