// Cuts texts into the terms that runbooks are searched by.

const COMMON: ReadonlySet<string> = new Set(
  (
    "a an and are as at be been but by can do does for from had has have how i if in into is it its me my of on or our s so t " +
    "that the their then there these they this to up was we were what when where which why will with you your"
  ).split(" "),
);

/** The terms of a text in lower case, in order: its words, and the parts of words such as `KubeNodeNotReady`. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const whole = word.toLowerCase();
    if (!COMMON.has(whole)) terms.push(whole);
    const parts = word
      .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
      .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
      .split(" ");
    if (parts.length > 1) terms.push(...parts.map((p) => p.toLowerCase()).filter((p) => !COMMON.has(p)));
  }
  return terms;
}

/** A text without case, quotation marks, backticks and doubled blanks, so that copies of it are the same. */
export function flat(text: string): string {
  return text
    .toLowerCase()
    .replace(/[`"'“”‘’]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Words of a text that are written like names: with digits, dashes, underscores, dots or capitals inside. */
export function identifiers(text: string): Set<string> {
  const words = text.split(/[^\p{L}\p{N}_.:/-]+/u).map((w) => w.replace(/^[.:/-]+|[.:/-]+$/g, ""));
  return new Set(
    words
      .filter((w) => w.length > 3 && (/[\p{L}\p{N}][_.:/-][\p{L}\p{N}]/u.test(w) || /\p{Ll}\p{Lu}/u.test(w)))
      .map((w) => w.toLowerCase()),
  );
}
