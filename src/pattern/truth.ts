// Logic with a third value for what can't be known from the text and the facts at hand.

export type Truth = true | false | "unknown";

/** True when all are; false as soon as one is. */
export function all(values: readonly Truth[]): Truth {
  if (values.includes(false)) return false;
  return values.includes("unknown") ? "unknown" : true;
}

/** True as soon as one is; false when all are. */
export function any(values: readonly Truth[]): Truth {
  if (values.includes(true)) return true;
  return values.includes("unknown") ? "unknown" : false;
}

/** The opposite; what is unknown stays so. */
export function not(value: Truth): Truth {
  return value === "unknown" ? value : !value;
}
