// Transcripts that agents keep of their sessions: lines of JSON, read for the tool calls that were proposed.
import type { Action } from "../../policy/types.ts";

/** What a line tells of one tool call. */
export interface Proposed {
  /** The host's id of the call: a session that was taken up again repeats calls of the first. */
  readonly id: string | undefined;
  readonly name: string;
  /** What the call would do; none where a policy can't speak of it. */
  readonly actions: readonly Action[];
  /** Why it can't be said what the call would do. */
  readonly problem?: string;
}

/** Reads a transcript line by line; what earlier lines say of later ones (the folder) is kept. */
export interface TranscriptReader {
  readonly read: (line: unknown) => readonly Proposed[];
}

export interface TranscriptFormat {
  /** The host that writes it. */
  readonly host: string;
  /** Whether a line is one that only this format has. */
  readonly recognises: (line: unknown) => boolean;
  readonly reader: () => TranscriptReader;
}
