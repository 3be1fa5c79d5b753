// What is said of things that have no name in backticks: when something counts as stuck, in which order a text's sections
// stand, and where in it something is told.

import type { Source } from "../../../../policy/types.ts";
import type { Passage } from "../../../1-read/document.ts";
import type { Claim, ClaimKind } from "../claim.ts";
import type { Lexeme } from "../text/lexemes.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Thing } from "../things.ts";
import type { Reading } from "./reading.ts";

/** A sentence with all that stands around it. */
export interface Around {
  readonly passage: Passage;
  /** The items right below it, where it is the last sentence of what opens them. */
  readonly below: readonly Passage[];
  /** `wordsAround` of the passage. */
  readonly words: ReadonlySet<string>;
  /** Whether the passage has the words "that order". */
  readonly inThatOrder: boolean;
  readonly reading: Reading;
}

export type LooseExtractor = (sentence: Sentence, around: Around) => readonly Claim[];

/** A thing of a file that is known by words alone. */
export function looseThing(
  kind: ClaimKind,
  words: readonly string[],
  name: string,
  source: Source,
  { things, file }: Reading,
): Thing {
  return { ...things.find(name, file, source), key: `${kind} ${file} ${words.join(" ")}`, name };
}

/** Of how many words, of a heading or of what opens a list, is looked at. */
const MOST_AROUND = 40;

/** The words of the nearest heading, and of what opens a list: as much of them as a person would write. */
export function wordsAround({ lead, under }: Pick<Passage, "lead" | "under">): Set<string> {
  const heading = (under[under.length - 1] ?? "").slice(0, 400).split(" ");
  const opening = lead?.tokens.slice(-MOST_AROUND).map((t) => t.text.toLowerCase()) ?? [];
  return new Set([...heading, ...opening]);
}

export function hasAny(lexemes: readonly Lexeme[], words: ReadonlySet<string>): boolean {
  return lexemes.some((l) => l.type === "word" && words.has(l.text));
}
