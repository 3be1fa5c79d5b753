// How often, in words: "hourly", "once a day", "three times an hour".
import type { Token } from "../../../1-read/tokens.ts";
import type { Time } from "./times.ts";

const ADVERBS: ReadonlyMap<string, readonly [seconds: number, text: string]> = new Map([
  ["hourly", [3_600, "hour"]],
  ["daily", [86_400, "day"]],
  ["weekly", [604_800, "week"]],
]);
const COUNTS: ReadonlyMap<string, number> = new Map(
  "once twice three four five six".split(" ").map((word, i): [string, number] => [word, i + 1]),
);
const UNITS: ReadonlyMap<string, number> = new Map([
  ["minute", 60],
  ["hour", 3_600],
  ["day", 86_400],
  ["week", 604_800],
]);

/** The time between one and the next, and the token behind the words. */
export function readFrequency(
  tokens: readonly Token[],
  at: number,
): { readonly time: Time; readonly next: number } | undefined {
  const word = lower(tokens[at]);
  const adverb = ADVERBS.get(word);
  if (adverb !== undefined)
    return { time: { from: adverb[0], to: adverb[0], text: adverb[1] }, next: at + 1 };
  const count = COUNTS.get(word) ?? (/^\d{1,2}$/.test(word) ? Number(word) : undefined);
  if (count === undefined || count === 0) return undefined;
  const times = lower(tokens[at + 1]) === "times" ? 1 : 0;
  // "Once" and "twice" alone are counts; the others need the word.
  if (times === (count <= 2 && COUNTS.has(word) ? 1 : 0)) return undefined;
  const per = at + 1 + times;
  const unit = ["a", "an", "per", "each", "every"].includes(lower(tokens[per]))
    ? UNITS.get(lower(tokens[per + 1]))
    : undefined;
  if (unit === undefined) return undefined;
  const seconds = unit / count;
  return { time: { from: seconds, to: seconds, text: inWords(seconds) }, next: per + 2 };
}

function inWords(seconds: number): string {
  const [name, unit] = [...UNITS].findLast(([, length]) => seconds % length === 0) ?? ["minute", 60];
  const count = Math.round((seconds / unit) * 10) / 10;
  return count === 1 ? name : `${count} ${name}s`;
}

function lower(token: Token | undefined): string {
  return token?.type === "word" ? token.text.toLowerCase() : "";
}
