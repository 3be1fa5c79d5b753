// The time in UTC as text. A `Date` would do, but its first use loads tables of time zones: as much as writing a line takes.

const DAY = 86_400_000;
/** Days of four hundred years, after which the calendar repeats. */
const ERA = 146_097;
/** Days from 1 March of year 0 to 1 January 1970. */
const TO_1970 = 719_468;

/** An instant, in milliseconds since 1970 and before the year 10000, as `2026-01-31T12:00:00.000Z`. */
export function utcTime(ms: number): string {
  const day = Math.floor(ms / DAY);
  const rest = ms - day * DAY;
  const [hours, minutes, seconds] = [3_600_000, 60_000, 1_000].map((unit, at) =>
    padded(Math.floor(rest / unit) % (at === 0 ? 24 : 60), 2),
  );
  return `${utcDay(ms)}T${hours}:${minutes}:${seconds}.${padded(rest % 1_000, 3)}Z`;
}

/** The day of an instant, `2026-01-31`. Years begin in March here, so that a leap day is the last of its year. */
export function utcDay(ms: number): string {
  const days = Math.floor(ms / DAY) + TO_1970;
  const era = Math.floor(days / ERA);
  const inEra = days - era * ERA;
  const year = Math.floor(
    (inEra - Math.floor(inEra / 1_460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * inYear + 2) / 153);
  const dayOfMonth = inYear - Math.floor((153 * month + 2) / 5) + 1;
  const january = month >= 10;
  return [
    padded(era * 400 + year + (january ? 1 : 0), 4),
    padded(january ? month - 9 : month + 3, 2),
    padded(dayOfMonth, 2),
  ].join("-");
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, "0");
}
