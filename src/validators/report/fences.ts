// Fences in a report: what stands inside one is no heading. One that nothing closes is none.
import type { Line } from "./lines.ts";

export interface Fences {
  /** Indexes of lines inside fences. */
  readonly inside: ReadonlySet<number>;
  /** Indexes of the lines that open and close fences. */
  readonly marks: ReadonlySet<number>;
  /** Indexes of lines that open a fence which nothing closes. */
  readonly unclosed: readonly number[];
  /** Whether one fence is around all that is written. */
  readonly around: boolean;
}

interface Mark {
  readonly char: string;
  readonly length: number;
  /** Whether nothing stands behind it: only such a one can close. */
  readonly bare: boolean;
}

/** Finds the fences. A fence around the whole text is looked through. */
export function fencesOf(lines: readonly Line[]): Fences {
  const marks = lines.map(markOf);
  const first = lines.findIndex(isWritten);
  let last = lines.length - 1;
  while (last > first && !isWritten(lines[last])) last--;
  const whole = fencesBetween(marks, 0, lines.length);
  const around = first >= 0 && first < last && isPair(whole, first, last);
  if (!around) return { ...whole, around };
  const inner = fencesBetween(marks, first + 1, last);
  return { ...inner, marks: new Set([first, last, ...inner.marks]), around };
}

function isWritten(line: Line | undefined): boolean {
  return line !== undefined && (line.text !== "" || line.tooLong);
}

/** Whether a fence opens on the one line and closes on the other. */
function isPair({ marks, inside }: Omit<Fences, "around">, first: number, last: number): boolean {
  return marks.has(first) && marks.has(last) && inside.size === last - first - 1;
}

function markOf({ raw, tooLong }: Line): Mark | undefined {
  if (tooLong) return undefined;
  const found = /^[ \t>]*(`{3,}|~{3,})(.*)$/s.exec(raw);
  const [, fence, behind = ""] = found ?? [];
  const char = fence?.[0];
  if (fence === undefined || char === undefined || (char === "`" && behind.includes("`"))) return undefined;
  return { char, length: fence.length, bare: behind.trim() === "" };
}

function fencesBetween(
  marks: readonly (Mark | undefined)[],
  from: number,
  to: number,
): Omit<Fences, "around"> {
  const closable = longestBehind(marks, from, to);
  const inside = new Set<number>();
  const own = new Set<number>();
  const unclosed: number[] = [];
  let open: Mark | undefined;
  for (let i = from; i < to; i++) {
    const mark = marks[i];
    if (open !== undefined) {
      const closes = mark?.bare === true && mark.char === open.char && mark.length >= open.length;
      if (closes) {
        own.add(i);
        open = undefined;
      } else inside.add(i);
    } else if (mark !== undefined) {
      own.add(i);
      if (mark.length <= (closable[mark.char === "`" ? 0 : 1]?.[i - from + 1] ?? 0)) open = mark;
      else unclosed.push(i);
    }
  }
  return { inside, marks: own, unclosed };
}

/** For each line, and the end, the longest mark from there on that can close a fence: of backticks, and of tildes. */
function longestBehind(
  marks: readonly (Mark | undefined)[],
  from: number,
  to: number,
): readonly (readonly number[])[] {
  return ["`", "~"].map((char) => {
    const longest = new Array<number>(to - from + 1).fill(0);
    for (let i = to - 1; i >= from; i--) {
      const mark = marks[i];
      const own = mark?.bare === true && mark.char === char ? mark.length : 0;
      longest[i - from] = Math.max(own, longest[i - from + 1] ?? 0);
    }
    return longest;
  });
}
