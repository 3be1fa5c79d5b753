// Says what runs though it can't be seen.
import { hasHoles } from "../expand/text.ts";
import type { Walker } from "../model.ts";
import { baseName } from "../names.ts";
import { locate } from "../source.ts";
import type { Text } from "../text-model.ts";
import type { Word } from "../types.ts";

/** Says that an unknown value stands in a text which a shell reads again. */
export function noteHoles(walker: Walker, text: Text): void {
  if (!hasHoles(text)) return;
  const first = text.segments[0];
  const last = text.segments.at(-1);
  const { range } = locate(text.source, first?.from ?? 0, last?.to ?? 0);
  const message = "an unknown value stands in a text that a shell reads again";
  walker.output.opaque(range, message);
  if (walker.options.strict === true) walker.output.problemAt(range, message);
}

/** Says that a program runs a file which is not read. */
export function noteFile(walker: Walker, word: Word): void {
  const name = word.text === undefined ? word.raw : (baseName(word.text) ?? word.text);
  walker.output.opaque(word.range, `runs file ${name}`);
}
