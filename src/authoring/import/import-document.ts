// Reads a document of anybody's, and proposes what it would be as a source.
import type { Heading, List, ListItem, Nodes, Paragraph, Root, RootContent } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { isRuleLabel, nestedItems } from "../../compiler/1-read/belonging.ts";
import { DEFINITION_KINDS } from "../../compiler/1-read/document.ts";
import { tooMuch } from "../../compiler/1-read/markup-limits.ts";
import { MAX_LENGTH } from "../../compiler/1-read/read-document.ts";
import { reveal } from "../../compiler/1-read/reveal.ts";
import { SourceText } from "../../compiler/1-read/source-text.ts";
import { BEGIN, END } from "../../compiler/4-emit/marked-block.ts";
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import { documentTooLarge } from "../../compiler/messages/generated.ts";
import type { Source } from "../../policy/types.ts";
import { commandsOf, programsOf } from "./commands.ts";
import { type Above, aboveOf, narrowing } from "./context.ts";
import { fenceNears } from "./fence.ts";
import { readHostFront } from "./front.ts";
import { generatedRule } from "./generated.ts";
import { GeneratedBlock } from "./generated-block.ts";
import { pathOfImport } from "./import-line.ts";
import { joined } from "./join-item.ts";
import {
  codesIn,
  dedented,
  fenced,
  foldedBy,
  guidancePiece,
  isBeside,
  kindOf,
  labelIn,
  rangeOf,
  textPiece,
} from "./nodes.ts";
import type { Detail, Imported, ImportedKind, Note, Piece } from "./piece.ts";
import type { IsKnown } from "./plausible.ts";
import { oneLine } from "./said.ts";
import { withoutSecrets } from "./secrets.ts";
import { type Reading, statementsOf, textOf } from "./statements.ts";
import { limitedSuggest, MOST_TEXTS } from "./suggest/limited.ts";
import { withCommon } from "./suggest/programs.ts";
import { moved, OpenTags, ownTags, saysRules, type Tags } from "./tags.ts";
import { isExceptions, limitedBy, takesBack } from "./taken-back.ts";

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter)
  .freeze();

/** Proposes a source for a document. `from` is the name that it is shown by. `isKnown` says which programs there are. */
export function importDocument(
  from: string,
  text: string,
  isKnown: IsKnown,
): Imported | { readonly problem: Diagnostic } {
  const written = new SourceText(from, text);
  if (text.length > MAX_LENGTH)
    return {
      problem: documentTooLarge(written.at(0, 0), { size: String(text.length), limit: String(MAX_LENGTH) }),
    };
  const shown = reveal(from, text);
  const excess = tooMuch(shown.source);
  if (excess !== undefined) return { problem: excess };
  const { source, notes } = withoutSecrets(new SourceText(from, shown.source.text));
  const root = parser.parse(source.text);
  const hidden = shown.diagnostics
    .filter((d) => d.code === "hidden-unicode")
    .map(
      (d): Note => ({
        message: `left out ${d.message.replace(/^Unexpected /i, "").slice(0, 120)}`,
        source: d.source,
      }),
    );
  return new Importer(source, root, isKnown, [...hidden, ...notes]).read();
}

class Importer {
  readonly #source: SourceText;
  readonly #root: Root;
  readonly #kind: ImportedKind;
  readonly #reading: Reading;
  /** Which words of a heading are names of tools. */
  readonly #isKnown: IsKnown;
  readonly #pieces: Piece[] = [];
  readonly #notes: Note[];
  readonly #imports: { path: string; source: Source }[] = [];
  #headings: { depth: number; text: string; above: Above; at: number }[] = [];
  #generated: GeneratedBlock | undefined;
  #inDefinition = false;
  #hasTitle = false;
  /** A line in bold letters that stands where a heading would. */
  #label: Above | undefined;
  /** Where the block begins that stands in front of the one that is read. */
  #before = 0;
  /** From which piece up to which one rules have been limited already. */
  #limited: readonly [number, number] = [0, 0];
  readonly #tags = new OpenTags();
  /** How many tags are open that fold or strike what stands in them. */
  #folded = 0;

  constructor(source: SourceText, root: Root, isKnown: IsKnown, notes: readonly Note[]) {
    this.#source = source;
    this.#root = root;
    this.#notes = [...notes];
    this.#kind = kindOf(source.file, root);
    const shown = new Set(codesIn(root).flatMap(programsOf));
    this.#isKnown = (program) => shown.has(program) || isKnown(program);
    const known = withCommon(this.#isKnown);
    const suggest = limitedSuggest(this.#isKnown, () =>
      this.#note(`only the first ${MOST_TEXTS} sentences were looked at for suggestions`, root),
    );
    this.#reading = { source, isKnown: known, suggest };
  }

  read(): Imported {
    const [first] = this.#root.children;
    const front = readHostFront(first?.type === "yaml" ? first.value : "");
    if (first?.type === "yaml" && front.dropped.length > 0)
      this.#note(`left out of the frontmatter: ${front.dropped.join(", ")}`, first);
    if (first?.type === "yaml" && front.description !== undefined)
      this.#pieces.push(textPiece(oneLine(front.description), false, this.#source.of(first)));
    for (const [i, node] of this.#root.children.entries()) this.#block(node, this.#root.children[i - 1]);
    return {
      from: this.#source.file,
      kind: this.#kind,
      appliesTo: front.appliesTo,
      own: front.own,
      pieces: this.#pieces,
      notes: this.#notes,
      generated: this.#source.text.includes(BEGIN),
      imports: this.#imports,
    };
  }

  #block(node: RootContent, before: RootContent | undefined): void {
    if (node.type === "html" && this.#comment(node.value, node)) return;
    if (this.#generated !== undefined) {
      const { pieces, notes } = this.#generated.take(node, before);
      this.#pieces.push(...pieces);
      this.#notes.push(...notes);
      return;
    }
    const tags = node.type === "html" && this.#kind !== "runbook" ? ownTags(node.value) : undefined;
    if (node.type === "html" && tags !== undefined) {
      this.#tagged(node, tags);
      return;
    }
    if (node.type === "html") this.#folded = Math.max(0, this.#folded + foldedBy(node.value));
    if (node.type === "yaml" || node.type === "thematicBreak") return;
    const begin = this.#pieces.length;
    this.#takenBack(node);
    if (node.type === "heading") this.#heading(node);
    else if (this.#inDefinition) this.#raw(node);
    else if (node.type === "list") this.#list(node, before);
    else if (node.type === "paragraph") this.#paragraph(node, before);
    else if (node.type === "code" && this.#kind === "playbook") this.#code(node, before);
    else if (node.type === "blockquote" && this.#kind === "playbook")
      for (const [i, child] of node.children.entries()) this.#block(child, node.children[i - 1]);
    else this.#raw(node);
    if (node.type === "html" && saysRules(node.value))
      this.#note("what looks like a rule in this HTML stays as it is", node);
    this.#before = begin;
  }

  /** What stands in tags of one's own is read like all else; the tags stay as they are. */
  #tagged(node: Extract<RootContent, { type: "html" }>, { inner, opened, closed }: Tags): void {
    const source = this.#source.of(node);
    const tag = (name: string, slash: string): Piece => textPiece(`<${slash}${name}>`, false, source);
    this.#tags.open(opened);
    this.#pieces.push(...opened.map((name) => tag(name, "")));
    const { start } = node.position ?? { start: { line: 1, offset: 0 } };
    const blocks = parser.parse(inner).children.map((c) => moved(c, start.line - 1, start.offset ?? 0));
    for (const [i, child] of blocks.entries())
      if (child.type !== "html" || ownTags(child.value) === undefined) this.#block(child, blocks[i - 1]);
    this.#pieces.push(...closed.map((name) => tag(name, "/")));
    this.#tags.close(closed);
  }

  /** A paragraph that limits what stands in front of it, or a heading over exceptions. */
  #takenBack(node: RootContent): void {
    if (node.type === "heading") {
      const words = oneLine(this.#source.slice(...rangeOf(node)));
      const parent = this.#headings.findLast((h) => h.depth < node.depth);
      if (isExceptions(words)) this.#limit(words, parent?.at ?? 0);
      return;
    }
    const [first] = node.type === "list" ? (node.children[0]?.children ?? []) : [node];
    if (first?.type !== "paragraph") return;
    const words = oneLine(textOf(first, this.#source));
    const back = takesBack(words);
    if (back === "one") this.#limit(words, this.#before);
    if (back === "all") this.#limit(words, this.#headings.at(-1)?.at ?? 0);
  }

  /** Each piece is looked at once: where all rules have been limited, none is left. */
  #limit(words: string, from: number): void {
    const [start, end] = this.#limited;
    for (let i = from; i < this.#pieces.length; i++) {
      if (i >= start && i < end) i = end;
      const piece = this.#pieces[i];
      if (piece !== undefined) this.#pieces[i] = limitedBy(words, piece);
    }
    this.#limited = [from > end ? from : Math.min(from, start), this.#pieces.length];
  }

  /** Comments are read by nobody who looks at the page: none becomes a rule, and none is taken over. */
  #comment(html: string, node: Nodes): boolean {
    const text = html.trim();
    if (!text.startsWith("<!--") || !text.endsWith("-->") || text.indexOf("-->") !== text.length - 3)
      return false;
    if (text === BEGIN) this.#generated = new GeneratedBlock(this.#source);
    else if (text === END) this.#generated = undefined;
    else this.#note("left out a comment, which nobody sees on the page", node);
    return true;
  }

  #heading(node: Heading): void {
    const text = oneLine(this.#source.slice(...rangeOf(node)));
    // An underlined heading has its line of signs behind it.
    const words = text.replace(/^#+\s*/, "").replace(/(?:^|\s+)(?:#+|=+|-+)$/, "");
    const place = node.depth === 1 && !this.#hasTitle ? "title" : "heading";
    const above = aboveOf(words, place, this.#isKnown);
    this.#hasTitle = true;
    this.#headings = this.#headings.filter((h) => h.depth < node.depth);
    this.#headings.push({ depth: node.depth, text: words, above, at: this.#pieces.length });
    this.#label = undefined;
    const kind = /^([A-Z][A-Za-z ]*?) `[^`]+`(?: for each `[^`]+`)?$/.exec(words)?.[1];
    this.#inDefinition = DEFINITION_KINDS.some((k) => k === kind) || words === "Every task";
    this.#pieces.push(textPiece(`${"#".repeat(node.depth)} ${words}`, true, this.#source.of(node)));
  }

  #paragraph(node: Paragraph, before: RootContent | undefined): void {
    const path = pathOfImport(textOf(node, this.#source));
    if (path !== undefined) {
      this.#imports.push({ path, source: this.#source.of(node) });
      return;
    }
    this.#findImports(node);
    const pieces = statementsOf(node, this.#above(this.#intro(before)), [], this.#reading);
    const [only] = pieces;
    const label = labelIn(node, this.#source);
    if (label !== undefined && only?.type === "guidance")
      this.#label = aboveOf(label, "heading", this.#isKnown);
    if (only?.type === "guidance" && pieces.length === 1 && this.#kind !== "playbook") {
      this.#raw(node);
      if (only.near.length > 0) this.#pieces.push({ ...only, text: "" });
    } else this.#pieces.push(...pieces);
  }

  #list(node: List, before: RootContent | undefined): void {
    const above = this.#above(this.#intro(before));
    const pieces: Piece[] = [];
    let [last, clean] = [0, 0];
    for (const [i, item] of node.children.entries()) {
      const step = node.ordered === true ? (node.start ?? 1) + i : undefined;
      const [first] = item.children;
      const words = first?.type === "paragraph" ? oneLine(textOf(first, this.#source)) : "";
      const back = i === 0 ? undefined : takesBack(words);
      if (back !== undefined) {
        for (let n = Math.max(back === "one" ? last : 0, clean); n < pieces.length; n++) {
          const piece = pieces[n];
          if (piece !== undefined) pieces[n] = limitedBy(words, piece);
        }
        clean = back === "all" ? pieces.length : clean;
      }
      last = pieces.length;
      pieces.push(...this.#item(item, above, step));
    }
    // The steps of a runbook stay as they are, with what stands in them.
    if (this.#kind !== "runbook" || pieces.some((p) => p.type === "rule")) this.#pieces.push(...pieces);
    else {
      this.#raw(node);
      this.#pieces.push(
        ...pieces.flatMap((p) => (p.type === "guidance" && p.near.length > 0 ? [{ ...p, text: "" }] : [])),
      );
    }
  }

  #item(item: ListItem, above: readonly Above[], step: number | undefined): Piece[] {
    const [first, ...others] = item.children;
    if (first?.type !== "paragraph") {
      const raw = oneLine(this.#source.slice(...rangeOf(item)).replace(/^(?:[-*+]|\d+[.)])\s*/, ""));
      return raw === "" ? [] : [guidancePiece(raw, step, this.#source.of(item))];
    }
    const written = generatedRule(first, this.#source);
    if (written !== undefined) return [written];
    const path = pathOfImport(textOf(first, this.#source));
    if (path !== undefined && others.length === 0) {
      this.#imports.push({ path, source: this.#source.of(first) });
      return [];
    }
    this.#findImports(first);
    const nested = nestedItems(item);
    const labels = nested.filter(isRuleLabel);
    const rest = nested.filter((n) => !isRuleLabel(n));
    // Whatever stands below a sentence may say when it holds, but for a reason.
    const words = [...rest, ...others.filter((c) => !isBeside(c, this.#source))].map((n) =>
      oneLine(this.#source.slice(...rangeOf(n))),
    );
    const isOurs = labels.length > 0;
    const own = statementsOf(first, above, words, { ...this.#reading, isOurs });
    const text = oneLine(textOf(first, this.#source));
    const below = rest.flatMap((n) =>
      this.#item(n, [...above, narrowing(aboveOf(text, "heading", this.#isKnown))], undefined),
    );
    const codes = others.flatMap((c): Detail[] => (c.type === "code" ? (commandsOf(c) ?? []) : []));
    const kept = others.filter(
      (c) => c.type !== "list" && !(c.type === "code" && commandsOf(c) !== undefined),
    );
    const raws = kept.map((c) => textPiece(dedented(this.#source, c), false, this.#source.of(c)));
    return [...joined(this.#source, own, labels, below, codes, step), ...raws];
  }

  #code(node: Extract<RootContent, { type: "code" }>, before: RootContent | undefined): void {
    const commands = commandsOf(node);
    const near = fenceNears(node, this.#above(this.#intro(before)), this.#reading);
    const last = this.#pieces[this.#pieces.length - 1];
    if (commands === undefined) {
      this.#raw(node);
      if (near.length > 0)
        this.#pieces.push({ ...guidancePiece("", undefined, this.#source.of(node)), near });
    } else if (last?.type === "guidance" && last.step === undefined)
      this.#pieces[this.#pieces.length - 1] = {
        ...last,
        details: [...last.details, ...commands],
        near: [...last.near, ...near],
      };
    else {
      const title = this.#headings[this.#headings.length - 1]?.text ?? "Commands";
      const own = guidancePiece(`${title}:`, undefined, this.#source.of(node));
      this.#pieces.push({ ...own, details: commands, near });
    }
  }

  #raw(node: RootContent): void {
    const text = node.type === "code" ? fenced(node) : dedented(this.#source, node);
    this.#pieces.push(textPiece(text, false, this.#source.of(node)));
  }

  /** Headings that bear on what stands here, and what is nearer. */
  #above(near: readonly Above[]): Above[] {
    const headings = this.#headings.map((h) => h.above);
    const folded: Above[] =
      this.#folded > 0
        ? [{ text: "<details>", lead: undefined, verb: "", more: false, narrow: true, forbids: false }]
        : [];
    return [
      ...folded,
      ...this.#tags.above(),
      ...headings,
      ...(this.#label === undefined ? [] : [this.#label]),
      ...near,
    ];
  }

  /** The words in front of a list or a paragraph, as far as they bear on it. */
  #intro(before: RootContent | undefined): Above[] {
    if (before?.type !== "paragraph") return [];
    const text = oneLine(textOf(before, this.#source));
    const above = aboveOf(text, /:[*_]{0,3}$/.test(text) ? "heading" : "sentence", this.#isKnown);
    return above.lead !== undefined || above.narrow || above.forbids ? [above] : [];
  }

  /** `@path` in the middle of words. */
  #findImports(node: Paragraph): void {
    for (const child of node.children) {
      if (child.type !== "text") continue;
      for (const match of child.value.matchAll(
        /(?:^|\s)@([\w~.-]{1,80}(?:\/[\w.-]{1,80}){0,12}\.(?:md|mdc|markdown|txt))\b/g,
      ))
        this.#imports.push({ path: match[1] ?? "", source: this.#source.of(child) });
    }
  }

  #note(message: string, node: Nodes): void {
    this.#notes.push({ message, source: this.#source.of(node) });
  }
}
