// What Claude Code, Codex and VS Code share: answers, and who calls. Not a key more: Codex takes an unknown one for an error, and
// then lets the call run.
import type { HostAnswer, HostCall, HostEvent } from "./host.ts";
import { type JsonRecord, textField } from "./json.ts";
import { whoCalls } from "./requests.ts";
import { bothSaid, reasonSaid, said } from "./said.ts";

/** What the hosts call the events. */
const EVENT_NAMES: Readonly<Record<HostEvent, string>> = {
  before: "PreToolUse",
  after: "PostToolUse",
  prompt: "UserPromptSubmit",
  session: "SessionStart",
};

/** The longest text of an answer, in UTF-16 units: Claude Code cuts at 10,000. */
const MOST = 9_000;

/** The answer as JSON text. A deny or ask where nothing can be stopped any more is added to what the agent reads. */
export function claudeAnswer(answer: HostAnswer, event: HostEvent): string {
  const hookEventName = EVENT_NAMES[event];
  const { person } = answer;
  const message = person === undefined ? {} : { systemMessage: said(person, MOST) };
  if (answer.type === "context")
    return JSON.stringify({
      hookSpecificOutput: { hookEventName, additionalContext: said(answer.text, MOST) },
      ...message,
    });
  const { type, reason } = answer;
  if (event !== "before") {
    const additionalContext = reasonSaid(reason, MOST);
    return JSON.stringify({ hookSpecificOutput: { hookEventName, additionalContext }, ...message });
  }
  // The reason of an ask is shown to the person alone, so both go there.
  const shown = type === "ask" ? bothSaid(reason, person, MOST) : reasonSaid(reason, MOST);
  return JSON.stringify({
    hookSpecificOutput: { hookEventName, permissionDecision: type, permissionDecisionReason: shown },
    ...(type === "ask" ? {} : message),
  });
}

/** Who is calling, by the names that Claude Code and Codex share. */
export function claudeCaller(input: JsonRecord): HostCall {
  return whoCalls({
    session: textField(input, "session_id"),
    call: textField(input, "tool_use_id"),
    agent: textField(input, "agent_id"),
    cwd: textField(input, "cwd"),
  });
}
