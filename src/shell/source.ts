// Maps places of a nested text back to the text that was given to the reader.
import type { Range } from "../policy/types.ts";
import type { Field, Piece, Segment, Source, Text } from "./text-model.ts";
import { HOLE } from "./text-model.ts";
import type { Quoting } from "./types.ts";
import { hasMarks } from "./unfilled.ts";

/** The source for the text that was given to the reader. */
export function rootSource(text: string, dialect: Source["dialect"]): Source {
  return { text, parent: undefined, segments: [], holes: hasMarks(text), dialect };
}

/** The source for the text that was given to the reader, from any that was made of it. */
export function outermost(source: Source): Source {
  let current = source;
  while (current.parent !== undefined) current = current.parent;
  return current;
}

/** The first segment that ends after `offset`. */
function segmentAt(segments: readonly Segment[], offset: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const segment = segments[middle];
    if (segment !== undefined && segment.end <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.min(low, segments.length - 1);
}

/** The range outside for `[start, end)` of a source; `exact` is false where it only covers it. */
export function locate(source: Source, start: number, end: number): { range: Range; exact: boolean } {
  let current = source;
  let exact = true;
  let from = start;
  let to = Math.max(start, Math.min(end, source.text.length));
  while (current.parent !== undefined) {
    const firstIndex = segmentAt(current.segments, from);
    const lastIndex = to > from ? segmentAt(current.segments, to - 1) : firstIndex;
    const first = current.segments[firstIndex];
    const last = current.segments[lastIndex];
    if (first === undefined || last === undefined) return { range: { start: 0, end: 0 }, exact: false };
    exact = exact && first === last && first.linear;
    const begin = first.linear ? first.from + Math.min(from, first.end) - first.start : first.from;
    const finish = last.linear ? last.from + Math.min(to, last.end) - last.start : last.to;
    from = Math.max(0, Math.min(begin, finish));
    to = Math.max(begin, finish);
    current = current.parent;
  }
  return { range: { start: from, end: Math.min(to, current.text.length) }, exact };
}

/** The quotes around `[start, end)` of a source, seen from the text that was given to the reader. */
export function quotingAt(source: Source, start: number, end: number): Quoting {
  let current = source;
  let quoting: Quoting = "none";
  let from = start;
  let to = Math.min(end, source.text.length);
  while (current.parent !== undefined) {
    const firstIndex = segmentAt(current.segments, from);
    const lastIndex = to > from ? segmentAt(current.segments, to - 1) : firstIndex;
    const first = current.segments[firstIndex];
    const last = current.segments[lastIndex];
    if (first === undefined || last === undefined) return "other";
    let here: Quoting = first.quote;
    for (let index = firstIndex; index <= lastIndex; index++) {
      if (current.segments[index]?.quote !== here) here = "other";
    }
    if (here !== "none") quoting = quoting === "none" ? here : "other";
    from = first.linear ? first.from + Math.min(from, first.end) - first.start : first.from;
    to = last.linear ? last.from + Math.min(to, last.end) - last.start : last.to;
    current = current.parent;
  }
  return quoting;
}

/** A source for a text that was put together from words of another one. */
export function nestedSource(text: Text, dialect: Source["dialect"] = "bash"): Source {
  const holes = text.value.includes(HOLE) || hasMarks(text.value);
  return { text: text.value, parent: text.source, segments: text.segments, holes, dialect };
}

/** A source for a text that `[from, to)` of another one stands for without being it. */
export function derivedSource(
  value: string,
  parent: Source,
  from: number,
  to: number,
  quote: Quoting,
): Source {
  const segments: Segment[] = [{ start: 0, end: value.length, from, to, linear: false, quote }];
  return { text: value, parent, segments, holes: parent.holes, dialect: parent.dialect };
}

/** The pieces of a field, also of one that is plain text. */
export function piecesOf(field: Field): readonly Piece[] {
  if (field.pieces !== undefined) return field.pieces;
  return [{ text: field.word.text, from: field.start, to: field.end, linear: true, quote: "none" }];
}

/** The text that is left of a source where only a part of it is wanted. */
export function sliceText(text: Text, start: number, end: number): Text {
  const segments: Segment[] = [];
  for (const segment of text.segments) {
    const first = Math.max(segment.start, start);
    const last = Math.min(segment.end, end);
    if (first >= last) continue;
    const from = segment.linear ? segment.from + first - segment.start : segment.from;
    const to = segment.linear ? segment.from + last - segment.start : segment.to;
    segments.push({ ...segment, start: first - start, end: last - start, from, to });
  }
  return { value: text.value.slice(start, end), source: text.source, segments };
}
