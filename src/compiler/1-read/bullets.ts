// Conditions in nested list items: "…, when all of:" with a condition in each item below.
import type { ListItem } from "mdast";
import { labelName } from "./labels.ts";
import type { SourceText } from "./source-text.ts";
import { type Token, tokenize } from "./tokens.ts";

/** Words that open conditions, where they stand last in a sentence. */
const OPENERS = ["when", "if", "unless", "until"];

interface Opening {
  /** The sentence up to the word that opens the conditions. */
  readonly head: readonly Token[];
  /** "all of" is and, "any of" is or; without either the items themselves say. */
  readonly join: "and" | "or" | undefined;
}

/** Takes a sentence whose conditions stand in the items below it; undefined for any other. */
export function opensBullets(tokens: readonly Token[]): Opening | undefined {
  const words = withoutEnd(tokens);
  const [before, last] = words.slice(-2);
  const counted = last?.text === "of" && (before?.text === "all" || before?.text === "any");
  const head = counted ? words.slice(0, -2) : words;
  const opener = head[head.length - 1];
  if (opener?.type !== "word" || !OPENERS.includes(opener.text.toLowerCase())) return undefined;
  return { head, join: counted ? (before?.text === "all" ? "and" : "or") : undefined };
}

/** Whether a nested item is a condition and not a label line. */
export function isConditionItem(item: ListItem): boolean {
  return labelName(item) === undefined && item.children[0]?.type === "paragraph";
}

/** The tokens of conditions in items, put together as "both … and …" or "either … or …". */
export function joinBullets(
  items: readonly ListItem[],
  join: "and" | "or" | undefined,
  source: SourceText,
): Token[] {
  const parts = items.map((item) => readBullet(item, source));
  const said = join ?? (parts.some((p) => p.join === "or") ? "or" : "and");
  const [first] = parts;
  if (first === undefined) return [];
  if (parts.length === 1) return [...first.tokens];
  const word = (text: string, at: Token | undefined): Token[] =>
    at === undefined ? [] : [{ type: "word", text, source: at.source }];
  return parts.flatMap((part, i) => {
    const lead = i > 0 ? said : said === "and" ? "both" : "either";
    return [...word(lead, part.tokens[0]), ...part.tokens];
  });
}

function readBullet(
  item: ListItem,
  source: SourceText,
): { readonly tokens: readonly Token[]; readonly join: string | undefined } {
  const paragraph = item.children[0];
  const all = paragraph?.type === "paragraph" ? withoutEnd(tokenize(paragraph.children, source)) : [];
  const last = all[all.length - 1]?.text;
  const join = last === "and" || last === "or" ? last : undefined;
  const tokens = join === undefined ? all : withoutEnd(all.slice(0, -1));
  const nested = item.children.flatMap((c) => (c.type === "list" ? c.children : []));
  const [count, of] = tokens;
  const word = count?.text.toLowerCase();
  if (nested.length > 0 && of?.text === "of" && (word === "all" || word === "any")) {
    return { tokens: joinBullets(nested, word === "all" ? "and" : "or", source), join };
  }
  return { tokens, join };
}

/** Without the colon, comma, semicolon or full stop at the end. */
function withoutEnd(tokens: readonly Token[]): readonly Token[] {
  const last = tokens[tokens.length - 1];
  return last?.type === "mark" && ":,;.".includes(last.text) ? withoutEnd(tokens.slice(0, -1)) : tokens;
}
