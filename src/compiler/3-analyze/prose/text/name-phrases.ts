// Code spans with the words that belong to them: "the task `x`", "`x`, which runs at night,", "this task".
import type { Lexeme } from "./lexemes.ts";
import { DETERMINERS, FILLERS, NOUNS, wordSet } from "./words.ts";

/** How many words may stand between "the" and the code span. */
const MOST_WORDS = 4;
/** How long a clause between commas behind a code span may be. */
const LONGEST_CLAUSE = 18;

const ASIDE_WORDS = wordSet("which who that being a an the run started like as with");
const CLAUSE_MARKS: ReadonlySet<string> = new Set([...",;:—–-()[]*•→⇒|/#>.↓"]);
const CLAUSE_WORDS = wordSet(
  "and but then so because since while whereas as that also or note nb yes here there meanwhile",
  "sure ensure otherwise though although today",
);
/** Words that make the name behind them something that the clause only hangs on. */
const RELATION_WORDS = wordSet(
  "after once when behind before with without for of in on to by from until unlike like besides",
  "despite during if unless upon following as than",
);

/** The code span at or shortly behind a place, with its end; `ends` are other ends that it may have. */
export function nameAt(
  lexemes: readonly Lexeme[],
  at: number,
): { readonly name: Lexeme; readonly end: number; readonly ends: readonly number[] } | undefined {
  let next = at;
  while (next - at < MOST_WORDS && isBelonging(lexemes[next])) next++;
  const name = lexemes[next];
  if (name?.type !== "code") return undefined;
  let end = next + 1;
  const ends = [end];
  const noun = lexemes[end];
  if (noun?.type === "word" && NOUNS.has(noun.text)) ends.push(++end);
  const behind = behindClause(lexemes, next, end);
  return { name, end, ends: behind === undefined ? ends : [...ends, behind] };
}

/** The end of a clause between commas, or of the comma behind a name that is itself an apposition. */
function behindClause(lexemes: readonly Lexeme[], name: number, at: number): number | undefined {
  if (lexemes[at]?.text !== ",") return undefined;
  const before = lexemes[name - 1];
  if (before?.text === "," && lexemes[name - 2]?.type !== "code") return at + 1;
  const word = lexemes[at + 1];
  if (word?.type !== "word" || !ASIDE_WORDS.has(word.text)) return undefined;
  for (let i = at + 2; i < at + LONGEST_CLAUSE; i++) {
    const lexeme = lexemes[i];
    if (lexeme === undefined || lexeme.type === "code" || lexeme.type === "time") return undefined;
    if (lexeme.text === ",") return i + 1;
  }
  return undefined;
}

function isBelonging(lexeme: Lexeme | undefined): boolean {
  return (
    lexeme?.type === "word" &&
    (DETERMINERS.has(lexeme.text) || NOUNS.has(lexeme.text) || /^\d$/.test(lexeme.text))
  );
}

/** Words between the names of a list. */
export function isListWord(lexeme: Lexeme | undefined): boolean {
  return lexeme?.type !== "code" && [",", "and", "or", "/", "&", "+", "|"].includes(lexeme?.text ?? "");
}

/** The end of "it", "this", "this task", "the task" where they stand for a name. */
export function pronounAt(lexemes: readonly Lexeme[], at: number): number | undefined {
  const [first, second, third] = [lexemes[at], lexemes[at + 1], lexemes[at + 2]];
  if (first?.type !== "word") return undefined;
  const opens = at === 0 || lexemes[at - 1]?.text === ":";
  if (opens && first.text === "task" && second?.type === "word" && !NOUNS.has(second.text)) return at + 1;
  const isThe = ["this", "the", "that"].includes(first.text);
  if (isThe && second?.type === "word" && NOUNS.has(second.text) && third?.type !== "code") return at + 2;
  if (["it", "this"].includes(first.text) && second?.type !== "code") return at + 1;
  return undefined;
}

/** Whether a name that stands here, or the words in front of it, open a clause and are no part of something else. */
export function opensClause(lexemes: readonly Lexeme[], at: number): boolean {
  let before = at - 1;
  while (at - before <= MOST_WORDS && isBelonging(lexemes[before])) before--;
  while (at - before <= 2 * MOST_WORDS && isFiller(lexemes[before])) before--;
  const lexeme = lexemes[before];
  if (lexeme === undefined) return true;
  if (lexeme.type !== "word") {
    if (lexeme.type !== "mark" || !CLAUSE_MARKS.has(lexeme.text)) return false;
    return !isListWord(lexeme) || !isInList(lexemes, before);
  }
  if (lexeme.text === "of")
    return ["run", "execution", "runs", "call"].includes(lexemes[before - 1]?.text ?? "");
  if (["running", "executing", "performing"].includes(lexeme.text)) return true;
  if (!CLAUSE_WORDS.has(lexeme.text)) return false;
  return !isListWord(lexeme) || !isInList(lexemes, before);
}

/** Whether a separator stands between two names of one list, and not behind "After `a`". */
function isInList(lexemes: readonly Lexeme[], separator: number): boolean {
  let at = separator - 1;
  if (isListWord(lexemes[at])) at--;
  if (lexemes[at]?.type !== "code") return false;
  at--;
  while (separator - at <= 2 * MOST_WORDS && isBelonging(lexemes[at])) at--;
  const before = lexemes[at];
  return before?.type !== "word" || !RELATION_WORDS.has(before.text);
}

/** A word that may stand anywhere and says nothing of order or figures. */
export function isFiller(lexeme: Lexeme | undefined): boolean {
  return lexeme?.type === "word" && FILLERS.has(lexeme.text);
}
