// Words that are made from other words, or from text that stands for a place in another one.
import type { Frame } from "../model.ts";
import { outermost } from "../source.ts";
import type { Field, Piece, Text } from "../text-model.ts";
import type { Word } from "../types.ts";

/** A word as a field again. Its place is that of the outermost text. */
export function wordField(word: Word, frame: Frame): Field {
  const source = outermost(frame.source);
  const { start, end } = word.range;
  const linear = word.exact && word.raw === word.text;
  const texts = word.text === undefined ? (word.pieces ?? [null]) : [word.text];
  const quote = linear ? "none" : "other";
  const pieces = texts.map(
    (text): Piece => ({ text: text ?? undefined, from: start, to: end, linear, quote }),
  );
  return { word, source, start, end, pieces };
}

/** A text that stands for a word without being it: the content of a file that the word names. */
export function standIn(value: string, field: Field): Text {
  const { source, start, end } = field;
  return {
    value,
    source,
    segments: [{ start: 0, end: value.length, from: start, to: end, linear: false, quote: "other" }],
  };
}
