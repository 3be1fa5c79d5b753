// What stands above a sentence and may limit it, or give it its lead: headings, the words in front of a list.

import type { Lead } from "../../compiler/1-read/grammar/productions.ts";
import { forbids, isGeneral, isNarrow } from "./general.ts";
import { headingLead } from "./heading-lead.ts";
import type { IsKnown } from "./plausible.ts";

/** Words of a heading, or in front of a list. */
export interface Above {
  readonly text: string;
  /** The lead that they give to what stands below: “Never:”, “Do not”. */
  readonly lead: Lead | undefined;
  /** The verb that they give to it too: “Do not edit:”. Empty where they give none. */
  readonly verb: string;
  /** Whether they say more than the lead: “… on production”. */
  readonly more: boolean;
  /** Whether they may limit what stands below them, or take it back. */
  readonly narrow: boolean;
  /** Whether only what forbids something agrees with them. */
  readonly forbids: boolean;
}

/** What words stand above: the title of a document is in doubt general, a heading and an introduction are not. */
export type Place = "title" | "heading" | "sentence";

/** Titles and sentences that limit what stands below them. */
const LIMITING =
  /^(?:when|if|while|during|only|unless|until|outside)\b|^(?:in|on|for) (?!(?:this|the|all|every\w*|ai|coding|our|any|agents?|contributors?|humans|developers)\b)|\b(?:in|on|for) (?!(?:this|the|all|every|any|our|a|an)\b)[\w-]{1,40}[:,]?$/i;

/** Sentences that say something of what follows them, or that something was otherwise. */
const SPEAKS_OF_BELOW =
  /\b(?:following|follows|these|this|those|below|here|rules?|list|apply|applies|previously|formerly|used to|no longer|deprecated|obsolete|outdated)\b|^(?:we|you|agents?|earlier|until|before|after|in|on|for|as)\b/i;

/** Sentences that give their lead to a list below them. */
const SPEAKS_OF_COMMANDS = /^[^.!?]{0,200}\b(?:following|these|this|any of)\b|^[^.!?]{1,40}$/i;

/** More is read as narrow: it says more than what kind of text follows. */
const LONGEST = 400;

/** Words in front of a list, or a heading, as they bear on what stands below. */
export function aboveOf(text: string, place: Place, isKnown: IsKnown): Above {
  const short = text.slice(0, LONGEST);
  const found = place === "sentence" && !SPEAKS_OF_COMMANDS.test(short) ? undefined : headingLead(short);
  const { lead, verb, more } = found ?? { lead: undefined, verb: "", more: false };
  const isOnly = found !== undefined && !more && verb === "" && found.alone;
  const narrow = !isOnly && (text.length > LONGEST || inDoubt(short, place, isKnown));
  return {
    text,
    lead,
    verb,
    more,
    narrow,
    forbids: lead === "Never" || (place === "heading" && forbids(short)),
  };
}

/** Headings, and what looks like one, are general or they limit; titles and sentences have to say so. */
function inDoubt(text: string, place: Place, isKnown: IsKnown): boolean {
  if (place === "heading" || (place === "sentence" && /^[^.!?]{1,40}$/.test(text)))
    return !isGeneral(text, isKnown);
  if (LIMITING.test(text)) return true;
  return isNarrow(text) && (place === "title" || SPEAKS_OF_BELOW.test(text));
}

/** Words that limit whatever stands below them. */
export function narrowing(above: Above): Above {
  return { ...above, narrow: true };
}

/** Whether words above may limit a rule with such a lead below them, take it back, or turn it around. */
export function mayLimit(above: Above, lead: Lead): boolean {
  if (above.narrow || (above.forbids && lead !== "Never")) return true;
  return above.lead === "Ask before" && lead !== "Ask before";
}

/** The words above that give a sentence its lead: the nearest ones that bear on it. */
export function leading(above: readonly Above[]): Above | undefined {
  const last = above.findLast((a) => a.lead !== undefined || a.narrow);
  return last?.lead === undefined ? undefined : last;
}
