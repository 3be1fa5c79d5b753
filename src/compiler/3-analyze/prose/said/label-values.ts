// What stands behind a label, in a cell, or in the items below it, as claims about the label's subject.
import type { Source } from "../../../../policy/types.ts";
import type { Claim } from "../claim.ts";
import { boundedTime } from "../text/bounds.ts";
import type { Key } from "../text/label-keys.ts";
import type { Lexeme } from "../text/lexemes.ts";
import { wordSet } from "../text/words.ts";
import type { Thing } from "../things.ts";
import { claim, type Reading, thing } from "./reading.ts";
import { standsAlone, timeSaid } from "./times.ts";

/** Claims of a label about its subject. `rest` is all that stands behind it, the items below included. */
export function labelled(
  key: Key,
  subject: Thing,
  rest: readonly Lexeme[],
  at: Source,
  reading: Reading,
): Claim[] {
  switch (key.kind) {
    case "duration":
    case "interval":
    case "limit":
      return time(key.kind, key, subject, rest, at, reading);
    case "needs":
      return needs(subject, rest, at, reading);
    case "next":
      return next(subject, rest, at, reading);
    case "followers":
      return followers(subject, rest, at, reading);
    case "failure":
      return failure(subject, rest, at, reading);
    case "message":
      return message(subject, rest, reading);
    case "retries":
    case "exit": {
      const [first] = rest;
      const count = first !== undefined && /^\d{1,3}$/.test(first.text) ? Number(first.text) : undefined;
      if (count === undefined || (key.kind === "exit" && subject.definition?.kind !== "Outcome")) return [];
      return [claim(key.kind === "exit" ? "exit status" : "retries", subject, count, at, reading)];
    }
  }
}

function time(
  kind: "duration" | "interval" | "limit",
  { bound }: Key,
  subject: Thing,
  rest: readonly Lexeme[],
  at: Source,
  reading: Reading,
): Claim[] {
  let start = 0;
  while (start < 3 && rest[start]?.type === "word" && LEADING.has(rest[start]?.text ?? "")) start++;
  const found = boundedTime(rest, start);
  if (found === undefined || !standsAlone({ lexemes: rest }, found.end)) return [];
  const said = timeSaid(found);
  return [claim(kind, subject, { ...said, bound: said.bound ?? bound }, at, reading)];
}

const LEADING = wordSet("usually typically normally takes every each it of is after");

/** Words that may stand beside the names of a list of prerequisites without being one more of them. */
const BESIDE: ReadonlySet<string> = new Set(
  (
    "and or , . ; : / & + • * both all the a task tasks gate gates wait waits step steps job jobs check checks of is are has have " +
    "been must be done finished complete completed passed successful successfully succeeded over first before it this can may " +
    "start starts pass passes with to for that only only"
  ).split(" "),
);
const NONE: readonly string[] = ["none", "nothing", "no", "-", "–", "—", "n/a", "na"];

function needs(subject: Thing, rest: readonly Lexeme[], at: Source, reading: Reading): Claim[] {
  if (subject.playbook === undefined) return [];
  const [first, second] = rest;
  const none = first !== undefined && NONE.includes(first.text);
  if (none && (second === undefined || second.type === "mark"))
    return [claim("order", subject, { how: "all", parts: [] }, at, reading)];
  if (none) return [];
  const named = names(rest, reading);
  const parts = named.filter(
    (t) => t.playbook !== undefined && t.playbook === subject.playbook && t.key !== subject.key,
  );
  if (parts.length === 0) return [];
  const whole =
    parts.length === named.length &&
    rest.every((l) => l.type === "code" || BESIDE.has(l.text) || (l.type === "word" && /^\d$/.test(l.text)));
  return [claim("order", subject, { how: whole ? "all" : "later", parts }, at, reading)];
}

function next(subject: Thing, rest: readonly Lexeme[], at: Source, reading: Reading): Claim[] {
  if (subject.playbook === undefined || rest.some((l) => l.type === "word" && SETBACKS.has(l.text)))
    return [];
  return names(rest, reading)
    .filter((t) => t.playbook !== undefined && t.playbook === subject.playbook && t.key !== subject.key)
    .map((t) => claim("order", t, { how: "next", parts: [subject] }, at, reading));
}

const SETBACKS = wordSet(
  "fails fail failed failure error otherwise else back not again retry rollback unless",
);

function followers(subject: Thing, rest: readonly Lexeme[], at: Source, reading: Reading): Claim[] {
  const named = names(rest, reading);
  const parts = named.filter((t) => t.playbook !== undefined && t.playbook === subject.playbook);
  const whole = parts.length === named.length && rest.every((l) => l.type === "code" || BESIDE.has(l.text));
  if (subject.playbook === undefined || parts.length === 0) return [];
  if (whole) return [claim("followers", subject, { parts }, at, reading)];
  return parts.map((t) => claim("order", t, { how: "later", parts: [subject] }, at, reading));
}

const STOPS: readonly string[] = ["stop", "stops", "halt", "halts", "abort", "aborts", "blocks", "block"];
const GOES_ON: readonly string[] = [
  "continue",
  "continues",
  "ignore",
  "ignored",
  "proceed",
  "proceeds",
  "nothing",
];
const NOT: readonly string[] = ["not", "don't", "doesn't", "never", "no"];

function failure(subject: Thing, rest: readonly Lexeme[], at: Source, reading: Reading): Claim[] {
  const words = rest.slice(0, 60).flatMap((l) => (l.type === "word" ? [l.text] : []));
  const has = (some: readonly string[]): boolean => some.some((w) => words.includes(w));
  const stops = has(STOPS);
  if (stops === has(GOES_ON) || has(["if", "when", "unless"])) return [];
  return [claim("failure", subject, { stops: stops && !has(NOT), always: true }, at, reading)];
}

function message(subject: Thing, rest: readonly Lexeme[], reading: Reading): Claim[] {
  const [quote] = rest;
  if (quote?.type !== "quote" || subject.definition?.kind !== "Outcome") return [];
  return [claim("message", subject, { text: quote.text }, quote.source, reading)];
}

/** Every thing that is named, each once. */
function names(rest: readonly Lexeme[], reading: Reading): Thing[] {
  const found = rest.filter((l) => l.type === "code").map((l) => thing(l, reading));
  return [...new Map(found.map((t) => [t.key, t])).values()];
}
