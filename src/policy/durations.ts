// Durations in words.
import type { Duration } from "./types.ts";

const UNITS: readonly (readonly [number, string])[] = [
  [86_400, "day"],
  [3_600, "hour"],
  [60, "minute"],
  [1, "second"],
];

/** "10–15 minutes", "90 seconds". */
export function durationText({ from, to }: Duration): string {
  const [size, unit] = UNITS.find(([s]) => from % s === 0 && to % s === 0 && to > 0) ?? [1, "second"];
  const range = from === to ? `${to / size}` : `${from / size}–${to / size}`;
  return `${range} ${unit}${to === size ? "" : "s"}`;
}
