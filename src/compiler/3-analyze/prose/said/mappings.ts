// Outcomes of values without a decision table: "`cancelled` → `abort`", where `abort` is an Outcome.
import type { Claim } from "../claim.ts";
import type { Lexeme } from "../text/lexemes.ts";
import { isListWord } from "../text/name-phrases.ts";
import { wordSet } from "../text/words.ts";
import { claim, type Extractor, hasWord, placeOf, type Reading } from "./reading.ts";

const LINKS = wordSet(
  "→ ⇒ > : means mean comes come leads lead ends end counts count treated gets get gives give",
  "makes make results result handled falls fall goes go is are becomes",
);
const NEGATIONS = wordSet("not never no without instead unless except cannot can't ≠ isn't");
/** How many lexemes may stand between the values and the outcome. */
const REACH = 12;

/** The values right in front of the one outcome of a sentence, each by itself. */
export const mappings: Extractor = (sentence, reading) => {
  const { lexemes } = sentence;
  const places = lexemes.flatMap((l, i) =>
    l.type === "code" && outcomeOf(l, reading) !== undefined ? [i] : [],
  );
  const [at] = places;
  const outcome = lexemes[at ?? -1];
  if (at === undefined || outcome === undefined || places.length > 1) return [];
  // Where there are tables, they say what leads to what.
  if (reading.things.hasDecisions(reading.file)) return [];
  const values = valuesBefore(lexemes, at);
  const [first] = values;
  if (first === undefined || hasWord(sentence, first, at, NEGATIONS)) return [];
  const last = values[values.length - 1] ?? first;
  if (!lexemes.slice(last + 1, at).some((l) => LINKS.has(l.text))) return [];
  const source = placeOf(lexemes, first, at + 1);
  return values.flatMap((i): Claim[] => {
    const value = lexemes[i];
    if (
      value === undefined ||
      source === undefined ||
      reading.things.known(value.text, reading.file) !== undefined
    )
      return [];
    const subject = reading.things.find(value.text, reading.file, value.source);
    const given = new Map([["", value.text]]);
    return [claim("outcome", subject, { given, outcome: outcome.text }, source, reading)];
  });
};

function outcomeOf({ text }: Lexeme, { things, file }: Reading): string | undefined {
  const found = things.outcome(text, file);
  return found === undefined ? undefined : text;
}

/** The list of code spans that ends nearest in front of a place. */
function valuesBefore(lexemes: readonly Lexeme[], at: number): number[] {
  let i = at - 1;
  while (i >= 0 && at - i <= REACH && lexemes[i]?.type !== "code") i--;
  const found: number[] = [];
  for (; lexemes[i]?.type === "code"; i--) {
    found.unshift(i);
    while (isListWord(lexemes[i - 1]) && lexemes[i - 1]?.text !== "and") i--;
  }
  return found;
}
