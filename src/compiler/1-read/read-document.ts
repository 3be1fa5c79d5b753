// Reads one Markdown document: its parts in order, and everything that is wrong with it. Knows no other document.
import type { Heading, Paragraph, Root, RootContent, Table } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { documentTooLarge, emptyDocument } from "../messages/generated.ts";
import { OpenDefinition } from "./definitions.ts";
import type { Frontmatter, Item, ShownCommand, SourceDocument } from "./document.ts";
import { readFrontmatter } from "./frontmatter.ts";
import { readHeading } from "./headings.ts";
import { hiddenCharacters } from "./hidden-unicode.ts";
import { readItem } from "./list-items.ts";
import { reportHtml, reportNormative } from "./normative.ts";
import type { Reader } from "./reader.ts";
import { showFence, showSpans } from "./shown.ts";
import { SourceText } from "./source-text.ts";
import { readTable } from "./tables.ts";
import { tokenize } from "./tokens.ts";

/** The largest document that is read, in UTF-16 units. */
export const MAX_LENGTH = 2_000_000;

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter)
  .freeze();

/** Reads a document's text. `file` is its path in the project, with `/`. Never throws. */
export function readDocument(file: string, text: string): SourceDocument {
  const source = new SourceText(file, text);
  const refused = refuse(source);
  if (refused !== undefined)
    return { file, front: { kind: "playbook" }, items: [], shown: [], diagnostics: [refused] };
  return new DocumentReader(source).read(processor.parse(text));
}

function refuse(source: SourceText): Diagnostic | undefined {
  const { text } = source;
  if (text.length > MAX_LENGTH) {
    return documentTooLarge(source.at(0, 0), { size: String(text.length), limit: String(MAX_LENGTH) });
  }
  return text.trim() === "" ? emptyDocument(source.at(0, 0)) : undefined;
}

class DocumentReader implements Reader {
  readonly source: SourceText;
  readonly #items: Item[] = [];
  readonly #diagnostics: Diagnostic[] = [];
  readonly #shown: ShownCommand[] = [];
  #front: Frontmatter = { kind: "playbook" };
  #open: OpenDefinition | undefined;
  entry: Reader["entry"];

  constructor(source: SourceText) {
    this.source = source;
    this.#diagnostics.push(...hiddenCharacters(source));
  }

  readonly report = (d: Diagnostic): void => {
    this.#diagnostics.push(d);
  };

  readonly show = (command: ShownCommand): void => {
    this.#shown.push(command);
  };

  readonly add = (item: Item): void => {
    if (item.type === "rule") this.#open?.beginRule();
    this.#items.push(item);
  };

  read(root: Root): SourceDocument {
    const front = root.children.find((node) => node.type === "yaml");
    const offset = (front?.position?.start.offset ?? 0) + 4;
    this.#front = readFrontmatter(front?.value, offset, this.source, this.report);
    for (const node of root.children) this.#block(node);
    this.#close();
    const { file } = this.source;
    return {
      file,
      front: this.#front,
      items: this.#items,
      shown: this.#shown,
      diagnostics: this.#diagnostics,
    };
  }

  #block(node: RootContent): void {
    switch (node.type) {
      case "heading":
        this.#heading(node);
        return;
      case "list":
        for (const item of node.children) {
          if (this.#open?.takeLabel(item) !== true) readItem(item, this);
        }
        return;
      case "table":
        if (this.#open?.takeTable(() => readTable(node, this.source, this.report)) !== true) this.prose(node);
        return;
      case "paragraph":
        this.#open?.takeRemark(
          tokenize(node.children, this.source)
            .map((t) => t.text)
            .join(" "),
        );
        this.#paragraph(node);
        return;
      default:
        this.prose(node);
    }
  }

  #heading(node: Heading): void {
    this.#close();
    const opening = readHeading(
      node,
      this.#front.kind === "learnings",
      this.entry !== undefined,
      this.source,
      this.report,
    );
    if (opening.type === "section") reportNormative(tokenize(node.children, this.source), this.report);
    if (opening.type === "entry") this.entry = opening.entry;
    if (opening.type === "definition") this.#open = new OpenDefinition(opening.kind, opening.name, this);
  }

  #close(): void {
    if (this.#open !== undefined) this.#items.push(this.#open.close());
    this.#open = undefined;
  }

  #paragraph(node: Paragraph): void {
    const tokens = tokenize(node.children, this.source);
    reportNormative(tokens, this.report);
    showSpans(tokens, this);
  }

  #cells(node: Table): void {
    for (const cell of node.children.flatMap((row) => row.children)) {
      reportNormative(tokenize(cell.children, this.source), this.report);
    }
  }

  readonly prose = (node: RootContent): void => {
    switch (node.type) {
      case "paragraph":
        this.#paragraph(node);
        return;
      case "heading":
        reportNormative(tokenize(node.children, this.source), this.report);
        return;
      case "code":
        showFence(node, this);
        return;
      case "html":
        reportHtml(node.value, this.source.of(node), this.report);
        return;
      case "table":
        this.#cells(node);
        return;
      case "blockquote":
      case "list":
      case "listItem":
      case "footnoteDefinition":
        for (const child of node.children) this.prose(child);
    }
  };
}
