// Settings of two policies: which way each has gone.
import type { Relation } from "./relation.ts";

/** The values of settings from the strictest on, where they have an order. */
const FROM_STRICTEST: Readonly<Record<string, readonly string[]>> = {
  opaque: ["ask", "allow"],
  fail: ["closed", "open"],
  mode: ["enforce", "observe"],
};
/** Numbers of which the smaller one is stricter: how long an approval lasts. */
const SMALLER: Readonly<Record<string, number>> = { approvalHours: 4 };
/** Numbers of which the smaller one is looser: what is forgotten, or counts no longer as running. */
const LARGER: Readonly<Record<string, number>> = { leaseHours: 4, keepDays: 90, keepRuns: 1000 };

/** How a setting stands to what it was; undefined is its default. One that nobody knows can't be compared. */
export function compareSetting(name: string, before: unknown, now: unknown): Relation {
  const order = FROM_STRICTEST[name];
  if (order !== undefined) {
    const [was, is] = [before ?? defaultOf(name), now ?? defaultOf(name)].map((v) =>
      order.indexOf(String(v)),
    );
    if (was === undefined || is === undefined || was < 0 || is < 0) return "not-comparable";
    return was === is ? "equal" : is < was ? "stricter" : "looser";
  }
  const fallback = SMALLER[name] ?? LARGER[name];
  if (fallback === undefined) return before === now ? "equal" : "not-comparable";
  const [was, is] = [Number(before ?? fallback), Number(now ?? fallback)];
  if (was === is) return "equal";
  if (!(name in SMALLER)) return is < was ? "looser" : name === "leaseHours" ? "stricter" : "not-comparable";
  return is < was ? "stricter" : "looser";
}

function defaultOf(name: string): string {
  return name === "opaque" ? "allow" : (FROM_STRICTEST[name]?.[0] ?? "");
}
