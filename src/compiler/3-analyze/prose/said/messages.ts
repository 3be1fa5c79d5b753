// What an outcome says, and what it exits with; and messages without a name that end in two ways.
import type { Claim } from "../claim.ts";
import { formSet } from "../text/form-set.ts";
import type { Lexeme } from "../text/lexemes.ts";
import { type Match, matches } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../text/words.ts";
import type { Thing } from "../things.ts";
import { claim, type Extractor, hasWord, placeOfMatch, type Reading } from "./reading.ts";

type Meaning = "message" | "exit";

const FORMS = formSet<Meaning>([
  ["S ~ @say … [, | :] Q", "message"],
  ["@say … [, | :] Q", "message"],
  ["@hearer (sees | gets | reads | hears | is told) [, | :] Q", "message"],
  ["@message (of | for) S ~ (is | reads | says | :) [:] Q", "message"],
  ["S 's @message ~ (is | reads | says | :) [:] Q", "message"],
  ["@message ~ (is | reads | says | :) [:] Q", "message"],
  ["S ~ @exits [with] [an] [exit] [status | code] [of] N", "exit"],
  ["S ~ has [the | an] exit (status | code) [of] N", "exit"],
  ["exit (status | code) (of | for) S ~ (is | :) N", "exit"],
  ["(exit | exits | exits with | exit status | exit code) N", "exit"],
]);

/** Messages and exit statuses of the one outcome that a sentence names, or of its topic. */
export const messages: Extractor = (sentence, reading) =>
  matches(sentence, FORMS, reading.effort).flatMap((match): Claim[] => {
    const subject = outcomeOf(match, sentence, reading);
    const denied = hasWord(sentence, match.start - 3, match.start, DENIALS);
    if (subject === undefined || denied) return [];
    const at = placeOfMatch(match, sentence);
    if (match.form.means === "exit")
      return match.count === undefined || match.count > 255
        ? []
        : [claim("exit status", subject, match.count, at, reading)];
    const { quote } = match;
    if (quote === undefined) return [];
    return [claim("message", subject, { text: quote.text }, quote.source, reading)];
  });

/** How far in front of what is said its outcome may be named. */
const REACH = 30;
const DENIALS = wordSet("without not no never than");

/** The outcome that is spoken of; undefined where there are several or none. */
function outcomeOf(match: Match<Meaning>, sentence: Sentence, { things, file }: Reading): Thing | undefined {
  const named = match.named.S;
  const lexemes =
    named === undefined
      ? sentence.lexemes.slice(Math.max(0, match.start - REACH), match.start).filter((l) => l.type === "code")
      : "names" in named
        ? named.names
        : [];
  const found = new Map(lexemes.flatMap((l): [string, Thing][] => keyed(things.outcome(l.text, file))));
  const [first, ...more] = found.values();
  if (first !== undefined || lexemes.length > 0) return more.length > 0 ? undefined : first;
  const meant: Lexeme | undefined = sentence.it ?? sentence.topic;
  return meant === undefined ? undefined : things.outcome(meant.text, file);
}

function keyed(thing: Thing | undefined): [string, Thing][] {
  return thing === undefined ? [] : [[thing.key, thing]];
}
