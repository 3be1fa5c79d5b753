// Times as people write them: "1.5–2 hours", "90min", "an hour and a half", "between 10 and 30 minutes".
import type { Token } from "../../../1-read/tokens.ts";

/** A time in seconds, from the shortest to the longest, as it is written. */
export interface Time {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const UNITS: ReadonlyMap<string, number> = new Map(
  (
    [
      [1, "s sec secs second seconds"],
      [60, "min mins minute minutes minute's minutes'"],
      [3_600, "h hr hrs hour hours hour's hours'"],
      [86_400, "d day days day's days'"],
      [604_800, "wk wks week weeks week's weeks'"],
    ] as const
  ).flatMap(([seconds, words]) => words.split(" ").map((word): [string, number] => [word, seconds])),
);

const NUMBERS: ReadonlyMap<string, number> = new Map(
  (
    "one 1,two 2,three 3,four 4,five 5,six 6,seven 7,eight 8,nine 9,ten 10,eleven 11,twelve 12,fifteen 15,sixteen 16," +
    "eighteen 18,twenty 20,twenty-four 24,twenty-five 25,thirty 30,forty 40,forty-five 45,fifty 50,sixty 60," +
    "seventy-two 72,ninety 90"
  )
    .split(",")
    .map((entry): [string, number] => {
      const [word = "", value] = entry.split(" ");
      return [word, Number(value)];
    }),
);

const CHUNK =
  /^(\d{1,6}(?:\.\d{1,3})?)([a-z]{1,7})?(?:[-–—](\d{1,6}(?:\.\d{1,3})?)([a-z]{1,7})?)?(?:-([a-z]{1,7}))?$/;
const GLUED = /^(\d{1,4})(d|h)(\d{1,2})(h|m|min)?$/;
const RANGE_WORDS: readonly string[] = ["to", "or", "–", "—", "-"];
/** How many tokens may be glued to one number. */
const MOST_GLUED = 8;

/** A number or a range of them, with its unit where that follows. */
interface Quantity {
  readonly from: number;
  readonly to: number;
  readonly unit: number | undefined;
  readonly next: number;
}

/** The time that opens at a token, and the token behind it. */
export function readTime(
  tokens: readonly Token[],
  at: number,
): { readonly time: Time; readonly next: number } | undefined {
  const word = lower(tokens[at]);
  const between = word === "between" || word === "from";
  const first = quantity(tokens, between ? at + 1 : at);
  if (first === undefined) return undefined;
  const found = range(tokens, first, between) ?? single(tokens, first);
  if (found === undefined || (between && found.from === found.to)) return undefined;
  const text = written(tokens.slice(at, found.next));
  return found.to < found.from ? undefined : { time: { ...found, text }, next: found.next };
}

type Found = Pick<Time, "from" | "to"> & { readonly next: number };

/** "10 to 30 minutes", "30 minutes to 2 hours". */
function range(tokens: readonly Token[], first: Quantity, between: boolean): Found | undefined {
  const join = lower(tokens[first.next]);
  if (!RANGE_WORDS.includes(join) && !(between && join === "and")) return undefined;
  const second = quantity(tokens, first.next + 1);
  if (second?.unit === undefined || first.from !== first.to) return undefined;
  const unit = first.unit ?? second.unit;
  return { from: first.from * unit, to: second.to * second.unit, next: second.next };
}

/** "2 hours", "1 hour 30 minutes", "an hour and a half". */
function single(tokens: readonly Token[], { from, to, unit, next }: Quantity): Found | undefined {
  if (unit === undefined) return undefined;
  const and = lower(tokens[next]) === "and" ? 1 : 0;
  if (and === 1 && isHalf(tokens, next + 1))
    return { from: (from + 0.5) * unit, to: (to + 0.5) * unit, next: next + 3 };
  const rest = quantity(tokens, next + and);
  if (rest?.unit !== undefined && rest.unit < unit && rest.from === rest.to && from === to) {
    const seconds = from * unit + rest.from * rest.unit;
    return { from: seconds, to: seconds, next: rest.next };
  }
  return { from: from * unit, to: to * unit, next };
}

function quantity(tokens: readonly Token[], at: number): Quantity | undefined {
  return inDigits(tokens, at) ?? inWords(tokens, at) ?? afterEvery(tokens, at);
}

/** "Every hour" has no number. */
function afterEvery(tokens: readonly Token[], at: number): Quantity | undefined {
  if (!["every", "each"].includes(lower(tokens[at - 1]))) return undefined;
  const name = lower(tokens[at]);
  const unit = /^(?:minute|hour|day|week)$/.test(name) ? unitOf(name) : undefined;
  return unit === undefined ? undefined : { from: 1, to: 1, unit, next: at + 1 };
}

function inDigits(tokens: readonly Token[], at: number): Quantity | undefined {
  if (tokens[at]?.type !== "word" || !/^\d/.test(tokens[at].text)) return undefined;
  const { text, next } = glued(tokens, at);
  const short = GLUED.exec(text);
  if (short !== null) {
    const [, big, unit, small, second] = short;
    const days = unit === "d";
    if (days && second !== "h") return undefined;
    const seconds = Number(big) * (days ? 86_400 : 3_600) + Number(small) * (days ? 3_600 : 60);
    return { from: seconds, to: seconds, unit: 1, next };
  }
  const match = CHUNK.exec(text);
  if (match === null) return undefined;
  const [, low, lowUnit, high, highUnit, adjective] = match;
  const from = Number(low);
  const to = high === undefined ? from : Number(high);
  const name = highUnit ?? adjective ?? lowUnit;
  if (name === undefined) return withUnit(tokens, { from, to, unit: undefined, next });
  const unit = unitOf(name);
  if (unit === undefined) return undefined;
  const scale = lowUnit === undefined || high === undefined ? 1 : (unitOf(lowUnit) ?? unit) / unit;
  return { from: from * scale, to, unit, next };
}

/** Digits and what stands right behind them without a blank: "1.5", "10–30", "2h". */
function glued(tokens: readonly Token[], at: number): { readonly text: string; readonly next: number } {
  let next = at + 1;
  let text = tokens[at]?.text ?? "";
  while (next - at < MOST_GLUED && isGlued(tokens[next - 1], tokens[next]))
    text += tokens[next++]?.text ?? "";
  while (/[.–—-]$/.test(text) && next > at + 1) text = text.slice(0, -(tokens[--next]?.text.length ?? 1));
  return { text: text.toLowerCase(), next };
}

function isGlued(before: Token | undefined, token: Token | undefined): boolean {
  if (before === undefined || token === undefined || token.type === "code" || token.type === "other")
    return false;
  const touches =
    before.source.endLine === token.source.line && before.source.endColumn === token.source.column;
  return touches && (token.type === "word" || [".", "–", "—"].includes(token.text));
}

function withUnit(tokens: readonly Token[], found: Quantity): Quantity {
  if (isHalfMore(tokens, found.next)) {
    const more = { ...found, from: found.from + 0.5, to: found.to + 0.5, next: found.next + 3 };
    return withUnit(tokens, more);
  }
  const unit = unitOf(lower(tokens[found.next]));
  return unit === undefined ? found : { ...found, unit, next: found.next + 1 };
}

/** "an hour", "half a day", "three quarters of an hour", "two and a half hours". */
function inWords(tokens: readonly Token[], at: number): Quantity | undefined {
  const word = lower(tokens[at]);
  const one = (value: number, next: number): Quantity | undefined => {
    const name = lower(tokens[next]);
    const unit = name.length > 1 ? unitOf(name) : undefined;
    // "A second" is more often the one behind the first.
    return unit === undefined || unit === 1 ? undefined : { from: value, to: value, unit, next: next + 1 };
  };
  if (word === "half") return one(0.5, at + (isArticle(tokens[at + 1]) ? 2 : 1));
  if (word === "half-hour") return { from: 0.5, to: 0.5, unit: 3_600, next: at + 1 };
  const quarters = isArticle(tokens[at]) ? 1 : NUMBERS.get(word);
  if (quarters !== undefined && /^quarters?$/.test(lower(tokens[at + 1])) && lower(tokens[at + 2]) === "of")
    return one(quarters / 4, at + (isArticle(tokens[at + 3]) ? 4 : 3));
  if (isArticle(tokens[at])) return lower(tokens[at + 1]) === "half" ? one(0.5, at + 2) : one(1, at + 1);
  const value = NUMBERS.get(word);
  if (value === undefined) return undefined;
  return withUnit(tokens, { from: value, to: value, unit: undefined, next: at + 1 });
}

function isArticle(token: Token | undefined): boolean {
  return lower(token) === "a" || lower(token) === "an";
}

function isHalf(tokens: readonly Token[], at: number): boolean {
  return isArticle(tokens[at]) && lower(tokens[at + 1]) === "half";
}

function isHalfMore(tokens: readonly Token[], at: number): boolean {
  return lower(tokens[at]) === "and" && isHalf(tokens, at + 1);
}

function unitOf(word: string): number | undefined {
  return UNITS.get(word);
}

function lower(token: Token | undefined): string {
  return token?.type === "word" || token?.type === "mark" ? token.text.toLowerCase() : "";
}

/** Tokens as they stand in the source, a blank where there is a gap. */
export function written(tokens: readonly Token[]): string {
  let text = "";
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    const touches =
      before?.source.endLine === token.source.line && before.source.endColumn === token.source.column;
    text += `${i === 0 || touches ? "" : " "}${token.type === "code" ? `\`${token.text}\`` : token.text}`;
  }
  return text;
}
