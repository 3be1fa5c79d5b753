// How many days before a date something is due: "`x` starts two days before `release-date`".
import type { Claim } from "../claim.ts";
import type { Lexeme } from "../text/lexemes.ts";
import { opensClause } from "../text/name-phrases.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../text/words.ts";
import { claim, type Extractor, placeOf, thing } from "./reading.ts";

const DAY = 86_400;
const STARTS = wordSet("run start launch trigger schedule do begin execute call perform send");
/** How far from the time the name may stand. */
const REACH = 20;

/** Of the one task, wait or gate in front of the time, or of what the sentence is about. */
export const daysBefore: Extractor = (sentence, reading) =>
  sentence.lexemes.flatMap((lexeme, i): Claim[] => {
    const date = dateBehind(sentence.lexemes, i);
    if (lexeme.type !== "time" || date === undefined) return [];
    const { from, to } = lexeme.time;
    const subject = subjectOf(sentence, i);
    const source = placeOf(sentence.lexemes, i, i + 3);
    if (from !== to || from % DAY !== 0 || subject === undefined || source === undefined) return [];
    const due = thing(subject, reading);
    if (due.playbook === undefined || thing(date, reading).definition?.kind !== "Fact") return [];
    return [claim("days before", due, { days: from / DAY, of: date.text }, source, reading)];
  });

function dateBehind(lexemes: readonly Lexeme[], at: number): Lexeme | undefined {
  const before = lexemes[at + 1];
  const next = lexemes[at + 2]?.text === "the" ? lexemes[at + 3] : lexemes[at + 2];
  return before?.type === "word" && before.text === "before" && next?.type === "code" ? next : undefined;
}

/** A name that opens a clause or is told to start; behind the date, only where the date opens the sentence. */
function subjectOf({ lexemes, it, topic }: Sentence, at: number): Lexeme | undefined {
  const from = Math.max(0, at - REACH);
  const before = lexemes.slice(from, at).flatMap((l, i) => (l.type === "code" ? [from + i] : []));
  const behind = lexemes
    .slice(at + 3, at + 3 + REACH)
    .flatMap((l, i) => (l.type === "code" ? [at + 3 + i] : []));
  const [place, ...more] = before.length > 0 || at > 1 ? before : behind;
  if (more.length > 0) return undefined;
  if (place === undefined) return at > 1 ? undefined : (it ?? topic);
  const told = STARTS.has(lexemes[place - 1]?.text ?? "");
  return told || opensClause(lexemes, place) ? lexemes[place] : undefined;
}
