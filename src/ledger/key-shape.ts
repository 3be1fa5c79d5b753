// Finds what looks like a real key or password by its shape, where a name alone is not enough to say so.
import { KINDS } from "./mask.ts";

/** A value that stands for one: a hole, a variable, or a word that says what would stand there. */
const STANDS_FOR = /[<>${}…*]|^(?:pass(?:word)?|pw|secret|token|user|x+)$/i;

/** The first key in a line by its place and length; undefined where there is none. */
export function keyShape(line: string): { readonly at: number; readonly length: number } | undefined {
  const small = line.toLowerCase();
  for (const [cues, replacement] of KINDS) {
    if (!cues.some((cue) => small.includes(cue))) continue;
    const [pattern, by] = replacement();
    const isAddress = cues.includes("://");
    if (by !== "***" && !isAddress) continue;
    for (const match of line.matchAll(pattern)) {
      const before = isAddress ? (match[1] ?? "").length : 0;
      const value = match[0].slice(before);
      const isWord = !isAddress && !/\d/.test(value) && !value.startsWith("-----");
      if (value !== "" && !isWord && !STANDS_FOR.test(value))
        return { at: match.index + before, length: value.length };
    }
  }
  return undefined;
}
