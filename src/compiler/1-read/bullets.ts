// Conditions in nested list items: "…, when all of:" with a condition in each item below.
import type { ListItem } from "mdast";
import type { Join } from "../../policy/types.ts";
import type { Bullet, Bullets } from "./document.ts";
import { type ConditionSlot, readConditions } from "./grammar/read-conditions.ts";
import { labelName } from "./labels.ts";
import type { SourceText } from "./source-text.ts";
import { type Token, tokenize } from "./tokens.ts";

/** Words that open conditions, where they stand last in a sentence. */
const OPENERS = ["when", "if", "unless", "until"];

interface Opening {
  /** The sentence up to the word that opens the conditions. */
  readonly head: readonly Token[];
  /** "all of" is and, "any of" is or; without either the items themselves say. */
  readonly join: Join | undefined;
  /** Behind "unless" the operator's words may stand too. */
  readonly slot: ConditionSlot;
}

/** Takes a sentence whose conditions stand in the items below it; undefined for any other. */
export function opensBullets(tokens: readonly Token[]): Opening | undefined {
  const words = withoutEnd(tokens);
  const [before, last] = words.slice(-2);
  const counted = last?.text === "of" && (before?.text === "all" || before?.text === "any");
  const head = counted ? words.slice(0, -2) : words;
  const opener = head[head.length - 1];
  if (opener?.type !== "word" || !OPENERS.includes(opener.text.toLowerCase())) return undefined;
  return {
    head,
    join: counted ? (before?.text === "all" ? "and" : "or") : undefined,
    slot: opener.text.toLowerCase() === "unless" ? "E" : "C",
  };
}

/** Whether a nested item is a condition and not a label line. */
export function isConditionItem(item: ListItem): boolean {
  return labelName(item) === undefined && item.children[0]?.type === "paragraph";
}

/** Reads conditions in items. Where nothing says how they are joined, an "or" at the end of one does; else it is and. */
export function readBullets(
  items: readonly ListItem[],
  { join, slot }: Omit<Opening, "head">,
  source: SourceText,
): Bullets | undefined {
  const read = items.map((item) => readBullet(item, slot, source));
  if (read.length === 0) return undefined;
  const said = join ?? (read.some((r) => r.join === "or") ? "or" : "and");
  return { join: said, items: read.map((r) => r.bullet) };
}

/** The tokens of conditions in items, put together as "both … and …" or "either … or …". */
export function bulletTokens({ join, items }: Bullets): Token[] {
  const [first] = items;
  if (first !== undefined && items.length === 1) {
    return first.nested === undefined ? [...first.tokens] : bulletTokens(first.nested);
  }
  return items.flatMap((item, i) => headed(i > 0 ? join : opener(join), tokensOf(item)));
}

/** Several conditions in one item are a group of their own. */
function tokensOf({ tokens, conditions, nested }: Bullet): Token[] {
  if (nested !== undefined) return bulletTokens(nested);
  return conditions?.join === undefined ? [...tokens] : headed(opener(conditions.join), tokens);
}

function opener(join: Join): string {
  return join === "and" ? "both" : "either";
}

function headed(text: string, tokens: readonly Token[]): Token[] {
  const [first] = tokens;
  return first === undefined ? [] : [{ type: "word", text, source: first.source }, ...tokens];
}

function readBullet(
  item: ListItem,
  slot: ConditionSlot,
  source: SourceText,
): { readonly bullet: Bullet; readonly join: string | undefined } {
  const paragraph = item.children[0];
  const all = paragraph?.type === "paragraph" ? withoutEnd(tokenize(paragraph.children, source)) : [];
  const last = all[all.length - 1]?.text;
  const join = last === "and" || last === "or" ? last : undefined;
  const tokens = join === undefined ? all : withoutEnd(all.slice(0, -1));
  const below = item.children.flatMap((c) => (c.type === "list" ? c.children : []));
  const [count, of] = tokens;
  const word = count?.text.toLowerCase();
  const opens = of?.text === "of" && tokens.length === 2 && (word === "all" || word === "any");
  const nested = opens
    ? readBullets(below, { join: word === "all" ? "and" : "or", slot }, source)
    : undefined;
  const conditions = nested === undefined ? readConditions(slot, tokens) : undefined;
  return { bullet: { tokens, conditions, nested, source: source.of(paragraph ?? item) }, join };
}

/** Without the colon, comma, semicolon or full stop at the end. */
function withoutEnd(tokens: readonly Token[]): readonly Token[] {
  const last = tokens[tokens.length - 1];
  return last?.type === "mark" && ":,;.".includes(last.text) ? withoutEnd(tokens.slice(0, -1)) : tokens;
}
