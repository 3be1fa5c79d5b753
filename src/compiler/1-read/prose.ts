// Collects a document's prose with its places: paragraphs, list items, headings and tables that are no rules and no data.
import type { Code, Heading, ListItem, Nodes, Paragraph, PhrasingContent, RootContent, Table } from "mdast";
import { isRuleLabel } from "./belonging.ts";
import type { Drawing, Entry, Passage, Prose, ProseTable, ShownText } from "./document.ts";
import type { SourceText } from "./source-text.ts";
import { readTable } from "./tables.ts";
import { type Token, tokenize } from "./tokens.ts";

/** Opens a quotation that is no quotation but a remark in a box. */
const BOXES = /^(?:\[!\w+\]|(?:note|tip|important|warning|caution|attention|hint)\b)/i;

const NO_LANGUAGE: ReadonlySet<string> = new Set(["", "text", "txt", "plain", "plaintext", "ascii"]);
const TEXT_LANGUAGES: ReadonlySet<string> = new Set([...NO_LANGUAGE, "md", "markdown"]);
/** What may be said of things without a name: how much, in which order, and where. */
const OF_NAMELESS =
  /\d|\b(?:one|two|three|four|five|six|ten|twelve|fifteen|twenty|thirty|half|an? (?:minute|hour|day|week)|order(?:ed)?|sections?|inline|lines?|notes?|before|above|below|after|then|first|last|top|bottom|replac\w*|supersed\w*)\b/i;
const ARROWS = /[↓→├└▼⇒]|->|=>/;

interface Level {
  readonly depth: number;
  readonly words: string;
  readonly about: Token | undefined;
}

/** Takes the blocks of a document in order. `isTaken` says which nodes are rules or data. */
export class ProseReader implements Prose {
  readonly passages: Passage[] = [];
  readonly tables: ProseTable[] = [];
  readonly sketches: Drawing[] = [];
  readonly texts: ShownText[] = [];
  readonly #source: SourceText;
  readonly #isTaken: (node: Nodes) => boolean;
  #levels: Level[] = [];
  #entry: Entry | undefined;

  /** What stands right above the next block. */
  #above: Passage | undefined;

  constructor(source: SourceText, isTaken: (node: Nodes) => boolean) {
    this.#source = source;
    this.#isTaken = isTaken;
  }

  /** Takes a block of the document itself, after everything else has been read of it. */
  add(node: RootContent, entry: Entry | undefined): void {
    this.#entry = entry;
    if (node.type === "heading") this.#heading(node);
    else this.#above = this.#block(node, this.#above);
  }

  #heading(node: Heading): void {
    const tokens = tokenize(node.children, this.#source);
    const codes = tokens.filter((t) => t.type === "code");
    const words = tokens.map((t) => t.text.toLowerCase()).join(" ");
    this.#levels = this.#levels.filter((level) => level.depth < node.depth);
    this.#above = this.#passage(node, "heading", tokens, undefined);
    this.#levels.push({ depth: node.depth, words, about: codes.length === 1 ? codes[0] : undefined });
  }

  /** Takes a block; gives what a list or table right below it would belong to. */
  #block(node: RootContent, lead: Passage | undefined): Passage | undefined {
    if (this.#isTaken(node)) return lead;
    switch (node.type) {
      case "paragraph":
        return this.#paragraph(node, "paragraph", lead?.form === "paragraph" ? undefined : lead);
      case "list":
        for (const item of node.children) this.#item(item, lead);
        return undefined;
      case "table":
        this.#table(node, lead);
        return undefined;
      case "code":
        this.#code(node, lead);
        return undefined;
      case "blockquote":
      case "footnoteDefinition":
        if (node.type === "blockquote" && !this.#isBox(node.children[0])) return undefined;
        this.#blocks(node.children, lead);
        return undefined;
      default:
        return undefined;
    }
  }

  #blocks(nodes: readonly RootContent[], lead: Passage | undefined): void {
    let above = lead;
    for (const node of nodes) above = this.#block(node, above);
  }

  #item(item: ListItem, lead: Passage | undefined): void {
    if (this.#isTaken(item) || isRuleLabel(item)) return;
    const [first, ...more] = item.children;
    if (first?.type !== "paragraph") {
      this.#blocks(item.children, lead);
      return;
    }
    const own = this.#paragraph(first, "item", lead);
    this.#blocks(more, own);
  }

  #code(node: Code, lead: Passage | undefined): void {
    const language = node.lang ?? "";
    const source = this.#source.of(node);
    if (NO_LANGUAGE.has(language) && ARROWS.test(node.value))
      this.sketches.push({ form: "text", text: node.value, source });
    if (!TEXT_LANGUAGES.has(language)) return;
    const { about: _, ...place } = this.#place(lead);
    this.texts.push({ text: node.value, ...place, source: { ...source, line: source.line + 1 } });
  }

  /** Undefined for a paragraph in which nothing can be said of a name: it opens nothing for what stands below it. */
  #paragraph(node: Paragraph, form: Passage["form"], lead: Passage | undefined): Passage | undefined {
    const start = node.position?.start.offset ?? 0;
    const text = this.#source.slice(start, node.position?.end.offset ?? start);
    const named = this.#about() !== undefined || lead?.tokens.some((t) => t.type === "code") === true;
    if (named || /["“„]|:\s*$/.test(text) || holdsCode(node.children))
      return this.#passage(node, form, tokenize(node.children, this.#source), lead);
    if (OF_NAMELESS.test(text) || lead !== undefined)
      this.#passage(node, form, tokenize(node.children, this.#source), lead, true);
    return undefined;
  }

  #passage(
    node: Paragraph | Heading,
    form: Passage["form"],
    tokens: readonly Token[],
    lead: Passage | undefined,
    nameless = false,
  ): Passage {
    const passage = { form, tokens, ...this.#place(lead), nameless, source: this.#source.of(node) };
    this.passages.push(passage);
    return passage;
  }

  #table(node: Table, lead: Passage | undefined): void {
    const table = readTable(node, this.#source, () => undefined);
    if (table.rows.length > 0) this.tables.push({ ...table, ...this.#place(lead) });
  }

  #place(lead: Passage | undefined): Pick<Passage, "about" | "lead" | "under" | "entry"> {
    const under = this.#levels.map((level) => level.words);
    return { about: this.#about(), lead, under, entry: this.#entry };
  }

  #about(): Token | undefined {
    return this.#levels.findLast((level) => level.about !== undefined)?.about;
  }

  #isBox(node: Nodes | undefined): boolean {
    const start = node?.position?.start.offset ?? 0;
    const text = this.#source.slice(start, Math.min(start + 40, node?.position?.end.offset ?? start));
    return BOXES.test(text.replace(/^[*_]+/, ""));
  }
}

function holdsCode(nodes: readonly PhrasingContent[]): boolean {
  return nodes.some((node) => node.type === "inlineCode" || ("children" in node && holdsCode(node.children)));
}
