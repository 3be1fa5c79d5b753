// List items: rules, guidance and label lines.
import type { List, ListItem, Paragraph, PhrasingContent } from "mdast";
import type { Diagnostic } from "../messages/diagnostic.ts";
import {
  looksLikeARule,
  notARule,
  sentenceDoesNotParse,
  sentenceTooLong,
  unknownLabel,
  unknownLead,
} from "../messages/generated.ts";
import { didYouMean, nearNames, oneOf } from "../messages/near.ts";
import { extentOf, flattened, isRuleLabel, nestedItems, reportOrphans, withLabels } from "./belonging.ts";
import { bulletTokens, isConditionItem, opensBullets, readBullets } from "./bullets.ts";
import type { Labels } from "./document.ts";
import { LEADS, type Lead } from "./grammar/productions.ts";
import { MAX_TOKENS, readSentence } from "./grammar/read-sentence.ts";
import {
  GUIDANCE_LABELS,
  type LabelName,
  labelName,
  nearlyLabel,
  noLabels,
  RULE_LABELS,
  readLabel,
} from "./labels.ts";
import { reportNormative } from "./normative.ts";
import type { Reader } from "./reader.ts";
import { tokenize } from "./tokens.ts";
import { plainToken } from "./typography.ts";

/** How a list item's first words mark it. */
type Opening = {
  readonly bold: string;
  readonly rest: readonly PhrasingContent[];
  readonly paragraph: Paragraph;
};

/** Reads all items of a list that belongs to no rule. Labels beside a rule are reported, and read as its own. */
export function readList(list: List, reader: Reader): void {
  const items = [...list.children];
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (item === undefined) continue;
    const opening = boldOpening(item, reader);
    const owner = LEADS.some((l) => l === opening?.bold);
    let end = owner || isRuleLabel(item) ? i + 1 : i;
    for (let next = items[end]; end > i && next !== undefined && isRuleLabel(next); next = items[end]) end++;
    const labels = items.slice(owner ? i + 1 : i, Math.max(end, i));
    reportOrphans(labels, undefined, reader);
    if (owner) readItem(labels.length === 0 ? item : withLabels(item, labels.flatMap(flattened)), reader);
    else if (labels.length === 0) readItem(item, reader);
    i = Math.max(end - 1, i);
  }
}

function readItem(item: ListItem, reader: Reader): void {
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
    addUnread(item, readRuleLabels(nestedItems(item), reader), reader);
    return;
  }
  if (isRuleLabel(item)) {
    reportOrphans([item], undefined, reader);
    return;
  }
  readGuidance(item, opening, reader);
}

function readRule(item: ListItem, lead: Lead, opening: Opening, reader: Reader): void {
  const { source, report } = reader;
  const nested = nestedItems(item);
  const sentence = tokenize(opening.rest, source);
  const opens = opensBullets(sentence);
  const conditions = opens === undefined ? [] : nested.filter(isConditionItem);
  const bullets = opens === undefined ? undefined : readBullets(conditions, opens, source);
  const below = bullets === undefined ? [] : bulletTokens(bullets);
  const written = opens === undefined ? sentence : [...opens.head, ...below];
  const tokens = written.map((token) => plainToken(token, false, report));
  const labels = readRuleLabels(
    [...nested.filter((n) => !conditions.includes(n)), ...labelParagraphs(item, reader)],
    reader,
  );
  const at = source.of(opening.paragraph);
  if (tokens.length > MAX_TOKENS) {
    report(sentenceTooLong(at, { count: String(tokens.length), limit: String(MAX_TOKENS) }));
    addUnread(item, labels, reader);
    return;
  }
  const end = opening.paragraph.position?.end.offset ?? 0;
  const read = readSentence(lead, tokens, source.at(end, end));
  if ("error" in read) {
    const { found, expected, nearest, hint } = read.error;
    report(sentenceDoesNotParse(read.error.source, { found, expected, nearest }, { hint }));
    addUnread(item, labels, reader);
    return;
  }
  reader.take(item);
  reader.add({
    type: "rule",
    sentence: read.sentence,
    bullets,
    labels,
    entry: reader.entry,
    source: at,
    extent: extentOf(item, reader),
  });
}

/** A rule that could not be read still counts for its labels. */
function addUnread(item: ListItem, labels: Labels, reader: Reader): void {
  reader.take(item);
  const [first] = item.children;
  const start = first?.position?.start.offset ?? 0;
  const text = reader.source.slice(start, first?.position?.end.offset ?? start);
  const source = first === undefined ? reader.source.of(item) : reader.source.of(first);
  reader.add({ type: "unread", text, labels, entry: reader.entry, source, extent: extentOf(item, reader) });
}

/** Labels in paragraphs of their own inside a rule's item: reported, and read as items. */
function labelParagraphs(item: ListItem, reader: Reader): ListItem[] {
  const found = item.children.slice(1).flatMap((child) => {
    const line: ListItem = { ...item, children: child.type === "paragraph" ? [child] : [] };
    return isRuleLabel(line) ? [line] : [];
  });
  reportOrphans(found, "Begin it with a dash, below its rule.", reader);
  return found;
}

function readRuleLabels(items: readonly ListItem[], reader: Reader): Labels {
  const labels = noLabels();
  for (const item of items) readRuleChild(item, labels, reader);
  return labels;
}

function readRuleChild(item: ListItem, labels: Labels, reader: Reader): void {
  const label = labelName(item);
  if (label !== undefined) {
    readLabel(item, label.name, label.paragraph, RULE_LABELS, labels, reader.source, reader.report);
    const deeper = nestedItems(item).filter(isRuleLabel);
    reportOrphans(deeper, "It stands one level too deep.", reader);
    for (const nested of deeper) readRuleChild(nested, labels, reader);
  } else if (!readNearlyLabel(item, RULE_LABELS, labels, reader)) readItem(item, reader);
}

/** Reports a line that is nearly a label, and reads it as one. */
function readNearlyLabel(
  item: ListItem,
  allowed: readonly LabelName[],
  labels: Labels,
  reader: Reader,
): boolean {
  const { source, report } = reader;
  const near = nearlyLabel(item, allowed, source);
  if (near === undefined) return false;
  const { label, paragraph, at } = near;
  const start = paragraph.position?.start.offset ?? 0;
  const line = source.slice(start, paragraph.position?.end.offset ?? start);
  const written = /^[^:\n]{0,30}:\**/.exec(line)?.[0] ?? label;
  const expected = `\`${label}:\`, in plain letters`;
  report(unknownLabel(at, { label: written, expected }));
  readLabel(item, label, paragraph, allowed, labels, source, report);
  return true;
}

function readGuidance(item: ListItem, opening: Opening | undefined, reader: Reader): void {
  const { source } = reader;
  const paragraph = item.children[0];
  const labels = noLabels();
  const details: string[] = [];
  if (nestedItems(item).some(isLabelOfRulesAlone)) {
    reportLabelled(item, noticeOf(item, opening, reader), reader);
    return;
  }
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
    extent: extentOf(item, reader),
  });
}

function isLabelOfRulesAlone(item: ListItem): boolean {
  const name = labelName(item)?.name;
  return isRuleLabel(item) && !GUIDANCE_LABELS.some((l) => l === name);
}

/** What would be said of an item that reads like a rule. */
function noticeOf(item: ListItem, opening: Opening | undefined, reader: Reader): Diagnostic | undefined {
  const said: Diagnostic[] = [];
  const listener: Reader = { ...reader, source: reader.source, report: (d) => void said.push(d) };
  if (opening !== undefined) boldNormative(opening, listener);
  else if (item.children[0]?.type === "paragraph") plainNormative(item.children[0], listener);
  return said[0];
}

/** Reports something with the labels of a rule that is none; `said` is what would be said of it without them. */
export function reportLabelled(item: ListItem, said: Diagnostic | undefined, reader: Reader): void {
  const { source } = reader;
  const nested = nestedItems(item);
  const [first] = item.children;
  const start = first?.position?.start.offset ?? 0;
  const [line = ""] = source.slice(start, first?.position?.end.offset ?? start).split("\n");
  const at = said?.source ?? source.of(first ?? item);
  const related = nested.filter(isRuleLabel).slice(0, 1);
  const whole = notARule(
    at,
    { text: `“${line.slice(0, 120)}”` },
    {
      hint:
        first?.type === "heading" ? "The dashes below it make a heading of it: take them out." : undefined,
      related: related.map((label) => ({ message: "its first label", source: source.of(label) })),
    },
  );
  // Of the notice only the rewrite is of use: that this may stay guidance is not true of something with labels.
  const rewrite = /As a rule it reads: .*?(?= Write it as a list item)/su.exec(said?.hint ?? "")?.[0];
  reader.report(rewrite === undefined ? whole : { ...whole, hint: `${rewrite} ${whole.hint}` });
  addUnread(item, readRuleLabels(nested, reader), reader);
}

function readGuidanceChild(item: ListItem, labels: Labels, details: string[], reader: Reader): void {
  const label = labelName(item);
  const known = RULE_LABELS.some((l) => l === label?.name);
  if (label !== undefined && (known || nearNames(label.name, GUIDANCE_LABELS).length > 0)) {
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
