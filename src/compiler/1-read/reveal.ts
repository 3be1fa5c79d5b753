// A source as its author meant it: without hidden characters, and with the blanks that markers need. Each difference is
// reported, so that the reading which follows can go on as if there were none; places are those of the file.
import type { Diagnostic } from "../messages/diagnostic.ts";
import { BLANK, hiddenCharacters } from "./hidden-unicode.ts";
import { missingBlanks } from "./missing-blanks.ts";
import { type Shift, SourceText } from "./source-text.ts";

export interface Revealed {
  readonly source: SourceText;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reports what is hidden in a text or missing from it, and gives the text without. */
export function reveal(file: string, text: string): Revealed {
  const written = new SourceText(file, text);
  const hidden = hiddenCharacters(written);
  const missing = missingBlanks(written);
  const diagnostics = [...hidden.diagnostics, ...missing.diagnostics];
  if (hidden.removed.length + hidden.blanks.size + missing.at.length === 0)
    return { source: written, diagnostics };
  const edits = [
    ...hidden.removed.map(({ at, length }) => ({ at, length, insert: "" })),
    ...missing.at.map((at) => ({ at, length: 0, insert: " " })),
  ].sort((a, b) => a.at - b.at);
  const shifts: Shift[] = [];
  const parts: string[] = [];
  const keep = (from: number, to: number): void => {
    const part = text.slice(from, to);
    parts.push(part.replace(BLANK, (c, i: number) => (hidden.blanks.has(from + i) ? " " : c)));
  };
  let from = 0;
  let gone = 0;
  for (const { at, length, insert } of edits) {
    keep(from, at);
    parts.push(insert);
    shifts.push({ at: at - gone, by: length - insert.length });
    gone += length - insert.length;
    from = at + length;
  }
  keep(from, text.length);
  return { source: new SourceText(file, parts.join(""), shifts), diagnostics };
}
