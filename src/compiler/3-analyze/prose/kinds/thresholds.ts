// Whether something can be so from two thresholds on.
import type { Kind } from "../claim.ts";
import type { ThresholdSaid } from "../values.ts";

/** How far a rough figure may be off, as a share of it. */
const ROUGH = 0.25;

export const THRESHOLD: Kind<ThresholdSaid> = {
  conflict: (one, other) => {
    if (one.unit !== other.unit) return undefined;
    return lies(one, other) || lies(other, one) ? undefined : {};
  },
  line: "what it says of when that is so",
  says: ({ state, text, about }, { name }) => {
    const figure = about ? `about ${text}` : text;
    return state === "above" || state === "below"
      ? `the bound of “${name}” is ${state} ${figure}`
      : `“${name}” counts as ${state} after ${figure}`;
  },
};

/** "5 to 10 minutes" and "10 minutes" can both be right. */
function lies(inner: ThresholdSaid, outer: ThresholdSaid): boolean {
  const slack = inner.about || outer.about ? ROUGH : 0;
  return inner.from >= outer.from * (1 - slack) && inner.to <= outer.to * (1 + slack);
}
