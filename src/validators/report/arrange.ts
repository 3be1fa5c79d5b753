// Puts the sections of a report in their order. Every line stays as it is.
import type { Line } from "./lines.ts";
import type { ReadReport } from "./read.ts";

interface Block {
  readonly section: number | undefined;
  readonly lines: readonly Line[];
}

/**
 * The text with its sections in the declared order; what stands under a heading that the report doesn't have moves with
 * the section above it. Undefined where they are in order, or where moving lines would change what fences hold.
 */
export function arranged(read: ReadReport): string | undefined {
  const { lines, sections, fences } = read;
  if (read.throughFences || fences.unclosed.length > 0) return undefined;
  const declared = sections.filter((s) => s.heading.section !== undefined);
  if (declared.every((s, i) => i === 0 || orderOf(declared[i - 1]) <= orderOf(s))) return undefined;
  const starts = new Map(declared.map((s) => [s.line.start, s.heading.section]));
  const blocks: { section: number | undefined; lines: Line[] }[] = [{ section: undefined, lines: [] }];
  const closing = fences.around ? lastMark(read) : undefined;
  const tail: Line[] = [];
  for (const [i, line] of lines.entries()) {
    if (closing !== undefined && i >= closing) {
      tail.push(line);
      continue;
    }
    if (starts.has(line.start)) blocks.push({ section: starts.get(line.start), lines: [] });
    blocks[blocks.length - 1]?.lines.push(line);
  }
  const [front, ...own] = blocks;
  const sorted = own
    .map((block, i) => ({ block, i }))
    .sort((a, b) => (a.block.section ?? 0) - (b.block.section ?? 0) || a.i - b.i)
    .map(({ block }) => block);
  const ending = lines.find((l) => l.ending !== "")?.ending ?? "\n";
  const mark = read.text.startsWith("\ufeff") ? "\ufeff" : "";
  const ended = lines[lines.length - 1]?.ending !== "";
  return mark + print(front?.lines ?? [], sorted, tail, ended, ending);
}

function orderOf(section: ReadReport["sections"][number] | undefined): number {
  return section?.heading.section ?? 0;
}

/** The index of the last line that is the mark of a fence. */
function lastMark({ fences }: ReadReport): number | undefined {
  return [...fences.marks].reduce((most, i) => Math.max(most, i), -1);
}

/** Blocks with as many blank lines between them as stood between the first two; the text ends as it did. */
function print(
  front: readonly Line[],
  blocks: readonly Block[],
  tail: readonly Line[],
  ended: boolean,
  ending: string,
): string {
  const all = blocks.map(({ lines }) => withoutBlanks(lines));
  const apart = blocks.some(({ lines }) => lines[lines.length - 1]?.raw.trim() === "");
  const body = all
    .map((lines) => lines.map((l) => l.raw).join(ending))
    .join(apart ? ending + ending : ending);
  const head = front.map((l) => l.raw + (l.ending || ending)).join("");
  const foot = tail.map((l) => l.raw + l.ending).join("");
  return `${head}${body}${tail.length > 0 || ended ? ending : ""}${foot}`;
}

function withoutBlanks(lines: readonly Line[]): readonly Line[] {
  let end = lines.length;
  while (end > 0 && lines[end - 1]?.raw.trim() === "") end--;
  return lines.slice(0, end);
}
