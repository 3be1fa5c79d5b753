// List items: rules, guidance and label lines.
import type { ListItem, Paragraph, PhrasingContent } from "mdast";
import {
  looksLikeARule,
  orphanLabel,
  sentenceDoesNotParse,
  sentenceTooLong,
  unknownLead,
} from "../messages/generated.ts";
import { didYouMean, nearNames, oneOf } from "../messages/near.ts";
import { bulletTokens, isConditionItem, opensBullets, readBullets } from "./bullets.ts";
import type { Labels } from "./document.ts";
import { LEADS, type Lead } from "./grammar/productions.ts";
import { MAX_TOKENS, readSentence } from "./grammar/read-sentence.ts";
import { GUIDANCE_LABELS, labelName, noLabels, RULE_LABELS, readLabel } from "./labels.ts";
import { reportNormative } from "./normative.ts";
import type { Reader } from "./reader.ts";
import { tokenize } from "./tokens.ts";

/** How a list item's first words mark it. */
type Opening = {
  readonly bold: string;
  readonly rest: readonly PhrasingContent[];
  readonly paragraph: Paragraph;
};

/** Reads a list item that belongs to no rule. */
export function readItem(item: ListItem, reader: Reader): void {
  const opening = boldOpening(item, reader);
  const lead = LEADS.find((l) => l === opening?.bold);
  if (opening !== undefined && lead !== undefined && !startsWithColon(opening.rest)) {
    readRule(item, lead, opening, reader);
    return;
  }
  if (opening !== undefined && misspeltLead(opening.bold)) {
    const expected = oneOf(LEADS.map((l) => `**${l}**`));
    const at = reader.source.of(opening.paragraph.children[0] ?? opening.paragraph);
    reader.report(
      unknownLead(at, { lead: opening.bold, expected }, { hint: didYouMean(opening.bold, LEADS) }),
    );
    return;
  }
  const label = labelName(item);
  if (label !== undefined && RULE_LABELS.some((l) => l === label.name)) {
    reader.report(orphanLabel(reader.source.of(label.paragraph), { label: label.name }));
    return;
  }
  readGuidance(item, opening, reader);
}

function readRule(item: ListItem, lead: Lead, opening: Opening, reader: Reader): void {
  const { source, report } = reader;
  const nested = item.children.flatMap((child) => (child.type === "list" ? child.children : []));
  const sentence = tokenize(opening.rest, source);
  const opens = opensBullets(sentence);
  const conditions = opens === undefined ? [] : nested.filter(isConditionItem);
  const bullets = opens === undefined ? undefined : readBullets(conditions, opens, source);
  const below = bullets === undefined ? [] : bulletTokens(bullets);
  const tokens = opens === undefined ? sentence : [...opens.head, ...below];
  const labels = noLabels();
  for (const child of nested) if (!conditions.includes(child)) readRuleChild(child, labels, reader);
  const at = source.of(opening.paragraph);
  if (tokens.length > MAX_TOKENS) {
    report(sentenceTooLong(at, { count: String(tokens.length), limit: String(MAX_TOKENS) }));
    return;
  }
  const end = opening.paragraph.position?.end.offset ?? 0;
  const read = readSentence(lead, tokens, source.at(end, end));
  if ("error" in read) {
    const { found, expected, nearest, hint } = read.error;
    report(sentenceDoesNotParse(read.error.source, { found, expected, nearest }, { hint }));
    return;
  }
  reader.add({
    type: "rule",
    sentence: read.sentence,
    bullets,
    labels,
    entry: reader.entry,
    source: at,
  });
}

function readRuleChild(item: ListItem, labels: Labels, reader: Reader): void {
  const label = labelName(item);
  if (label !== undefined) {
    readLabel(item, label.name, label.paragraph, RULE_LABELS, labels, reader.source, reader.report);
  } else readItem(item, reader);
}

function readGuidance(item: ListItem, opening: Opening | undefined, reader: Reader): void {
  const { source } = reader;
  const paragraph = item.children[0];
  const labels = noLabels();
  const details: string[] = [];
  for (const child of item.children) {
    if (child.type === "list")
      for (const nested of child.children) readGuidanceChild(nested, labels, details, reader);
    else if (child !== paragraph) reader.prose(child);
  }
  if (paragraph?.type !== "paragraph") {
    if (paragraph !== undefined && paragraph.type !== "list") reader.prose(paragraph);
    return;
  }
  const normative =
    opening === undefined ? plainNormative(paragraph, reader) : boldNormative(opening, reader);
  const text = inlineText(paragraph, reader);
  if (text === "") return;
  reader.add({
    type: "guidance",
    text,
    details,
    labels,
    normative,
    entry: reader.entry,
    source: source.of(paragraph),
  });
}

function readGuidanceChild(item: ListItem, labels: Labels, details: string[], reader: Reader): void {
  const label = labelName(item);
  if (label !== undefined && RULE_LABELS.some((l) => l === label.name)) {
    readLabel(item, label.name, label.paragraph, GUIDANCE_LABELS, labels, reader.source, reader.report);
    return;
  }
  const opening = boldOpening(item, reader);
  if (opening !== undefined && LEADS.some((l) => l === opening.bold)) {
    readItem(item, reader);
    return;
  }
  const paragraph = item.children[0];
  if (paragraph?.type === "paragraph") {
    details.push(inlineText(paragraph, reader));
    plainNormative(paragraph, reader);
  }
  for (const child of item.children) {
    if (child.type === "list")
      for (const nested of child.children) readGuidanceChild(nested, labels, details, reader);
    else if (child !== paragraph) reader.prose(child);
  }
}

function plainNormative(paragraph: Paragraph, reader: Reader): boolean {
  return reportNormative(tokenize(paragraph.children, reader.source), reader.report);
}

/** A lead with a colon, or with more words inside the bold. */
function boldNormative(opening: Opening, reader: Reader): boolean {
  const words = opening.bold.replace(/:$/, "").trim();
  const lead = LEADS.find((l) => words === l || words.startsWith(`${l} `));
  if (lead === undefined) return plainNormative(opening.paragraph, reader);
  const tokens = tokenize(opening.paragraph.children, reader.source).slice(lead.split(" ").length);
  const body = tokens[0]?.text === ":" ? tokens.slice(1) : tokens;
  const at = reader.source.of(opening.paragraph);
  const read = readSentence(lead, body, at);
  const hint =
    "sentence" in read
      ? `As a rule it reads: - **${lead}**${read.sentence.canonical.slice(lead.length)}`
      : `Put only **${lead}** in bold, with no colon.`;
  reader.report(
    looksLikeARule(at, { text: `“${inlineText(opening.paragraph, reader).slice(0, 120)}”` }, { hint }),
  );
  return true;
}

function boldOpening(item: ListItem, reader: Reader): Opening | undefined {
  const paragraph = item.children[0];
  if (paragraph?.type !== "paragraph") return undefined;
  const [strong, ...rest] = paragraph.children;
  if (strong?.type !== "strong") return undefined;
  const bold = tokenize([strong], reader.source)
    .map((t) => t.text)
    .join(" ")
    .replace(/ :$/, ":");
  return { bold, rest, paragraph };
}

function startsWithColon(rest: readonly PhrasingContent[]): boolean {
  return rest[0]?.type === "text" && /^\s*:/.test(rest[0].value);
}

function misspeltLead(bold: string): boolean {
  const words = bold.replace(/:$/, "");
  if (LEADS.some((l) => l === words)) return false;
  return words === "Ask" || nearNames(words, LEADS, words.length < 6 ? 1 : 2).length > 0;
}

function inlineText(paragraph: Paragraph, reader: Reader): string {
  const start = paragraph.position?.start.offset ?? 0;
  return reader.source
    .slice(start, paragraph.position?.end.offset ?? start)
    .replace(/\s+/g, " ")
    .trim();
}
