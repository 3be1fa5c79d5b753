// The lines of a file of any size: one piece of it is in memory at a time, and a line no longer than a bound.
import { closeSync, openSync, readSync } from "node:fs";

const PIECE = 1_048_576;
/** Longer lines are skipped, in bytes. */
export const MOST_LINE = 64 * 1_048_576;

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Undefined where the line is too long, or isn't UTF-8. */
  readonly text: string | undefined;
}

/** Reads a file line by line. Throws what the file system throws. */
export function* linesOf(path: string): Generator<Line> {
  const file = openSync(path, "r");
  try {
    let number = 0;
    let length = 0;
    let parts: Buffer[] = [];
    const take = (part: Buffer): void => {
      length += part.length;
      if (length <= MOST_LINE) parts.push(part);
      else parts = [];
    };
    const line = (): Line => {
      const whole = length <= MOST_LINE ? decoded(Buffer.concat(parts)) : undefined;
      [parts, length] = [[], 0];
      return { number: ++number, text: whole };
    };
    for (;;) {
      const piece = Buffer.allocUnsafe(PIECE);
      const read = readSync(file, piece, 0, PIECE, null);
      if (read === 0) break;
      let from = 0;
      for (let end = piece.indexOf(10); end >= 0 && end < read; end = piece.indexOf(10, from)) {
        take(piece.subarray(from, end));
        yield line();
        from = end + 1;
      }
      if (from < read) take(piece.subarray(from, read));
    }
    if (length > 0) yield line();
  } finally {
    closeSync(file);
  }
}

function decoded(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
