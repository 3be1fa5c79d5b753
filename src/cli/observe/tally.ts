// Counts what a policy would have stopped, by rule, with the first places.
import type { Action, Decision, Finding, Verdict } from "../../policy/types.ts";

/** A call that a rule would have stopped. */
export interface Witness {
  readonly file: string;
  readonly line: number;
  readonly decision: Decision;
  /** What the call was to do, on one line. */
  readonly text: string;
}

/** What one rule, or the reader of commands (`code`), would have stopped. */
export interface RuleTally {
  readonly rule?: string;
  readonly code?: string;
  readonly sentence?: string;
  denied: number;
  asked: number;
  /** How many of these only because something couldn't be decided. */
  undecided: number;
  readonly witnesses: Witness[];
}

const MOST_WITNESSES = 3;
const MOST_TEXT = 200;

export class Tally {
  calls = 0;
  readonly decisions: Record<Decision, number> = { allow: 0, warn: 0, ask: 0, deny: 0 };
  readonly #rules = new Map<string, RuleTally>();

  /** Counts one call with the verdicts on its actions. */
  add(
    verdicts: readonly { readonly action: Action; readonly verdict: Verdict }[],
    file: string,
    line: number,
  ): void {
    this.calls++;
    const order: readonly Decision[] = ["deny", "ask", "warn", "allow"];
    const decision = order.find((d) => verdicts.some((v) => v.verdict.decision === d)) ?? "allow";
    this.decisions[decision]++;
    const counted = new Set<RuleTally>();
    for (const { action, verdict } of verdicts) {
      for (const finding of verdict.findings) {
        if (finding.decision !== "deny" && finding.decision !== "ask") continue;
        const tally = this.#tallyOf(finding);
        if (counted.has(tally)) continue;
        counted.add(tally);
        if (finding.decision === "deny") tally.denied++;
        else tally.asked++;
        if (!finding.certain) tally.undecided++;
        if (tally.witnesses.length < MOST_WITNESSES)
          tally.witnesses.push({ file, line, decision: finding.decision, text: shown(action) });
      }
    }
  }

  /** What was stopped most comes first. */
  rules(): readonly RuleTally[] {
    const name = (r: RuleTally): string => r.rule ?? r.code ?? "";
    return [...this.#rules.values()].sort(
      (a, b) => b.denied - a.denied || b.asked - a.asked || (name(a) < name(b) ? -1 : 1),
    );
  }

  #tallyOf({ rule, code, sentence }: Finding): RuleTally {
    const key = rule === undefined ? `code ${code ?? ""}` : `rule ${rule}`;
    const known = this.#rules.get(key);
    if (known !== undefined) return known;
    const tally: RuleTally = {
      ...(rule === undefined ? { code: code ?? "" } : { rule }),
      ...(sentence === undefined ? {} : { sentence }),
      denied: 0,
      asked: 0,
      undecided: 0,
      witnesses: [],
    };
    this.#rules.set(key, tally);
    return tally;
  }
}

function shown(action: Action): string {
  const text =
    action.kind === "command"
      ? action.command.trim()
      : action.kind === "tool"
        ? `tool ${action.tool} ${JSON.stringify(action.input)}`
        : `${action.kind} ${action.kind === "report" ? action.report : action.path}`;
  const [line = ""] = text.split("\n", 1);
  const cut = Array.from(line.slice(0, MOST_TEXT + 1));
  return line.length > MOST_TEXT || line.length < text.length ? `${cut.slice(0, MOST_TEXT).join("")}…` : line;
}
