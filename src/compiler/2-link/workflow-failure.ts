// What is done when a task fails: how often it is tried again, whom to tell, and whether to stop.
import type { Task } from "../../policy/types.ts";
import type { DefinitionLabel } from "../1-read/document.ts";
import { readDuration } from "./durations.ts";

const NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A text with the small numbers that it has in words as digits: "two days" is "2 days", "an hour" is "1 hour". */
export function inDigits(text: string): string {
  return text.replace(/\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten)\b/gi, (word) => {
    const at = NUMBERS.indexOf(word.toLowerCase());
    return String(at < 0 ? 1 : at + 1);
  });
}

/** "up to 3 times after 1, 2 and 4 minutes on `cause` or `cause`"; undefined for anything else. */
export function readRetry({ text, tokens, source }: DefinitionLabel): Task["retries"][number] | undefined {
  const [before = "", ...behind] = text.split("`");
  const causes = behind.filter((_, i) => i % 2 === 1).join(" ");
  if (!/^[ ,.]*(?:(?:and|or)[ ,.]*)*$/.test(causes.replace(/\b(?:and|or)\b/g, ""))) return undefined;
  const words = inDigits(before.trim().replace(/[.]$/, ""))
    .replace(/^once\b/, "1 time")
    .replace(/^twice\b/, "2 times");
  const match =
    /^(?:up to )?(\d{1,3}) times?(?:,? (after|every) ([^a-z]{1,40}[a-z][\w, ]{0,120}?))?(?:,? on)?[ ,]*$/.exec(
      words,
    );
  const times = Number(match?.[1] ?? 0);
  const on = tokens.filter((t) => t.type === "code").map((t) => t.text);
  if (match === null || times < 1 || /,? on[ ,]*$/.test(words) !== on.length > 0) return undefined;
  const after = match[3] === undefined ? [] : readWaits(match[3]);
  return after === undefined ? undefined : { times, after, on, source };
}

/** "1, 2 and 4 minutes", "30 seconds, 1 minute and 5 minutes": in seconds. A number without a unit has the next one's. */
function readWaits(text: string): number[] | undefined {
  const pieces = text.split(/,? and |, ?/).map((piece) => piece.trim());
  const waits: number[] = [];
  let unit = "";
  for (const piece of pieces.reverse()) {
    unit = /[a-z]+$/.exec(piece)?.[0] ?? unit;
    const duration = readDuration(/[a-z]$/.test(piece) ? piece : `${piece} ${unit}`);
    if (duration === undefined || duration.from !== duration.to) return undefined;
    waits.unshift(duration.from);
  }
  return waits;
}

/** "set `fact` to `value`, tell `name` and `name`, stop"; what isn't of these is kept as text. */
export function readFailure({ text, tokens }: DefinitionLabel): NonNullable<Task["onFailure"]> {
  const set = tokens.flatMap((t, i) => {
    const [fact, to, value] = tokens.slice(i + 1, i + 4);
    const isSet = t.text === "set" && fact?.type === "code" && to?.text === "to" && value?.type === "code";
    return isSet ? [{ fact: fact.text, value: value.text }] : [];
  });
  const tell: string[] = [];
  let telling = false;
  for (const token of tokens) {
    if (token.type === "code" && telling) tell.push(token.text);
    else telling = isTelling(token.text) || (telling && [",", "and"].includes(token.text));
  }
  const stop = tokens.some((t, i) => {
    const said = t.type === "word" && /^stops?$/i.test(t.text);
    return (
      said &&
      !tokens.slice(Math.max(0, i - 2), i).some((b) => /^(?:not|don['’]t|never|without|no)$/i.test(b.text))
    );
  });
  return { text: text.replace(/^[,;: ]+/, ""), set, tell, stop };
}

function isTelling(word: string): boolean {
  return ["tell", "tells", "notify", "notifies"].includes(word.toLowerCase());
}
