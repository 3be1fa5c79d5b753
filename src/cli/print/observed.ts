// What a policy would have stopped in transcripts, as text.
import type { Decision } from "../../policy/types.ts";
import type { RuleTally } from "../observe/tally.ts";
import { printable, type Style } from "./style.ts";

/** What came of reading transcripts. */
export interface Observed {
  readonly transcripts: readonly { readonly file: string; readonly host: string }[];
  readonly calls: number;
  readonly decisions: Readonly<Record<Decision, number>>;
  readonly rules: readonly Readonly<RuleTally>[];
  /** Calls of which it can't be said what they would do, by tool. */
  readonly notLookedInto: readonly { readonly tool: string; readonly calls: number }[];
  readonly unreadableLines: {
    readonly count: number;
    readonly first: readonly { readonly file: string; readonly line: number }[];
  };
  readonly noTranscripts: readonly string[];
}

/** The counts, each rule with its first witnesses, and what couldn't be read. */
export function printObserved(observed: Observed, style: Style): string {
  const { transcripts, calls, decisions, rules, notLookedInto, unreadableLines, noTranscripts } = observed;
  const total = `${count(transcripts.length, "transcript")}, ${count(calls, "tool call")}`;
  const lines = [`${style.bold(total)}: ${decisions.deny} would be denied, ${decisions.ask} asked about`];
  for (const rule of rules) lines.push("", ...ruleLines(rule, style));
  const notes: string[] = [];
  if (rules.some((r) => r.undecided > 0))
    notes.push(
      "What ran before a call, and files as they were, are not known here: such rules are undecided.",
    );
  if (notLookedInto.length > 0)
    notes.push(`Not looked into: ${notLookedInto.map((n) => `${n.tool} (${n.calls})`).join(", ")}`);
  if (unreadableLines.count > 0) {
    const places = unreadableLines.first.map((p) => `${p.file}:${p.line}`).join(", ");
    const more = unreadableLines.count > unreadableLines.first.length ? ", …" : "";
    notes.push(`${count(unreadableLines.count, "line")} can't be read: ${places}${more}`);
  }
  if (noTranscripts.length > 0) notes.push(`No transcripts: ${noTranscripts.join(", ")}`);
  if (notes.length > 0) lines.push("", ...notes.map((n) => style.dim(printable(n))));
  return `${lines.join("\n")}\n`;
}

function ruleLines(
  { rule, code, sentence, denied, asked, undecided, witnesses }: RuleTally,
  style: Style,
): string[] {
  const counts = [
    ...(denied > 0 ? [style.red(`denied ${denied} ×`)] : []),
    ...(asked > 0 ? [style.yellow(`asked ${asked} ×`)] : []),
    ...(undecided > 0 ? [`undecided ${undecided} ×`] : []),
  ];
  const width = Math.max(...witnesses.map((w) => `${w.file}:${w.line}`.length));
  return [
    `${rule ?? code ?? ""}: ${counts.join(", ")}`,
    ...(sentence === undefined ? [] : [`  ${printable(sentence)}`]),
    ...witnesses.map((w) => `  ${printable(`${w.file}:${w.line}`.padEnd(width))}  ${printable(w.text)}`),
  ];
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? "" : "s"}`;
}
