// Holds lines against shapes, in time that grows with the line and not with the ways in which holes could be filled:
// from the last part to the first it is noted where each may begin, then the holes are read off from the front.
import type { List, Shape } from "../../policy/types.ts";
import { type Element, elementsOf, type Places, Scratch } from "./elements.ts";
import { isWordCharacter } from "./values.ts";

/** What stands in a hole, and where in the line. */
export interface Filled {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Where a shape was found, and what its holes hold; of holes of one name the first. */
export interface ShapeMatch {
  readonly start: number;
  readonly end: number;
  readonly holes: ReadonlyMap<string, Filled>;
}

/** A shape that lines can be held against. Lines have single blanks and none at their ends. */
export interface Matcher {
  /** The match where the whole line has the shape. */
  readonly whole: (line: string) => ShapeMatch | undefined;
  /** The first part of the line, from word to word, that has the shape. */
  readonly find: (line: string) => ShapeMatch | undefined;
}

/** Prepares a shape. */
export function matcherOf(shape: Pick<Shape, "parts">, list: (name: string) => List | undefined): Matcher {
  return matcherFrom(elementsOf(shape, list));
}

/** A matcher of parts that are prepared. */
export function matcherFrom(elements: readonly Element[]): Matcher {
  const needs = elements.flatMap((e) => (e.needs === undefined ? [] : [e.needs]));
  const has = (line: string): boolean => needs.every((texts) => texts.some((text) => line.includes(text)));
  const scratch = new Scratch();
  return {
    whole: (line) => {
      if (!has(line)) return undefined;
      const places = backwards(elements, line, scratch, (end) => end === line.length);
      return places[0]?.[0] === 1 ? read(elements, line, 0, places) : undefined;
    },
    find: (line) => {
      if (!has(line)) return undefined;
      const last = elements[elements.length - 1];
      const places = backwards(elements, line, scratch, (end) =>
        last?.open === true ? end === line.length : !isInsideWord(line, end),
      );
      const [first] = places;
      for (let start = 0; start < line.length; start++)
        if (first?.[start] === 1 && !isInsideWord(line, start)) return read(elements, line, start, places);
      return undefined;
    },
  };
}

/** Whether a place lies between two letters or digits. */
function isInsideWord(line: string, at: number): boolean {
  return isWordCharacter(line, at) && isWordCharacter(line, at - 1);
}

/** For each part, and the end, the places where it and all parts behind it fit. Rows may be longer than the line. */
function backwards(
  elements: readonly Element[],
  line: string,
  scratch: Scratch,
  isEnd: (at: number) => boolean,
): Places[] {
  const places: Places[] = [];
  for (let i = 0; i <= elements.length; i++) places.push(scratch.row(i, line.length + 1));
  let rest = places[elements.length];
  for (let at = 0; at <= line.length; at++) if (rest !== undefined && isEnd(at)) rest[at] = 1;
  for (let i = elements.length - 1; i >= 0; i--) {
    const own = places[i];
    if (own === undefined || rest === undefined) break;
    elements[i]?.begin(line, rest, own);
    rest = own;
  }
  return places;
}

function read(
  elements: readonly Element[],
  line: string,
  start: number,
  places: readonly Places[],
): ShapeMatch {
  const holes = new Map<string, Filled>();
  let at = start;
  for (const [i, element] of elements.entries()) {
    const rest = places[i + 1];
    const end = rest === undefined ? at : element.end(line, at, rest);
    if (element.hole !== undefined && !holes.has(element.hole))
      holes.set(element.hole, { text: line.slice(at, end), start: at, end });
    at = end;
  }
  return { start, end: at, holes };
}
