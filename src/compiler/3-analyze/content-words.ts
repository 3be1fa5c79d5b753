// The words of a text that carry its meaning, so that two ways of saying one thing can be held against each other.

const COMMON: ReadonlySet<string> = new Set(
  (
    "a about after all also an and any are as at be because been before but by can cannot could did do does doesn don each " +
    "for from get gets had has have here how i if in into is isn it its more most must no nor not of on once one only or " +
    "other our out over same should since so some still such than that the their them then there these they this those to " +
    "too under until up very was were what when where whether which while who why will with won would you your s t re"
  ).split(" "),
);

/** The stems of a text's words without the common ones. Endings are cut, so that "waits" and "waiting" are one. */
export function contentWords(text: string): Set<string> {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return new Set(words.filter((w) => w.length > 1 && !COMMON.has(w)).map(stem));
}

function stem(word: string): string {
  const bare = word.replace(/(?:ing|ed|es|s|ly|e)$/, "");
  return (bare.length < 3 ? word : bare).slice(0, 8);
}

/** What stands in backticks. */
export function codeSpans(text: string): string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? "");
}

/** Whether a text speaks of what some words name: of at least half of them, and of two where there are more than two. */
export function speaksOf(words: ReadonlySet<string>, text: ReadonlySet<string>): boolean {
  const shared = [...words].filter((w) => text.has(w)).length;
  return shared * 2 >= words.size && shared >= Math.min(2, Math.ceil(words.size / 2));
}
