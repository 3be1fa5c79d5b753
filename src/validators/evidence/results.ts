// Tables of results, whatever they are written in: a heading row, rows, and where each cell stands in its file.
import type { Range, Source } from "../../policy/types.ts";

/** One cell: what it says without the marks around it, and where it stands. */
export interface ResultCell {
  /** Empty where nothing stands there. */
  readonly text: string;
  /** The address that it links to, where it is one link and nothing else. */
  readonly link?: string | undefined;
  /** True where it holds more than a plain value: a list or an object. */
  readonly nested?: boolean;
  readonly range: Range;
}

/** One row. A cell is undefined where the row ends before it. */
export interface ResultRow {
  readonly cells: readonly (ResultCell | undefined)[];
  /** How many cells it has; more than the heading row where some are too many. */
  readonly count: number;
  readonly range: Range;
}

/** One table. Its rows are read as they are asked for. */
export interface ResultTable {
  readonly header: readonly ResultCell[];
  readonly rows: () => Iterable<ResultRow>;
  /** Its heading row. */
  readonly range: Range;
  /** The words of the nearest heading above it. */
  readonly under: string;
}

/** All tables of one file, and what stood in the way of finding more. */
export interface Results {
  readonly tables: readonly ResultTable[];
  /** A fence or comment that nothing closes: what stands behind it is no table. */
  readonly unclosed: { readonly what: "fence" | "comment"; readonly range: Range } | undefined;
  /** A heading row whose row of dashes is missing or of another length, so that it is no table. */
  readonly broken: readonly BrokenTable[];
}

/** Lines that look like a table and aren't one. */
export interface BrokenTable {
  readonly header: readonly ResultCell[];
  readonly problem: string;
  readonly range: Range;
}

/** A file's text with the places in it. */
export class ResultText {
  readonly file: string;
  readonly text: string;
  /** Where each line begins. */
  readonly starts: readonly number[];

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    const starts = [0];
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
    this.starts = starts;
  }

  /** The line at an index from 0, without its end. */
  line(index: number): string {
    const start = this.starts[index] ?? this.text.length;
    let end = (this.starts[index + 1] ?? this.text.length + 1) - 1;
    if (this.text[end - 1] === "\r") end--;
    return this.text.slice(start, Math.max(start, end));
  }

  /** The place of a range; lines and columns count from 1. */
  at({ start, end }: Range): Source {
    const [line, column] = this.#position(start);
    const [endLine, endColumn] = this.#position(Math.max(start, end));
    return { file: this.file, line, column, endLine, endColumn };
  }

  #position(offset: number): [number, number] {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return [low + 1, offset - (this.starts[low] ?? 0) + 1];
  }
}
