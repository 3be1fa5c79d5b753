// A source file's text and the places in it.
import type { Nodes } from "mdast";
import type { Source } from "../../policy/types.ts";

/** Where a text differs from the file that it stands for: `by` more characters of the file in front of `at`. */
export interface Shift {
  readonly at: number;
  readonly by: number;
}

/** Turns offsets into lines and columns, which both count from 1. With shifts, in order, places are those of the file. */
export class SourceText {
  readonly file: string;
  readonly text: string;
  readonly #lineStarts: number[];
  readonly #shifts: readonly Shift[];
  readonly #sums: readonly number[];

  constructor(file: string, text: string, shifts: readonly Shift[] = []) {
    this.file = file;
    this.text = text;
    this.#shifts = shifts;
    let sum = 0;
    this.#sums = [0, ...shifts.map(({ by }) => (sum += by))];
    this.#lineStarts = [0];
    for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) this.#lineStarts.push(i + 1);
  }

  /** The place of the half-open range of UTF-16 offsets. */
  at(start: number, end: number): Source {
    const [line, column] = this.#position(start, start + 1);
    const [endLine, endColumn] = this.#position(Math.max(start, end), Math.max(start + 1, end));
    return { file: this.file, line, column, endLine, endColumn };
  }

  /** The place of an mdast node; the document's start where the node has none. */
  of(node: Nodes): Source {
    return this.at(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  }

  /** The offset of a line and column. */
  offset(line: number, column: number): number {
    return (this.#lineStarts[line - 1] ?? this.text.length) + column - 1;
  }

  /** The text as written between two offsets. */
  slice(start: number, end: number): string {
    return this.text.slice(start, end);
  }

  /** What the file has more or less in front of `before` counts for the column. */
  #position(offset: number, before: number): [number, number] {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const start = this.#lineStarts[low] ?? 0;
    return [low + 1, offset - start + 1 + this.#more(before) - this.#more(start)];
  }

  #more(offset: number): number {
    let low = 0;
    let high = this.#shifts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#shifts[middle]?.at ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return this.#sums[low] ?? 0;
  }
}
