// The id of a rule: as its author gave it, or from its sentence.
import type { Source } from "../../policy/types.ts";
import type { RuleItem } from "../1-read/document.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { duplicateId } from "../messages/generated.ts";

/** The id of a rule; without an `Id` line it is made of the sentence's words. */
export function idOf(item: RuleItem): string {
  if (item.labels.id !== undefined) return item.labels.id.text;
  return slug(item.sentence.canonical);
}

/** A text's words joined by dashes, at most sixty characters. */
export function slug(text: string): string {
  const whole = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return whole.length <= 60 ? whole : whole.slice(0, 60).replace(/-[^-]*$/, "");
}

/** Ids in use, each with the place of its first owner. */
export class Ids {
  readonly #places = new Map<string, Source>();
  readonly #report: (d: Diagnostic) => void;

  constructor(report: (d: Diagnostic) => void) {
    this.#report = report;
  }

  /** Takes an id; reports a second owner and returns false for it. */
  take(id: string, source: Source): boolean {
    const first = this.#places.get(id);
    if (first !== undefined) {
      this.#report(duplicateId(source, { id }, { related: [{ message: "the first one", source: first }] }));
      return false;
    }
    this.#places.set(id, source);
    return true;
  }
}
