// Lines that nearly have a shape: with other separators, blanks or case. They are written anew, with the same words.
import type { Hole, List, Shape } from "../../policy/types.ts";
import { byEnds, type Element, holeElement } from "./elements.ts";
import { matcherFrom } from "./match.ts";
import { cutsWord, valuesEnds } from "./values.ts";

/** The line as the shape writes it; undefined where it doesn't even nearly have the shape. */
export type Rewriter = (line: string) => string | undefined;

const SEPARATORS = " -–—−:|→>=·,;.)";

type Piece =
  | { readonly type: "word"; readonly text: string }
  | { readonly type: "separator"; readonly text: string }
  | { readonly type: "hole"; readonly hole: Hole };

/** Prepares a shape for lines that nearly have it. */
export function rewriterOf(shape: Pick<Shape, "parts">, list: (name: string) => List | undefined): Rewriter {
  const pieces = shape.parts.flatMap((p): Piece[] =>
    typeof p === "string" ? split(p) : [{ type: "hole", hole: p }],
  );
  const named = pieces.map((piece, i) => ({ piece, element: elementOf(piece, i, pieces, list) }));
  const matcher = matcherFrom(named.map((n) => n.element));
  return (line) => {
    const match = matcher.whole(line);
    if (match === undefined) return undefined;
    return named
      .map(({ piece, element }) => {
        if (piece.type !== "hole") return piece.text;
        const text = match.holes.get(element.hole ?? "")?.text ?? "";
        const value = piece.hole.values?.find((v) => v.toLowerCase() === text.toLowerCase());
        return value ?? text;
      })
      .join("");
  };
}

/** How many letters and digits of a shape are literal: the more, the less a line has it by chance. */
export function literalLetters({ parts }: Pick<Shape, "parts">): number {
  const texts = parts.map((p) => (typeof p === "string" ? p : ""));
  return texts.join("").replace(/[^\p{L}\p{N}]/gu, "").length;
}

/** The words of a literal text, and what stands between them. */
function split(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const char of text) {
    const type = SEPARATORS.includes(char) ? "separator" : "word";
    const last = pieces[pieces.length - 1];
    if (last?.type === type) pieces[pieces.length - 1] = { type, text: last.text + char };
    else pieces.push({ type, text: char });
  }
  return pieces;
}

/** Holes are told apart by their place, since two may have one name. */
function elementOf(
  piece: Piece,
  at: number,
  pieces: readonly Piece[],
  list: (name: string) => List | undefined,
): Element {
  const none = { hole: undefined, needs: undefined, open: false };
  if (piece.type === "word") return { ...none, ...byEnds(valuesIn([piece.text])) };
  if (piece.type === "separator")
    return { ...none, ...separator(piece.text, pieces[at - 1], pieces[at + 1]) };
  const { hole } = piece;
  const element = holeElement(hole, list);
  if (hole.values === undefined) return { ...element, hole: `${at}` };
  return { ...element, ...byEnds(valuesIn(hole.values)), needs: undefined, hole: `${at}` };
}

/** Values in any case, as words of their own. */
function valuesIn(values: readonly string[]): (text: string, at: number) => readonly number[] {
  const ends = valuesEnds(values.map((v) => v.toLowerCase()));
  let [line, small] = ["", ""];
  return (text, at) => {
    if (text !== line) [line, small] = [text, text.toLowerCase()];
    if (small.length !== text.length || cutsWord(text, at)) return [];
    return ends(small, at).filter((end) => !cutsWord(text, end));
  };
}

/**
 * A run of separators in the place of another one. Where a blank belongs there must be one, unless a word of the shape
 * or a number stands in front; where nothing but a blank stands, a word of the shape must be beside it.
 */
function separator(
  written: string,
  before: Piece | undefined,
  behind: Piece | undefined,
): Pick<Element, "begin" | "end"> {
  const onlyBlanks = written.trim() === "";
  const fixed = (piece: Piece | undefined): boolean =>
    piece?.type === "word" || (piece?.type === "hole" && piece.hole.values !== undefined);
  const sure = fixed(before) || fixed(behind);
  const tight = before?.type === "word" || (before?.type === "hole" && before.hole.type === "number");
  return byEnds((text, at) => {
    if (!SEPARATORS.includes(text[at] ?? "x") || SEPARATORS.includes(text[at - 1] ?? "x")) return [];
    let end = at;
    while (end < text.length && SEPARATORS.includes(text[end] ?? "x")) end++;
    const run = text.slice(at, end);
    const blank = run.trim() === "";
    if (onlyBlanks ? !blank : blank && !sure) return [];
    return written.includes(" ") && !run.includes(" ") && !tight ? [] : [end];
  });
}
