// What the pure parts need of Node: hashing and a regular expression engine that never back-tracks.
import { hash } from "node:crypto";
import { createRequire } from "node:module";
import { lazyRegex, type Re2 } from "./re2.ts";

/** SHA-256 in hexadecimal. */
export function sha256(text: string): string {
  return hash("sha256", text);
}

/** The engine for patterns from sources. Throws on a pattern that RE2 doesn't read. */
export const regex = lazyRegex(() => createRequire(import.meta.url)("re2js") as Re2);

/** Why a pattern is refused; undefined when it can be used. */
export function regexProblem(pattern: string): string | undefined {
  try {
    regex(pattern);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
