// The words, code spans and punctuation of a sentence, each with its place.
import type { PhrasingContent } from "mdast";
import type { Source } from "../../policy/types.ts";
import type { SourceText } from "./source-text.ts";

/** `code` is what stands in backticks; `other` is what no sentence can hold, such as an image. */
export interface Token {
  readonly type: "word" | "code" | "mark" | "other";
  readonly text: string;
  readonly source: Source;
}

const WORDS = /[\p{L}\p{N}_'’/-]+|\S/gu;
const WORD = /^[\p{L}\p{N}_'’/-]+$/u;

/** The tokens of inline content in order. Emphasis and links are looked through; comments are passed over. */
export function tokenize(nodes: readonly PhrasingContent[], source: SourceText): Token[] {
  const tokens: Token[] = [];
  for (const node of nodes) addTokens(node, source, tokens);
  return tokens;
}

function addTokens(node: PhrasingContent, source: SourceText, tokens: Token[]): void {
  switch (node.type) {
    case "text":
      addWords(node, source, tokens);
      return;
    case "inlineCode":
      tokens.push({ type: "code", text: node.value.trim(), source: source.of(node) });
      return;
    case "strong":
    case "emphasis":
    case "delete":
    case "link":
    case "linkReference":
      for (const child of node.children) addTokens(child, source, tokens);
      return;
    case "break":
      return;
    case "html":
      if (!node.value.startsWith("<!--"))
        tokens.push({ type: "other", text: node.value, source: source.of(node) });
      return;
    default:
      tokens.push({ type: "other", text: node.type, source: source.of(node) });
  }
}

/** Escapes, entities and the indentation of later lines make a text longer in the source than its value. */
function addWords(
  node: Extract<PhrasingContent, { type: "text" }>,
  source: SourceText,
  tokens: Token[],
): void {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const raw = source.slice(start, end);
  let cursor = 0;
  for (const match of node.value.matchAll(WORDS)) {
    const text = match[0];
    const found = raw.length === node.value.length ? match.index : raw.indexOf(text, cursor);
    const from = found < 0 ? cursor : found;
    cursor = from + text.length;
    tokens.push({
      type: WORD.test(text) ? "word" : "mark",
      text,
      source: source.at(start + from, Math.min(start + cursor, end)),
    });
  }
}
