// Whether something can be so from two thresholds on.
import type { Kind } from "../claim.ts";
import type { ThresholdSaid } from "../values.ts";
import { within } from "./figures.ts";

export const THRESHOLD: Kind<ThresholdSaid> = {
  conflict: (one, other) => {
    if (one.unit !== other.unit) return undefined;
    return within(one, other) || within(other, one) ? undefined : {};
  },
  line: "what it says of when that is so",
  says: ({ state, text, about }, { name }) => {
    const figure = about ? `about ${text}` : text;
    return state === "above" || state === "below"
      ? `the bound of “${name}” is ${state} ${figure}`
      : `“${name}” counts as ${state} after ${figure}`;
  },
};
