// Patterns of the shell that hold nothing but plain text, `*` and `?`.

const MAX_PATTERN = 64;
/** Longest text from which a match is removed: the search takes square time. */
const MAX_TEXT = 128;

/** True for a pattern that is read here: no quotes, no sets, no expansions. */
export function isSimplePattern(text: string): boolean {
  return (
    text.length <= MAX_PATTERN && text.split("*").length <= 3 && /^[^\\"'$`[\](){}!~<>|&;@+\s]*$/.test(text)
  );
}

/** Whether a pattern matches all of a text. Takes time with the product of their lengths at most. */
export function matchesPattern(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let mark = 0;
  while (t < text.length) {
    const char = pattern[p];
    if (char === "*") {
      star = p;
      mark = t;
      p += 1;
    } else if (char !== undefined && (char === "?" || char === text[t])) {
      p += 1;
      t += 1;
    } else if (star >= 0) {
      p = star + 1;
      mark += 1;
      t = mark;
    } else return false;
  }
  while (pattern[p] === "*") p += 1;
  return p === pattern.length;
}

/** A value without the start or the end that a pattern matches; undefined where that is not worked out. */
export function removeMatch(value: string, operator: string, pattern: string): string | undefined {
  if (!isSimplePattern(pattern) || value.length > MAX_TEXT) return undefined;
  const cuts = Array.from({ length: value.length + 1 }, (_, index) => index);
  // The longest start and the shortest end come last.
  if (operator === "##" || operator === "%") cuts.reverse();
  for (const cut of cuts) {
    const front = operator.startsWith("#");
    const part = front ? value.slice(0, cut) : value.slice(cut);
    if (matchesPattern(pattern, part)) return front ? value.slice(cut) : value.slice(0, cut);
  }
  return value;
}
