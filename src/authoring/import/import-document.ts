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
import { isRunbook } from "../../compiler/1-read/runbook/shape.ts";
import { SourceText } from "../../compiler/1-read/source-text.ts";
import { BEGIN, END } from "../../compiler/4-emit/marked-block.ts";
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import { documentTooLarge } from "../../compiler/messages/generated.ts";
import type { Source } from "../../policy/types.ts";
import { commandsOf, programsOf } from "./commands.ts";
import { type Above, aboveOf, narrowing } from "./context.ts";
import { readHostFront } from "./front.ts";
import { generatedRule } from "./generated.ts";
import { GeneratedBlock } from "./generated-block.ts";
import { pathOfImport } from "./import-line.ts";
import type { Detail, GuidancePiece, Imported, ImportedKind, Note, Piece, RulePiece } from "./piece.ts";
import type { IsKnown } from "./plausible.ts";
import { besideRule } from "./rule-words.ts";
import { oneLine } from "./said.ts";
import { withoutSecrets } from "./secrets.ts";
import { type Reading, statementsOf, textOf } from "./statements.ts";

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter)
  .freeze();
/** Files in which hosts look for instructions, whatever their sections are called. */
const INSTRUCTIONS =
  /(?:^|\/)(?:(?:AGENTS|CLAUDE|GEMINI)(?:\.\w{1,20})?\.md|copilot-instructions\.md|[^/]*\.(?:mdc|instructions\.md))$/i;
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
  readonly #pieces: Piece[] = [];
  readonly #notes: Note[];
  readonly #imports: { path: string; source: Source }[] = [];
  #headings: { depth: number; text: string; above: Above }[] = [];
  #generated: GeneratedBlock | undefined;
  #inDefinition = false;
  #hasTitle = false;
  /** A line in bold letters that stands where a heading would. */
  #label: Above | undefined;
  /** How many tags are open that fold or strike what stands in them. */
  #folded = 0;

  constructor(source: SourceText, root: Root, isKnown: IsKnown, notes: readonly Note[]) {
    this.#source = source;
    this.#root = root;
    this.#notes = [...notes];
    this.#kind = kindOf(source.file, root);
    const shown = new Set(codesIn(root).flatMap(programsOf));
    this.#reading = { source, isKnown: (program) => shown.has(program) || isKnown(program) };
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
    if (node.type === "html") this.#folded = Math.max(0, this.#folded + foldedBy(node.value));
    if (node.type === "yaml" || node.type === "thematicBreak") return;
    if (node.type === "heading") this.#heading(node);
    else if (this.#inDefinition) this.#raw(node);
    else if (node.type === "list") this.#list(node, before);
    else if (node.type === "paragraph") this.#paragraph(node, before);
    else if (node.type === "code" && this.#kind === "playbook") this.#code(node);
    else if (node.type === "blockquote" && this.#kind === "playbook")
      for (const [i, child] of node.children.entries()) this.#block(child, node.children[i - 1]);
    else this.#raw(node);
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
    const above = aboveOf(words, place, this.#reading.isKnown);
    this.#hasTitle = true;
    this.#headings = this.#headings.filter((h) => h.depth < node.depth);
    this.#headings.push({ depth: node.depth, text: words, above });
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
      this.#label = aboveOf(label, "heading", this.#reading.isKnown);
    if (only?.type === "guidance" && pieces.length === 1 && this.#kind !== "playbook") {
      this.#raw(node);
      if (only.near.length > 0) this.#pieces.push({ ...only, text: "" });
    } else this.#pieces.push(...pieces);
  }

  #list(node: List, before: RootContent | undefined): void {
    const above = this.#above(this.#intro(before));
    const pieces = node.children.flatMap((item, i) =>
      this.#item(item, above, node.ordered === true ? (node.start ?? 1) + i : undefined),
    );
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
    const own = statementsOf(first, above, words, this.#reading);
    const text = oneLine(textOf(first, this.#source));
    const below = rest.flatMap((n) =>
      this.#item(n, [...above, narrowing(aboveOf(text, "heading", this.#reading.isKnown))], undefined),
    );
    const codes = others.flatMap((c): Detail[] => (c.type === "code" ? (commandsOf(c) ?? []) : []));
    const kept = others.filter(
      (c) => c.type !== "list" && !(c.type === "code" && commandsOf(c) !== undefined),
    );
    const raws = kept.map((c) => textPiece(dedented(this.#source, c), false, this.#source.of(c)));
    return [...this.#joined(own, labels, below, codes, step), ...raws];
  }

  /** An item's own statements with what stands below it: labels of a rule, details of guidance, rules beside it. */
  #joined(
    own: readonly (RulePiece | GuidancePiece)[],
    labels: readonly ListItem[],
    below: readonly Piece[],
    codes: readonly Detail[],
    step: number | undefined,
  ): Piece[] {
    const rules = below.filter((p) => p.type !== "guidance");
    const details = below.flatMap((p) =>
      p.type === "guidance" ? [{ text: p.text, details: p.details }] : [],
    );
    const near = below.flatMap((p) => (p.type === "guidance" ? p.near : []));
    const [last] = own.slice(-1);
    if (last === undefined) return [...below];
    const front = own.slice(0, -1);
    if (last.type === "guidance") {
      const all = [...last.details, ...details, ...codes];
      const emptied =
        /:\**$/.test(last.text) && rules.length > 0 && all.length === 0 && last.near.length === 0;
      const joined = { ...last, step, details: all, near: [...last.near, ...near] };
      return [...front, ...(emptied ? [] : [joined]), ...rules, ...this.#lost(labels)];
    }
    const said = labels.map((l) =>
      dedented(this.#source, l)
        .replace(/^(?:[-*+]|\d+[.)])\s+/, "")
        .replace(/\n {2}/g, "\n"),
    );
    const id = said.map((l) => /^Id: `([a-z0-9][a-z0-9-]*)`$/.exec(l)?.[1]).find((i) => i !== undefined);
    const rule: RulePiece = { ...last, labels: [...said, ...last.labels], id };
    const others = below.filter((p) => p.type === "guidance");
    const more = codes.map((c) => guidancePiece(c.text, undefined, last.source));
    return [...front, rule, ...rules, ...others, ...more];
  }

  /** Labels below what is no rule. */
  #lost(labels: readonly ListItem[]): Piece[] {
    return labels.map((l) =>
      guidancePiece(
        oneLine(this.#source.slice(...rangeOf(l)).replace(/^[-*+]\s+/, "")),
        undefined,
        this.#source.of(l),
      ),
    );
  }

  #code(node: Extract<RootContent, { type: "code" }>): void {
    const commands = commandsOf(node);
    const last = this.#pieces[this.#pieces.length - 1];
    if (commands === undefined) this.#raw(node);
    else if (last?.type === "guidance" && last.step === undefined)
      this.#pieces[this.#pieces.length - 1] = { ...last, details: [...last.details, ...commands] };
    else {
      const title = this.#headings[this.#headings.length - 1]?.text ?? "Commands";
      const own = guidancePiece(`${title}:`, undefined, this.#source.of(node));
      this.#pieces.push({ ...own, details: commands });
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
    return [...folded, ...headings, ...(this.#label === undefined ? [] : [this.#label]), ...near];
  }

  /** The words in front of a list or a paragraph, as far as they bear on it. */
  #intro(before: RootContent | undefined): Above[] {
    if (before?.type !== "paragraph") return [];
    const text = oneLine(textOf(before, this.#source));
    const above = aboveOf(text, /:[*_]{0,3}$/.test(text) ? "heading" : "sentence", this.#reading.isKnown);
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

function textPiece(text: string, heading: boolean, source: Source): Piece {
  return { type: "text", text, heading, source };
}

function guidancePiece(text: string, step: number | undefined, source: Source): GuidancePiece {
  return { type: "guidance", text, details: [], step, near: [], why: undefined, source };
}

/** Entries of a log have a day; runbooks are known by their sections. */
function kindOf(file: string, root: Root): ImportedKind {
  const entries = root.children.flatMap((n) =>
    n.type === "heading" && n.depth === 2 ? [n.children[0]] : [],
  );
  const dated = entries.filter((n) => n?.type === "text" && /^\d{4}-\d{2}-\d{2}\b/.test(n.value));
  if (entries.length > 0 && dated.length === entries.length) return "learnings";
  return !INSTRUCTIONS.test(file) && isRunbook(file, root) ? "runbook" : "playbook";
}

function codesIn(node: Root | RootContent): Extract<RootContent, { type: "code" }>[] {
  if (node.type === "code") return [node];
  return "children" in node ? node.children.flatMap((c) => codesIn(c as RootContent)) : [];
}

/** A node as written, without the blanks that its place in a list puts in front of its lines. */
function dedented(source: SourceText, node: Nodes): string {
  const column = node.position?.start.column ?? 1;
  const pattern = new RegExp(`\n[ \\t]{0,${Math.min(column - 1, 40)}}`, "g");
  return source
    .slice(...rangeOf(node))
    .replace(pattern, "\n")
    .trim();
}

/** A fence that is closed, whatever stands in it. */
function fenced({ lang, meta, value }: Extract<RootContent, { type: "code" }>): string {
  const longest = (value.match(/`{3,}/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = "`".repeat(longest + 1);
  return `${fence}${[lang, meta].filter((w) => w != null).join(" ")}\n${value}\n${fence}`;
}

/** What may stand below a sentence and limits nothing: the list that is looked at by its items, commands, and a reason. */
function isBeside(node: RootContent, source: SourceText): boolean {
  if (node.type === "paragraph") return besideRule(oneLine(textOf(node, source))) === "reason";
  return node.type === "list" || node.type === "code";
}

/** The words of a paragraph that is a line in bold letters, and no sentence. */
function labelIn(node: Paragraph, source: SourceText): string | undefined {
  const [first, ...rest] = node.children;
  const isLabel = rest.every((c) => c.type === "text" && /^[\s:.]*$/.test(c.value));
  const text = oneLine(textOf(node, source));
  return (first?.type === "strong" || first?.type === "emphasis") && isLabel && text.length <= 120
    ? text
    : undefined;
}

/** How many more tags that fold or strike are open behind a piece of HTML than in front of it. */
function foldedBy(html: string): number {
  const opened = html.match(/<(?:details|del|s|strike)\b/gi)?.length ?? 0;
  return opened - (html.match(/<\/(?:details|del|s|strike)\b/gi)?.length ?? 0);
}

function rangeOf(node: Nodes): [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}
