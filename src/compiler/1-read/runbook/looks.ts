// Lines that say what to look for in what a command prints.
import type { Look } from "../../../policy/types.ts";

const OPENINGS: readonly (readonly [RegExp, Look["kind"]])[] = [
  [/^(?:look|watch) (?:out )?for\b[:\s]*/i, "look"],
  [/^(?:what|things) to (?:look|watch) (?:out )?for\b[:\s]*/i, "look"],
  [/^pay attention to\b[:\s]*/i, "look"],
  [
    /^(?:it is |it's )?(?:a )?(?:problem|bad|trouble|unhealthy|failure|wrong|not ok) (?:if|when)\b[:\s]*/i,
    "problem",
  ],
  [/^(?:healthy|good|ok|fine|done) (?:if|when)\b[:\s]*/i, "expected"],
  [/^(?:expected|healthy|good)(?: output| result| state| outcome| response)?\s*:\s*/i, "expected"],
  [/^expect(?: to see)?\b[:\s]*/i, "expected"],
  [
    /^(?:you|it|this|the (?:output|command|result)) should (?:show|see|say|print|return|contain|report|be)\b[:\s]*/i,
    "expected",
  ],
];

/** What a line says to look for; undefined for a line that says no such thing. Emphasis in front of it counts not. */
export function lookOf(text: string): Pick<Look, "kind" | "text"> | undefined {
  const plain = text.replace(/^[*_]{1,3}([^*_]{1,40})[*_]{1,3}/, "$1");
  for (const [opening, kind] of OPENINGS) {
    const found = opening.exec(plain)?.[0];
    if (found === undefined) continue;
    const rest = plain.slice(found.length).trim();
    return {
      kind,
      text: /^(?:you|it|this|the)\b/i.test(plain) || /^expect\s/i.test(plain) ? plain.trim() : rest,
    };
  }
  return undefined;
}

/** The kind of what a column of a table holds, by its heading. */
export function lookOfColumn(heading: string): Look["kind"] | undefined {
  const words = heading
    .toLowerCase()
    .replace(/[^a-z ]/g, "")
    .trim();
  if (/^(?:look for|watch for|what to look for)$/.test(words)) return "look";
  if (/^(?:problem if|bad if|unhealthy|bad)$/.test(words)) return "problem";
  if (/^(?:expected|expected (?:output|result|value)|healthy|good|should be)$/.test(words)) return "expected";
  return undefined;
}
