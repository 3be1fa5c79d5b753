// The transcripts that can be read.
import { claudeTranscript } from "./claude-code.ts";
import { codexTranscript } from "./codex.ts";
import type { TranscriptFormat } from "./transcript.ts";

const FORMATS: readonly TranscriptFormat[] = [claudeTranscript, codexTranscript];

/** The format that a line is of; undefined where the line could be anything. */
export function formatOf(line: unknown): TranscriptFormat | undefined {
  return FORMATS.find((format) => format.recognises(line));
}
