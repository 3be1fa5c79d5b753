// The engine for patterns from sources, as in the command line: RE2, which never back-tracks. Loaded where a pattern is met.
import { RE2JS } from "re2js";

Object.assign(globalThis, {
  bylawRegex: (pattern: string) => {
    const compiled = RE2JS.compile(pattern);
    return (text: string) => compiled.matcher(text).find();
  },
});
