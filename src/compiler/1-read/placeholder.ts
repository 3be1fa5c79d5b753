// Names in angle brackets that stand in a command for a value to be filled in: `<promotion-id>`, `<pod name>`.

/** One or several words in brackets, none of them at a blank: `sort <in >out` holds none. */
const PLACEHOLDER = /(?<![<\w])<([A-Za-z][\w.:/-]{0,63}(?: [\w.:/-]{1,63}){0,5})>(?!>)/g;

/** The placeholders of a text, each once, in the order in which they stand there. */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ""))];
}

/** A text in which placeholders are plain words, of the same length. */
export function withoutPlaceholders(text: string): string {
  return text.includes("<") ? text.replace(PLACEHOLDER, (all) => "_".repeat(all.length)) : text;
}
