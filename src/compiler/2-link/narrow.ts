// A rule that a later one replaced for some of its options: what is left of it.
import type { Source } from "../../policy/types.ts";
import type { RuleItem } from "../1-read/document.ts";
import { sentenceParts } from "../1-read/grammar/forms.ts";
import type { Filling, Parsed } from "../1-read/grammar/parsed.ts";
import { printParsed } from "../1-read/grammar/print.ts";
import { sentenceForms } from "../1-read/grammar/productions.ts";
import { invalidLabel } from "../messages/generated.ts";
import type { Linker } from "./linker.ts";

/**
 * The item without the given options in its sentence; undefined when none is left. An option that the sentence doesn't
 * have is reported at the `Supersedes` line.
 */
export function withoutOptions(
  item: RuleItem,
  options: readonly string[],
  at: Source,
  linker: Linker,
): RuleItem | undefined {
  const { parsed, form } = item.sentence;
  const slot = parsed.fillings.find((f) => f.type === "tokens" && f.name === "F");
  const tokens = slot?.type === "tokens" ? slot.tokens : [];
  for (const option of options) {
    if (tokens.some((t) => t.text === option)) continue;
    const expected = "an option of the sentence that is replaced";
    linker.report(invalidLabel(at, { found: `\`${option}\``, label: "Supersedes", expected }));
  }
  const left = tokens.filter((t) => !options.includes(t.text));
  if (slot?.type !== "tokens" || left.length === 0) return undefined;
  const fillings: Filling[] = parsed.fillings.map((f) => (f === slot ? { ...slot, tokens: left } : f));
  const narrowed: Parsed = { ...parsed, fillings };
  const part = sentenceParts[sentenceForms.indexOf(form)];
  const canonical =
    part === undefined ? item.sentence.canonical : `${form.lead} ${printParsed(narrowed, part)}.`;
  return { ...item, sentence: { form, parsed: narrowed, canonical } };
}
