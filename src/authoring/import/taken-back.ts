// What stands behind rules and limits them: “In CI this is fine.”, “These rules don't apply to hotfix branches.”
import type { Piece } from "./piece.ts";
import { demoted } from "./scope.ts";

/** Words for what was said before. */
const BEFORE =
  /\b(?:this|that|these|those|it|they|above|previous|earlier|rules?|exceptions?|exempt\w*|unless|except|restrictions?|the same)\b/i;
/** Words that allow something, or say where and for whom. */
const LIMITS =
  /\b(?:may|might|can|could|allow\w*|permit\w*|fine|ok|okay|acceptable|safe|appl(?:y|ies|icable)|exempt\w*|exclud\w*|exceptions?|except|unless|only|optional\w*|ignored?|skip|lifted|waived|however|but)\b/i;
/** A few words that say nothing but where or when. */
const PLACE = /^(?:only|on|in|for|except|unless|but|when|if|during|outside)\b[^,`.:;]{1,36}[.:]?$/i;
/** Words that say something for themselves. */
const OWN =
  /^(?:never|do not|don't|always|must|use|run|prefer|ask|keep|make|write|avoid|add|see|check|ensure)\b/i;
const ALL = /\b(?:these|those|they|rules|above|exceptions?|except|unless|all|restrictions)\b/i;
/** Words that what takes something back begins with, or holds. */
const OPENS =
  /^(?:this|that|these|those|it|they|the (?:above|same|rules?|restrictions?)|above|exceptions?|except|unless|only|but|however|in|on|for|outside|during|when|if|rules?)\b/i;
const SPEAKS =
  /\b(?:(?:this|that|these|those|above|previous) (?:rules?|restrictions?|commands?)|not apply|n't apply|exempt\w*|exceptions?)\b/i;
/** Longer words tell a story. */
const LONGEST = 300;

/** Whether words limit what was said before them: the one thing, or all of it. */
export function takesBack(words: string): "one" | "all" | undefined {
  const text = words.replace(/[*_]{1,3}/g, "").trim();
  if (text.length > LONGEST || OWN.test(text) || /\bno exceptions?\b/i.test(text)) return undefined;
  const speaks = OPENS.test(text) || SPEAKS.test(text);
  const limits = (speaks && BEFORE.test(text) && LIMITS.test(text)) || PLACE.test(text);
  if (!limits) return undefined;
  return ALL.test(text) ? "all" : "one";
}

/** Whether a heading names exceptions from what stands in front of it. */
export function isExceptions(heading: string): boolean {
  return (
    /\b(?:exceptions?|exemptions?|exempted)\b/i.test(heading) &&
    !/\b(?:no exceptions?|handling|errors?|try|catch)\b/i.test(heading)
  );
}

/** A rule as a suggestion: what stands behind it may limit it. Other pieces stay as they are. */
export function limitedBy(words: string, piece: Piece): Piece {
  // A rule with an id is one of ours: its author knows what limits it, and what doesn't.
  if (piece.type !== "rule" || piece.id !== undefined) return piece;
  const text = words.length > 80 ? `${words.slice(0, 77).trimEnd()}…` : words;
  const reason = `“${text}” stands behind it and may limit it: then it is wider`;
  const { sentence, text: said, source } = piece;
  return { ...demoted(piece, undefined), near: [{ sentence, reason, text: said, source }] };
}
