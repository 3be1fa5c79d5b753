// A sentence as its clauses, each with the mood of its opening words: what is forbidden, asked about, or demanded.
import type { IsKnown } from "../plausible.ts";
import { compose, type Draft } from "./compose.ts";
import type { Deed, Deeds } from "./deed.ts";
import { deedsAt } from "./deeds.ts";
import { lex, quote, type Word } from "./lex.ts";
import { type Clause, type Names, namesAt, skipped } from "./objects.ts";
import { passiveAt } from "./passive.ts";
import { longest, matchAt, phrase } from "./phrase.ts";
import { isCommandText, isOnlyProgram } from "./programs.ts";
import { tailAt } from "./tail.ts";
import { DOING, EMPHASIS, HEAD, type Mood, OPENERS } from "./vocabulary.ts";

/** More words say more than one thing. */
const MOST_WORDS = 90;
const CUTS: readonly string[] = [";", "—", "–", "-", "--", ":", "(", ",", "→", "=>", "->", "."];
/** Behind a dash they open a clause that says what to run. */
const RUN = phrase("run|execute");
const CONNECT: ReadonlySet<string> = new Set("and but so or then also please you agents we".split(" "));
const WHEN: ReadonlySet<string> = new Set([
  "to",
  "without",
  "before",
  "until",
  "unless",
  "if",
  "when",
  "while",
  "after",
]);
/** Behind “no …” they say that it is a subject: “no commit should break it”. */
const MODAL: ReadonlySet<string> = new Set(
  "should must may can will is are was were has have needs need".split(" "),
);
const CONDITION: ReadonlySet<string> = new Set(
  "when whenever if while during in on for before after once unless inside outside at once until under".split(
    " ",
  ),
);

/** The sentences of ours that a sentence nearly is. `under` is the mood of what stands above it. */
export function draftsOf(sentence: string, under: Mood | undefined, isKnown: IsKnown): Draft[] {
  const words = lex(sentence);
  if (words.length > MOST_WORDS) return [];
  const parts = cut(words);
  const drafts: Draft[] = [];
  let condition: string | undefined;
  let before: Names | undefined;
  for (const [i, own] of parts.entries()) {
    const clause: Clause = { sentence, words: own, isKnown };
    const found = clauseDrafts(clause, i === 0 ? under : undefined, before);
    const note = condition === undefined ? [] : [`“${condition}” is not in it, so it is wider`];
    drafts.push(...found.map((d) => ({ ...d, reasons: [...d.reasons, ...note] })));
    const start = startOf(own);
    if (found.length === 0 && CONDITION.has(own[start]?.low ?? ""))
      condition = quote(sentence, own.slice(start));
    if (found.length === 0 && condition === undefined && openerAt(own, start)?.mood === "never")
      condition = quote(sentence, own.slice(start));
    before = subjectOf(clause, start) ?? before;
  }
  return drafts;
}

/** At marks behind which a clause opens with a mood of its own. */
function cut(words: readonly Word[]): Word[][] {
  const parts: Word[][] = [[]];
  for (const [i, word] of words.entries()) {
    const isCut = word.kind === "mark" && CUTS.includes(word.text) && i > 0;
    const at = skipped(words, i + 1, CONNECT);
    const opener = isCut ? longest(words, at, OPENERS) : undefined;
    const isBefore = parts.length === 1 && parts[0]?.[startOf(parts[0] ?? [])]?.low === "before";
    const isRun = isCut && ["—", "–", "-"].includes(word.text) && matchAt(words, at, RUN) !== undefined;
    const isNo = words[at]?.low === "no" && words[at + 1]?.kind !== "code";
    if (
      word.text === ";" ||
      isRun ||
      (opener !== undefined && opener.value !== "only" && !isNo && !(isBefore && opener.value === "always"))
    )
      parts.push([]);
    else parts[parts.length - 1]?.push(word);
  }
  return parts.filter((p) => p.length > 0);
}

/** The index behind marks, and behind words with a colon that only say how much it matters. */
function startOf(words: readonly Word[]): number {
  let i = 0;
  while (words[i]?.kind === "mark") i++;
  const label = words.findIndex((w) => w.text === ":");
  const isEmpty =
    label > i &&
    label < i + 6 &&
    words.slice(i, label).every((w) => EMPHASIS.has(w.low) || w.kind === "mark");
  if (isEmpty) i = label + 1;
  while (words[i]?.kind === "mark") i++;
  return i;
}

/** Files that a clause is about: “`x` is generated”. */
function subjectOf(clause: Clause, start: number): Names | undefined {
  const names = namesAt(clause, start, "file");
  return names !== undefined && ["is", "are"].includes(clause.words[names.end]?.low ?? "")
    ? names
    : undefined;
}

function clauseDrafts(clause: Clause, under: Mood | undefined, before: Names | undefined): Draft[] {
  const { words } = clause;
  const begin = startOf(words);
  const opener = openerAt(words, begin) ?? labelled(clause, begin);
  if (opener !== undefined) {
    const drafts = withMood(clause, opener.mood, opener.end, before, opener.isNo);
    return drafts.map((d) => ({ ...d, reasons: [...d.reasons, ...opener.notes] }));
  }
  const passive = passiveAt(clause, begin);
  if (passive !== undefined) return finished(clause, passive.mood, passive, passive.mood === "always");
  if (under !== undefined && !CONDITION.has(words[begin]?.low ?? "")) {
    const mood = withMood(clause, under, begin, before, false);
    if (mood.length > 0) return mood;
  }
  return imperative(clause, begin);
}

interface Opener {
  readonly mood: Mood;
  readonly end: number;
  readonly isNo: boolean;
  readonly notes: readonly string[];
}

function openerAt(words: readonly Word[], begin: number): Opener | undefined {
  for (const at of [begin, skipped(words, begin, HEAD)]) {
    const found = longest(words, at, OPENERS);
    if (found === undefined) continue;
    let end = found.end;
    while (words[end]?.kind === "mark" && [":", ","].includes(words[end]?.text ?? "")) end++;
    const first = words[at]?.low ?? "";
    const soft = first === "avoid" || (first.startsWith("should") && found.value === "never");
    return {
      mood: found.value,
      end,
      isNo: first === "no",
      notes: soft ? [`“${first}” is softer: “Never” denies, so it is stricter`] : [],
    };
  }
  return undefined;
}

/** “Git: never …”: a label of a few words with an opener behind it. */
function labelled({ words, sentence }: Clause, begin: number): Opener | undefined {
  const at = words.findIndex((w, i) => i > begin && i < begin + 7 && w.text === ":");
  if (at < 0 || words.slice(begin, at).some((w) => w.kind !== "word")) return undefined;
  const opener = openerAt(words, at + 1);
  const label = quote(sentence, words.slice(begin, at));
  return opener === undefined
    ? undefined
    : { ...opener, notes: [...opener.notes, `it is said of “${label}”, which may limit it`] };
}

function withMood(clause: Clause, mood: Mood, at: number, before: Names | undefined, isNo: boolean): Draft[] {
  const read = deedsAt(clause, mood === "ask" && clause.words[at]?.low === "you" ? at + 1 : at, before);
  if (read === undefined) return [];
  const isPlain = read.deeds.every(
    (d) => d.kind !== "command" || d.what.every((w) => /\s/.test(w) || isOnlyProgram(w)),
  );
  const isDirect = read.deeds.every((d) => d.notes.length === 0 || d.kind === "branch");
  const isSubject = clause.words.slice(read.end).some((w) => MODAL.has(w.low));
  if (isNo && (!isPlain || !isDirect || isSubject)) return [];
  const end = mood === "always" ? passed(clause.words, read.end) : read.end;
  return finished(clause, mood, { ...read, end }, mood === "always");
}

function finished(clause: Clause, mood: Mood, { deeds, end }: Deeds, mayWait: boolean): Draft[] {
  const tail = tailAt(clause, end, mayWait);
  // “Never commit without a test” is far from “never commit”: only what names a command is suggested without it.
  const isFar = mood === "never" && !tail.asks && tail.first.length + tail.options.length === 0;
  const isOften = isFar && WHEN.has(clause.words[end]?.low ?? "") && deeds.every((d) => d.isVerb === true);
  return isOften ? [] : compose(mood, deeds, tail);
}

/** “Run `x` before committing”, “Before committing, run `x`”, “Commit only when asked”. */
function imperative(clause: Clause, begin: number): Draft[] {
  const { words } = clause;
  const at = skipped(words, begin, HEAD);
  const leading = words[at]?.low === "before" ? leadingAt(clause, at + 1) : undefined;
  if (leading !== undefined) {
    const found = words.findIndex((w, i) => i >= leading.end && w.text === ",");
    const comma = found < 0 ? leading.end - 1 : found;
    const run = matchAt(words, comma + 1, phrase("always|please|you|must|should|also|first* run|execute"));
    const between = quote(clause.sentence, words.slice(leading.end, Math.max(comma, leading.end)));
    const read = comma > 0 && run !== undefined ? deedsAt(clause, run - 1, undefined) : undefined;
    if (read === undefined) return [];
    const notes = /^(?:any(?:thing)?|(?:any |your |the )?(?:changes|code|work)|to \w+)?$/i.test(between)
      ? []
      : [`“${between}” is not in it, so it is wider`];
    const tail = tailAt(clause, read.end, false);
    return compose("always", read.deeds, {
      asks: false,
      first: [],
      options: [],
      before: leading.value,
      notes: [...notes, ...tail.notes],
    });
  }
  const verb = words[at];
  if (verb?.kind !== "word") return [];
  const read = deedsAt(clause, at, undefined);
  if (read === undefined) return [];
  const tail = tailAt(clause, passed(words, read.end), true);
  if (tail.before.length > 0) {
    const isRun = /^(?:run|execute|start)$/.test(verb.low);
    const between = quote(clause.sentence, words.slice(read.end, passed(words, read.end)));
    const notes =
      between === "" || between.startsWith("(") ? [] : [`“${between}” is not in it, so it is narrower`];
    return isRun ? compose("always", read.deeds, { ...tail, notes: [...notes, ...tail.notes] }) : [];
  }
  const opensWith = words.slice(read.end).find((w) => w.kind === "word")?.low ?? "";
  const isLimited = tail.asks && ["only", "when", "if"].includes(opensWith) && isDone(read.deeds);
  return isLimited ? compose("only", read.deeds, tail) : [];
}

/** What is about to be done, behind “before”: a doing, or a command. */
function leadingAt(
  clause: Clause,
  at: number,
): { readonly end: number; readonly value: readonly string[] } | undefined {
  const doing = longest(clause.words, at, DOING);
  if (doing !== undefined) return { end: doing.end, value: [doing.value] };
  const run = matchAt(clause.words, at, phrase("you? running|run|executing|using?")) ?? at;
  const names = namesAt(clause, run, "command");
  const texts = names?.names.map((n) => n.text) ?? [];
  const isAll = texts.length > 0 && texts.every((t) => isCommandText(t, clause.isKnown));
  return names === undefined || !isAll ? undefined : { end: names.end, value: texts };
}

function isDone(deeds: readonly Deed[]): boolean {
  return deeds.every((d) => d.kind === "command" || d.kind === "branch" || d.kind === "edit");
}

/** The index of “before”, where only a few words stand in front of it that name nothing. */
function passed(words: readonly Word[], at: number): number {
  for (let i = at; i < Math.min(words.length, at + 12); i++) {
    if (words[i]?.low === "before") return i;
    if (words[i]?.kind === "code" || [";", ".", ":", "—", "–"].includes(words[i]?.text ?? "")) return at;
  }
  return at;
}
