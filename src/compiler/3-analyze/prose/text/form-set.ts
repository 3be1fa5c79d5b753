// Forms with what they mean, ready to be held against sentences: by the word that opens them, or by name.
import { type Link, parseForm } from "./forms.ts";

/** `means` is what the extractor makes of a fit. */
export interface Form<M> {
  readonly link: Link;
  readonly means: M;
  readonly opensWithName: boolean;
}

export interface FormSet<M> {
  readonly byWord: ReadonlyMap<string, readonly Form<M>[]>;
  /** Those that open with a name, or with what is understood of it. */
  readonly byName: readonly Form<M>[];
}

/** A set of forms, in the order in which they are tried. */
export function formSet<M>(forms: readonly (readonly [form: string, means: M])[]): FormSet<M> {
  const byWord = new Map<string, Form<M>[]>();
  const byName: Form<M>[] = [];
  for (const [text, means] of forms) {
    const link = parseForm(text);
    if (link.is === "hole") byName.push({ link, means, opensWithName: true });
    else if (link.is !== "phrases") throw new Error(`form ${text} opens with neither a word nor a name`);
    else
      for (const word of link.phrases.firstWords())
        byWord.set(word, [...(byWord.get(word) ?? []), { link, means, opensWithName: false }]);
  }
  return { byWord, byName };
}
