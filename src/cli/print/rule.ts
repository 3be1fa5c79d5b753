// A rule as a page of text: what it says, why, its examples, its lists and its history.
import type { Policy, Rule, Superseded } from "../../policy/types.ts";
import { printable, type Style } from "./style.ts";

const LABELS = { deny: "blocks", ask: "asks", silent: "passes" } as const;

/** Everything that is known of a live rule. */
export function printRule(rule: Rule, policy: Policy, style: Style): string {
  const lines = [style.bold(rule.id), printable(rule.sentence)];
  const add = (label: string, text: string | undefined): void => {
    if (text !== undefined) lines.push(`${style.dim(`${label}:`)} ${printable(text)}`);
  };
  add("because", rule.because);
  add("instead", rule.instead);
  add("until", rule.until);
  add("review by", rule.reviewBy);
  add("entry", rule.date === undefined ? undefined : `${rule.date} ${rule.entry ?? ""}`.trim());
  add("source", `${rule.source.file}:${rule.source.line}:${rule.source.column}`);
  for (const id of rule.exceptionTo) add("exception to", id);
  for (const example of rule.examples) add(LABELS[example.expect], example.command);
  if ("list" in rule) lines.push(...listLines(rule.list, policy, style));
  lines.push(...historyLines(rule.id, policy, style));
  return `${lines.join("\n")}\n`;
}

/** A rule that is no longer in force. */
export function printSuperseded(rule: Superseded, style: Style): string {
  const place = `${rule.source.file}:${rule.source.line}:${rule.source.column}`;
  const lines = [
    `${style.bold(rule.id)} (not in force: superseded by ${rule.by})`,
    printable(rule.sentence),
    ...(rule.because === undefined ? [] : [printable(`because: ${rule.because}`)]),
    `source: ${place}${rule.date === undefined ? "" : ` (${rule.date})`}`,
  ];
  return `${lines.join("\n")}\n`;
}

function listLines(name: string, policy: Policy, style: Style): string[] {
  const list = policy.lists.find((l) => l.name === name);
  if (list === undefined) return [];
  const lines = [style.dim(`list ${name}:`)];
  for (const m of list.members) {
    const place = `${m.source.file}:${m.source.line}`;
    const why = m.reason === undefined ? "" : `: ${m.reason}`;
    lines.push(
      printable(`  ${m.value}${why} (${[m.date, place].filter((t) => t !== undefined).join(", ")})`),
    );
  }
  return lines;
}

/** What the rule replaced, and what those had replaced, newest first. */
function historyLines(id: string, policy: Policy, style: Style): string[] {
  const lines: string[] = [];
  const pending = [id];
  for (let by = pending.shift(); by !== undefined; by = pending.shift()) {
    for (const old of policy.history.superseded.filter((s) => s.by === by)) {
      const place = `${old.source.file}:${old.source.line}`;
      lines.push(printable(`  ${old.date ?? "undated"} ${old.id}: ${old.sentence} (${place})`));
      pending.push(old.id);
    }
  }
  return lines.length === 0 ? [] : [style.dim("history:"), ...lines];
}
