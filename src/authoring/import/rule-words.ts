// A sentence of anybody's that is a rule as it stands: its lead in other words, and a reason behind it.
import { LEADS, type Lead } from "../../compiler/1-read/grammar/productions.ts";
import { MAX_TOKENS, readSentence, type Sentence } from "../../compiler/1-read/grammar/read-sentence.ts";
import type { SourceText } from "../../compiler/1-read/source-text.ts";
import type { Token } from "../../compiler/1-read/tokens.ts";
import { endOfSaid, type Said, textFrom } from "./said.ts";

export interface RuleWords {
  readonly sentence: Sentence;
  readonly because?: string;
  readonly instead?: string;
  /** Words behind it that may limit it. */
  readonly limited?: string;
  /** Words behind it that give no reason, and limit nothing. */
  readonly beside?: string;
}

/** Words that say the same as a lead, the longer ones first. */
const SAME: readonly (readonly [words: string, lead: Lead])[] = [
  ["do not ever", "Never"],
  ["do not", "Never"],
  ["don't ever", "Never"],
  ["don't", "Never"],
  ["must never", "Never"],
  ["must not", "Never"],
  ["mustn't", "Never"],
  ["shall not", "Never"],
  ["shall never", "Never"],
  ["must always", "Always"],
  ["must", "Always"],
  ["shall", "Always"],
  ...LEADS.map((lead): readonly [string, Lead] => [lead.toLowerCase(), lead]),
];
const PHRASES = SAME.map(([words, lead]) => ({ words: words.split(" "), lead }));

/** Who is meant, in front of such words. */
const WHO = [
  ["you"],
  ["we"],
  ["agents"],
  ["the", "agent"],
  ["please"],
  ["note"],
  ["important"],
  ["critical"],
  ["rule"],
];

/** Words by which what follows takes something back: it is no reason. */
const LIMITS =
  /\b(?:unless|except|exception|but|only|if|when|whenever|until|till|without|other than|outside|however|though|while|where|for now|during|before|after)\b/i;

/** Whether a text may take back something of what was said before it. */
export function limits(text: string): boolean {
  return LIMITS.test(text);
}

/** Words that allow something, or say where and for whom: what stands beside a rule limits it by them. */
const PERMITS =
  /\b(?:may|might|can|could|allow\w*|permit\w*|fine|ok|okay|acceptable|safe|good|applies|apply|applicable|exempt\w*|exclud\w*|ignore|skip|optional\w*|usually|normally|generally|mostly|sometimes|in|on|for|at|under|within|from|via|unlike|instead|yet|soon|now|not|no|never|always|rule|rules|this)\b/i;
/** Words in front of a reason. */
const OPENS_REASON =
  /^[\s*_(]*(?:because|since|as (?:it|they|this|that|there|we|you|others)|so that|otherwise|or else|reason:|why:|it would|that would|this would)\b/i;
/** Words of a harm, or of where something comes from: a sentence that has them says why. */
const HARM =
  /\b(?:lost|lose|loses|losing|break|breaks|broken|destroy\w*|delet(?:es|ed)|wip(?:es|ed)|overwrit\w*|rewrit(?:es|ten)|corrupt\w*|leak\w*|fail|fails|dangerous|generated|written by|made by)\b/i;
/** Words by which even a reason limits what it is given for. */
const NARROWS_REASON =
  /\b(?:may|allow\w*|permit\w*|fine|ok|okay|acceptable|applies|apply|exempt\w*|usually|normally|mostly|sometimes)\b|\b(?:in|on|for|at|to) (?:the )?(?:ci|cd|staging|prod(?:uction)?|main|master|dev|development|test|tests|windows|mac(?:os)?|linux|docker|local|humans?|reviewers?|agents?|[a-z]+ (?:branch|mode|phase|environment)s?)\b/i;

/** What stands beside a rule: a reason for it, something that may limit it, or something else. */
export function besideRule(text: string): "reason" | "limit" | "other" {
  if (limits(text.replace(/\binstead of\b/gi, "")) || NARROWS_REASON.test(text)) return "limit";
  if (OPENS_REASON.test(text) || (HARM.test(text) && !/\b(?:rules?|not|no)\b/i.test(text))) return "reason";
  return PERMITS.test(text) ? "limit" : "other";
}

/** The words in front of a rule's body: its lead and what stands behind it. Undefined where no such words open it. */
export function leadOf(
  tokens: readonly Token[],
): { readonly lead: Lead; readonly rest: readonly Token[] } | undefined {
  let words = tokens;
  while (words[0] !== undefined && words[0].type !== "word" && words[0].type !== "code")
    words = words.slice(1);
  const who = WHO.find((w) => startsWith(words, w));
  const behind = who === undefined ? words : words.slice(who.length);
  const own =
    who !== undefined && behind[0]?.type === "mark" && ":,!".includes(behind[0].text)
      ? behind.slice(1)
      : behind;
  const phrase = PHRASES.find((p) => startsWith(own, p.words));
  if (phrase === undefined) return undefined;
  const rest = own.slice(phrase.words.length);
  const mark = rest[0]?.type === "mark" && ":,".includes(rest[0].text);
  return { lead: phrase.lead, rest: mark ? rest.slice(1) : rest };
}

/** Reads a sentence as a rule; a reason at its end goes beside it. Undefined where it is none as it stands. */
export function ruleWords(said: Said, source: SourceText): RuleWords | undefined {
  const opening = leadOf(said.tokens);
  return opening === undefined ? undefined : ruleBehind(opening.lead, opening.rest, said, source);
}

/** The same for what stands behind a lead. */
function ruleBehind(
  lead: Lead,
  all: readonly Token[],
  said: Said,
  source: SourceText,
): RuleWords | undefined {
  const tokens = withoutEnd(all);
  if (tokens.length === 0 || tokens.length > MAX_TOKENS) return undefined;
  const whole = readSentence(lead, tokens, said.source);
  if ("sentence" in whole) return { sentence: whole.sentence };
  const ends = tokens
    .flatMap((token, i) => (i > 0 && opensReason(token, tokens[i + 1]) ? [i] : []))
    .slice(0, 6);
  for (const at of ends) {
    const head = tokens[at - 1]?.text === "," ? tokens.slice(0, at - 1) : tokens.slice(0, at);
    const read = readSentence(lead, head, said.source);
    if (!("sentence" in read)) continue;
    const behind = tokens.slice(tokens[at]?.type === "mark" ? at + 1 : at);
    const closing = tokens[at]?.text === "(" ? /\)?[.!*_\s]*$/ : /[*_\s]+$/;
    const text = textFrom(behind, source, endOfSaid(said, source)).replace(closing, "");
    return reasonOf(read.sentence, text);
  }
  return undefined;
}

/** What stands behind a rule is a reason, or what to do instead; all else is beside it, as what may limit it is. */
function reasonOf(sentence: Sentence, written: string): RuleWords | undefined {
  const text = written.replace(/^[-–—\s]+/, "");
  const plain = text.replace(/^(?:because|since|as)\s+/i, "");
  if (plain === "") return { sentence };
  const isInstead = /\binstead\b/i.test(text) || /^(?:use|run|prefer)\b/i.test(text);
  if (
    sentence.form.lead === "Never" &&
    isInstead &&
    !limits(text.replace(/\binstead of\b/gi, "")) &&
    !NARROWS_REASON.test(text)
  )
    return { sentence, instead: text.replace(/^instead[,:]?\s+/i, "").replace(/ instead\.?$/i, "") };
  const kind = besideRule(text);
  if (kind === "reason") return { sentence, because: plain };
  return kind === "limit" ? { sentence, limited: text } : { sentence, beside: text };
}

function opensReason({ type, text }: Token, next: Token | undefined): boolean {
  if (type === "mark") return "—–-(;:".includes(text);
  const [word, behind] = [text.toLowerCase(), next?.text.toLowerCase() ?? ""];
  if (type !== "word") return false;
  if (word === "so") return behind === "that";
  if (word === "as") return ["it", "they", "this", "that", "there", "we", "you", "others"].includes(behind);
  return ["because", "since", "otherwise", "-", "--"].includes(word);
}

function withoutEnd(tokens: readonly Token[]): readonly Token[] {
  const last = tokens[tokens.length - 1];
  return last?.type === "mark" && ".!".includes(last.text) ? withoutEnd(tokens.slice(0, -1)) : tokens;
}

function startsWith(tokens: readonly Token[], words: readonly string[]): boolean {
  return words.every((word, i) => {
    const token = tokens[i];
    return token?.type === "word" && token.text.toLowerCase().replace("’", "'") === word;
  });
}
