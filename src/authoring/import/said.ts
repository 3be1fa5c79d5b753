// A paragraph as its sentences: the author's words of each, and its tokens.
import type { PhrasingContent } from "mdast";
import type { SourceText } from "../../compiler/1-read/source-text.ts";
import { type Token, tokenize } from "../../compiler/1-read/tokens.ts";
import type { Source } from "../../policy/types.ts";

/** One sentence. `text` is as written, on one line; all texts of a paragraph together are the paragraph. */
export interface Said {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly source: Source;
}

/** Words in front of a full stop that ends no sentence. */
const SHORT: ReadonlySet<string> = new Set(["e.g", "i.e", "etc", "vs", "cf", "approx", "incl", "g", "e"]);

/** The sentences of a paragraph. A full stop, question or exclamation mark with a blank behind it ends one. */
export function sentencesOf(nodes: readonly PhrasingContent[], source: SourceText): Said[] {
  const [first, last] = [nodes[0], nodes[nodes.length - 1]];
  const start = first?.position?.start.offset ?? 0;
  const end = last?.position?.end.offset ?? start;
  const tokens = tokenize(nodes, source);
  const said: Said[] = [];
  let [from, begin] = [start, 0];
  const take = (to: number, next: number): void => {
    const own = tokens.slice(begin, next);
    const text = oneLine(source.slice(from, to));
    if (text !== "" && own.length > 0)
      said.push({ text, tokens: own, source: source.at(from + leading(source.slice(from, to)), to) });
    [from, begin] = [to, next];
  };
  for (const [i, token] of tokens.entries()) {
    const after = tokens[i + 1];
    if (after === undefined || token.type !== "mark" || !".!?".includes(token.text)) continue;
    const at = endOf(token, source);
    if (startOf(after, source) <= at || SHORT.has(tokens[i - 1]?.text.toLowerCase() ?? "")) continue;
    const closing = /^[*_)"”’]*/.exec(source.slice(at, at + 8))?.[0].length ?? 0;
    take(Math.min(at + closing, startOf(after, source)), i + 1);
  }
  take(end, tokens.length);
  return said;
}

/** How many signs stand in front of a sentence: blanks, line breaks and marks of a quotation. */
function leading(text: string): number {
  return /^[\s>]*/.exec(text)?.[0].length ?? 0;
}

/** What stands between two tokens and around them, as written and on one line. */
export function textFrom(tokens: readonly Token[], source: SourceText, end: number): string {
  const [first] = tokens;
  return first === undefined ? "" : oneLine(source.slice(startOf(first, source), end));
}

/** The offset just behind a sentence. */
export function endOfSaid({ source: at }: Said, source: SourceText): number {
  return source.offset(at.endLine, at.endColumn);
}

/** Text on one line, without hard breaks and the marks of a quotation at the beginning of its lines. */
export function oneLine(text: string): string {
  return text
    .replace(/\\?\n[ \t]*(?:>[ \t]?)*/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Text in which every `**` has its partner. */
export function balanced(text: string): string {
  return text.split("**").length % 2 === 1 ? text : text.replaceAll("**", "");
}

/** A code span that holds any text. */
export function codeSpan(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const longest = runs.reduce((most, run) => Math.max(most, run.length), 0);
  const fence = "`".repeat(longest + 1);
  const gap = longest > 0 ? " " : "";
  return `${fence}${gap}${oneLine(text)}${gap}${fence}`;
}

function startOf({ source: at }: Token, source: SourceText): number {
  return source.offset(at.line, at.column);
}

function endOf({ source: at }: Token, source: SourceText): number {
  return source.offset(at.endLine, at.endColumn);
}
