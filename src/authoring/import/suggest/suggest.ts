// Sentences that nearly parse, in words that do: the suggestions that an author gets.
import { headingLead } from "../heading-lead.ts";
import type { IsKnown } from "../plausible.ts";
import { canonicalOf } from "./canonical.ts";
import { draftsOf } from "./clauses.ts";
import type { Draft } from "./compose.ts";
import { withCommon } from "./programs.ts";
import type { Suggestion } from "./suggestion.ts";
import { MOOD_OF, type Mood } from "./vocabulary.ts";
import { suggestWhole } from "./whole.ts";

/** Longer sentences say more than one thing. */
const LONGEST = 600;

/** What stands above a sentence: its mood, its words, and the verb that it gives to what has none. */
export interface Under {
  readonly mood: Mood;
  readonly text: string;
  readonly verb: string;
}

/**
 * The rules that a sentence of an author nearly is; none where none comes near. `under` is what stands above it: “Never:”
 * and its like, with its words.
 */
export function suggest(text: string, isKnown: IsKnown, under?: Under): Suggestion[] {
  if (text.length > LONGEST) return [];
  const known = withCommon(isKnown);
  const plain = outsideCode(text.replace(/\[([^[\]]{1,80})\]\([^()\s]{0,200}\)/g, "$1"), (part) =>
    part
      .replace(/["“]([^"“”]{1,80})["”]/g, "`$1`")
      .replace(/<\/?[a-zA-Z][\w-]{0,40}>/g, " ")
      .replaceAll("**", "")
      .replaceAll("__", ""),
  );
  const split = withPrograms(plain, known);
  const found: Suggestion[] = [];
  const whole = suggestWhole(text, known);
  const drafts = under?.verb ? draftsOf(`${under.verb} ${split}`, under.mood, known) : [];
  const own = drafts.length > 0 ? drafts : draftsOf(split, under?.mood, known);
  for (const { words, reasons } of own.length > 0 ? own : labelledDrafts(split, known)) {
    const sentence = canonicalOf(words, known);
    if (sentence === undefined || found.some((f) => f.sentence === sentence)) continue;
    const above =
      under === undefined
        ? []
        : [`it stands under “${under.text.replaceAll("**", "").replace(/:+$/, "").slice(0, 80)}”`];
    const all = [...new Set([...above, ...reasons])];
    found.push({ sentence, reason: all.length === 0 ? "its words are others" : all.join("; ") });
  }
  return found.length > 0 || whole === undefined ? found : [whole];
}

/** “Forbidden: `x`, `y`”, and a sign that forbids in front of a command. */
function labelledDrafts(text: string, isKnown: IsKnown): Draft[] {
  const sign = /^[\s-]*(?:❌|🚫|⛔)\s*(?=`)/u.exec(text)?.[0];
  if (sign !== undefined) return draftsOf(text.slice(sign.length), "never", isKnown);
  const label = /^[^`:]{3,60}:\s/.exec(text)?.[0];
  const lead = label === undefined ? undefined : headingLead(label);
  const mood = lead === undefined ? undefined : MOOD_OF[lead.lead];
  if (label === undefined || lead === undefined || mood === undefined) return [];
  const notes = lead.more ? [`“${label.replace(/:\s*$/, "").trim()}” may limit it: then it is wider`] : [];
  const drafts = draftsOf(`${lead.verb} ${text.slice(label.length)}`.trim(), mood, isKnown);
  return drafts.map((d) => ({ ...d, reasons: [...d.reasons, ...notes] }));
}

/** “npm/yarn” as two programs. */
function withPrograms(text: string, isKnown: IsKnown): string {
  return outsideCode(text, (part) =>
    part.replace(/(^|[\s(])([a-z]{2,12})\/([a-z]{2,12})(?=$|[\s),.;:])/g, (whole, before, one, two) =>
      isKnown(one) && isKnown(two) ? `${before}${one} or ${two}` : whole,
    ),
  );
}

/** Changes what stands outside of backticks. */
function outsideCode(text: string, change: (part: string) => string): string {
  return text
    .split("`")
    .map((part, i) => (i % 2 === 1 ? part : change(part)))
    .join("`");
}
