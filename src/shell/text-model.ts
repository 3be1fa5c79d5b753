// Where a text stands: sources inside one another, and the pieces and fields that words are made of.
import type { ProcessSubstitutionPart } from "unbash";
import type { Quoting, Word } from "./types.ts";

/** Stands in a carried script where an unknown value would be put. A noncharacter: no text may hold it. */
export const HOLE = "\uFDD0";

/** A run of characters of a nested text and the run of the text around it that they come from. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  /** True when the characters are the same on both sides, one for one. */
  readonly linear: boolean;
  readonly quote: Quoting;
}

/** A text that is parsed: the one that was given, or one that a program carries. */
export interface Source {
  readonly text: string;
  readonly parent: Source | undefined;
  readonly segments: readonly Segment[];
  /** True when the text may contain holes. */
  readonly holes: boolean;
  /** The shell that reads it, so far as that changes what it means. */
  readonly dialect: "bash" | "sh" | "zsh";
}

/** A text that was put together from words and is not yet parsed. */
export interface Text {
  readonly value: string;
  readonly source: Source;
  readonly segments: readonly Segment[];
}

/** A known or unknown part of a word, with the place it comes from. */
export interface Piece {
  /** Undefined for an unknown value. */
  readonly text: string | undefined;
  readonly from: number;
  readonly to: number;
  readonly linear: boolean;
  readonly quote: Quoting;
  /** True for the result of an unquoted expansion, which is split into words. */
  readonly splits?: boolean;
  /** True for an unquoted glob, whose matches are not known. */
  readonly glob?: boolean;
  /** The placeholder that stands here, not filled in. */
  readonly placeholder?: string;
  /** Words that take this place (`"$@"`). */
  readonly fields?: readonly Field[];
}

/** A word after expansion, and what it was made of. */
export interface Field {
  readonly word: Word;
  /** The text in which it stands, and where. */
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  /** Undefined when the word is plain text that stands there as it is. */
  readonly pieces: readonly Piece[] | undefined;
  /** The substitution that is the whole word: `<(…)`. */
  readonly substitution?: ProcessSubstitutionPart;
}
