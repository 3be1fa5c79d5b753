// What is said of things that have no name in backticks: when something counts as stuck, in which order a text's sections
// stand, and where in it something is told.

import type { Source } from "../../../../policy/types.ts";
import type { Passage } from "../../../1-read/document.ts";
import type { Claim, ClaimKind } from "../claim.ts";
import { tellsAStory } from "../text/background.ts";
import type { Lexeme } from "../text/lexemes.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Thing } from "../things.ts";
import type { Reading } from "./reading.ts";

/** A sentence with all that stands around it. */
export interface Around {
  readonly passage: Passage;
  /** The items right below it, where it is the last sentence of what opens them. */
  readonly below: readonly Passage[];
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

/** The words of the nearest heading, and of what opens a list. */
export function wordsAround({ lead, under }: Pick<Passage, "lead" | "under">): Set<string> {
  const heading = (under[under.length - 1] ?? "").split(" ");
  return new Set([...heading, ...(lead?.tokens.map((t) => t.text.toLowerCase()) ?? [])]);
}

/** Entries may be dated in their paragraphs too; everything else tells a story as it does elsewhere. */
export function isOver(passage: Passage): boolean {
  return tellsAStory(passage);
}

export function hasAny(lexemes: readonly Lexeme[], words: ReadonlySet<string>): boolean {
  return lexemes.some((l) => l.type === "word" && words.has(l.text));
}
