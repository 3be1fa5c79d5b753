// Turns the parts of a written word into pieces: known text, unknown values, globs and whole words.
import type { DoubleQuotedChild, WordPart } from "unbash";
import { MAX_VALUE } from "../limits.ts";
import type { Piece, Text } from "../text-model.ts";
import { HOLE } from "../text-model.ts";
import type { Quoting } from "../types.ts";
import { findMark } from "../unfilled.ts";
import { evaluate } from "./arithmetic.ts";
import type { Expansion } from "./context.ts";
import { substitute, walkNested } from "./context.ts";
import type { Place } from "./parameter.ts";
import { parameterPieces, simplePiece, unknownPiece, valuePiece } from "./parameter.ts";

/** Adds known text, with an unknown piece for every hole in it. */
function addText(x: Expansion, piece: Piece, out: Piece[]): void {
  const { text } = piece;
  const mark = text === undefined || !x.frame.source.holes ? undefined : findMark(text);
  if (text !== undefined && mark !== undefined) {
    const part = (from: number, to: number): Piece => ({
      ...piece,
      text: text.slice(from, to),
      ...(piece.linear ? { from: piece.from + from, to: piece.from + to } : {}),
    });
    if (mark.start > 0) addText(x, part(0, mark.start), out);
    out.push({ ...part(mark.start, mark.end), text: undefined, placeholder: mark.name });
    if (mark.end < text.length) addText(x, part(mark.end, text.length), out);
    return;
  }
  if (text === undefined || !x.frame.source.holes || !text.includes(HOLE)) {
    out.push(piece);
    return;
  }
  let at = 0;
  const chunks = text.split(HOLE);
  for (const [index, chunk] of chunks.entries()) {
    const from = piece.linear ? piece.from + at : piece.from;
    const to = piece.linear ? from + chunk.length : piece.to;
    if (chunk !== "" || chunks.length === 1) out.push({ ...piece, text: chunk, from, to });
    if (index < chunks.length - 1) {
      const end = piece.linear ? to + 1 : piece.to;
      out.push(unknownPiece({ from: piece.linear ? to : piece.from, to: end, quote: piece.quote }));
    }
    at += chunk.length + 1;
  }
}

function globPiece(part: WordPart): Piece {
  return { text: undefined, from: part.pos, to: part.end, linear: false, quote: "none", glob: true };
}

/** The value of a substitution: what its commands write, without the ends of lines behind it. */
function outputPiece(output: Text | undefined, place: Place): Piece {
  if (output === undefined || output.value.length > MAX_VALUE || output.value.includes(HOLE))
    return unknownPiece(place);
  let end = output.value.length;
  while (output.value[end - 1] === "\n") end -= 1;
  return valuePiece(place, output.value.slice(0, end));
}

/** Adds the pieces of one part; `quote` says in what quotes it stands. */
export function addPart(
  x: Expansion,
  part: WordPart | DoubleQuotedChild,
  quote: Quoting,
  out: Piece[],
): void {
  const place = { from: part.pos, to: part.end, quote };
  switch (part.type) {
    case "Literal":
      addText(
        x,
        { text: part.value, from: part.pos, to: part.end, linear: part.text === part.value, quote },
        out,
      );
      return;
    case "SingleQuoted": {
      const linear = part.end - part.pos === part.value.length + 2;
      const inner = linear ? { from: part.pos + 1, to: part.end - 1 } : { from: part.pos, to: part.end };
      addText(x, { text: part.value, ...inner, linear, quote: "single" }, out);
      return;
    }
    case "DoubleQuoted":
    case "LocaleString":
      if (part.parts.length === 0)
        out.push({ text: "", from: part.pos, to: part.end, linear: false, quote: "double" });
      for (const child of part.parts) addPart(x, child, "double", out);
      return;
    case "AnsiCQuoted":
      // `\x{…}` and bytes that are no text are not decoded as bash does.
      if (part.text.includes("\\x{") || part.value.includes("\uFFFD")) {
        out.push({ text: undefined, from: part.pos, to: part.end, linear: false, quote: "other" });
        return;
      }
      addText(x, { text: part.value, from: part.pos, to: part.end, linear: false, quote: "other" }, out);
      return;
    case "SimpleExpansion":
      out.push(simplePiece(x, part.text.slice(1), place));
      return;
    case "ParameterExpansion":
      out.push(
        ...parameterPieces(x, part, quote, (word) => {
          const pieces: Piece[] = [];
          addWord(x, word, quote, pieces);
          return pieces.map((piece) => (piece.quote === "none" ? { ...piece, splits: true } : piece));
        }),
      );
      return;
    case "CommandExpansion":
      out.push(outputPiece(substitute(x, part), place));
      return;
    case "ProcessSubstitution":
      substitute(x, part);
      out.push({ text: undefined, from: part.pos, to: part.end, linear: false, quote });
      return;
    case "ArithmeticExpansion": {
      const value = evaluate(part.expression, x.state);
      walkNested(x, part);
      if (value === undefined) out.push(unknownPiece(place));
      else out.push({ text: String(value), from: part.pos, to: part.end, linear: false, quote });
      return;
    }
    case "Glob":
    case "ExtendedGlob":
      walkNested(x, part);
      out.push(globPiece(part));
      return;
    case "BraceExpansion":
      // Braces that stand for several words are expanded before; what is left here is not understood.
      walkNested(x, part);
      out.push(unknownPiece(place, true));
      return;
  }
}

/** Adds the pieces of a whole written word. */
export function addWord(
  x: Expansion,
  word: { text: string; value: string; pos: number; end: number; parts?: readonly WordPart[] | undefined },
  quote: Quoting,
  out: Piece[],
): void {
  if (word.parts === undefined) {
    addText(
      x,
      { text: word.value, from: word.pos, to: word.end, linear: word.text === word.value, quote },
      out,
    );
    return;
  }
  for (const part of word.parts) addPart(x, part, quote, out);
}
