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

/** Why a sentence reads like a rule; `lead` and `length` where it opens with the words of one. */
export interface Normative {
  readonly lead: Lead | undefined;
  readonly length: number;
}

/** Whether a sentence reads like a rule; undefined for a description. */
export function normativeWords(sentence: readonly Token[]): Normative | undefined {
  const head = STARTS.find((s) => startsWith(sentence, 0, s.words));
  if (head !== undefined) return { lead: head.lead, length: head.words.length };
  for (let i = 0; i < sentence.length; i++) {
    if (ANYWHERE.some((words) => startsWith(sentence, i, words))) return { lead: undefined, length: 0 };
    const clause = i > 0 && isBreak(sentence[i - 1]);
    if (
      clause &&
      STARTS.some((s) => !HEAD_ONLY.includes(s.words[0] ?? "") && startsWith(sentence, i, s.words))
    ) {
      return { lead: undefined, length: 0 };
    }
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
