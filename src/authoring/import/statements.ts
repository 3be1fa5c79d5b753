// What a paragraph comes to: rules, sentences that nearly are, and guidance in the author's words.
import type { Nodes, Paragraph } from "mdast";
import { normativeWords } from "../../compiler/1-read/normative-words.ts";
import type { SourceText } from "../../compiler/1-read/source-text.ts";
import { type Above, leading, mayLimit } from "./context.ts";
import type { Detail, GuidancePiece, Near, RulePiece } from "./piece.ts";
import { doubtAbout, factsOf, type IsKnown, uncertaintyOf, withFolders } from "./plausible.ts";
import { besideRule, leadOf, type RuleWords, ruleWords } from "./rule-words.ts";
import { balanced, oneLine, type Said, sentencesOf } from "./said.ts";
import type { Suggest } from "./suggest/limited.ts";
import type { Suggestion } from "./suggest/suggestion.ts";
import { MOOD_OF } from "./suggest/vocabulary.ts";

export interface Reading {
  readonly source: SourceText;
  readonly isKnown: IsKnown;
  /** Whether labels of ours stand below it: then its author knows the language, and names what there is. */
  readonly isOurs?: boolean;
  /** What a text nearly is; nothing more from some number of texts on. */
  readonly suggest: Suggest;
}

/** Words by which a sentence takes back something of the one in front of it. */
const TAKES_BACK =
  /^[*_\s]*(?:unless|except|exception|only|but|however|if|when|apart from|other than|this (?:does not|doesn't))\b/i;

/** Words about the files of the sentence in front of it. */
const SPEAKS_OF_IT =
  /^[*_\s]*(?:please )?(?:never|do not|don't|must not) [a-z -]{3,30}\b(?:it|them|these|those|this)\b/i;
/** Words that forbid something for themselves. */
const FORBIDS = /^[*_\s]*(?:(?:you|we|agents) )?(?:should|can't|cannot|avoid|no)\b/i;

/** Reads a paragraph; `above` is what stands above it, the nearest last. `below` are the words of items below it. */
export function statementsOf(
  node: Paragraph,
  above: readonly Above[],
  below: readonly string[],
  reading: Reading,
): (RulePiece | GuidancePiece)[] {
  const { source, isKnown } = reading;
  if (isStruck(node, source))
    return [{ ...guidance(oneLine(textOf(node, source)), [], source, node), why: "it is struck out" }];
  const said = sentencesOf(withoutBox(node).children, source);
  const read = said.map((s) => ({ said: s, rule: ruleWords(s, source) }));
  const takesBack =
    read.some(({ said: s, rule }) => rule === undefined && mayTakeBack(s)) || below.length > 0;
  const backs = said.filter(
    (s) => mayTakeBack(s) && !FORBIDS.test(s.text) && reading.suggest(s.text).length === 0,
  );
  const odd = read.map(({ rule }) => (rule === undefined ? undefined : doubtAbout(rule.sentence, isKnown)));
  const doubts = read.map(({ rule }, i) => {
    if (rule === undefined || odd[i] !== undefined) return undefined;
    const limiting = above.findLast((a) => mayLimit(a, rule.sentence.form.lead));
    const reasons = [
      takesBack || rule.limited !== undefined
        ? "what stands beside it may limit it: then it is wider"
        : undefined,
      limiting === undefined
        ? undefined
        : `it stands under “${limiting.text.slice(0, 80)}”, which may limit it`,
      uncertaintyOf(rule.sentence, isKnown, reading.isOurs === true),
    ].filter((r) => r !== undefined);
    return reasons.length === 0 ? undefined : reasons.join("; ");
  });
  const isRule = read.map(({ rule }, i) => rule !== undefined && (odd[i] ?? doubts[i]) === undefined);
  const near = read.flatMap(({ said: s, rule }, i) =>
    isRule[i] === true
      ? []
      : nearsOf(
          s,
          rule,
          doubts[i],
          above,
          takesBack && backs.some((b) => b !== s),
          said[i - 1]?.text.replace(/[.!\s]+$/, ""),
          reading,
        ),
  );
  const why = near.length > 0 ? undefined : odd.find((o) => o !== undefined);
  if (!isRule.includes(true))
    return [
      {
        ...guidance(oneLine(textOf(withoutBox(node), source)), near, source, node),
        why,
        led: ledIn(said, above),
      },
    ];
  const pieces: (RulePiece | GuidancePiece)[] = [];
  for (const [i, { said: s, rule }] of read.entries()) {
    if (rule !== undefined && isRule[i] === true) {
      pieces.push(ruleOf(s, rule));
      if (rule.beside !== undefined) pieces.push(guidance(balanced(rule.beside), [], source, node));
    } else if (!isReason(s, near, pieces)) {
      const own = near.filter((n) => n.text === s.text);
      pieces.push(guidance(balanced(s.text), own, source, node));
    }
  }
  return pieces;
}

/** How many sentences look like rules by nothing but a lead above them. */
function ledIn(said: readonly Said[], above: readonly Above[]): number {
  const lead = leading(above)?.lead;
  if (lead !== "Never" && lead !== "Ask before") return 0;
  return said.filter((s) => normativeWords(s.tokens) === undefined).length;
}

/** Whether something of a paragraph is struck out: by two tildes or one, or by the tags for it. */
function isStruck(node: Nodes, source: SourceText): boolean {
  if (node.type === "delete") return true;
  if (node.type === "html") return /^<\/?(?:del|s|strike)\b/i.test(node.value);
  if (node.type === "text") return /(?:^|[\s(])~[^\s~/]|[^\s~/]~(?:$|[\s).,;:!])/.test(node.value);
  return "children" in node && node.children.some((c) => isStruck(c, source));
}

/** Whether a sentence beside a rule may limit it. One with a lead of its own says something for itself. */
function mayTakeBack(said: Said): boolean {
  if (TAKES_BACK.test(said.text)) return true;
  return leadOf(said.tokens) === undefined && besideRule(said.text) === "limit";
}

/** Takes a sentence as the reason of the rule in front of it, where it may be one. */
function isReason(said: Said, near: readonly Near[], pieces: (RulePiece | GuidancePiece)[]): boolean {
  const last = pieces[pieces.length - 1];
  if (last?.type !== "rule" || last.labels.some((l) => l.startsWith("Because: "))) return false;
  const isPlain = leadOf(said.tokens) === undefined && !near.some((n) => n.text === said.text);
  if (!isPlain || besideRule(said.text) !== "reason" || said.text.length > 300) return false;
  pieces[pieces.length - 1] = {
    ...last,
    labels: [...last.labels, `Because: ${balanced(said.text.replace(/^(?:because|since)\s+/i, ""))}`],
  };
  return true;
}

/** What a sentence nearly is, with what may limit it. */
function nearsOf(
  said: Said,
  rule: RuleWords | undefined,
  doubt: string | undefined,
  above: readonly Above[],
  takesBack: boolean,
  previous: string | undefined,
  { suggest }: Reading,
): Near[] {
  const place = { text: said.text, source: said.source };
  if (rule !== undefined && doubt !== undefined)
    return [{ sentence: withFolders(rule.sentence), reason: doubt, ...place }];
  const isLimited = takesBack && !mayTakeBack(said);
  const found = nearsUnder(said.text, above, isLimited, suggest);
  // “`x` is generated. Do not edit it.”
  const isAboutBefore = found.length === 0 && previous !== undefined && SPEAKS_OF_IT.test(said.text);
  const joined = isAboutBefore ? nearsUnder(`${previous}; ${said.text}`, above, isLimited, suggest) : found;
  return joined.map((n) => ({ ...n, ...place }));
}

/** What words nearly are below others. */
export function nearsUnder(
  text: string,
  above: readonly Above[],
  isLimited: boolean,
  suggest: Suggest,
): Suggestion[] {
  const lead = leading(above);
  const mood = lead?.lead === undefined ? undefined : MOOD_OF[lead.lead];
  const under =
    lead === undefined || mood === undefined ? undefined : { mood, text: lead.text, verb: lead.verb };
  const limiting = above.findLast((a) => a.narrow && (a !== lead || a.more));
  const notes = [
    ...(limiting === undefined
      ? []
      : [`“${limiting.text.replaceAll("**", "").slice(0, 80)}” above may limit it: then it is wider`]),
    ...(isLimited ? ["what stands beside it may limit it: then it is wider"] : []),
  ];
  return suggest(text, under).map(({ sentence, reason }) => ({
    sentence,
    reason: [reason, ...notes].join("; "),
  }));
}

function ruleOf(said: Said, { sentence, because, instead }: RuleWords): RulePiece {
  return {
    type: "rule",
    sentence: withFolders(sentence),
    labels: [
      ...(because === undefined ? [] : [`Because: ${balanced(because)}`]),
      ...(instead === undefined ? [] : [`Instead: ${balanced(instead)}`]),
    ],
    text: said.text,
    files: [],
    facts: factsOf(sentence.parsed),
    id: undefined,
    source: said.source,
  };
}

function guidance(text: string, near: readonly Near[], source: SourceText, node: Paragraph): GuidancePiece {
  const details: readonly Detail[] = [];
  return { type: "guidance", text, details, step: undefined, near, why: undefined, source: source.of(node) };
}

/** A paragraph without the mark of a box in front: `[!WARNING]`. */
function withoutBox(node: Paragraph): Paragraph {
  const [first, ...rest] = node.children;
  const mark = first?.type === "text" ? /^\[!\w{1,20}\]\s*/.exec(first.value)?.[0].length : undefined;
  if (first?.type !== "text" || mark === undefined || first.position === undefined) return node;
  const value = first.value.slice(mark);
  if (value === "") return { ...node, children: rest };
  const { start, end } = first.position;
  // In a quotation the signs in front of the lines are part of what is written, and of no value.
  const offset = (end.offset ?? 0) - value.length;
  return {
    ...node,
    children: [{ ...first, value, position: { start: { ...start, offset }, end } }, ...rest],
  };
}

/** A paragraph as written. */
export function textOf(node: Paragraph, source: SourceText): string {
  const [first, last] = [node.children[0], node.children[node.children.length - 1]];
  const start = first?.position?.start.offset ?? 0;
  return source.slice(start, last?.position?.end.offset ?? start);
}
