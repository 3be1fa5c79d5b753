// The parts of a shape prepared for matching: each can tell, from where the rest may begin, where it may begin itself.
import type { Hole, List, Shape } from "../../policy/types.ts";
import { isInWord, isWordCharacter, listEnds, SHORT, valuesEnds } from "./values.ts";

/** For each place of a line, and the one behind its end, 1 where the parts from here on fit. */
export type Places = Uint8Array;

/** Rows of places that are used again for the next line, since most lines are short and many. */
export class Scratch {
  readonly #rows: Uint8Array[] = [];

  /** A row of zeros for so many places. */
  row(index: number, length: number): Places {
    const known = this.#rows[index];
    if (known !== undefined && known.length >= length) return known.fill(0, 0, length);
    const fresh = new Uint8Array(Math.max(length, 256));
    this.#rows[index] = fresh;
    return fresh;
  }
}

export interface Element {
  /** Marks in `here` where this part may begin, with the others behind it at the places of `rest`. */
  readonly begin: (text: string, rest: Places, here: Places) => void;
  /** Where it ends when it begins at a place that `begin` has marked. */
  readonly end: (text: string, at: number, rest: Places) => number;
  /** The name of the hole; undefined for a literal text. */
  readonly hole: string | undefined;
  /** Texts of which one must stand in the line. */
  readonly needs: readonly string[] | undefined;
  /** True where it may go on to the end of the line whatever stands there. */
  readonly open: boolean;
}

/** Prepares each part. A list that isn't there has no members. */
export function elementsOf(shape: Pick<Shape, "parts">, list: (name: string) => List | undefined): Element[] {
  return shape.parts.map((part) => (typeof part === "string" ? literal(part) : holeElement(part, list)));
}

/** Prepares a hole. */
export function holeElement(hole: Hole, list: (name: string) => List | undefined): Element {
  const own = { hole: hole.hole, needs: undefined, open: false };
  if (hole.values !== undefined) return { ...own, ...byEnds(valuesEnds(hole.values)), needs: hole.values };
  if (hole.list !== undefined) {
    const found = list(hole.list);
    return { ...own, ...byEnds(found === undefined ? () => [] : listEnds(found)) };
  }
  const short = SHORT[hole.type];
  if (short !== undefined) return { ...own, ...byEnds(short) };
  if (hole.type === "text") return { ...own, ...anyText, open: true };
  return { ...own, ...(hole.type === "url" ? address : hole.type === "path" ? path : word) };
}

function literal(text: string): Element {
  return {
    hole: undefined,
    needs: [text],
    open: false,
    begin: (line, rest, here) => {
      for (let at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + 1))
        if (rest[at + text.length] === 1) here[at] = 1;
    },
    end: (_, at) => at + text.length,
  };
}

/** A part by the places where it may end from one where it begins. */
export function byEnds(
  ends: (text: string, at: number) => readonly number[],
): Pick<Element, "begin" | "end"> {
  return {
    begin: (text, rest, here) => {
      for (let at = 0; at < text.length; at++)
        if (ends(text, at).some((end) => rest[end] === 1)) here[at] = 1;
    },
    end: (text, at, rest) => ends(text, at).find((end) => rest[end] === 1) ?? at,
  };
}

/** Any text that neither begins nor ends with a blank, as short as it can be. */
const anyText: Pick<Element, "begin" | "end"> = {
  begin: (text, rest, here) => {
    let fits = false;
    for (let at = text.length - 1; at >= 0; at--) {
      const blank = text[at] === " ";
      if (!blank && rest[at + 1] === 1) fits = true;
      if (fits && !blank) here[at] = 1;
    }
  },
  end: (text, at, rest) => {
    let end = at + 1;
    while (end < text.length && (rest[end] !== 1 || text[end - 1] === " ")) end++;
    return end;
  },
};

/** A run of characters, as long as it can be. `begins` says where one may begin, `counts` what one must have. */
function run(
  inRun: (text: string, at: number) => boolean,
  begins: (text: string, at: number) => number | undefined,
  counts: (text: string, at: number) => boolean,
): Pick<Element, "begin" | "end"> {
  const scratch = new Scratch();
  return {
    begin: (text, rest, here) => {
      // Whether the rest fits behind the run from here; and whether it does with a character that counts in front of it.
      let [fits, full] = [false, false];
      const from = scratch.row(0, text.length + 1);
      for (let at = text.length - 1; at >= 0; at--) {
        const inside = inRun(text, at);
        fits = inside && (rest[at + 1] === 1 || fits);
        full = inside && (counts(text, at) ? fits : full);
        from[at] = full ? 1 : 0;
      }
      for (let at = 0; at < text.length; at++) {
        const first = begins(text, at);
        if (first !== undefined && from[first] === 1) here[at] = 1;
      }
    },
    end: (text, at, rest) => {
      let end = begins(text, at) ?? at;
      let last = end;
      let counted = false;
      for (; end < text.length && inRun(text, end); end++) {
        counted ||= counts(text, end);
        if (counted && rest[end + 1] === 1) last = end + 1;
      }
      return last;
    },
  };
}

const always = (): boolean => true;
const here = (_: string, at: number): number => at;

const word = run(isInWord, here, always);
const path = run(
  (text, at) => text[at] !== " ",
  here,
  (text, at) => text[at] === "/" || text[at] === ".",
);
const address = run(
  (text, at) => !' <>"`'.includes(text[at] ?? " "),
  (text, at) => {
    if (isWordCharacter(text, at - 1)) return undefined;
    const scheme = text.startsWith("https://", at) ? 8 : text.startsWith("http://", at) ? 7 : undefined;
    return scheme === undefined ? undefined : at + scheme;
  },
  always,
);
