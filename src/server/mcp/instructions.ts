// What an agent is told of the server when it connects: how to use it, and the rules that stop or ask.
import type { Service } from "../service/service.ts";

const HOW = `Bylaw holds commands and tool calls against this project's rules. Before you run a command that may matter, call check with it: deny means don't, and fix is a command that passes; ask means that a person has to approve. What isn't allowed is never allowed by another spelling. Propose several commands together with propose_plan. When a run has taught something, call propose_learning; a person decides on it.`;

/** A short text; the rules are those of the policy in force now. */
export function instructions(service: Service): string {
  const rules = service.reminder();
  return rules === undefined ? HOW : `${HOW}\n\n${rules}`;
}
