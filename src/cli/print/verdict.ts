// A verdict as text for people and for agents that read standard output.
import type { Finding, Verdict } from "../../policy/types.ts";
import { excerpt } from "./excerpt.ts";
import { colored, printable, type Style } from "./style.ts";

/** The decision, each finding with the words it is about, and the fix with its own verdict. */
export function printVerdict(verdict: Verdict, command: string, style: Style): string {
  const lines = [style.bold(colored(verdict.decision, style))];
  for (const finding of verdict.findings) {
    const { range } = finding;
    const shown = range === undefined ? [] : underlined(command, range.start, range.end);
    lines.push("", ...findingLines(finding, shown, style));
  }
  if (verdict.fix !== undefined) {
    lines.push("", `fix: ${printable(verdict.fix.command)}`);
    lines.push(`     with it the verdict is ${colored(verdict.fix.decision, style)}`);
  }
  for (const part of verdict.opaque) {
    const text = command.slice(part.range.start, part.range.end);
    lines.push("", style.dim(`not seen into: ${printable(text)} (${part.reason})`));
  }
  return `${lines.join("\n")}\n`;
}

/** What is said of a finding; `shown` are the words that it is about. */
export function findingLines(finding: Finding, shown: readonly string[], style: Style): string[] {
  const name = finding.rule ?? finding.code ?? "";
  const sure = finding.certain ? "" : " (undecided)";
  const lines = [
    `${colored(finding.decision, style)} ${style.bold(name)}${sure}: ${printable(finding.message)}`,
  ];
  lines.push(...shown);
  const labelled: readonly (readonly [string, string | undefined])[] = [
    ["expected", finding.expected],
    ["rule", finding.sentence],
    ["because", finding.because],
    ["instead", finding.instead],
  ];
  for (const [label, text] of labelled) if (text !== undefined) lines.push(`  ${label}: ${printable(text)}`);
  const { source, date } = finding;
  const since = date === undefined ? "" : ` (${date})`;
  if (source !== undefined)
    lines.push(`  source: ${printable(source.file)}:${source.line}:${source.column}${since}`);
  if (finding.url !== undefined) lines.push(`  page: ${printable(finding.url)}`);
  return lines;
}

/** The line of the command with carets under the range; its line and column, counted from 1, in front. */
function underlined(command: string, start: number, end: number): string[] {
  const lineStart = start === 0 ? 0 : command.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = command.indexOf("\n", start);
  const line = command.slice(lineStart, lineEnd < 0 ? undefined : lineEnd);
  const place = `${command.slice(0, start).split("\n").length}:${start - lineStart + 1}`;
  return excerpt(place, line, start - lineStart, end - lineStart);
}
