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

/**
 * What a program does with its words: `takes` away or replaces what they name with all in it, `writes` it, or only `makes`
 * it where it isn't there. `certain` leaves out what can't be known.
 */
export type Manner = "takes" | "writes" | "makes" | "certain";

/** The worst that becomes of any of the words. A word that can't be known may be something protected. */
export function strictest(words: readonly Word[], seen: Seen, manner: Manner): Does | undefined {
  const [above, doubt] = [
    manner === "takes" || manner === "certain",
    manner === "takes" || manner === "writes",
  ];
  let found: Does | undefined;
  for (const word of words) {
    const standing = standingOf(word, seen.places, seen.from);
    if (standing === "inside" || (standing === "above" && above)) return { does: "changes", word };
    if (doubt && isDoubtful(standing, word, seen)) found ??= { does: "may change", word };
  }
  return found;
}

function isDoubtful(standing: Standing, word: Word, { isNew }: Seen): boolean {
  return standing === "perhaps" || (standing === "unknown" && !isOption(word) && !isNew(word));
}
