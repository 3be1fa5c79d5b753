// Two texts as a unified diff, for people to read before something is written.

/** Lines around a change that are shown. */
const AROUND = 3;
/** The most pairs of lines that are compared to find the smallest change. */
const MOST = 4_000_000;

interface Line {
  readonly mark: " " | "-" | "+";
  readonly text: string;
}

/** The diff of a file; an old text that isn't there is a new file, a new one that isn't is a removed one. */
export function unifiedDiff(path: string, before: string | undefined, after: string | undefined): string {
  const lines = compared(linesOf(before), linesOf(after));
  const head = `--- ${before === undefined ? "/dev/null" : `a/${path}`}\n+++ ${after === undefined ? "/dev/null" : `b/${path}`}\n`;
  const hunks = hunksOf(lines);
  return hunks.length === 0 ? "" : head + hunks.join("");
}

/** Lines with their ends, so that a last line without one differs from one that has it. */
function linesOf(text: string | undefined): string[] {
  return text === undefined || text === "" ? [] : text.split(/(?<=\n)/);
}

function compared(before: readonly string[], after: readonly string[]): Line[] {
  let [head, tail] = [0, 0];
  const shorter = Math.min(before.length, after.length);
  while (head < shorter && before[head] === after[head]) head++;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const same = (lines: readonly string[]): Line[] => lines.map((text) => ({ mark: " ", text }));
  const [old, now] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  return [...same(before.slice(0, head)), ...changed(old, now), ...same(before.slice(before.length - tail))];
}

/** By the longest common subsequence, where that isn't too much work. */
function changed(old: readonly string[], now: readonly string[]): Line[] {
  const marked = (mark: "-" | "+", lines: readonly string[]): Line[] => lines.map((text) => ({ mark, text }));
  if (old.length * now.length > MOST) return [...marked("-", old), ...marked("+", now)];
  const width = now.length + 1;
  const longest = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        old[i] === now[j]
          ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
    }
  }
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const isBoth = i < old.length && j < now.length && old[i] === now[j];
    const dropOld = (longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0);
    if (isBoth) {
      lines.push({ mark: " ", text: old[i++] ?? "" });
      j++;
    } else if (i < old.length && (j >= now.length || dropOld))
      lines.push({ mark: "-", text: old[i++] ?? "" });
    else lines.push({ mark: "+", text: now[j++] ?? "" });
  }
  return lines;
}

function hunksOf(lines: readonly Line[]): string[] {
  const hunks: string[] = [];
  let [at, oldLine, newLine] = [0, 1, 1];
  while (at < lines.length) {
    const first = lines.findIndex((l, i) => i >= at && l.mark !== " ");
    if (first < 0) break;
    const start = Math.max(at, first - AROUND);
    let last = first;
    for (let i = first; i < lines.length && i <= last + 2 * AROUND; i++) if (lines[i]?.mark !== " ") last = i;
    const end = Math.min(lines.length, last + AROUND + 1);
    for (const l of lines.slice(at, start)) {
      if (l.mark !== "+") oldLine++;
      if (l.mark !== "-") newLine++;
    }
    const part = lines.slice(start, end);
    const [oldCount, newCount] = (["-", "+"] as const).map(
      (m) => part.filter((l) => l.mark === " " || l.mark === m).length,
    );
    hunks.push(
      `@@ -${range(oldLine, oldCount ?? 0)} +${range(newLine, newCount ?? 0)} @@\n${part.map(printed).join("")}`,
    );
    oldLine += oldCount ?? 0;
    newLine += newCount ?? 0;
    at = end;
  }
  return hunks;
}

function range(line: number, count: number): string {
  return count === 0 ? `${line - 1},0` : `${line},${count}`;
}

function printed({ mark, text }: Line): string {
  return text.endsWith("\n") ? mark + text : `${mark}${text}\n\\ No newline at end of file\n`;
}
