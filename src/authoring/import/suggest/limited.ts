// Suggestions for so many texts and no more: finding one takes a millisecond or two, and a document may have any number.
import type { IsKnown } from "../plausible.ts";
import { suggest, type Under } from "./suggest.ts";
import type { Suggestion } from "./suggestion.ts";

/** The rules that a text nearly is. */
export type Suggest = (text: string, under?: Under) => Suggestion[];

/** Texts that are looked at: more than any instructions have that somebody reads. */
export const MOST_TEXTS = 3_000;

/** Looks at the first texts that it is given. `onMore` is called once, at the first one that isn't looked at. */
export function limitedSuggest(isKnown: IsKnown, onMore: () => void): Suggest {
  let looked = 0;
  return (text, under) => {
    if (looked++ < MOST_TEXTS) return suggest(text, isKnown, under);
    if (looked === MOST_TEXTS + 1) onMore();
    return [];
  };
}
