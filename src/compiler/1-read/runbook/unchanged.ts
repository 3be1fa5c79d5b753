// Sentences that say that nothing in a section changes anything.

const CLAIMS: readonly RegExp[] = [
  /^(?:(?:this|these|it|they|all of (?:these|it|them)|everything (?:here|below))\s+)?(?:commands?\s+|checks?\s+|steps?\s+|section\s+)?changes?\s+nothing$/i,
  /^none of (?:these|them|the)(?: commands?| checks?| steps?)?(?: here| below| above)? changes? anything$/i,
  /^nothing (?:here|below|above|in this section) changes anything$/i,
  /^(?:these|all|all of these|the)(?: commands?| checks?| steps?)?(?: here| below| above)? (?:are|is) (?:all )?read[- ]only$/i,
  /^read[- ]only$/i,
];

/** True where one of a paragraph's sentences says so. */
export function saysUnchanged(text: string): boolean {
  return (
    text.length < 2_000 &&
    text.split(/[.!?:;]/).some((s) => CLAIMS.some((claim) => claim.test(s.replace(/[*_]/g, "").trim())))
  );
}
