// A sentence of ours that a sentence of an author nearly is.

export interface Suggestion {
  /** The canonical sentence. */
  readonly sentence: string;
  /** Why it isn't taken as it stands, and where it is wider or narrower than what was said. */
  readonly reason: string;
}
