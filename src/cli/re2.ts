// The regular expression engine of RE2, which never back-tracks, however it is loaded.
import type { RegexEngine } from "../pattern/compare.ts";

/** What is used of the package `re2js`. */
export interface Re2 {
  readonly RE2JS: { compile(pattern: string): { matcher(text: string): { find(): boolean } } };
}

/** An engine that loads RE2 at its first use: it is heavy, and few policies need it. */
export function lazyRegex(load: () => Re2): RegexEngine {
  let loaded: Re2 | undefined;
  return (pattern) => {
    loaded ??= load();
    const compiled = loaded.RE2JS.compile(pattern);
    return (text) => compiled.matcher(text).find();
  };
}
