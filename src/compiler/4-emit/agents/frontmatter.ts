// Frontmatter as hosts read it: one line a key, and every text that people wrote in quotes.
import type { GlobForm, Pairs } from "./targets/target.ts";

/** The lines between the dashes, with the dashes; nothing where there are no keys. */
export function frontmatter(pairs: Pairs): string {
  if (pairs.length === 0) return "";
  return `---\n${pairs.map(([key, value]) => `${key}:${value.startsWith("\n") ? "" : " "}${value}\n`).join("")}---\n\n`;
}

/** A text in double quotes: JSON's escapes are YAML's. Characters outside ASCII stay as they are. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** Globs as a value. Where commas part them, a comma inside one is written as the `?` that stands for any character. */
export function globValue(globs: readonly string[], form: GlobForm): string {
  const commas = (): string => globs.map((glob) => glob.replaceAll(",", "?")).join(",");
  switch (form) {
    case "list":
      return `\n${globs.map((glob) => `  - ${quoted(glob)}`).join("\n")}`;
    case "one-or-list":
      return globs.length === 1 ? quoted(globs[0] ?? "") : globValue(globs, "list");
    case "commas":
      return quoted(commas());
    case "bare-commas":
      return commas();
  }
}
