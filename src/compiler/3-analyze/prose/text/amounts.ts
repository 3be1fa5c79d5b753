// How much of something: a time, a share, an amount with its unit.
import type { ThresholdSaid } from "../values.ts";
import { boundedTime } from "./bounds.ts";
import type { Lexeme } from "./lexemes.ts";
import { simplest } from "./noun-phrases.ts";

const MARKS: readonly string[] = [">", "≥", "=", "<", "≤"];
const UNITS: ReadonlyMap<string, readonly [unit: string, factor: number]> = new Map([
  ["%", ["percent", 1]],
  ["percent", ["percent", 1]],
  ["ms", ["second", 0.001]],
  ["kb", ["byte", 1e3]],
  ["mb", ["byte", 1e6]],
  ["gb", ["byte", 1e9]],
  ["tb", ["byte", 1e12]],
  ["kib", ["byte", 1024]],
  ["mib", ["byte", 1024 ** 2]],
  ["gib", ["byte", 1024 ** 3]],
  ["tib", ["byte", 1024 ** 4]],
]);

/** The amount at a place, behind the words and marks that bound it. A time is in seconds. */
export function amountAt(
  lexemes: readonly Lexeme[],
  at: number,
):
  | { readonly amount: Omit<ThresholdSaid, "state">; readonly unit: string; readonly end: number }
  | undefined {
  let start = at;
  while (start - at < 2 && lexemes[start]?.type === "mark" && MARKS.includes(lexemes[start]?.text ?? ""))
    start++;
  const time = boundedTime(lexemes, start);
  if (time !== undefined) {
    const { from, to, text } = time.time;
    const amount = { from, to, text, bound: time.bound, about: time.about, unit: "second" };
    return { amount, unit: "second", end: time.end };
  }
  return countAt(lexemes, start);
}

function countAt(lexemes: readonly Lexeme[], at: number): ReturnType<typeof amountAt> {
  const written = /^(\d{1,12})(\p{L}{2,3})?$/u.exec(lexemes[at]?.text ?? "");
  if (written === null || lexemes[at]?.type !== "word") return undefined;
  let next = at + 1;
  let number = written[1] ?? "";
  // "0.5" is read as three.
  if (lexemes[next]?.text === "." && /^\d{1,6}$/.test(lexemes[next + 1]?.text ?? "")) {
    number = `${number}.${lexemes[next + 1]?.text}`;
    next += 2;
  }
  const lexeme = lexemes[next];
  const word = written[2] ?? (lexeme?.type === "word" || lexeme?.text === "%" ? lexeme.text : "");
  const raw = written[2] === undefined && lexeme?.type === "word" ? lexeme.raw : word;
  const isNoun = /^\p{L}{2,}$/u.test(word) || word === "%";
  const [unit, factor] = UNITS.get(word) ?? [isNoun ? simplest(word) : "", 1];
  const end = isNoun && written[2] === undefined ? next + 1 : next;
  const size = Number(number) * factor;
  const behind = word === "%" ? " %" : isNoun ? ` ${raw}` : "";
  const amount = { from: size, to: size, text: `${number}${behind}`, bound: undefined, about: false, unit };
  return { amount, unit, end };
}
