// Findings in a report, as many as anybody reads.
import type { Finding, Range } from "../../policy/types.ts";
import type { Line } from "./lines.ts";

/** After so many findings the others are only counted. */
const MOST = 100;

export class Collector {
  readonly #found: Finding[] = [];
  #more = 0;

  add(finding: Omit<Finding, "decision" | "certain"> & Partial<Pick<Finding, "decision" | "certain">>): void {
    if (this.#found.length < MOST) this.#found.push({ decision: "deny", certain: true, ...finding });
    else this.#more++;
  }

  /** Whether further findings would only be counted; then this one is. */
  counts(): boolean {
    if (this.#found.length < MOST) return false;
    this.#more++;
    return true;
  }

  /** All of them, each with its place among the lines, and how many more there are. */
  all(lines: readonly Line[]): Finding[] {
    const end = lines[lines.length - 1]?.end ?? 0;
    const more: Finding = {
      code: "more-findings",
      message: `and ${this.#more} more findings`,
      decision: "deny",
      certain: true,
      range: { start: end, end },
    };
    const found = this.#more === 0 ? this.#found : [...this.#found, more];
    return found.map((f) => (f.range === undefined ? f : { ...f, place: placeOf(f.range, lines) }));
  }
}

function placeOf({ start, end }: Range, lines: readonly Line[]): NonNullable<Finding["place"]> {
  const [line, column] = positionOf(start, lines);
  const [endLine, endColumn] = positionOf(end, lines);
  return { line, column, endLine, endColumn };
}

/** The line and column of an offset, both from 1. */
function positionOf(offset: number, lines: readonly Line[]): [number, number] {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const start = lines[low]?.start ?? 0;
  return [Math.max(low, 0) + 1, Math.max(offset - start, 0) + 1];
}
