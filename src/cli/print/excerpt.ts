// One line of a text with carets under a part of it; long lines are cut around the part.
import { printable } from "./style.ts";

const BEFORE = 60;
const WIDTH = 110;

/** Two lines: `label | text` and the carets. `start` and `end` are offsets in `line`. */
export function excerpt(label: string, line: string, start: number, end: number): string[] {
  const from = Math.max(0, start - BEFORE);
  const cut = line.slice(from, from + WIDTH);
  const shown = `${from > 0 ? "…" : ""}${cut}${line.length > from + WIDTH ? "…" : ""}`;
  const indent = Math.min(start - from + (from > 0 ? 1 : 0), shown.length);
  const width = Math.max(1, Math.min(end - start, shown.length - indent));
  const space = printable(shown.slice(0, indent)).replace(/[^\t]/g, " ");
  return [`  ${label} | ${printable(shown)}`, `  ${" ".repeat(label.length)} | ${space}${"^".repeat(width)}`];
}
