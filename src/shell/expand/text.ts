// Puts words together to a text that another shell reads.
import type { HereDoc } from "unbash";
import { MAX_VALUE } from "../limits.ts";
import { locate, outermost, piecesOf } from "../source.ts";
import type { Field, Piece, Segment, Source, Text } from "../text-model.ts";
import { HOLE } from "../text-model.ts";
import { marked } from "../unfilled.ts";
import type { Expansion } from "./context.ts";
import { addPart } from "./pieces.ts";

function addPieces(pieces: readonly Piece[], start: number, out: Segment[], values: string[]): number {
  let at = start;
  for (const piece of pieces) {
    const value = piece.text ?? (piece.placeholder === undefined ? HOLE : marked(piece.placeholder));
    if (value === "") continue;
    const { from, to, linear, quote } = piece;
    out.push({ start: at, end: at + value.length, from, to, linear, quote });
    values.push(value);
    at += value.length;
  }
  return at;
}

/** The pieces of a field with their places in the outermost text. */
function rootPieces(field: Field): readonly Piece[] {
  return piecesOf(field).map((piece) => {
    const { range, exact } = locate(field.source, piece.from, piece.to);
    return { ...piece, from: range.start, to: range.end, linear: piece.linear && exact };
  });
}

/** The text of words that are joined by blanks; unknown values become holes. */
export function joinText(fields: readonly Field[]): Text {
  const first = fields[0];
  const shared = first !== undefined && fields.every((field) => field.source === first.source);
  const source = first === undefined ? undefined : shared ? first.source : outermost(first.source);
  const segments: Segment[] = [];
  const values: string[] = [];
  let at = 0;
  let last = 0;
  for (const [index, field] of fields.entries()) {
    const pieces = shared ? piecesOf(field) : rootPieces(field);
    const from = pieces[0]?.from ?? last;
    if (index > 0) {
      segments.push({
        start: at,
        end: at + 1,
        from: Math.min(last, from),
        to: from,
        linear: false,
        quote: "none",
      });
      values.push(" ");
      at += 1;
    }
    at = addPieces(pieces, at, segments, values);
    last = pieces.at(-1)?.to ?? from;
  }
  const empty: Source = { text: "", parent: undefined, segments: [], holes: false, dialect: "bash" };
  return { value: values.join(""), source: source ?? empty, segments };
}

/** The text of pieces that stand in one source. */
export function piecesText(source: Source, pieces: readonly Piece[]): Text {
  const segments: Segment[] = [];
  const values: string[] = [];
  addPieces(pieces, 0, segments, values);
  return { value: values.join(""), source, segments };
}

/** True when a text holds an unknown value. */
export function hasHoles(text: Text): boolean {
  return text.value.includes(HOLE);
}

function unescapeBody(text: string): string {
  return text.replace(/\\([\\$`\n])/g, (_, char: string) => (char === "\n" ? "" : char));
}

/** The body of a here-document as its reader gets it. Walks the substitutions in it. */
export function bodyText(x: Expansion, node: HereDoc): Text {
  const { body } = node;
  const quoted = node.delimiter?.quoted === true;
  const pieces: Piece[] = [];
  if (quoted || body.parts === undefined) {
    const value = quoted ? body.text : unescapeBody(body.text);
    const linear = value === body.text;
    pieces.push({ text: value, from: body.pos, to: body.end, linear, quote: "none" });
  } else {
    for (const part of body.parts) addPart(x, part, "double", pieces);
  }
  const text = piecesText(
    x.frame.source,
    pieces.map((piece) => ({ ...piece, quote: piece.linear ? "none" : "other" })),
  );
  if (node.operator !== "<<-" || !/^\t/m.test(text.value)) return text;
  return stripTabs(text);
}

/** Takes the tabs off the start of every line (`<<-`), and keeps the places of what is left. */
function stripTabs(text: Text): Text {
  const segments: Segment[] = [];
  const values: string[] = [];
  let at = 0;
  let lineStart = true;
  for (const segment of text.segments) {
    const piece = text.value.slice(segment.start, segment.end);
    for (const match of piece.matchAll(/(\t*)([^\n]*\n?)/g)) {
      const [whole, tabs = "", rest = ""] = match;
      if (whole === "") continue;
      const kept = lineStart ? rest : whole;
      lineStart = rest.endsWith("\n") || (lineStart && rest === "");
      if (kept === "") continue;
      const offset = match.index + (kept === rest ? tabs.length : 0);
      const from = segment.linear ? segment.from + offset : segment.from;
      const to = segment.linear ? from + kept.length : segment.to;
      segments.push({ ...segment, start: at, end: at + kept.length, from, to });
      values.push(kept);
      at += kept.length;
      if (at > MAX_VALUE * 4) break;
    }
  }
  return { value: values.join(""), source: text.source, segments };
}
