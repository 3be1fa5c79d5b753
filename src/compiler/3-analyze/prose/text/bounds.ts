// A time with the words around it: "about 2 hours", "up to 3 days", "at least 10 minutes".
import type { Lexeme } from "./lexemes.ts";
import type { Time } from "./times.ts";
import { wordSet } from "./words.ts";

/** `most` and `least` are bounds; `about` is a rough figure. */
export interface Bounded {
  readonly time: Time;
  readonly bound: "most" | "least" | undefined;
  readonly about: boolean;
  readonly end: number;
}

const ABOUT = wordSet("about around approximately approx roughly some nearly almost ~ ≈ circa ca");
const BEFORE: readonly (readonly [words: string, bound: "most" | "least"])[] = [
  ["up to", "most"],
  ["as long as", "most"],
  ["as much as", "most"],
  ["at most", "most"],
  ["at the most", "most"],
  ["no more than", "most"],
  ["not more than", "most"],
  ["no longer than", "most"],
  ["not longer than", "most"],
  ["a maximum of", "most"],
  ["max", "most"],
  ["maximum", "most"],
  ["less than", "most"],
  ["under", "most"],
  ["within", "most"],
  ["well under", "most"],
  ["at least", "least"],
  ["no less than", "least"],
  ["a minimum of", "least"],
  ["more than", "least"],
  ["over", "least"],
  ["well over", "least"],
  ["longer than", "least"],
  ["minimum", "least"],
];
const BEHIND: readonly (readonly [words: string, bound: "most" | "least"])[] = [
  ["at most", "most"],
  ["or less", "most"],
  ["max", "most"],
  ["maximum", "most"],
  ["tops", "most"],
  ["at least", "least"],
  ["or more", "least"],
  ["minimum", "least"],
];

/** The time at a place, or behind the words that bound it. */
export function boundedTime(lexemes: readonly Lexeme[], at: number): Bounded | undefined {
  let next = at;
  let about = false;
  let bound: Bounded["bound"];
  for (let words = 0; words < 3 && lexemes[next]?.type !== "time"; words++) {
    const found = BEFORE.find(([text]) => stands(text, lexemes, next));
    if (found !== undefined) {
      bound = found[1];
      next += found[0].split(" ").length;
    } else if (ABOUT.has(lexemes[next]?.text ?? "") || lexemes[next]?.text === ".") {
      about = true;
      next++;
    } else return undefined;
  }
  const lexeme = lexemes[next];
  if (lexeme?.type !== "time") return undefined;
  const behind = BEHIND.find(([text]) => stands(text, lexemes, next + 1));
  const orSo = stands("or so", lexemes, next + 1);
  const more = behind?.[0].split(" ").length ?? (orSo ? 2 : 0);
  return { time: lexeme.time, bound: behind?.[1] ?? bound, about: about || orSo, end: next + 1 + more };
}

function stands(text: string, lexemes: readonly Lexeme[], at: number): boolean {
  return text
    .split(" ")
    .every((word, i) => lexemes[at + i]?.type === "word" && lexemes[at + i]?.text === word);
}
