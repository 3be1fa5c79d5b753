// The fix of a denied command: all edits at once, checked again until nothing is left to mend.
import type { Decision, Finding, Fix } from "../policy/types.ts";
import type { Edit } from "./subject.ts";

interface Mendable {
  readonly finding: Finding;
  readonly edits: readonly Edit[];
}

interface Rechecked {
  readonly decision: Decision;
  readonly found: readonly Mendable[];
}

/** One mended finding may uncover another one; more rounds than this are no fix any more. */
const ROUNDS = 4;

/** The command with all edits made, and the verdict on it; undefined when no edits lead to a command that isn't denied. */
export function proposeFix(
  command: string,
  decision: Decision,
  found: readonly Mendable[],
  recheck: (command: string) => Rechecked,
): Fix | undefined {
  let text = command;
  let pending = found;
  for (let round = 0; round < ROUNDS; round++) {
    const denied = pending.filter((m) => m.finding.decision === decision);
    if (denied.some((m) => m.edits.length === 0)) return undefined;
    const next = applyEdits(
      text,
      denied.flatMap((m) => m.edits),
    );
    if (next === undefined || next === text) return undefined;
    text = next;
    const result = recheck(text);
    if (isMilder(result.decision, decision)) return { command: text, decision: result.decision };
    pending = result.found;
  }
  return undefined;
}

function isMilder(a: Decision, b: Decision): boolean {
  const order: readonly Decision[] = ["allow", "warn", "ask", "deny"];
  return order.indexOf(a) < order.indexOf(b);
}

/** Makes all edits from the last to the first. Undefined when two of them change the same words. */
function applyEdits(text: string, edits: readonly Edit[]): string | undefined {
  const wanted = distinct(edits).sort(
    (a, b) => a.start - b.start || a.end - b.end || Number(isOption(a)) - Number(isOption(b)),
  );
  let result = "";
  let at = 0;
  for (const edit of wanted) {
    if (edit.start < at) return undefined;
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** At one place values come before further options, which would take them over. */
function isOption(edit: Edit): boolean {
  return edit.text.trimStart().startsWith("-");
}

function distinct(edits: readonly Edit[]): Edit[] {
  return edits.filter(
    (e, i) => edits.findIndex((o) => o.start === e.start && o.end === e.end && o.text === e.text) === i,
  );
}
