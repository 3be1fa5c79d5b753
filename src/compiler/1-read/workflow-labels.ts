// The label lines of tasks, waits, gates and evidence. Many read as sentences and have no colon.
import { distance } from "../messages/near.ts";
import type { Token } from "./tokens.ts";

const TASK = [
  "Needs",
  "When",
  "Runs",
  "Checks with",
  "Starts when",
  "Passes when",
  "Fails when",
  "Fails after",
  "Blocked when",
  "Waived when",
  "Captures",
  "Takes",
  "Check every",
  "Blocks nothing",
  "Never fails",
  "Retry",
  "On failure",
  "Because",
] as const;

/** The labels of each kind of definition that a playbook is made of. */
export const WORKFLOW_LABELS = {
  Task: TASK,
  "Every task": TASK,
  Wait: ["Needs", "Over when", "Takes", "Check every", "Because"],
  Gate: ["Needs", "Because"],
  Evidence: ["When", "No cell says", "Because"],
} as const;

type WorkflowKind = keyof typeof WORKFLOW_LABELS;

/** Labels of which a definition may have several. */
const REPEATABLE: readonly string[] = [
  "Starts when",
  "Passes when",
  "Fails when",
  "Blocked when",
  "Waived when",
  "Captures",
  "Retry",
  "No cell says",
];

/** A label line: what stands behind the label and its colon. */
export interface FoundLabel {
  readonly name: string;
  readonly rest: readonly Token[];
  readonly repeatable: boolean;
}

/** Whether a kind of definition has such label lines. */
export function isWorkflowKind(kind: string): kind is WorkflowKind {
  return Object.hasOwn(WORKFLOW_LABELS, kind);
}

/** The label that a line of tokens opens with. */
export function workflowLabel(kind: WorkflowKind, tokens: readonly Token[]): FoundLabel | undefined {
  for (const name of WORKFLOW_LABELS[kind]) {
    const words = name.split(" ");
    if (!words.every((word, i) => tokens[i]?.type === "word" && tokens[i]?.text === word)) continue;
    const colon = tokens[words.length]?.text === ":" ? 1 : 0;
    const rest = tokens.slice(words.length + colon);
    // "When the moon is full, …" is a sentence about something else.
    if (colon === 0 && words.length === 1 && !isData(name, rest[0])) continue;
    const repeatable = REPEATABLE.includes(name) || (kind === "Evidence" && name === "When");
    return { name, rest, repeatable };
  }
  return undefined;
}

function isData(name: string, next: Token | undefined): boolean {
  if (next === undefined) return false;
  if (name === "Retry") return next.text === "up";
  if (name === "Takes") return /^\d/.test(next.text);
  if (name === "Because") return true;
  if (name === "When" && /^(?:either|both)$/i.test(next.text)) return true;
  return next.type === "code";
}

/** The label that a line was meant to have: misspelt, or in another case. */
export function misspeltLabel(
  kind: WorkflowKind,
  tokens: readonly Token[],
): { readonly written: string; readonly hint: string } | undefined {
  for (const name of WORKFLOW_LABELS[kind]) {
    const count = name.split(" ").length;
    const head = tokens.slice(0, count);
    if (head.length < count || head.some((t) => t.type !== "word")) continue;
    const written = head.map((t) => t.text).join(" ");
    const next = tokens[count];
    const opens = next?.text === ":" || next?.type === "code" || (count > 1 && next !== undefined);
    const limit = name.length < 5 ? 1 : 2;
    if (opens && distance(written, name, limit) <= limit)
      return { written, hint: `Did you mean \`${name}\`?` };
  }
  return undefined;
}
