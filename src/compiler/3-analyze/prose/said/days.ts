// How many days before a date something is due: "`x` starts two days before `release-date`".
import type { Claim } from "../claim.ts";
import type { Lexeme } from "../text/lexemes.ts";
import type { Sentence } from "../text/sentences.ts";
import { claim, type Extractor, placeOf, thing } from "./reading.ts";

const DAY = 86_400;
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

function subjectOf({ lexemes, it, topic }: Sentence, at: number): Lexeme | undefined {
  const before = lexemes.slice(Math.max(0, at - REACH), at).filter((l) => l.type === "code");
  // "Two days before `date`, `x` starts."
  const behind = lexemes.slice(at + 3, at + 3 + REACH).filter((l) => l.type === "code");
  const names = before.length > 0 ? before : behind;
  return names.length > 1 ? undefined : (names[0] ?? it ?? topic);
}
