// Finds prose that reads like a rule, so that nothing normative passes as if it were enforced.
import type { Source } from "../../policy/types.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { looksLikeARule } from "../messages/generated.ts";
import { LEADS } from "./grammar/productions.ts";
import { readSentence } from "./grammar/read-sentence.ts";
import { type Normative, normativeWords } from "./normative-words.ts";
import type { Token } from "./tokens.ts";

/** Reports each sentence of a paragraph that reads like a rule. Returns whether there was one. */
export function reportNormative(tokens: readonly Token[], report: (d: Diagnostic) => void): boolean {
  let found = false;
  for (const sentence of sentences(tokens)) {
    const normative = normativeWords(sentence);
    if (normative === undefined) continue;
    const first = sentence[0];
    const last = sentence[sentence.length - 1];
    if (first === undefined || last === undefined) continue;
    found = true;
    const at = { ...first.source, endLine: last.source.endLine, endColumn: last.source.endColumn };
    report(looksLikeARule(at, { text: excerpt(sentence) }, { hint: rewrite(sentence, normative) }));
  }
  return found;
}

/** Reports rules that stand in raw HTML or in indented code, where no list item can be. `at` is the place of the text. */
export function reportRaw(html: string, at: Source, hint: string, report: (d: Diagnostic) => void): void {
  for (const [index, raw] of html.split("\n").entries()) {
    const text = raw
      .replace(/<!--|-->|<[^<>]*>/g, " ")
      .replace(/^[\s>*+.\d_-]+/, "")
      .replaceAll("**", "")
      .trim();
    if (!LEADS.some((l) => text.toLowerCase().startsWith(`${l.toLowerCase()} `))) continue;
    const line = at.line + index;
    const column = index === 0 ? at.column : 1;
    const place = { file: at.file, line, column, endLine: line, endColumn: column + raw.length };
    report(looksLikeARule(place, { text: `“${text.slice(0, 120)}”` }, { hint }));
  }
}

/** The sentences of a paragraph: a full stop, question or exclamation mark, colon or semicolon ends one. */
function sentences(tokens: readonly Token[]): Token[][] {
  const all: Token[][] = [[]];
  for (const token of tokens) {
    if (token.type === "mark" && ".!?:;".includes(token.text)) all.push([]);
    else all[all.length - 1]?.push(token);
  }
  return all.filter((s) => s.length > 0);
}

function rewrite(sentence: readonly Token[], { lead, length }: Normative): string | undefined {
  const rest = sentence.slice(length);
  const last = rest[rest.length - 1];
  if (lead === undefined || last === undefined) return undefined;
  const read = readSentence(lead, rest, last.source);
  if (!("sentence" in read)) return undefined;
  return `As a rule it reads: - **${lead}**${read.sentence.canonical.slice(lead.length)}`;
}

function excerpt(sentence: readonly Token[]): string {
  const words = sentence.map((t) => (t.type === "code" ? `\`${t.text}\`` : t.text));
  const text = words
    .slice(0, 24)
    .join(" ")
    .replace(/ ([,)])/g, "$1")
    .replace(/([(]) /g, "$1");
  return `“${text}${words.length > 24 ? " …" : ""}”`;
}
