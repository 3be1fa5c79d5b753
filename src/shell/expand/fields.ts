// Turns pieces into words as the shell does: splits unquoted values and notes globs.
import type { Frame, State } from "../model.ts";
import { locate } from "../source.ts";
import type { Field, Piece, Source } from "../text-model.ts";
import type { Word } from "../types.ts";
import { unmarked } from "../unfilled.ts";

/** Where a word was written, and the source that its pieces' places belong to. */
export interface Site {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  readonly pieceSource: Source;
}

/** The last characters that a value has in common with a glob. */
const GLOB_CHARACTERS = /[*?[]/;

function knownPieces(pieces: readonly Piece[]): (string | null)[] {
  const result: (string | null)[] = [];
  for (const { text } of pieces) {
    const last = result.at(-1);
    if (text === undefined) {
      if (last !== null || result.length === 0) result.push(null);
    } else if (typeof last === "string") result[result.length - 1] = last + text;
    else if (text !== "") result.push(text);
  }
  return result;
}

/** Makes one word of pieces that belong together. */
export function makeField(
  frame: Frame,
  site: Site,
  pieces: readonly Piece[],
  alone: boolean,
  strict: boolean,
): Field {
  const located = locate(site.source, site.start, site.end);
  const { range } = located;
  const raw = unmarked(site.source.text.slice(site.start, site.end));
  const exact = located.exact && alone && frame.once;
  const source = site.pieceSource;
  const own = source === site.source;
  const start = own ? site.start : 0;
  const end = own ? site.end : source.text.length;
  let text: string | undefined = "";
  for (const piece of pieces) {
    text = text === undefined || piece.text === undefined ? undefined : text + piece.text;
  }
  if (text !== undefined) return { word: { text, raw, range, exact }, source, start, end, pieces };
  const placeholder = pieces.find((piece) => piece.placeholder !== undefined)?.placeholder;
  const split = strict || pieces.some((piece) => piece.text === undefined && piece.splits === true);
  const word: Word = {
    text: undefined,
    pieces: knownPieces(pieces),
    raw,
    range,
    exact,
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(pieces.some((piece) => piece.glob === true) ? { glob: true } : {}),
    ...(split && pieces.some((piece) => piece.text === undefined && piece.glob !== true)
      ? { split: true }
      : {}),
  };
  return { word, source, start, end, pieces };
}

/** Splits an unquoted known value at blanks; null stands for a blank. */
function chunks(text: string): readonly (string | null)[] {
  const result: (string | null)[] = [];
  for (const [index, chunk] of text.split(/[ \t\n]+/).entries()) {
    if (index > 0) result.push(null);
    if (chunk !== "") result.push(chunk);
  }
  return result;
}

/** The words that the pieces of one written word become. */
export function splitFields(
  frame: Frame,
  state: State,
  site: Site,
  pieces: readonly Piece[],
  strict: boolean,
): readonly Field[] {
  const only = pieces.length === 1 ? pieces[0] : undefined;
  if (only?.fields !== undefined) return only.fields;
  if (!pieces.some((piece) => piece.splits === true)) return [makeField(frame, site, pieces, true, strict)];
  const words: Piece[][] = [];
  let current: Piece[] | undefined;
  for (const piece of pieces) {
    if (piece.splits !== true || piece.text === undefined) {
      current ??= [];
      current.push(piece);
      continue;
    }
    const divides = /[ \t\n]/.test(piece.text);
    if (!state.plainIfs || (frame.source.dialect === "zsh" && divides)) {
      current ??= [];
      current.push({ ...piece, text: undefined });
      continue;
    }
    for (const chunk of chunks(piece.text)) {
      if (chunk === null) {
        if (current !== undefined) words.push(current);
        current = undefined;
        continue;
      }
      current ??= [];
      current.push(
        GLOB_CHARACTERS.test(chunk)
          ? { ...piece, text: undefined, glob: true, splits: false }
          : { ...piece, text: chunk },
      );
    }
  }
  if (current !== undefined) words.push(current);
  return words.map((word) => makeField(frame, site, word, words.length === 1, strict));
}
