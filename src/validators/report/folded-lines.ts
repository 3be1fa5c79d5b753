// Lines put together as one folded text, and the way back from a place in it to the report.
import { fold, unfold } from "./fold.ts";
import { type Line, offsetIn } from "./lines.ts";

export interface FoldedLines {
  /** The folded lines with a blank between two. */
  readonly text: string;
  /** The folded lines one by one. */
  readonly lines: readonly string[];
  /** The offset in the report of one in the text. */
  readonly placeOf: (offset: number) => number;
}

/** Folds lines. */
export function foldLines(lines: readonly Line[]): FoldedLines {
  const starts: number[] = [];
  let length = 0;
  const folded = lines.map((line) => {
    const own = fold(line.text);
    starts.push(length);
    length += own.length + 1;
    return own;
  });
  const placeOf = (offset: number): number => {
    const at = lastAtOrBefore(offset, starts);
    const line = lines[at];
    return line === undefined ? 0 : offsetIn(line, unfold(line.text, offset - (starts[at] ?? 0)));
  };
  return { text: folded.join(" "), lines: folded, placeOf };
}

function lastAtOrBefore(offset: number, starts: readonly number[]): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
