// Whether two times can both be right.
import type { Kind } from "../claim.ts";
import type { TimeSaid } from "../values.ts";
import { ROUGH, within } from "./figures.ts";

/** A kind whose claims read "`x` takes 2 hours". */
export function timeKind(verb: string, line: string): Kind<TimeSaid> {
  return {
    conflict: (one, other) => (agree(one, other) ? undefined : {}),
    line: `the line \`${line}\``,
    says: (value, subject) => `\`${subject.name}\` ${verb} ${inWords(value)}`,
  };
}

/** Two figures fit when one lies within the other; a bound, when the other doesn't cross it. */
function agree(one: TimeSaid, other: TimeSaid): boolean {
  if (one.bound === other.bound) {
    if (one.bound !== undefined) return one.bound === "most" ? one.to === other.to : one.from === other.from;
    return within(one, other) || within(other, one);
  }
  const [bound, figure] = one.bound === undefined ? [other, one] : [one, other];
  const slack = figure.about || bound.about ? 1 + ROUGH : 1;
  // What is so as a rule may be otherwise at times; it is wrong where it never is so.
  if (bound.usual === true && figure.bound === undefined)
    return bound.bound === "most" ? figure.from <= bound.to * slack : figure.to * slack >= bound.from;
  if (figure.bound !== undefined) {
    const [most, least] = bound.bound === "most" ? [bound, figure] : [figure, bound];
    return least.from <= most.to * slack;
  }
  return bound.bound === "most" ? figure.to <= bound.to * slack : figure.from * slack >= bound.from;
}

function inWords({ text, bound, about }: TimeSaid): string {
  // "A 10-minute job" takes 10 minutes.
  const plain = text.replace(/-(second|minute|hour|day|week)$/, " $1s");
  const rough = about ? `about ${plain}` : plain;
  return bound === undefined ? rough : `${bound === "most" ? "at most" : "at least"} ${plain}`;
}
