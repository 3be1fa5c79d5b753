// A verdict as text for people and for agents that read standard output.
import type { Decision, Finding, Verdict } from "../../policy/types.ts";
import { excerpt } from "./excerpt.ts";
import { printable, type Style } from "./style.ts";

/** The decision, each finding with the words it is about, and the fix with its own verdict. */
export function printVerdict(verdict: Verdict, command: string, style: Style): string {
  const lines = [style.bold(colored(verdict.decision, style))];
  for (const finding of verdict.findings) lines.push("", ...findingLines(finding, command, style));
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

function findingLines(finding: Finding, command: string, style: Style): string[] {
  const name = finding.rule ?? finding.code ?? "";
  const sure = finding.certain ? "" : " (undecided)";
  const lines = [
    `${colored(finding.decision, style)} ${style.bold(name)}${sure}: ${printable(finding.message)}`,
  ];
  if (finding.range !== undefined) lines.push(...underlined(command, finding.range.start, finding.range.end));
  const labelled: readonly (readonly [string, string | undefined])[] = [
    ["rule", finding.sentence],
    ["because", finding.because],
    ["instead", finding.instead],
  ];
  for (const [label, text] of labelled) if (text !== undefined) lines.push(`  ${label}: ${printable(text)}`);
  const { source } = finding;
  if (source !== undefined) lines.push(`  source: ${printable(source.file)}:${source.line}:${source.column}`);
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

function colored(decision: Decision, style: Style): string {
  const color = { deny: style.red, ask: style.yellow, warn: style.yellow, allow: style.green }[decision];
  return color(decision);
}
