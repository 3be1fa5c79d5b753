// Every kind of claim, with how its claims are compared and worded.
import type { ClaimKind, ClaimOf, Kind, Values } from "../claim.ts";
import { FOLLOWERS, ORDER } from "./order.ts";
import { countKind, DAYS_BEFORE, ENDING, FAILURE, MESSAGE } from "./others.ts";
import { OUTCOME } from "./outcome.ts";
import { OPTION, PLACE } from "./places.ts";
import { SECTIONS } from "./sections.ts";
import { THRESHOLD } from "./thresholds.ts";
import { timeKind } from "./times.ts";

export const KINDS: { readonly [K in ClaimKind]: Kind<Values[K]> } = {
  duration: timeKind("takes", "Takes"),
  interval: timeKind("is looked at every", "Check every"),
  limit: timeKind("has failed after", "Fails after"),
  retries: countKind(
    "Retry",
    (count, name) => `${name} is tried again ${count === 1 ? "once" : `${count} times`}`,
  ),
  order: ORDER,
  followers: FOLLOWERS,
  "days before": DAYS_BEFORE,
  failure: FAILURE,
  outcome: OUTCOME,
  message: MESSAGE,
  ending: ENDING,
  "exit status": countKind("Exit status", (status, name) => `${name} exits with ${status}`),
  threshold: THRESHOLD,
  place: PLACE,
  sections: SECTIONS,
  option: OPTION,
};

/** A claim as a sentence without its full stop. */
export function inWords<K extends ClaimKind>(claim: ClaimOf<K>): string {
  const kind: Kind<Values[K]> = KINDS[claim.kind];
  return kind.says(claim.value, claim.subject);
}
