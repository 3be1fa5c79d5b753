// The new content of a file in which a tool replaces parts: known only where the old content is.

/** One part to be replaced. An empty `old` makes a new file. */
export interface Replacement {
  readonly old: string;
  readonly new: string;
  /** Replaces every occurrence; without, a tool refuses what occurs more than once. */
  readonly all: boolean;
}

/** More is not worked out: the content then is unknown. */
const MOST_REPLACEMENTS = 200;
/** The longest new content that is worked out, in UTF-16 units. */
const MOST_LENGTH = 4_000_000;

/**
 * The content after all replacements, one after the other; undefined where it can't be told: no old content, a part
 * that isn't there as it is written (tools then guess), or one that occurs several times.
 */
export function replaced(
  content: string | undefined,
  replacements: readonly Replacement[],
): string | undefined {
  if (replacements.length === 0 || replacements.length > MOST_REPLACEMENTS) return undefined;
  let text = content;
  for (const replacement of replacements) {
    text = replacement.old === "" ? replacement.new : replacedOnce(text, replacement);
    if (text === undefined) return undefined;
  }
  return text;
}

function replacedOnce(text: string | undefined, replacement: Replacement): string | undefined {
  if (text === undefined) return undefined;
  const parts = text.split(replacement.old);
  if (parts.length < 2 || (parts.length > 2 && !replacement.all)) return undefined;
  const length = text.length + (parts.length - 1) * (replacement.new.length - replacement.old.length);
  return length > MOST_LENGTH ? undefined : parts.join(replacement.new);
}
