// What stands behind a deed: whom to ask, what has to come first, a reason, or a condition that a suggestion leaves out.
import { besideRule } from "../rule-words.ts";
import { quote } from "./lex.ts";
import { type Clause, namesAt } from "./objects.ts";
import { longest, matchAt, phrase } from "./phrase.ts";
import { isCommandText } from "./programs.ts";
import { DOING, IDLE, MANNER, STRENGTHENING, TAIL_OPENERS } from "./vocabulary.ts";

export interface Tail {
  /** Whether a person may allow it. */
  readonly asks: boolean;
  /** Commands that have to come first. */
  readonly first: readonly string[];
  /** Options that have to be there. */
  readonly options: readonly string[];
  /** Commands or doings in front of which it has to be done. */
  readonly before: readonly string[];
  readonly notes: readonly string[];
}

const NOTHING: Tail = { asks: false, first: [], options: [], before: [], notes: [] };
/** Words in front of whom to ask, and the words of asking behind them. */
const ASK_OPENERS: ReadonlySet<string> = new Set(
  "without unless until till except if when only after with upon requires require needs need".split(" "),
);
const ASK_WORDS =
  /^(?:ask(?:s|ed|ing)?|requests?|requested|instruct(?:s|ed|ion|ions)?|told|tells?|permission|permissions|approv(?:al|es?|ed)|confirm(?:s|ed|ation)?|consent(?:s|ed)?|authori[sz](?:ed|es|ation)|permitted|sign-?off|go-ahead|checking|consulting|say|says|directed|demands?)$/;
/** Asking of those is a question to a person; a condition of other words may say the same of a machine. */
const PERSON =
  /\b(?:user|users|user's|human|operator|me|us|i|we|my|our|you|your|maintainers?|owner|team|lead|explicit|explicitly|prior|being|first|specifically|asking|permission|consent|approval|confirmation|authori[sz]ation|asked|requested|told|instructed|sign-?off|clear|directly|approved|checking|consulting)\b/;

/** Reads what stands from a place on. `mayWait` says that “before …” gives an order of two commands. */
export function tailAt(clause: Clause, at: number, mayWait: boolean): Tail {
  const { words, sentence } = clause;
  let i = at;
  const manner: string[] = [];
  while (
    words[i] !== undefined &&
    (IDLE.has(words[i]?.low ?? "") ||
      MANNER.has(words[i]?.low ?? "") ||
      /^[.!,)?]$/.test(words[i]?.text ?? ""))
  ) {
    if (MANNER.has(words[i]?.low ?? "")) manner.push(wider(words[i]?.low ?? ""));
    i++;
  }
  const rest = words.slice(i);
  if (rest.length === 0) return { ...NOTHING, notes: manner };
  const asked = askingAt(clause, i);
  if (asked !== undefined) {
    const front = quote(sentence, words.slice(i, asked.from));
    return {
      ...NOTHING,
      asks: true,
      notes: [
        ...manner,
        ...(/[\p{L}]/u.test(front) && !STRENGTHENING.test(front.toLowerCase()) ? [wider(front)] : []),
      ],
    };
  }
  const order = orderAt(clause, i, mayWait);
  if (order !== undefined) return { ...order, notes: [...manner, ...order.notes] };
  return {
    ...NOTHING,
    notes: [
      ...manner,
      ...besideNote(
        quote(sentence, rest),
        sentence.slice(rest[0]?.from, rest.at(-1)?.to),
        words[i - 1]?.text === ",",
      ),
    ],
  };
}

function wider(text: string): string {
  const plain = text.replace(/[.,;:!]+$/, "").replace(/^([^(]*)\)$/, "$1");
  return `“${plain}” is not in it, so it is wider`;
}

/** Where a person is named who may allow it. */
function askingAt({ words }: Clause, at: number): { readonly from: number } | undefined {
  for (let i = at; i < Math.min(words.length, at + 14); i++) {
    if (!ASK_OPENERS.has(words[i]?.low ?? "")) continue;
    const near = words.slice(i, i + 11);
    const word = near.findIndex((w) => w.kind === "word" && ASK_WORDS.test(w.low));
    if (word < 0 || near.slice(0, word).some((w) => w.kind === "mark" && w.text !== "(")) continue;
    const text = near
      .slice(1, word + 3)
      .map((w) => w.low)
      .join(" ");
    if (PERSON.test(text)) return { from: i };
  }
  return undefined;
}

/** “without running `x`”, “before committing”, “until `x` passes”, “without `--x`”. */
function orderAt(clause: Clause, at: number, mayWait: boolean): Tail | undefined {
  const { words, isKnown } = clause;
  const without = matchAt(
    words,
    at,
    phrase("without|before|until|unless first? running|having|you|run|have|successfully|passing|a|the*"),
  );
  if (!mayWait && without !== undefined) {
    const found = namesAt(clause, without, "command");
    const isRun = words.slice(at, without).some((w) => /^(?:running|run|passing|having)$/.test(w.low));
    const isNamed = isRun || words.slice(without, found?.end ?? without).some((w) => w.kind === "code");
    const texts = isNamed ? (found?.names.map((n) => n.text) ?? []) : [];
    if (
      found !== undefined &&
      texts.length > 0 &&
      texts.every((t) => t.startsWith("-")) &&
      words[at]?.low === "without"
    )
      return { ...NOTHING, options: texts };
    if (found !== undefined && texts.length > 0 && texts.every((t) => isCommandText(t, isKnown))) {
      const behind = quote(clause.sentence, words.slice(found.end));
      return {
        ...NOTHING,
        first: texts,
        notes: /^(?:first|passes|pass|succeeds|is green|has passed|have passed|has succeeded)?[.!]?$/i.test(
          behind,
        )
          ? []
          : [wider(behind)],
      };
    }
  }
  if (!mayWait) return undefined;
  const before = matchAt(words, at, phrase("before you? running|run|each|every|any?"));
  if (before === undefined) return undefined;
  const doings: string[] = [];
  let i = before;
  for (;;) {
    const doing = longest(words, i, DOING) ?? longest(words, Math.max(i - 1, at + 1), DOING);
    const name = doing === undefined ? namesAt(clause, i, "command") : undefined;
    const texts = name?.names.map((n) => n.text).filter((t) => isCommandText(t, isKnown)) ?? [];
    if (doing === undefined && texts.length === 0) break;
    doings.push(...(doing === undefined ? texts : [doing.value]));
    i = doing?.end ?? name?.end ?? i;
    if (!["or", "and", "/", ","].includes(words[i]?.low ?? "") || longest(words, i + 1, DOING) === undefined)
      break;
    i++;
  }
  if (doings.length === 0) return undefined;
  const behind = quote(clause.sentence, words.slice(i));
  const idle =
    /^(?:[.!]|any(?:thing| changes?)?|(?:your |the |any )?(?:changes|code|work)|to (?:git|the remote|the repo(?:sitory)?))?[.!]?$/i;
  return { ...NOTHING, before: doings, notes: idle.test(behind) ? [] : besideNote(behind, behind, false) };
}

/** A reason goes beside; what limits is left out, and told. */
function besideNote(text: string, whole: string, isBehindComma: boolean): string[] {
  const opens = whole.trimStart().split(/\s/, 1)[0]?.toLowerCase() ?? "";
  const isDirect = /^[\p{L}\p{N}`]/u.test(whole.trimStart()) && !(isBehindComma && !TAIL_OPENERS.has(opens));
  if (isDirect && !/^(?:because|since|so that|as (?:it|they|that|this))\b/i.test(whole.trimStart())) {
    const own = text.split(/\s[—–-]\s|[;:(]/, 1)[0] ?? text;
    if (
      STRENGTHENING.test(own.trim().toLowerCase()) ||
      /^(?:including|even|not even|no exceptions)\b/i.test(own)
    )
      return [];
    if (/^(?:or|and|nor)\b/i.test(own)) return [`“${short(own.trim())}” is not in it, so it is narrower`];
    if (!/^(?:instead|use|run|prefer|always)\b/i.test(own)) return [wider(own.trim())];
  }
  const plain = whole.replace(/^[\s—–:;,(=>→-]+/, "").replace(/^(?:so|and|as) /i, "");
  if (STRENGTHENING.test(plain.toLowerCase()) || !/\p{L}/u.test(plain)) return [];
  if (/^(?:including|even|not even|no exceptions)\b/i.test(plain)) return [];
  const isListed =
    isBehindComma && (/^[\w -]{1,30},? (?:or|and)\b/.test(plain) || plain.split(/\s+/).length < 4);
  if (isListed && opens !== "use" && opens !== "instead")
    return [`“${short(plain)}” is not in it, so it is narrower`];
  if (/^etc\b/i.test(plain)) return ["others like it are not in it, so it is narrower"];
  const isApart = isBehindComma || plain !== whole.trimStart();
  if (
    /^(?:instead|use|run|prefer|always)\b/i.test(plain) &&
    besideRule(plain.replace(/\b(?:instead|always|never|only)\b/gi, "")) !== "limit"
  )
    return ["what to do instead goes into `Instead`"];
  if (/\bfirst\b/i.test(plain)) return [wider(text.replace(/^[\s—–:;,(-]+/, ""))];
  const kind = besideRule(plain);
  if (kind === "reason" || /^(?:because|since|so that)\b/i.test(plain))
    return ["its reason goes into `Because`"];
  if (kind === "other" && isApart) return [`“${short(plain)}” is left out: a reason goes into \`Because\``];
  return [wider(text.replace(/^[\s—–:;,(-]+/, ""))];
}

function short(text: string): string {
  const plain = text.replaceAll("`", "").replace(/[.!)]+$/, "");
  return plain.length > 60 ? `${plain.slice(0, 57).trimEnd()}…` : plain;
}
