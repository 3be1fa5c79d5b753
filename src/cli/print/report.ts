// What was found in a report, as text; and what a report looked like over time.
import type { ReportState, Verdict } from "../../policy/types.ts";
import { excerpt } from "./excerpt.ts";
import { printable, type Style } from "./style.ts";
import { findingLines } from "./verdict.ts";

/** The decision, and each finding with the line that it is about, by its place in the file. */
export function printReportVerdict(verdict: Verdict, text: string, file: string, style: Style): string {
  const color = { deny: style.red, ask: style.yellow, warn: style.yellow, allow: style.green };
  const lines = [style.bold(color[verdict.decision](verdict.decision))];
  for (const finding of verdict.findings) {
    const { range, place } = finding;
    const shown =
      range === undefined || place === undefined
        ? []
        : lineAt(text, range, `${printable(file)}:${place.line}:${place.column}`);
    lines.push("", ...findingLines(finding, shown, style));
  }
  return `${lines.join("\n")}\n`;
}

function lineAt(text: string, { start, end }: { start: number; end: number }, label: string): string[] {
  const before = Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1));
  const from = start === 0 ? 0 : before + 1;
  const rest = text.slice(from, from + (start - from) + 500);
  const [line = ""] = rest.split(/[\r\n]/);
  return excerpt(label, line, start - from, Math.max(end, start) - from);
}

/** Every state of a report, the oldest first: when, why, and its sections with the shapes of their lines. */
export function printHistory(states: readonly ReportState[], style: Style): string {
  const blocks = states.map((state) => {
    const { date, entry, source, title, sections, because } = state;
    const place = `${source.file}:${source.line}`;
    const head = [date ?? "undated", entry].filter((t) => t !== undefined && t !== "").join(" — ");
    return [
      `${style.bold(printable(head))} ${style.dim(printable(`(${state.change}, ${place})`))}`,
      ...(because === undefined ? [] : [printable(`  because: ${because}`)]),
      ...(title === undefined ? [] : [printable(`  ${title.name}`)]),
      ...sections.map(({ name, lines, required }) => {
        const shapes = lines.map((l) => l.text).join(" or ");
        const optional = required ? "" : " (may be left out)";
        return printable(`  ${name}:${shapes === "" ? "" : ` ${shapes}`}${optional}`);
      }),
    ].join("\n");
  });
  return `${blocks.join("\n\n")}\n`;
}
