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
  "Always passes",
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

/** Other words that authors have for labels. With a colon any of them is meant as one, without it those in LINES. */
const OTHERWISE: Readonly<Record<string, string>> = {
  Requires: "Needs",
  Prerequisite: "Needs",
  Prerequisites: "Needs",
  After: "Needs",
  "Depends on": "Needs",
  "Waits for": "Needs",
  "Runs after": "Needs",
  If: "When",
  "Only if": "When",
  "Only when": "When",
  Command: "Runs",
  Run: "Runs",
  "Starts if": "Starts when",
  Success: "Passes when",
  "Passes if": "Passes when",
  "Succeeds when": "Passes when",
  "Succeeds if": "Passes when",
  "Done when": "Passes when",
  Failure: "Fails when",
  "Fails if": "Fails when",
  "Fails otherwise": "Fails when",
  Timeout: "Fails after",
  "Times out after": "Fails after",
  "Blocked if": "Blocked when",
  "Blocked while": "Blocked when",
  "Waived if": "Waived when",
  "Skipped when": "Waived when",
  "Skipped if": "Waived when",
  Duration: "Takes",
  "Expected duration": "Takes",
  "Checked every": "Check every",
  "Polled every": "Check every",
  Retries: "Retry",
  "On error": "On failure",
  "If it fails": "On failure",
  Informational: "Blocks nothing",
  Optional: "Blocks nothing",
  "Over if": "Over when",
  "Ends when": "Over when",
};

/** Those that are sentences by themselves. */
const LINES = ["Informational", "Optional", "Fails otherwise"];

/** The label of the same meaning, where a line opens with other words for one. */
function otherwise(
  kind: WorkflowKind,
  tokens: readonly Token[],
): [written: string, label: string] | undefined {
  const allowed: readonly string[] = WORKFLOW_LABELS[kind];
  for (let count = 3; count > 0; count--) {
    const head = tokens.slice(0, count);
    const written = head.map((t) => t.text).join(" ");
    const label = Object.hasOwn(OTHERWISE, written) ? OTHERWISE[written] : undefined;
    if (label === undefined || !allowed.includes(label) || head.some((t) => t.type !== "word")) continue;
    const next = tokens[count];
    const alone = LINES.includes(written) && (next === undefined || next.type === "mark");
    if (next?.text === ":" || alone || (count > 1 && next !== undefined)) return [written, label];
  }
  return undefined;
}

/** The label that a line was meant to have: misspelt, in another case, or in other words. */
export function misspeltLabel(
  kind: WorkflowKind,
  tokens: readonly Token[],
): { readonly written: string; readonly hint: string } | undefined {
  const other = otherwise(kind, tokens);
  if (other !== undefined) return { written: other[0], hint: `Did you mean \`${other[1]}\`?` };
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
