// Where in a text something is to stand: "put failure reasons in the notes", "errors go on the line of the machine",
// "keep `NOTES:` for anomalies".
import type { Claim } from "../claim.ts";
import type { Lexeme } from "../text/lexemes.ts";
import { isArticle, phrase, simplest, wordAt } from "../text/noun-phrases.ts";
import { sectionName } from "../text/section-names.ts";
import { wordSet } from "../text/words.ts";
import { LINE, type PlaceSaid } from "../values.ts";
import { hasAny, type LooseExtractor, looseThing } from "./loose.ts";
import { claim, placeOf, type Reading } from "./reading.ts";

const PUTTING = wordSet(
  "put puts keep keeps add adds list lists write writes give gives show shows include includes append appending state",
  "place places record mention note move report leave set",
);
/** Said to be avoided only; by themselves they tell what comes of it. */
const GERUNDS = wordSet(
  "putting adding writing including listing appending placing giving showing repeating",
);
const STANDING = wordSet(
  "go goes stand stands belong belongs appear appears come comes put kept listed written given shown added placed recorded",
  "mentioned included stated moved noted",
);
const AUXILIARIES = wordSet("is are be must should shall will can may to always only directly best");
const PREPOSITIONS = wordSet("in under to into on at within behind inside onto");
const DENIALS = wordSet("not no never don't n't doesn't avoid cannot shouldn't mustn't without nothing");
/** Sentences of two places, and of some cases only. */
const OTHERS = wordSet(
  "too also both again copy repeat repeated either or unless except otherwise sometimes if besides additionally",
);
/** Things of that kind are not the things themselves. */
const FURTHER = wordSet(
  "further additional extra other others more longer shorter broader general remaining detailed long short beyond rest full",
);
/** Nouns for what is written. */
const WRITINGS = wordSet(
  "reason reasons description descriptions text texts detail details message messages explanation explanations cause causes",
  "wording word words information info",
);
const CLAUSES = wordSet("when that where because so but while since then");
const BESIDE = wordSet("after before behind below above under beneath");
const SECTION_WORDS = wordSet("section sections part block heading paragraph list column");
/** Sections that are known by their names alone. */
const KNOWN = wordSet("note notes summary header footer appendix remarks comments overview");
const LINES = wordSet("line lines row rows");
const OWN = wordSet("own separate next new first last extra second single each command other one");
const ENDS_PIECE = wordSet("for from that which when where with who per");
const MOST_WORDS = 8;
const LONGEST_PLACE = 7;
/** Of more words nothing is the name. */
const MOST_NAMED = 4;

/** A claim for each thing that a sentence puts somewhere. */
export const places: LooseExtractor = (sentence, { passage, reading }) => {
  const { lexemes } = sentence;
  if (hasAny(lexemes, OTHERS) || lexemes.some((l, i) => l.text === "as" && wordAt(lexemes, i + 1) === "well"))
    return [];
  const about = passage.about?.text ?? "";
  for (let i = 0; i < lexemes.length; i++) {
    const word = wordAt(lexemes, i);
    const puts = PUTTING.has(word) || (GERUNDS.has(word) && DENIALS.has(wordAt(lexemes, i - 1)));
    const found = puts
      ? (keptFor(lexemes, i) ?? putInto(lexemes, i))
      : STANDING.has(word)
        ? standing(lexemes, i)
        : undefined;
    if (found === undefined) continue;
    const denied = lexemes.slice(Math.max(0, i - 3), i + 1).some((l) => DENIALS.has(l.text));
    return piecesOf(lexemes, found.start, found.end).flatMap((piece) =>
      placeClaim(piece, { ...found.place, denied }, about, placeOf(lexemes, 0, lexemes.length), reading),
    );
  }
  return [];
};

interface Put {
  readonly place: Omit<PlaceSaid, "denied">;
  /** What is put there. */
  readonly start: number;
  readonly end: number;
}

/** "Put X in the notes", "write X inline". */
function putInto(lexemes: readonly Lexeme[], verb: number): Put | undefined {
  for (let at = verb + 2; at <= verb + 1 + MOST_WORDS && at < lexemes.length; at++) {
    const place = placeAt(lexemes, at);
    if (place !== undefined) return { place, start: verb + 1, end: at };
  }
  return undefined;
}

/** "X goes on the line of the machine", "X is put in the notes". */
function standing(lexemes: readonly Lexeme[], verb: number): Put | undefined {
  const place = placeAt(lexemes, verb + 1) ?? placeAt(lexemes, verb + 2);
  let end = verb;
  while (end > 0 && (AUXILIARIES.has(wordAt(lexemes, end - 1)) || DENIALS.has(wordAt(lexemes, end - 1))))
    end--;
  let start = end;
  while (start > 0 && end - start <= MOST_WORDS && !opensClause(lexemes[start - 1])) start--;
  return place === undefined || end <= start || end - start > MOST_WORDS ? undefined : { place, start, end };
}

function opensClause(lexeme: Lexeme | undefined): boolean {
  if (lexeme?.type === "mark") return lexeme.text !== ",";
  return lexeme?.type === "word" && CLAUSES.has(lexeme.text);
}

/** "Keep `NOTES:` for X", "add a notes section for X". */
function keptFor(lexemes: readonly Lexeme[], verb: number): Put | undefined {
  const section = sectionAt(lexemes, verb + 1);
  if (section === undefined) return undefined;
  let start = section.end;
  // "Behind the machines".
  if (BESIDE.has(wordAt(lexemes, start)))
    while (start < section.end + 5 && wordAt(lexemes, start) !== "for") start++;
  if (wordAt(lexemes, start) !== "for") return undefined;
  start++;
  let end = start;
  while (end < lexemes.length && end - start < 3 * MOST_WORDS && lexemes[end]?.text !== ".") end++;
  return { place: section.place, start, end };
}

function placeAt(lexemes: readonly Lexeme[], at: number): Put["place"] | undefined {
  const word = wordAt(lexemes, at);
  if (word === "inline") return { where: LINE, text: "in the line" };
  if (!PREPOSITIONS.has(word)) return undefined;
  return lineAt(lexemes, at + 1) ?? sectionAt(lexemes, at + 1)?.place;
}

/** "The same line", "the machine's line", "the line of the machine". */
function lineAt(lexemes: readonly Lexeme[], at: number): Put["place"] | undefined {
  if (wordAt(lexemes, at) === "line") return { where: LINE, text: "in the line" };
  for (let i = at; i < at + LONGEST_PLACE; i++) {
    const word = wordAt(lexemes, i);
    if (OWN.has(word) || (word === "" && !["'", "’"].includes(lexemes[i]?.text ?? ""))) return undefined;
    if (!LINES.has(word)) continue;
    const isOwn = wordAt(lexemes, i + 1) === "of" && wordAt(lexemes, i + 3) === "own";
    return isOwn ? undefined : { where: LINE, text: "in the line" };
  }
  return undefined;
}

function sectionAt(
  lexemes: readonly Lexeme[],
  at: number,
): { readonly place: Put["place"]; readonly end: number } | undefined {
  let start = at;
  while (start - at < 2 && (isArticle(wordAt(lexemes, start)) || wordAt(lexemes, start) === "separate"))
    start++;
  const first = lexemes[start];
  if (first === undefined || (first.type !== "code" && first.type !== "word" && first.type !== "quote"))
    return undefined;
  let end = start + 1;
  if (first.type === "word" && !isCapital(first)) while (end - start < 3 && isNameWord(lexemes[end])) end++;
  while (end - start < 4 && isCapital(first) && isCapital(lexemes[end])) end++;
  const named = end;
  const isCalled = SECTION_WORDS.has(wordAt(lexemes, end));
  if (isCalled) end++;
  const written = lexemes.slice(start, named);
  const isLabel = written.every((l) => /^[\p{Lu} ]{3,}:?$/u.test(l.type === "word" ? l.raw : l.text));
  if (lexemes[end]?.text === ":") end++;
  const known = named === start + 1 && KNOWN.has(first.text.toLowerCase());
  if (!isCalled && !isLabel && !known && !(first.type === "code" && first.text.endsWith(":")))
    return undefined;
  // "In ATVM posts" names no section.
  if (isLabel && first.type === "word" && !isCalled && end === named && isNameWord(lexemes[end]))
    return undefined;
  const name = sectionName(written);
  if (name === undefined) return undefined;
  return { place: { where: `section ${name.key}`, text: `in “${name.text}”` }, end };
}

function isCapital(lexeme: Lexeme | undefined): boolean {
  return lexeme?.type === "word" && /^\p{Lu}{2,}$/u.test(lexeme.raw);
}

function isNameWord(lexeme: Lexeme | undefined): boolean {
  return (
    lexeme?.type === "word" &&
    !SECTION_WORDS.has(lexeme.text) &&
    !ENDS_PIECE.has(lexeme.text) &&
    !OTHERS.has(lexeme.text) &&
    /^\p{L}/u.test(lexeme.text)
  );
}

/** The things of a list. */
function piecesOf(lexemes: readonly Lexeme[], start: number, end: number): Lexeme[][] {
  const pieces: Lexeme[][] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    const text = lexemes[i]?.text ?? "";
    if (i < end && ![",", "and", ";"].includes(text)) continue;
    if (i > from) pieces.push(lexemes.slice(from, i));
    from = i + 1;
  }
  return pieces;
}

/** What a piece names, by the words that tell it from others; undefined where it is a part or a kind of that. */
function placeClaim(
  piece: readonly Lexeme[],
  value: PlaceSaid,
  about: string,
  source: Claim["source"] | undefined,
  reading: Reading,
): Claim[] {
  const tail = piece.findIndex((l) => l.type === "word" && ENDS_PIECE.has(l.text));
  const own = (tail < 0 ? piece : piece.slice(0, tail)).filter(
    (l) => l.type !== "word" || (!isArticle(l.text) && l.text !== "of"),
  );
  const named = phrase(own, 0, own.length);
  if (named === undefined || source === undefined || hasAny(own, FURTHER) || own.length > MOST_NAMED)
    return [];
  const telling = own.filter((l) => !WRITINGS.has(l.text)).map((l) => stemOf(l.text));
  const words = telling.length > 0 ? telling : own.map((l) => l.text);
  const subject = looseThing("place", [about, ...words.sort()], named.text, source, reading);
  return [claim("place", subject, value, source, reading)];
}

/** "Failure", "failed" and "failures" are one. */
function stemOf(word: string): string {
  return simplest(word).replace(/^(fail|err)(?:ure|ed|ing|or)$/, "$1");
}
