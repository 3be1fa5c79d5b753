// The label lines under a rule or a guidance item.
import type { ListItem, Paragraph } from "mdast";
import type { Source } from "../../policy/types.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { duplicateLabel, invalidLabel, unknownLabel } from "../messages/generated.ts";
import { didYouMean, oneOf } from "../messages/near.ts";
import { isCalendarDate } from "./calendar.ts";
import type { Labels, Reference } from "./document.ts";
import type { SourceText } from "./source-text.ts";
import { type Token, tokenize } from "./tokens.ts";
import { plainToken } from "./typography.ts";

export const RULE_LABELS = [
  "Id",
  "Because",
  "Instead",
  "Supersedes",
  "Exception to",
  "Until",
  "Review by",
  "Blocks",
  "Asks",
  "Passes",
] as const;
export const GUIDANCE_LABELS = ["Id", "Because", "Supersedes", "Until"] as const;
export type LabelName = (typeof RULE_LABELS)[number];

/** The name in front of the colon of a label-like line ("Because: …"), and where it ends. */
export function labelName(
  item: ListItem,
): { readonly name: string; readonly paragraph: Paragraph } | undefined {
  const paragraph = item.children[0];
  if (paragraph?.type !== "paragraph") return undefined;
  const first = paragraph.children[0];
  if (first?.type !== "text") return undefined;
  const match = /^([A-Z][A-Za-z]*(?: [a-z]+){0,2})\s*:/.exec(first.value);
  return match?.[1] === undefined ? undefined : { name: match[1], paragraph };
}

/** A line that was meant as a label and isn't written as one: in bold, in lower case, without its colon. */
export function nearlyLabel(
  item: ListItem,
  allowed: readonly LabelName[],
  source: SourceText,
): { readonly label: LabelName; readonly paragraph: Paragraph; readonly at: Source } | undefined {
  const paragraph = item.children[0];
  if (paragraph?.type !== "paragraph" || labelName(item) !== undefined) return undefined;
  const tokens = tokenize(paragraph.children, source);
  for (const label of allowed) {
    const words = label.split(" ");
    const next = tokens[words.length];
    const last = tokens[words.length - 1];
    const [first] = tokens;
    if (first === undefined || next === undefined || last === undefined) continue;
    if (!words.every((word, i) => tokens[i]?.text.toLowerCase() === word.toLowerCase())) continue;
    const capital = first.type === "word" && first.text === words[0];
    if (
      next.text === ":" ||
      (capital && (next.type === "code" || (label === "Because" && next.type === "word")))
    ) {
      const end = next.text === ":" ? next.source : last.source;
      return { label, paragraph, at: { ...first.source, endLine: end.endLine, endColumn: end.endColumn } };
    }
  }
  return undefined;
}

/** No labels at all. */
export function noLabels(): Labels {
  return { supersedes: [], exceptionTo: [], examples: [] };
}

/** Takes in one label line. `allowed` are the labels that the owner may have. */
export function readLabel(
  item: ListItem,
  name: string,
  paragraph: Paragraph,
  allowed: readonly string[],
  labels: Labels,
  source: SourceText,
  report: (d: Diagnostic) => void,
): void {
  const all = tokenize(paragraph.children, source);
  const colon = all.findIndex((t) => t.text === ":");
  const tokens = all.slice(colon < 0 ? name.split(" ").length : colon + 1);
  const at = all[0]?.source ?? source.of(item);
  const label = RULE_LABELS.find((l) => l === name);
  if (label === undefined || !allowed.includes(label)) {
    const expected = oneOf(allowed.map((l) => `\`${l}\``));
    report(unknownLabel(at, { label: name, expected }, { hint: didYouMean(name, allowed) }));
    return;
  }
  const text = (): string => textAfterColon(paragraph, source);
  const refuse = (expected: string): void =>
    report(invalidLabel(tokens[0]?.source ?? at, { found: found(text()), label, expected }));
  const once = (already: boolean): boolean => {
    if (already) report(duplicateLabel(at, { label }));
    return !already;
  };
  switch (label) {
    case "Id":
      if (once(labels.id !== undefined)) readId(tokens, labels, refuse);
      return;
    case "Because":
    case "Instead": {
      const key = label === "Because" ? "because" : "instead";
      if (!once(labels[key] !== undefined)) return;
      if (text() === "") refuse("some text");
      else labels[key] = text();
      return;
    }
    case "Until": {
      const date = wordsOf(tokens);
      if (!once(labels.until !== undefined)) return;
      if (isCalendarDate(date)) labels.until = date;
      else refuse("a day of the calendar as YYYY-MM-DD");
      return;
    }
    case "Review by":
      if (once(labels.reviewBy !== undefined)) labels.reviewBy = text();
      return;
    case "Supersedes":
    case "Exception to": {
      const references = readReferences(tokens);
      if (references === undefined) refuse("ids in backticks");
      else (label === "Supersedes" ? labels.supersedes : labels.exceptionTo).push(...references);
      return;
    }
    default:
      readExample(item, label, tokens, labels, source, { refuse, report });
  }
}

function readId(tokens: readonly Token[], labels: Labels, refuse: (expected: string) => void): void {
  const [token, ...more] = tokens;
  if (token?.type === "code" && more.length === 0 && /^[a-z0-9][a-z0-9-]*$/.test(token.text)) {
    labels.id = { text: token.text, source: token.source };
  } else refuse("one id in backticks, of lower-case words joined by dashes");
}

/** `a`, `b` and `c for `--x``: ids, each with the options that it is replaced for. */
function readReferences(tokens: readonly Token[]): Reference[] | undefined {
  const references: { id: string; options: string[]; source: Source }[] = [];
  let options = false;
  for (const token of tokens) {
    const last = references[references.length - 1];
    if (token.type === "code" && options && token.text.startsWith("-")) last?.options.push(token.text);
    else if (token.type === "code") {
      options = false;
      references.push({ id: token.text, options: [], source: token.source });
    } else if (token.text === "for" && last !== undefined) options = true;
    else if (![",", "and", "."].includes(token.text)) return undefined;
  }
  return references.length === 0 ? undefined : references;
}

function readExample(
  item: ListItem,
  label: Extract<LabelName, "Blocks" | "Asks" | "Passes">,
  tokens: readonly Token[],
  labels: Labels,
  source: SourceText,
  { refuse, report }: { refuse: (expected: string) => void; report: (d: Diagnostic) => void },
): void {
  const fence = item.children.find((child) => child.type === "code");
  const [token] = tokens;
  const span = token?.type === "code" ? token : undefined;
  const facts = readState(span === undefined ? tokens : tokens.slice(1));
  if (facts !== undefined && span !== undefined) {
    labels.examples.push({ label, command: plainToken(span, true, report).text, facts, source: span.source });
  } else if (facts !== undefined && fence !== undefined) {
    const shown: Token = { type: "code", text: fence.value, source: source.of(fence) };
    labels.examples.push({
      label,
      command: plainToken(shown, true, report).text,
      facts,
      source: shown.source,
    });
  } else if (span === undefined) refuse("one command in backticks");
  else refuse("one command in backticks, and perhaps “when `fact` is `value`”");
}

/** "when `phase` is `done` and `mode` is `fast`": the facts that an example stands in. */
function readState(tokens: readonly Token[]): { fact: Token; value: string }[] | undefined {
  const words = tokens.filter((t) => ![",", ".", ":"].includes(t.text));
  if (words.length === 0) return [];
  const facts: { fact: Token; value: string }[] = [];
  for (let i = 0; i < words.length; ) {
    const [join, ...rest] = words.slice(i);
    const [fact, is, value] = rest[0]?.text === "fact" && rest[0].type === "word" ? rest.slice(1) : rest;
    if (join?.text !== (i === 0 ? "when" : "and") || is?.text !== "is") return undefined;
    if (fact?.type !== "code" || value?.type !== "code") return undefined;
    facts.push({ fact, value: value.text });
    i = words.indexOf(value) + 1;
  }
  return facts;
}

/** What stands behind a label's colon, on one line. */
export function textAfterColon(paragraph: Paragraph, source: SourceText): string {
  const start = paragraph.position?.start.offset ?? 0;
  const raw = source.slice(start, paragraph.position?.end.offset ?? start);
  return raw
    .slice(raw.indexOf(":") + 1)
    .replace(/\s+/g, " ")
    .trim();
}

function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .filter((t) => t.text !== ".")
    .map((t) => t.text)
    .join(" ");
}

function found(text: string): string {
  return text === "" ? "nothing" : `“${text.length > 80 ? `${text.slice(0, 80)}…` : text}”`;
}
