// Words by what they are in a sentence, whatever it says.

/** A set of words that stand in a text with blanks between them. */
export function wordSet(...texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.split(" ")));
}

/** Phrases that stand in a text with commas between them. */
export function phrases(...texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.split(",").map((phrase) => phrase.trim()));
}

/** Words that may stand between the parts of a form without changing what it says. */
export const FILLERS = wordSet(
  "usually typically normally generally often mostly commonly ordinarily regularly always still",
  "currently now then therefore thus hence however also just first itself alone already only simply",
  "automatically immediately directly can may might could will should must shall does be next finally",
  "another altogether successfully fully certainly naturally probably quickly safely straight again",
  "well",
);

/** Phrases that say nothing of when or how long; they are taken out of a sentence before it is read. */
export const SET_PHRASES: readonly string[] = phrases(
  "as a rule, on average, in general, in practice, in most cases, in the normal case, in total",
  "in all, all in all, all told, at present, at the moment, for now, most of the time",
  "more often than not, as usual, of course, in turn, by design, in fact, by now, in our experience",
  "in that order, by itself, on its own, on its part",
);

/** Words in front of a name that only say what it is. */
export const DETERMINERS = wordSet(
  "two three four five six seven eight nine ten the a an this that typical normal usual ordinary",
  "average single plain regular own these those each every our its your both all of async asynchronous",
  "whole entire full nightly",
);
export const NOUNS = wordSet(
  "task tasks job jobs step steps stage stages phase phases wait waits gate gates check checks",
  "checkpoint test tests command commands tool script workflow playbook decision outcome fact operation",
  "action activity item process procedure table list run status state progress",
);

/** Participles that don't end in "ed". */
export const DONE = wordSet(
  "done sent built made written shown taken given seen put drawn found met run through read paid bought",
  "sold laid hung frozen",
);
/** Participles of what has only begun, or gone wrong, or not been done. */
export const UNDONE = wordSet(
  "failed cancelled canceled delayed rejected blocked started triggered launched skipped interrupted",
  "aborted stopped killed needed required used called postponed planned scheduled expected missed",
  "refused denied revoked suspended queued paused requested begun overdue retried timed halted",
  "deprecated removed disabled exhausted stalled red waived allowed supposed based",
);
