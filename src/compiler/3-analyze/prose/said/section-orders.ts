// In which order a text's sections stand: "order: A, B, C", "A, then B", "A stands before B", "B comes last", a list in an
// order, a text in a fence with its sections' headings.
import type { Passage, ShownText } from "../../../1-read/document.ts";
import type { Claim } from "../claim.ts";
import type { Lexeme } from "../text/lexemes.ts";
import { isArticle, simplest, wordAt } from "../text/noun-phrases.ts";
import { nameOf, type SectionName, sectionName } from "../text/section-names.ts";
import { sentencesOf } from "../text/sentences.ts";
import { wordSet } from "../text/words.ts";
import type { SectionsSaid } from "../values.ts";
import { type Around, hasAny, type LooseExtractor, looseThing, wordsAround } from "./loose.ts";
import { claim, placeOf, type Reading } from "./reading.ts";

/** Words for a text that has sections. */
const TEXTS = wordSet(
  "section sections report reports status layout layouts summary output response responses post posts message messages display",
  "format heading headings page text document bulletin digest briefing protocol minutes handover",
);
/** Words that don't tell one text from another. */
const GENERIC = wordSet(
  "order ordered the a an of in for its is are as same every each all run runs result results use keep render write show one this that",
  "with and to by it has have on must should first then last both local following always these our what looks look like how",
);
const ORDERING = wordSet("order ordered sequence arranged");
const SETTING = wordSet("as is are same be by from follows stays remains");
const NOT_AN_ORDER = wordSet(
  "not never don't doesn't no any unless except alphabetical chronological reverse random arbitrary would if when",
);
const ONWARD = wordSet("then finally next lastly");
const BEFORE = wordSet("before above");
const BEHIND = wordSet("after below under behind");
const STANDING = wordSet(
  "comes come stands stand goes go is are appears appear sits belongs placed put kept must should right directly always be",
);
const LONGEST_ITEM = 4;
const MOST_ITEMS = 40;

/** Orders of a text's sections in one sentence, or in the list right below it. */
export const sectionOrders: LooseExtractor = (sentence, around) => {
  const { lexemes } = sentence;
  if (hasAny(lexemes, NOT_AN_ORDER) || !isOfText(lexemes, around)) return [];
  const found = ordered(lexemes, around) ?? onward(lexemes) ?? beside(lexemes) ?? atEnd(lexemes);
  const source = placeOf(lexemes, 0, lexemes.length);
  if (found === undefined || source === undefined) return [];
  const of = textOf(lexemes, found.names, around.passage);
  return sectionsClaim({ ...found, of }, source, around.reading);
};

function isOfText(lexemes: readonly Lexeme[], { words, reading }: Around): boolean {
  if (hasAny(lexemes, TEXTS)) return true;
  if ([...words].some((word) => TEXTS.has(word))) return true;
  const { sections } = reading.things;
  return lexemes.filter((l) => l.type === "code" && sections.has(nameOf(l.text)?.key ?? "")).length > 1;
}

type Order = Omit<SectionsSaid, "of">;

/** "The order is: A, B, C", "ordered as A, B, then C", and "in this order:" with a list below. */
function ordered(lexemes: readonly Lexeme[], { below, inThatOrder }: Around): Order | undefined {
  const at = lexemes.findIndex((l) => l.type === "word" && ORDERING.has(l.text));
  if (at < 0 && !inThatOrder) return undefined;
  if (below.length > 1 && at >= 0) return orderOf(below.flatMap((item) => nameOfItem(item)));
  let start = at + 1;
  while (start < at + 6 && !isSetting(lexemes[start])) start++;
  while (start < lexemes.length && isSetting(lexemes[start])) start++;
  const behind = at < 0 ? undefined : orderOf(itemsAt(lexemes, start));
  if (behind !== undefined && behind.names.length > 2) return behind;
  // "It holds A, B and C, in this order."
  const verb = lexemes.findIndex((l) => HOLDING.has(l.text));
  const end = at < 0 ? lexemes.length : at;
  const front = verb < 0 ? undefined : orderOf(itemsAt(lexemes.slice(0, end), verb + 1));
  return front !== undefined && front.names.length > 2 ? front : behind;
}

function isSetting(lexeme: Lexeme | undefined): boolean {
  return (
    lexeme?.text === ":" || (lexeme?.type === "word" && (SETTING.has(lexeme.text) || isArticle(lexeme.text)))
  );
}

const HOLDING = wordSet("has have holds contains shows comprises consists lists gives includes are is :");

function nameOfItem({ tokens }: Passage): SectionName[] {
  const words = sentencesOf({ tokens, about: undefined })[0]?.lexemes ?? [];
  const code = words[0]?.type === "code" ? words.slice(0, 1) : undefined;
  const end = words.findIndex((l) => l.type !== "word" && l.type !== "code");
  return listed(code ?? (end < 0 ? words : words.slice(0, end)));
}

function orderOf(names: readonly SectionName[]): Order | undefined {
  const keys = new Set(names.map((n) => n.key));
  return names.length < 2 || keys.size < names.length ? undefined : { how: "order", names };
}

/** The names of a list that begins at a place, up to what is none. */
function itemsAt(lexemes: readonly Lexeme[], at: number): SectionName[] {
  const names: SectionName[] = [];
  let item: Lexeme[] = [];
  const close = (): boolean => {
    const found = item.length > LONGEST_ITEM ? [] : listed(item);
    names.push(...found);
    const isEmpty = item.length === 0;
    item = [];
    return isEmpty || found.length > 0;
  };
  for (let i = at; i < lexemes.length && names.length < MOST_ITEMS; i++) {
    const lexeme = lexemes[i];
    if (lexeme === undefined || lexeme.text === "." || lexeme.text === "for") break;
    // A label's own colon is a part of it.
    if (lexeme.text === ":" && item.length > 0) continue;
    if (isSeparator(lexeme)) {
      if (!close()) return names;
    } else item.push(lexeme);
  }
  close();
  return names;
}

function isSeparator({ type, text }: Lexeme): boolean {
  return type === "mark"
    ? [",", ";", "→", "⇒", ">", "/"].includes(text)
    : type === "word" && (text === "and" || ONWARD.has(text));
}

function listed(item: readonly Lexeme[]): SectionName[] {
  const own = item.filter((l) => l.type !== "word" || !isArticle(l.text));
  const code = own.filter((l) => l.type === "code");
  const name = sectionName(code.length === 1 ? code : own);
  const plain = own.every((l) => l.type === "code" || l.type === "word" || l.type === "quote");
  return name === undefined || !plain || own.length > LONGEST_ITEM ? [] : [name];
}

/** "`A`, then `B`, then `C`", "first A, then B": names in backticks or capitals. */
function onward(lexemes: readonly Lexeme[]): Order | undefined {
  const isOnward = lexemes.some((l, i) => (ONWARD.has(l.text) && i > 0) || l.text === "→");
  const start = lexemes.findIndex((l) => isLabel(l));
  if (!isOnward || start < 0) return undefined;
  const order = orderOf(itemsAt(lexemes, start));
  const labels = lexemes.filter((l) => isLabel(l)).length;
  return order === undefined || labels < order.names.length ? undefined : order;
}

function isLabel(lexeme: Lexeme | undefined): boolean {
  return lexeme?.type === "code" || (lexeme?.type === "word" && /^\p{Lu}{3,}$/u.test(lexeme.raw));
}

/** "A stands before B", "B comes after A". */
function beside(lexemes: readonly Lexeme[]): Order | undefined {
  const at = lexemes.findIndex(
    (l, i) => i > 0 && (BEFORE.has(l.text) || BEHIND.has(l.text)) && STANDING.has(wordAt(lexemes, i - 1)),
  );
  if (at < 0) return undefined;
  let end = at;
  while (end > 0 && STANDING.has(wordAt(lexemes, end - 1))) end--;
  const [before, behind] = [nameBefore(lexemes, end), itemsAt(lexemes, at + 1)];
  const [other] = behind;
  if (before === undefined || other === undefined || behind.length > 1 || other.key === before.key)
    return undefined;
  return { how: "order", names: BEFORE.has(wordAt(lexemes, at)) ? [before, other] : [other, before] };
}

function nameBefore(lexemes: readonly Lexeme[], end: number): SectionName | undefined {
  const start = lexemes.findLastIndex((l, i) => i < end && l.type === "mark" && l.text !== ":");
  const [name, ...more] = listed(lexemes.slice(start + 1, end).filter((l) => l.text !== ":"));
  return more.length > 0 ? undefined : name;
}

/** "A stands first", "B comes last", "C stands at the end". */
function atEnd(lexemes: readonly Lexeme[]): Order | undefined {
  const at = lexemes.findIndex(
    (l, i) => i > 0 && STANDING.has(wordAt(lexemes, i - 1)) && ["first", "last", "at"].includes(l.text),
  );
  const word = wordAt(lexemes, at) === "at" ? wordAt(lexemes, at + 2) : wordAt(lexemes, at);
  const how = ["first", "top", "beginning", "start", "head"].includes(word)
    ? "first"
    : ["last", "end", "bottom", "foot"].includes(word)
      ? "last"
      : undefined;
  const rest = lexemes[at + (wordAt(lexemes, at) === "at" ? 3 : 1)];
  if (at < 0 || how === undefined || (rest !== undefined && rest.type !== "mark")) return undefined;
  let end = at;
  while (end > 0 && STANDING.has(wordAt(lexemes, end - 1))) end--;
  const name = nameBefore(lexemes, end);
  return name === undefined ? undefined : { how, names: [name] };
}

/** The words that tell which text is spoken of: those of the sentence that are none of its sections, or of the heading. */
function textOf(
  lexemes: readonly Lexeme[],
  names: readonly SectionName[],
  { under, about, entry }: Pick<Passage, "under" | "about" | "entry">,
): Set<string> {
  const own = new Set(names.flatMap((n) => n.key.split(" ")));
  const at = lexemes.findIndex((l) => l.type === "word" && TEXTS.has(l.text) && !own.has(l.text));
  const said: string[] = [];
  for (let i = at - 1; i >= 0 && i >= at - 3; i--) {
    const lexeme = lexemes[i];
    // "Weekly" is read as a time.
    const word = lexeme?.type === "time" ? lexeme.text : wordAt(lexemes, i);
    if (word === "" || isArticle(word) || GENERIC.has(word)) break;
    said.push(word);
  }
  // The heading of an entry tells what was learnt, the document's own what all of it is about.
  const heading = entry === undefined && under.length > 1 ? (under[under.length - 1] ?? "") : "";
  const words = said.length > 0 ? said : heading.split(/[^\p{L}\p{N}]+/u);
  const all = about === undefined ? words : [...words, about.text];
  return new Set(
    all
      .map((word) => simplest(word.replace(/'s$/, "")))
      .filter((w) => w.length > 1 && !TEXTS.has(w) && !GENERIC.has(w) && !own.has(w)),
  );
}

function keyOf(name: string): string {
  return nameOf(name)?.key ?? "";
}

/** Of the one report that has two of these sections; of a text of the file, where there is none. */
function sectionsClaim(value: SectionsSaid, source: Claim["source"], reading: Reading): Claim[] {
  const keys = new Set(value.names.map((n) => n.key));
  const least = Math.min(2, keys.size);
  const meant = reading.things.reports.filter(
    (r) =>
      r.source.file === reading.file && r.sections.filter((s) => keys.has(keyOf(s.name))).length >= least,
  );
  const [report, ...more] = meant;
  const known = report === undefined ? undefined : reading.things.ofReport(report);
  const subject =
    known === undefined || more.length > 0 ? looseThing("sections", [], "", source, reading) : known;
  return [claim("sections", subject, value, source, reading)];
}

/** The order of the headings, or labels on lines of their own, in a text in a fence. */
export function shownOrder(shown: ShownText, reading: Reading): Claim[] {
  if (![...wordsAround(shown)].some((word) => TEXTS.has(word))) return [];
  const names = shown.text.split("\n").flatMap((line) => {
    const isHeading =
      line.length < 80 && /^(?:#{1,6} \S.*|\*\*[^*]+\*\*:?|\p{Lu}[\p{L}\p{N} /-]{1,40}:)$/u.test(line.trim());
    const isLabel = /^\p{Lu}[\p{Lu}\p{N} /-]{1,40}:/u.exec(line)?.[0];
    const name = isHeading ? nameOf(line) : isLabel === undefined ? undefined : nameOf(isLabel);
    return name === undefined ? [] : [name];
  });
  const order = orderOf(names.slice(0, MOST_ITEMS));
  if (order === undefined) return [];
  return sectionsClaim(
    { ...order, of: textOf([], names, { ...shown, about: undefined }) },
    shown.source,
    reading,
  );
}

/** The orders that definitions of reports give. */
export function definedOrders(things: Reading["things"]): Claim[] {
  return things.reports.flatMap((report): Claim[] => {
    const subject = things.ofReport(report);
    const names = report.sections.flatMap((s) => nameOf(s.name) ?? []);
    if (subject === undefined || names.length < 2) return [];
    const value: SectionsSaid = { how: "order", names, of: new Set() };
    const { source, date } = report;
    return [{ kind: "sections", subject, value, by: "definition", source, date }];
  });
}
