// A learning as a dated entry of Markdown: a heading, what happened, and one rule with its examples.
import type { List, ListItem, Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import remarkParse from "remark-parse";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { isCalendarDate } from "../../compiler/1-read/calendar.ts";
import { LEADS } from "../../compiler/1-read/grammar/productions.ts";
import { readDocument } from "../../compiler/1-read/read-document.ts";
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import { hiddenIn, nameOfCharacter } from "../../pattern/hidden.ts";
import { formatDocument } from "../fmt.ts";

export interface Learning {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly title: string;
  /** The rule; its lead may be bold or not. */
  readonly sentence: string;
  readonly prose?: string | undefined;
  readonly because?: string | undefined;
  readonly id?: string | undefined;
  readonly blocks?: readonly string[] | undefined;
  readonly asks?: readonly string[] | undefined;
  readonly passes?: readonly string[] | undefined;
  readonly supersedes?: readonly string[] | undefined;
}

/** The entry's text, or why there is none; `diagnostics` where the sentence is at fault, at their places in `text`. */
export type EntryResult =
  | { readonly entry: string }
  | { readonly problem: string; readonly text?: string; readonly diagnostics?: readonly Diagnostic[] };

/** Where an entry is read alone, for its form. */
const ALONE = "learnings/entry.md";

const parser = unified().use(remarkParse).freeze();
const printer = unified()
  .use(remarkStringify, { bullet: "-", emphasis: "_", strong: "*", listItemIndent: "one", fences: true })
  .freeze();

class Refused extends Error {}

/** Makes the entry: canonical words, and nothing in it that was not meant as what it stands for. */
export function entryOf(learning: Learning): EntryResult {
  let text: string;
  try {
    text = printer.stringify(rootOf(learning));
  } catch (error) {
    if (error instanceof Refused) return { problem: error.message };
    throw error;
  }
  const formatted = formatDocument(ALONE, text);
  if (formatted.problems.length > 0)
    return { problem: "the entry is not one that can be read", text, diagnostics: formatted.problems };
  const [only, ...more] = readDocument(ALONE, formatted.text).items;
  if (only?.type !== "rule" || more.length > 0)
    return { problem: "the entry would hold something beside its one rule" };
  return { entry: formatted.text };
}

function rootOf(learning: Learning): Root {
  const { date, title, sentence, prose = "" } = learning;
  if (!isCalendarDate(date))
    throw new Refused(`unexpected date ${JSON.stringify(date)}, expected YYYY-MM-DD`);
  const heading: PhrasingContent[] = [{ type: "text", value: `${date} — ` }, ...inline(title, "title")];
  const rule: ListItem = {
    type: "listItem",
    spread: false,
    children: [
      { type: "paragraph", children: sentenceOf(sentence) },
      ...(labels(learning).length === 0 ? [] : [listOf(labels(learning))]),
    ],
  };
  return {
    type: "root",
    children: [{ type: "heading", depth: 2, children: heading }, ...paragraphs(prose), listOf([rule])],
  };
}

function listOf(children: ListItem[]): List {
  return { type: "list", ordered: false, spread: false, children };
}

function labels({ id, because, supersedes = [], blocks = [], asks = [], passes = [] }: Learning): ListItem[] {
  const code = (value: string): PhrasingContent => ({ type: "inlineCode", value });
  const item = (label: string, children: PhrasingContent[]): ListItem => ({
    type: "listItem",
    spread: false,
    children: [{ type: "paragraph", children: [{ type: "text", value: `${label}: ` }, ...children] }],
  });
  const ids = supersedes.map((name) => word(name, "supersedes"));
  return [
    ...(id === undefined ? [] : [item("Id", [code(word(id, "id"))])]),
    ...(because === undefined ? [] : [item("Because", inline(because, "because"))]),
    ...(ids.length === 0
      ? []
      : [
          item(
            "Supersedes",
            ids.flatMap((name, i) => (i === 0 ? [code(name)] : [{ type: "text", value: ", " }, code(name)])),
          ),
        ]),
    ...blocks.map((c) => item("Blocks", [code(command(c, "blocks"))])),
    ...asks.map((c) => item("Asks", [code(command(c, "asks"))])),
    ...passes.map((c) => item("Passes", [code(command(c, "passes"))])),
  ];
}

function sentenceOf(text: string): PhrasingContent[] {
  const lead = LEADS.find((l) => text.startsWith(`${l} `));
  return inline(lead === undefined ? text : `**${lead}**${text.slice(lead.length)}`, "sentence");
}

/** An id: no blank, and nothing that ends a code span. */
function word(text: string, where: string): string {
  if (/^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u.test(text)) return text;
  throw new Refused(
    `unexpected ${JSON.stringify(text)} for ${where}, expected an id such as \`wait-for-health\``,
  );
}

function command(text: string, where: string): string {
  seen(text, where);
  if (/[\n\r]/.test(text) || text.trim() === "")
    throw new Refused(`${where}: expected commands of one line each`);
  return text.trim();
}

/** Words of one line, with code, emphasis and nothing else. */
function inline(text: string, where: string): PhrasingContent[] {
  if (/[\n\r]/.test(text)) throw new Refused(`${where}: expected one line`);
  const [only, ...more] = paragraphs(text, where);
  if (only === undefined || more.length > 0) throw new Refused(`${where}: expected words`);
  return only.children;
}

/** Plain paragraphs: a heading, a list or a table in them would be read as part of the source. */
function paragraphs(text: string, where = "prose"): Paragraph[] {
  seen(text, where);
  return parser.parse(text.trim()).children.map((child: RootContent) => {
    if (child.type !== "paragraph")
      throw new Refused(`${where}: expected plain words, found a ${child.type}`);
    const bad = child.children.find((c) => !isPlain(c));
    if (bad !== undefined)
      throw new Refused(
        `${where}: expected plain words, found ${bad.type}; what is exact stands in backticks`,
      );
    return child;
  });
}

function isPlain(node: PhrasingContent): boolean {
  if (node.type === "strong" || node.type === "emphasis")
    return node.children.every((c) => c.type === "text");
  return node.type === "text" || node.type === "inlineCode";
}

/** Refuses characters that nobody sees. */
function seen(text: string, where: string): void {
  const [hidden] = hiddenIn(text);
  const at = text.startsWith("\ufeff") ? 0 : hidden?.at;
  if (at !== undefined)
    throw new Refused(`${where}: unexpected ${nameOfCharacter(text, at)}, which can't be seen`);
}
