// Every claim that the prose of a document makes.
import type { Entry, Passage, Prose } from "../../../1-read/document.ts";
import type { Claim } from "../claim.ts";
import { inWords } from "../kinds/all.ts";
import { isBackground, tellsAStory } from "../text/background.ts";
import { type Key, looseKeyOf } from "../text/label-keys.ts";
import type { Lexeme } from "../text/lexemes.ts";
import { type Sentence, sentencesOf } from "../text/sentences.ts";
import { daysBefore } from "./days.ts";
import { endings } from "./endings.ts";
import { failures } from "./failures.ts";
import { labelled } from "./label-values.ts";
import { labelClaims, readKey } from "./labels.ts";
import { type LooseExtractor, wordsAround } from "./loose.ts";
import { mappings } from "./mappings.ts";
import { messages } from "./messages.ts";
import { orders } from "./order.ts";
import { outcomes } from "./outcomes.ts";
import { places } from "./places.ts";
import { type Extractor, placeOf, type Reading } from "./reading.ts";
import { sectionOrders, shownOrder } from "./section-orders.ts";
import { sketchClaims } from "./sketches.ts";
import { tableClaims } from "./tables.ts";
import { amounts, thresholds, withoutPronouns } from "./thresholds.ts";
import { briefDurations, durations, intervals } from "./times.ts";

/** What is looked for in each sentence. */
const EXTRACTORS: readonly Extractor[] = [
  durations,
  briefDurations,
  intervals,
  daysBefore,
  orders,
  failures,
  messages,
  endings,
  outcomes,
  mappings,
];

/** What is looked for in sentences that may name things without backticks. */
const LOOSE: readonly LooseExtractor[] = [thresholds, amounts, places, sectionOrders];

/** The claims of a document's prose, in the order of their places. */
export function claimsOf(prose: Prose, context: Omit<Reading, "date">): Claim[] {
  const named = belowLeads(prose.passages.filter((p) => !p.nameless));
  const all = belowLeads(prose.passages);
  const keys = new Keys();
  const replaced = replacedBy(prose.passages);
  const by = (entry: Entry | undefined): Replaced | undefined => entry && replaced.get(entry);
  const loose = prose.passages.flatMap((p) =>
    replacing(looseClaims(p, all, { ...context, date: p.entry?.date }), by(p.entry)),
  );
  const texts = prose.texts.flatMap((t) =>
    replacing(shownOrder(t, { ...context, date: t.entry?.date }), by(t.entry)),
  );
  return [
    ...prose.passages.flatMap((passage) =>
      passage.nameless ? [] : ofPassage(passage, named, keys, { ...context, date: passage.entry?.date }),
    ),
    ...[...withoutPronouns(loose), ...texts].sort(byPlace),
    ...prose.sketches.flatMap((sketch) => sketchClaims(sketch, { ...context, date: undefined })),
    ...prose.tables.flatMap((table) =>
      tellsAStory({ ...table, form: "item" })
        ? []
        : tableClaims(table, { ...context, date: table.entry?.date }),
    ),
  ];
}

function looseClaims(
  passage: Passage,
  below: ReadonlyMap<Passage, readonly Passage[]>,
  reading: Reading,
): Claim[] {
  if (tellsAStory(passage)) return [];
  const all = sentencesOf(passage).filter((s) => !isBackground(s.lexemes));
  const last = all.findLast((s) => !s.aside);
  const words = wordsAround(passage);
  const { tokens } = passage;
  const inThatOrder = tokens.some((t, i) => t.text === "order" && tokens[i - 1]?.text === "that");
  return all.flatMap((sentence) => {
    const items = sentence === last ? (below.get(passage) ?? []) : [];
    return sentence.aside
      ? []
      : LOOSE.flatMap((extract) => extract(sentence, { passage, below: items, words, inThatOrder, reading }));
  });
}

/** The items that stand below each passage. */
function belowLeads(passages: readonly Passage[]): ReadonlyMap<Passage, readonly Passage[]> {
  const found = new Map<Passage, Passage[]>();
  for (const passage of passages) {
    if (passage.lead === undefined || passage.form !== "item") continue;
    const known = found.get(passage.lead);
    if (known === undefined) found.set(passage.lead, [passage]);
    else known.push(passage);
  }
  return found;
}

function ofPassage(
  passage: Passage,
  below: ReadonlyMap<Passage, readonly Passage[]>,
  keys: Keys,
  reading: Reading,
): Claim[] {
  if (tellsAStory(passage)) return [];
  const all = sentencesOf(passage).filter((s) => !isBackground(s.lexemes));
  const items = below.get(passage) ?? [];
  const last = all.findLast((s) => !s.aside);
  const claims = all.flatMap((sentence) => {
    const found = EXTRACTORS.flatMap((extract) => extract(sentence, reading));
    if (sentence.aside) return once(found);
    const under = sentence === last ? lexemesOf(items) : [];
    return once([...found, ...labelClaims(sentence, keys.above(passage), under, reading)]);
  });
  if (passage.form === "heading" && last !== undefined) claims.push(...ofHeading(last, items, reading));
  return claims;
}

type Replaced = NonNullable<Claim["replaces"]>;

/** For each entry the dates of others that it names; all that was, where it says that it replaces something. */
function replacedBy(passages: readonly Passage[]): ReadonlyMap<Entry, Replaced> {
  const found = new Map<Entry, Replaced>();
  for (const { entry, tokens } of passages) {
    if (entry === undefined || found.get(entry) === "all") continue;
    const words = [...entry.title.split(" "), ...tokens.map((t) => t.text)];
    const dates = words.filter((word) => /^\d{4}-\d\d-\d\d$/.test(word));
    const isNew = words.some((word) => /^(?:replac(?:es?|ed|ing)|supersed(?:es?|ed|ing))$/i.test(word));
    found.set(entry, isNew ? "all" : new Set([...(found.get(entry) ?? []), ...dates]));
  }
  return found;
}

function replacing(claims: readonly Claim[], replaces: Replaced | undefined): Claim[] {
  return replaces === undefined ? [...claims] : claims.map((c) => ({ ...c, replaces }));
}

function byPlace(a: Claim, b: Claim): number {
  return a.source.line - b.source.line || a.source.column - b.source.column;
}

/** Of claims that several forms find in one sentence the first. */
function once(claims: readonly Claim[]): Claim[] {
  return [
    ...new Map(
      claims.map((claim) => [`${claim.subject.key} ${inWords(claim)}`, claim] as const).reverse(),
    ).values(),
  ].reverse();
}

/** The items' lexemes as one list. */
function lexemesOf(items: readonly Passage[]): Lexeme[] {
  return items.flatMap((item, i) => {
    const own = sentencesOf(item).flatMap((s) => (s.aside ? [] : s.lexemes));
    const [first] = own;
    const comma: Lexeme[] = i === 0 || first === undefined ? [] : [{ ...first, type: "mark", text: "," }];
    return [...comma, ...own.filter((l) => l.text !== ".")];
  });
}

/** A heading may be the label of the items right below it. */
function ofHeading(sentence: Sentence, items: readonly Passage[], reading: Reading): Claim[] {
  const { lexemes, topic } = sentence;
  const label = readKey(lexemes, lexemesOf(items), topic, reading);
  const at = placeOf(lexemes, 0, lexemes.length);
  if (label?.key === undefined || label.subject === undefined || at === undefined) return [];
  return labelled(label.key, label.subject, label.rest, items[0]?.source ?? at, reading);
}

/** What stands above lists says of all their items: "How long things take:". Read once for all items. */
class Keys {
  readonly #known = new Map<Passage, Key | undefined>();

  above({ lead, form, under }: Passage): Key | undefined {
    if (form === "heading") return undefined;
    if (lead === undefined || form === "paragraph")
      return looseKeyOf((under[under.length - 1] ?? "").split(" "));
    if (!this.#known.has(lead)) this.#known.set(lead, keyOfLead(lead));
    return this.#known.get(lead);
  }
}

function keyOfLead(lead: Passage): Key | undefined {
  const words = sentencesOf(lead).findLast((s) => !s.aside)?.lexemes ?? [];
  if (words.some((l) => l.type === "code")) return undefined;
  return looseKeyOf(words.filter((l) => l.type === "word").map((l) => l.text));
}
