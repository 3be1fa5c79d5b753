// What becomes of a program's words, seen from where it runs.
import type { Invocation, Word } from "../../shell/types.ts";
import type { Places, Standing } from "./places.ts";
import type { Path } from "./segments.ts";
import { isOption, standingOf } from "./words.ts";

/** What a program does to something protected, for sure or perhaps. */
export interface Does {
  readonly does: "changes" | "may change";
  readonly word: Word;
}

/** What is asked of each program: its words, and where they are seen from. */
export interface Seen {
  readonly invocation: Invocation;
  readonly places: Places;
  readonly from: Path;
  /** Whether a word of which nothing is known may be passed over: it is known to be a new file. */
  readonly isNew: (word: Word) => boolean;
  /** Whether a text names something protected. */
  readonly names: (text: string) => boolean;
  /** The text of a file that the invocation reads, as far as it is known; that of the action where it is no file. */
  readonly textOf: (path: string | undefined) => string | undefined;
}

/** The worst that becomes of any of the words. What a program that changes files is given, and can't be known, may be one. */
export function strictest(words: readonly Word[], seen: Seen, changes: boolean): Does | undefined {
  let found: Does | undefined;
  for (const word of words) {
    const standing = standingOf(word, seen.places, seen.from);
    if (standing === "inside" || standing === "above") return { does: "changes", word };
    if (isDoubtful(standing, word, seen) && changes) found ??= { does: "may change", word };
  }
  return found;
}

function isDoubtful(standing: Standing, word: Word, { isNew }: Seen): boolean {
  return standing === "perhaps" || (standing === "unknown" && !isOption(word) && !isNew(word));
}
