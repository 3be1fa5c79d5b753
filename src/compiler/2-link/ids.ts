// The ids of rules and guidance: as their authors gave them, or from their words.
import type { Source } from "../../policy/types.ts";
import type { GuidanceItem, RuleItem, UnreadItem } from "../1-read/document.ts";

/** The id of an item; without an `Id` line it is made of the sentence's words. */
export function idOf(item: RuleItem | GuidanceItem | UnreadItem): string {
  return item.labels.id?.text ?? slug(item.type === "rule" ? item.sentence.canonical : item.text);
}

/** Where an item's id stands. */
export function idSource(item: RuleItem | GuidanceItem | UnreadItem): Source {
  return item.labels.id?.source ?? item.source;
}

/** A text's words joined by dashes, at most sixty characters. */
export function slug(text: string): string {
  const whole = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return whole.length <= 60 ? whole : whole.slice(0, 60).replace(/-[^-]*$/, "");
}
