// JSON from outside, bounded in depth and number before anything looks at it.
import { Problem } from "./problem.ts";

const MOST_DEPTH = 64;
const MOST_VALUES = 100_000;

/** Parses a text. Throws a problem for what is no JSON, or lies too deep. */
export function parseBounded(text: string): unknown {
  if (depthOf(text) > MOST_DEPTH) throw new Problem("too-deep", `the JSON lies deeper than ${MOST_DEPTH}`);
  try {
    return bounded(JSON.parse(text));
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem("not-json", "the body is not JSON");
  }
}

/** The value, where it is neither too deep nor too many, and no key of it reaches for a prototype. Throws a problem. */
export function bounded(value: unknown): unknown {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 1 }];
  let seen = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value: held, depth } = next;
    if (held === null || typeof held !== "object") continue;
    if (depth > MOST_DEPTH) throw new Problem("too-deep", `the JSON lies deeper than ${MOST_DEPTH}`);
    if (Object.hasOwn(held, "__proto__")) throw new Problem("invalid-request", 'unexpected key "__proto__"');
    for (const inner of Object.values(held)) {
      if (++seen > MOST_VALUES)
        throw new Problem("too-large", `the JSON has more than ${MOST_VALUES} values`);
      open.push({ value: inner, depth: depth + 1 });
    }
  }
  return value;
}

/** How deep brackets lie in each other, those in strings aside. */
function depthOf(text: string): number {
  let [depth, most, quoted] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (quoted && char === "\\") at++;
    else if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === "{" || char === "[") most = Math.max(most, ++depth);
    else if (char === "}" || char === "]") depth--;
  }
  return most;
}
