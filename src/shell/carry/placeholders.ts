// Words with places that another program fills: `{}` of find, xargs and parallel.
import { makeField } from "../expand/fields.ts";
import type { Frame } from "../model.ts";
import type { Field, Piece } from "../text-model.ts";
import type { Job } from "./shared.ts";
import { fieldText } from "./shared.ts";

/** A word of which nothing is known, in place of the words that a program adds. */
export function addedWord(job: Job, frame: Frame): Field {
  const last = job.fields.at(-1);
  const source = last?.source ?? frame.source;
  const at = last?.end ?? 0;
  const piece: Piece = { text: undefined, from: at, to: at, linear: false, quote: "none", splits: true };
  return makeField(
    { ...frame, once: false },
    { source, start: at, end: at, pieceSource: source },
    [piece],
    false,
    false,
  );
}

/** The word with an unknown value at every place of a placeholder. */
export function fillWord(field: Field, placeholder: string, frame: Frame): Field {
  const text = fieldText(field);
  if (placeholder === "" || !text.value.includes(placeholder)) return field;
  const pieces: Piece[] = [];
  const parts = text.value.split(placeholder);
  for (const [index, part] of parts.entries()) {
    const place = { from: field.start, to: field.end, linear: false, quote: "other" as const };
    if (index > 0) pieces.push({ ...place, text: undefined });
    if (part !== "") pieces.push({ ...place, text: part });
  }
  const site = { source: field.source, start: field.start, end: field.end, pieceSource: field.source };
  const made = makeField(frame, site, pieces, true, false);
  return {
    ...made,
    word: { ...made.word, raw: field.word.raw, range: field.word.range, exact: field.word.exact },
  };
}
