// What an agent is reminded of when its session begins: the rules that will stop or ask.
import { isLive } from "../../policy/rules.ts";
import type { Policy, Rule } from "../../policy/types.ts";

/** The longest reminder, in UTF-16 units. */
const MOST = 2_000;

/** The live rules, those that deny first, as many as there is room for; undefined where there are none. */
export function reminder(policy: Policy, today: string, run: string | undefined): string | undefined {
  const rules = policy.rules.filter(
    (r) => isLive(r, today) && r.kind !== "allow" && !r.kind.startsWith("prefer"),
  );
  if (rules.length === 0) return undefined;
  const asks = (r: Rule): number => Number(["run-approved", "ask-before", "ask-editing"].includes(r.kind));
  const sentences = [...rules].sort((a, b) => asks(a) - asks(b)).map((r) => `- ${r.sentence}`);
  const head = "Bylaw checks every command against this project's rules:";
  const way =
    policy.approvals.length === 0 && !rules.some((r) => asks(r) === 1)
      ? ""
      : `\nTo get commands approved together, run: bylaw propose${run === undefined ? "" : ` --run ${run}`} 'command' 'command' …`;
  const lines: string[] = [];
  let length = head.length + way.length + 40;
  for (const sentence of sentences) {
    length += sentence.length + 1;
    if (length > MOST) break;
    lines.push(sentence);
  }
  const left = sentences.length - lines.length;
  const more = left === 0 ? "" : `\n(and ${left} more: bylaw explain)`;
  return `${head}\n${lines.join("\n")}${more}${way}`;
}
