// Keys and passwords in a document are left out before it is read: what is written would be refused with them.
import { SourceText } from "../../compiler/1-read/source-text.ts";
import { keyShape } from "../../ledger/key-shape.ts";
import type { Note } from "./piece.ts";

/** What stands for a secret: nothing that Markdown reads. */
const MASK = "…";
/** A private key over all of its lines. */
const PRIVATE_KEY =
  /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----[^-]{0,20000}(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY-----)?/g;
/** More in one line is no text: the line is left out. */
const MOST = 20;

/** The text without secrets, on the same lines, and a note for each of these lines. */
export function withoutSecrets(source: SourceText): { readonly source: SourceText; readonly notes: Note[] } {
  const notes: Note[] = [];
  const told = new Set<number>();
  const note = (at: number): void => {
    const place = source.at(at, at);
    if (told.has(place.line)) return;
    told.add(place.line);
    notes.push({ message: "left out what looks like a key or a password", source: place });
  };
  const whole = source.text.replace(PRIVATE_KEY, (key: string, at: number) => {
    note(at);
    return MASK + "\n".repeat(key.split("\n").length - 1);
  });
  const starts = lineStarts(source.text);
  const lines = whole.split("\n").map((line, i) => {
    const masked = maskedLine(line);
    if (masked !== line) note(starts[i] ?? 0);
    return masked;
  });
  return notes.length === 0
    ? { source, notes }
    : { source: new SourceText(source.file, lines.join("\n")), notes };
}

function maskedLine(line: string): string {
  let text = line;
  for (let n = 0; n < MOST; n++) {
    const key = keyShape(text);
    if (key === undefined) return text;
    text = text.slice(0, key.at) + MASK + text.slice(key.at + key.length);
  }
  return keyShape(text) === undefined ? text : MASK;
}

function lineStarts(text: string): number[] {
  let at = 0;
  return text.split("\n").map((line) => {
    const start = at;
    at += line.length + 1;
    return start;
  });
}
