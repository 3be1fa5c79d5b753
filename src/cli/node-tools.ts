// What the pure parts need of Node: hashing and a regular expression engine that never back-tracks.
import { hash } from "node:crypto";
import { createRequire } from "node:module";
import type { RegexEngine } from "../pattern/compare.ts";

/** SHA-256 in hexadecimal. */
export function sha256(text: string): string {
  return hash("sha256", text);
}

interface Re2 {
  readonly RE2JS: { compile(pattern: string): { matcher(text: string): { find(): boolean } } };
}

let engine: Re2 | undefined;

/** Compiles a pattern with RE2, which is loaded at its first use. Throws on a pattern that RE2 doesn't read. */
export const regex: RegexEngine = (pattern) => {
  engine ??= createRequire(import.meta.url)("re2js") as Re2;
  const compiled = engine.RE2JS.compile(pattern);
  return (text) => compiled.matcher(text).find();
};

/** Why a pattern is refused; undefined when it can be used. */
export function regexProblem(pattern: string): string | undefined {
  try {
    regex(pattern);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
