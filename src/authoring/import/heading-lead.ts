// The lead that a heading, or the words in front of a list, give to what stands below: “Forbidden commands”, “Ask first”.
import type { Lead } from "../../compiler/1-read/grammar/productions.ts";

export interface HeadingLead {
  readonly lead: Lead;
  /** “Do not edit:” gives a verb too. */
  readonly verb: string;
  /** Whether they say more than that. */
  readonly more: boolean;
  /** Whether nothing but the words of a lead stand there: “Never”, “Ask first”. */
  readonly alone: boolean;
}

/** Words of a lead, the longer ones first. */
const LEADS: readonly (readonly [words: readonly string[], lead: Lead, isWhole?: boolean])[] = (
  [
    ["never do this", "Never"],
    ["never do", "Never"],
    ["never ever", "Never"],
    ["must never", "Never"],
    ["must not", "Never"],
    ["never allowed", "Never"],
    ["not allowed", "Never"],
    ["not permitted", "Never"],
    ["do not", "Never"],
    ["not to do", "Never"],
    ["off limits", "Never"],
    ["never", "Never"],
    ["don't", "Never"],
    ["donts", "Never"],
    ["don'ts", "Never"],
    ["forbidden", "Never"],
    ["prohibited", "Never"],
    ["disallowed", "Never"],
    ["banned", "Never"],
    ["ask first", "Ask before"],
    ["ask before", "Ask before"],
    ["ask the user before", "Ask before"],
    ["ask the user first", "Ask before"],
    ["ask for approval before", "Ask before"],
    ["ask for permission before", "Ask before"],
    ["check with the user before", "Ask before"],
    ["confirm before", "Ask before"],
    ["confirm with the user before", "Ask before"],
    ["get approval before", "Ask before"],
    ["approval required", "Ask before"],
    ["requires approval", "Ask before"],
    ["require approval", "Ask before"],
    ["requiring approval", "Ask before"],
    ["needs approval", "Ask before"],
    ["need approval", "Ask before"],
    ["needing approval", "Ask before"],
    ["requires permission", "Ask before"],
    ["require permission", "Ask before"],
    ["requiring permission", "Ask before"],
    ["permission required", "Ask before"],
    ["require confirmation", "Ask before"],
    ["requires confirmation", "Ask before"],
    ["requiring confirmation", "Ask before"],
    ["confirmation required", "Ask before"],
    ["always do", "Always"],
    ["always", "Always"],
  ] as const
).map(([words, lead]) => [words.split(" "), lead]);

/** Words beside a lead that change nothing. */
const PLAIN: ReadonlySet<string> = new Set(
  (
    "what things thing you we agents agent ai must should are is which that and the a an to of all any ever following these this " +
    "those commands command actions action operations operation rules rule git shell terminal strictly absolutely explicitly " +
    "hard run running execute use do doing under circumstances here below protected files file paths path areas area generated sensitive critical boundaries boundary off please i will " +
    "explicit user human operator prior always first them list patterns practices without asking"
  ).split(" "),
);
const VERBS: ReadonlySet<string> = new Set(
  "edit editing modify modifying touch touching change changing commit committing delete deleting remove removing read reading".split(
    " ",
  ),
);
/** Words that turn a lead around, or make it a question of when. */
const NOT_A_LEAD =
  /\b(?:allowed|safe|permitted|approved) (?:commands|actions)\b|\bwithout asking\b|\bno need\b/;
const LONGEST = 40;
/** Last words of a lead behind which a verb may stand. */
const OPENS: ReadonlySet<string> = new Set(["never", "not", "don't", "ever", "always", "before"]);

/** Reads the words of a heading; undefined where they give no lead. */
export function headingLead(text: string): HeadingLead | undefined {
  const bare = text.replaceAll("**", "").trim();
  // “**Never commit.**” is a sentence of its own, and speaks of nothing below it.
  if (/^[^.!?:]*[.!?]$/.test(bare)) return undefined;
  const apart = bare.replace(/\([^()]{0,120}\)/g, " ");
  const found = readLead(apart) ?? readLead(bare);
  const asks = found?.lead === "Never" && ASKS.test(bare);
  return found === undefined || !asks ? found : { ...found, lead: "Ask before", more: false };
}

/** Words by which a person may allow what is forbidden. */
const ASKS =
  /\b(?:without|unless|until)\b[^.:]{0,40}\b(?:permission|approval|confirmation|ask|asks|asked|asking|requests|requested|instructed|consent|authori[sz]ation)\b/i;

function readLead(text: string): HeadingLead | undefined {
  const plain = text.toLowerCase().replaceAll("’", "'").replaceAll("-", " ");
  const [sentence = ""] = plain.split(/[.!?](?:\s|$)/, 1);
  const words = sentence
    .replace(/[^\p{L}' ]+/gu, " ")
    .split(" ")
    .filter((w) => w !== "");
  if (words.length > LONGEST || NOT_A_LEAD.test(words.join(" "))) return undefined;
  // “Commands requiring explicit user approval” has words between that say who is asked.
  const core = words.filter(
    (w) => !["explicit", "user", "human", "operator", "prior", "your", "my"].includes(w),
  );
  for (const [i] of core.entries()) {
    const found = LEADS.find(([own]) => own.every((w, n) => core[i + n] === w));
    if (found === undefined) continue;
    const [own, lead] = found;
    const front = core.slice(0, i);
    const behind = core.slice(i + own.length);
    if (front.some((w) => !PLAIN.has(w)) && !front.includes("following")) return undefined;
    // “Never skip hooks” says what is forbidden by itself.
    const next = behind[0] ?? "run";
    const isSentence = OPENS.has(own[own.length - 1] ?? "") && !PLAIN.has(next) && !VERBS.has(next);
    if (isSentence) return undefined;
    const verb = behind.find((w) => !PLAIN.has(w)) ?? "";
    const isVerb = VERBS.has(verb);
    const more = behind.some((w) => !PLAIN.has(w) && w !== (isVerb ? verb : ""));
    const alone =
      front.length +
        behind.filter((w) => !["the", "following", "this", "these", "any", "of"].includes(w)).length ===
      0;
    return { lead, verb: isVerb ? verb : "", more: more && !(isVerb && isAboutFiles(behind)), alone };
  }
  return undefined;
}

function isAboutFiles(words: readonly string[]): boolean {
  return words.every(
    (w) => PLAIN.has(w) || VERBS.has(w) || ["file", "files", "folders", "directories", "or"].includes(w),
  );
}
