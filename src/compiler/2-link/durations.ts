// Times in words: "2–4 hours", "10 seconds".
import type { Duration } from "../../policy/types.ts";

const SECONDS: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  min: 60,
  hour: 3_600,
  day: 86_400,
  week: 604_800,
};
const UNIT = "(second|minute|min|hour|day|week)s?";
const RANGE = new RegExp(`^(\\d{1,6})(?: ?(?:–|—|-|to) ?(\\d{1,6}))? ?${UNIT}$`);

/** A time or a range of times in seconds; undefined for anything else, and where the range runs backwards. */
export function readDuration(text: string): Duration | undefined {
  const match = RANGE.exec(plain(text));
  const unit = SECONDS[match?.[3] ?? ""];
  if (match === null || unit === undefined) return undefined;
  const from = Number(match[1]) * unit;
  const to = match[2] === undefined ? from : Number(match[2]) * unit;
  return to < from ? undefined : { from, to };
}

function plain(text: string): string {
  return text
    .trim()
    .replace(/^(?:about|up to) /, "")
    .replace(/\.$/, "")
    .replace(/\s+/g, " ");
}
