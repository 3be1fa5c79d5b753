// What is said of a command or a file in passive words: “`x` is forbidden”, “`x` requires approval”, “`x` must not be edited”.
import { type Deed, type Deeds, deedsAt } from "./deeds.ts";
import { type Clause, namesAt } from "./objects.ts";
import { matchAt, phrase } from "./phrase.ts";
import { isCommandText } from "./programs.ts";
import { ASKED, IDLE, MANNER, type Mood } from "./vocabulary.ts";

const MOODS: readonly (readonly [Mood, ReturnType<typeof phrase>])[] = [
  [
    "never",
    phrase(
      "is|are strictly|explicitly|absolutely|always|also* forbidden|prohibited|banned|disallowed|off-limits",
    ),
  ],
  ["never", phrase("is|are not|never allowed|permitted|acceptable|ok|okay")],
  ["never", phrase("is|are off limits")],
  ["ask", phrase(`always|also* requires|require|needs|need ${ASKED}*`)],
  ["ask", phrase(`must|should be approved|confirmed`)],
];
const NOT_DONE = phrase("must|should|may|can|is|are|cannot|mustn't|shouldn't|can't|may not|never* to? be?");
const DONE: Readonly<Record<string, "command" | "edit" | "delete" | "stage" | "read">> = {
  run: "command",
  used: "command",
  executed: "command",
  called: "command",
  invoked: "command",
  edited: "edit",
  modified: "edit",
  changed: "edit",
  touched: "edit",
  altered: "edit",
  updated: "edit",
  overwritten: "edit",
  "hand-edited": "edit",
  committed: "stage",
  deleted: "delete",
  removed: "delete",
  read: "read",
  opened: "read",
};

/** Reads a clause that has its deeds or names in front. */
export function passiveAt(clause: Clause, begin: number): (Deeds & { readonly mood: Mood }) | undefined {
  return ofDeeds(clause, begin) ?? ofNames(clause, begin);
}

function ofDeeds(clause: Clause, begin: number): (Deeds & { readonly mood: Mood }) | undefined {
  const read = deedsAt(clause, begin, undefined);
  if (read === undefined) return undefined;
  let at = read.end;
  while (IDLE.has(clause.words[at]?.low ?? "") || MANNER.has(clause.words[at]?.low ?? "")) at++;
  const manner = clause.words.slice(read.end, at).filter((w) => MANNER.has(w.low));
  const notes = manner.map((w) => `“${w.low}” is not in it, so it is wider`);
  for (const [mood, parts] of MOODS) {
    const end = matchAt(clause.words, at, parts);
    if (end === undefined) continue;
    const asks = clause.words
      .slice(read.end, end)
      .some((w) => /^(?:approv|permission|confirm|consent|sign-?off|authori)/.test(w.low));
    const deeds = read.deeds.map((d) => ({ ...d, notes: [...notes, ...d.notes] }));
    if (mood === "never" || asks) return { deeds, end: asks ? behindBefore(clause, end) : end, mood };
  }
  return undefined;
}

/** Behind “before it is run”, which an approval always is. */
function behindBefore({ words }: Clause, at: number): number {
  return words[at]?.low === "before" && words.slice(at).every((w) => w.kind !== "code") ? words.length : at;
}

function ofNames(clause: Clause, begin: number): (Deeds & { readonly mood: Mood }) | undefined {
  const { words, isKnown } = clause;
  const names = namesAt(clause, begin, "file");
  if (names === undefined) return undefined;
  const be = matchAt(words, names.end, NOT_DONE);
  const isNot = words
    .slice(names.end, be ?? names.end)
    .some((w) => /^(?:not|never|cannot)$|n't$/.test(w.low));
  const done = words[be ?? -1]?.low ?? "";
  if (be === undefined || !isNot || !Object.hasOwn(DONE, done)) return undefined;
  const kind = DONE[done] ?? "edit";
  const texts = names.names.map(({ text, inFolder }) =>
    text.endsWith("/") ? `${text}**` : inFolder && !/[*?.]/.test(text) ? `${text}/**` : text,
  );
  if (kind === "command" && !texts.every((t) => isCommandText(t, isKnown))) return undefined;
  if (kind !== "command" && texts.some((t) => /\s/.test(t))) return undefined;
  const deed: Deed = { kind, what: texts, of: [], notes: ["it is said in passive words"], unknown: false };
  return { deeds: [deed], end: be + 1, mood: "never" };
}
