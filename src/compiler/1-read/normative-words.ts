// Which words make a sentence read like a rule. Taken from what public instruction files and runbooks really say; the
// figures are in docs/decisions/census.md.
import type { Lead } from "./grammar/productions.ts";
import type { Token } from "./tokens.ts";

/** First words of a clause that forbids or demands, and the lead that says the same where there is one. */
const STARTS: readonly { readonly words: readonly string[]; readonly lead?: Lead }[] = [
  { words: ["do", "not"], lead: "Never" },
  { words: ["don't"], lead: "Never" },
  { words: ["don’t"], lead: "Never" },
  { words: ["never"], lead: "Never" },
  { words: ["always"], lead: "Always" },
  { words: ["must"], lead: "Always" },
  { words: ["prefer"], lead: "Prefer" },
  { words: ["require"], lead: "Require" },
  { words: ["ask", "before"], lead: "Ask before" },
  { words: ["ask", "first"] },
  { words: ["avoid"] },
  { words: ["ensure"] },
  { words: ["make", "sure"] },
  { words: ["only"] },
];

/** Starts that are common in descriptions too ("only two were left"): they count at the head of a sentence alone. */
const HEAD_ONLY: readonly string[] = ["only", "ensure", "avoid", "prefer", "require"];

/** Words that make a rule of a sentence wherever they stand. */
const ANYWHERE: readonly (readonly string[])[] = [
  "must",
  "shall",
  "mustn't",
  "mustn’t",
  "do not",
  "don't",
  "don’t",
  "should not",
  "shouldn't",
  "shouldn’t",
  "should never",
  "should always",
  "should only",
  "you should",
  "we should",
  "agents should",
  "the agent should",
  "you never",
  "you always",
  "we never",
  "we always",
  "may not",
  "may only",
  "can only be",
  "not allowed",
  "not permitted",
  "no longer allowed",
  "forbidden",
  "prohibited",
  "mandatory",
  "is required",
  "are required",
  "has to be",
  "have to be",
  "needs to be",
  "need to be",
  "is not to be",
  "are not to be",
  "under no circumstances",
  "on no account",
  "refrain from",
  "instead of",
  "without asking",
  "without approval",
].map((phrase) => phrase.split(" "));

/** The same by their first words, for a look at each word of a document. */
const ANYWHERE_BY_WORD = byFirstWord(ANYWHERE.map((words) => ({ words })));
const CLAUSES_BY_WORD = byFirstWord(STARTS.filter((s) => !HEAD_ONLY.includes(s.words[0] ?? "")));

type Phrase = Pick<(typeof STARTS)[number], "words">;

function byFirstWord(phrases: readonly Phrase[]): ReadonlyMap<string, readonly Phrase[]> {
  const found = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const first = phrase.words[0] ?? "";
    found.set(first, [...(found.get(first) ?? []), phrase]);
  }
  return found;
}

/** Why a sentence reads like a rule; `lead` and `length` where it opens with the words of one. */
export interface Normative {
  readonly lead: Lead | undefined;
  readonly length: number;
}

/** Whether a sentence reads like a rule; undefined for a description. */
export function normativeWords(sentence: readonly Token[]): Normative | undefined {
  const head = STARTS.find((s) => startsWith(sentence, 0, s.words));
  if (head !== undefined) return { lead: head.lead, length: head.words.length };
  for (const [i, { type, text }] of sentence.entries()) {
    if (type !== "word") continue;
    const word = text.toLowerCase();
    const stands = ({ words }: Phrase): boolean => startsWith(sentence, i, words);
    const clause = i > 0 && isBreak(sentence[i - 1]) && CLAUSES_BY_WORD.get(word)?.some(stands) === true;
    if (clause || ANYWHERE_BY_WORD.get(word)?.some(stands) === true) return { lead: undefined, length: 0 };
  }
  return undefined;
}

function startsWith(sentence: readonly Token[], at: number, words: readonly string[]): boolean {
  return words.every((word, i) => {
    const token = sentence[at + i];
    return token?.type === "word" && token.text.toLowerCase() === word;
  });
}

/** A mark that begins another clause. */
function isBreak(token: Token | undefined): boolean {
  return token?.type === "mark" && ",—–-(".includes(token.text);
}
