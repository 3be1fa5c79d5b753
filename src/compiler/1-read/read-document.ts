// Reads one Markdown document: its parts in order, and everything that is wrong with it. Knows no other document.
import type { Code, Heading, ListItem, Nodes, Paragraph, Root, RootContent, Table } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Source } from "../../policy/types.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { brokenFrontmatter, documentTooLarge, emptyDocument } from "../messages/generated.ts";
import { isRuleLabel } from "./belonging.ts";
import { OpenDefinition } from "./definitions.ts";
import type { Drawing, Frontmatter, GuidanceItem, Item, ShownCommand, SourceDocument } from "./document.ts";
import { kindOfFolder, misplacedFrontmatter, readFrontmatter } from "./frontmatter.ts";
import { readHeading } from "./headings.ts";
import { readList, reportLabelled } from "./list-items.ts";
import { tooMuch } from "./markup-limits.ts";
import { reportNormative, reportRaw } from "./normative.ts";
import { ProseReader } from "./prose.ts";
import type { Reader } from "./reader.ts";
import { reveal } from "./reveal.ts";
import { RunbookReader } from "./runbook/read-runbook.ts";
import { isRunbook } from "./runbook/shape.ts";
import { drawingIn, showFence, showSpans } from "./shown.ts";
import { SourceText } from "./source-text.ts";
import { tokenize } from "./tokens.ts";
import { type Unclosed, unclosedBlocks } from "./unclosed.ts";

/** The largest document that is read, in UTF-16 units. */
export const MAX_LENGTH = 2_000_000;

const plain = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();
const processor = plain().use(remarkFrontmatter).freeze();

/** Behind frontmatter that nothing closes the extension for it reads no list any more, so it is left out there. */
function parse(text: string): Root {
  const root = processor.parse(text);
  return root.children[0]?.type === "yaml" || !text.startsWith("---") ? root : plain.parse(text);
}

/** Reads a document's text. `file` is its path in the project, with `/`. Never throws. */
export function readDocument(file: string, text: string): SourceDocument {
  const refused = refuse(new SourceText(file, text));
  if (refused !== undefined) return unread(file, [refused]);
  const { source, diagnostics } = reveal(file, text);
  const excess = tooMuch(source);
  if (excess !== undefined) return unread(file, [...diagnostics, excess]);
  const root = parse(source.text);
  return new DocumentReader(source, unclosedBlocks(root, source)).read(root, diagnostics);
}

/** A document of which nothing was read. */
function unread(file: string, diagnostics: readonly Diagnostic[]): SourceDocument {
  return {
    file,
    front: { kind: "playbook" },
    items: [],
    shown: [],
    drawings: [],
    runbook: undefined,
    prose: { passages: [], tables: [], sketches: [], texts: [] },
    unread: [],
    entries: [],
    tree: { type: "root", children: [] },
    diagnostics,
  };
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
  readonly #unclosed: Unclosed;
  readonly #items: Item[] = [];
  readonly #diagnostics: Diagnostic[] = [];
  readonly #shown: ShownCommand[] = [];
  readonly #drawings: Drawing[] = [];
  readonly #entries: SourceDocument["entries"][number][] = [];
  readonly #taken = new Set<Nodes>();
  readonly #prose: ProseReader;
  #front: Frontmatter = { kind: "playbook" };
  #open: OpenDefinition | undefined;
  #runbook: RunbookReader | undefined;
  entry: Reader["entry"];

  constructor(source: SourceText, unclosed: Unclosed) {
    this.source = source;
    this.#unclosed = unclosed;
    this.#prose = new ProseReader(source, (node) => this.#taken.has(node) || unclosed.nodes.has(node));
    this.#diagnostics.push(...unclosed.diagnostics);
  }

  readonly report = (d: Diagnostic): void => {
    this.#diagnostics.push(d);
  };

  readonly show = (command: ShownCommand): void => {
    this.#shown.push({ ...command, date: this.entry?.date });
  };

  readonly take = (node: Nodes): void => {
    this.#taken.add(node);
  };

  readonly add = (item: Item): void => {
    if (item.type === "rule") this.#open?.beginRule();
    const isStep = item.type === "guidance" && this.#runbook?.holdsSteps === true && isBare(item);
    this.#items.push(isStep ? { ...item, step: true } : item);
  };

  /** Reads the whole of it; `hidden` is what was said of its characters. */
  read(root: Root, hidden: readonly Diagnostic[]): SourceDocument {
    this.#diagnostics.push(...hidden);
    const front = root.children.find((node) => node.type === "yaml");
    const offset = (front?.position?.start.offset ?? 0) + 4;
    this.#front = readFrontmatter(front?.value, offset, this.source, this.report);
    const { said } = this.#front;
    if (said !== true && kindOfFolder(this.source.file) === undefined && isRunbook(this.source.file, root))
      this.#front = { ...this.#front, kind: "runbook" };
    if (this.#front.kind === "runbook") this.#runbook = new RunbookReader(this.source);
    const lost = front === undefined ? misplacedFrontmatter(this.source.text) : undefined;
    if (lost !== undefined)
      this.report(brokenFrontmatter(this.source.at(lost.start, lost.end), { reason: lost.reason }));
    for (const [index, node] of root.children.entries()) {
      if (node.type === "heading") this.#heading(node, sectionBelow(root.children, index));
      else this.#block(node, root.children[index - 1]);
      this.#prose.add(node, this.entry);
    }
    this.#close(this.source.text.length);
    return {
      file: this.source.file,
      front: this.#front,
      items: this.#items,
      shown: this.#shown,
      drawings: this.#drawings,
      runbook: this.#runbook?.close(nameOf(this.source.file)),
      prose: this.#prose,
      unread: this.#unclosed.names,
      entries: this.#entries,
      tree: root,
      diagnostics: this.#diagnostics,
    };
  }

  #block(node: RootContent, before: RootContent | undefined): void {
    if (!this.#unclosed.nodes.has(node)) this.#runbook?.block(node);
    switch (node.type) {
      case "list": {
        const items = this.#withoutLabels(node.children);
        const taken = before?.type === "paragraph" ? this.#labelsOf(before, items) : 0;
        readList({ ...node, children: items.slice(taken) }, this);
        return;
      }
      case "table":
        if (this.#open?.takeTable(node) === true) this.take(node);
        else this.prose(node);
        return;
      case "paragraph":
        if (this.#open?.takeRemark(node) === true) this.take(node);
        else this.#paragraph(node);
        return;
      case "code":
        if (this.#unclosed.nodes.has(node) || this.#open?.takeSample(node) !== true) this.prose(node);
        else this.take(node);
        return;
      default:
        this.prose(node);
    }
  }

  #heading(node: Heading, section: readonly RootContent[]): void {
    this.#close(node.position?.start.offset ?? 0);
    const opening = readHeading(
      node,
      section,
      this.#front.kind === "learnings",
      this.entry !== undefined,
      this.source,
      this.report,
    );
    if (opening.type === "section") reportNormative(tokenize(node.children, this.source), this.report);
    if (opening.type === "entry") {
      this.entry = opening.entry;
      this.#entries.push({ ...opening.entry, source: this.source.of(node) });
    }
    this.#runbook?.heading(node, opening.type !== "section");
    if (opening.type === "definition") this.#open = new OpenDefinition(opening, this);
  }

  #close(end: number): void {
    if (this.#open !== undefined) this.#items.push(this.#open.close(end));
    this.#open = undefined;
  }

  /** What is left of a list without the labels of the open definition, which stand in front of its rules. */
  #withoutLabels(items: readonly ListItem[]): ListItem[] {
    const open = this.#open;
    const rule = items.findIndex((item) => {
      const [first] = item.children;
      return (
        first?.type === "paragraph" &&
        first.children[0]?.type === "strong" &&
        open?.isWorkflowLabel(item) !== true
      );
    });
    return items.filter((item, i) => {
      if ((rule >= 0 && i > rule) || open?.takeLabel(item) !== true) return true;
      this.take(item);
      return false;
    });
  }

  /** How many items open a list as the labels of a rule in the paragraph above it, where it is none. Reported. */
  #labelsOf(paragraph: Paragraph, items: readonly ListItem[]): number {
    const other = items.findIndex((item) => !isRuleLabel(item));
    const labels = other < 0 ? items : items.slice(0, other);
    const [first] = labels;
    if (first === undefined) return 0;
    const at = this.source.of(paragraph);
    const notice = this.#diagnostics.findIndex((d) => d.code === "looks-like-a-rule" && isIn(d.source, at));
    const [said] = notice < 0 ? [] : this.#diagnostics.splice(notice, 1);
    if (said === undefined) return 0;
    const node = { ...first, children: [paragraph, { type: "list" as const, children: [...labels] }] };
    reportLabelled(node, said, this);
    return labels.length;
  }

  #paragraph(node: Paragraph): void {
    const tokens = tokenize(node.children, this.source);
    reportNormative(tokens, this.report);
    showSpans(tokens, this);
  }

  /** Four blanks make code of a rule, and nobody sees it; in a fence it is an example. */
  #code(node: Code): void {
    const start = node.position?.start.offset ?? 0;
    const form = drawingIn(node);
    if (form !== undefined) this.#drawings.push({ form, text: node.value, source: this.source.of(node) });
    if (form === "mermaid") return;
    if (/^[`~]/.test(this.source.slice(start, start + 1))) {
      // The fences of a runbook hold its steps' commands.
      if (this.#runbook === undefined) showFence(node, this);
    } else reportRaw(node.value, this.source.of(node), "Take out the blanks in front of it.", this.report);
  }

  #cells(node: Table): void {
    for (const cell of node.children.flatMap((row) => row.children)) {
      reportNormative(tokenize(cell.children, this.source), this.report);
    }
  }

  readonly prose = (node: RootContent): void => {
    // The labels of a rule that is quoted show what it blocks, and nothing that people are to run.
    if (this.#unclosed.nodes.has(node) || (node.type === "listItem" && isRuleLabel(node))) return;
    switch (node.type) {
      case "paragraph":
        this.#paragraph(node);
        return;
      case "heading":
        reportNormative(tokenize(node.children, this.source), this.report);
        return;
      case "code":
        this.#code(node);
        return;
      case "html":
        reportRaw(node.value, this.source.of(node), "Take it out of the HTML.", this.report);
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

/** What stands between a heading and the next one. */
function sectionBelow(nodes: readonly RootContent[], heading: number): readonly RootContent[] {
  let end = heading + 1;
  while (end < nodes.length && nodes[end]?.type !== "heading") end++;
  return nodes.slice(heading + 1, end);
}

/** A file's name without folders and ending. */
function nameOf(file: string): string {
  return (file.split("/").pop() ?? file).replace(/\.md$/i, "");
}

/** Whether a plain item has nothing that others may name it by or that it names others by. */
function isBare({ labels }: GuidanceItem): boolean {
  return labels.id === undefined && labels.because === undefined && labels.supersedes.length === 0;
}

function isIn(inner: Source, outer: Source): boolean {
  return inner.line >= outer.line && inner.endLine <= outer.endLine;
}
