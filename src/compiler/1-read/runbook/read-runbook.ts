// Reads a runbook while its document is read: sections, steps with their commands, alerts and errors.
import type { Code, Heading, List, ListItem, Paragraph, PhrasingContent, RootContent, Table } from "mdast";
import type { Look, Runbook, RunbookSection, RunbookStep, SectionKind } from "../../../policy/types.ts";
import { LEADS } from "../grammar/productions.ts";
import type { SourceText } from "../source-text.ts";
import { type Token, tokenize } from "../tokens.ts";
import { IncidentNames } from "./collect.ts";
import { codeOf, spanCommands } from "./commands.ts";
import { labelsOfList, labelsOfTable, labelsOfText } from "./labels.ts";
import { lookOf } from "./looks.ts";
import { alertsInCode, ERROR_WORD, isAlertName } from "./names.ts";
import { rowsAsSteps } from "./rows.ts";
import { isKindAlone, isKindShortly, kindsOfHeading } from "./section-kinds.ts";
import { saysUnchanged } from "./unchanged.ts";

/** A runbook as its document alone shows it. */
export type ReadRunbook = Omit<Runbook, "name" | "owner" | "strict" | "whole">;

type Open<T> = { -readonly [K in keyof T]: T[K] };

/** Longest text that a step keeps. */
const MOST_TEXT = 2_000;
/** The depth of a section that a line in bold opens: below every heading. */
const BOLD_DEPTH = 7;

/** Kinds in which a runbook says how to know the incident. */
const TELLING: readonly SectionKind[] = ["symptoms", "summary"];

export class RunbookReader {
  readonly #source: SourceText;
  readonly #labels: Runbook["labels"] = [];
  readonly #names = new IncidentNames();
  readonly #sections: Open<RunbookSection>[] = [];
  #above: { readonly depth: number; readonly kind: SectionKind }[] = [];
  #title: { readonly text: string; readonly source: Runbook["source"] } | undefined;
  #step: Open<RunbookStep> | undefined;
  /** What a line such as "Look for:" says that the items below it are. */
  #pending: Look["kind"] | undefined;
  #skips = false;
  #blocks = 0;

  constructor(source: SourceText) {
    this.#source = source;
    this.#section("", { kind: "summary", also: [] }, 0, source.at(0, 0));
  }

  /** Begins a section. `defines` is true for the heading of a definition or an entry: what follows is no step. */
  heading(node: Heading, defines: boolean): void {
    this.#skips = defines;
    this.#step = undefined;
    if (defines) return;
    const title = this.#plain(node.children);
    const at = this.#source.of(node);
    const tokens = tokenize(node.children, this.#source);
    const [only] = tokens;
    if (only !== undefined && tokens.length === 1 && (only.type === "code" || isAlertName(only.text)))
      this.#names.alert(only.text, at);
    this.#names.alertsIn(tokens);
    this.#names.errorsIn(this.#text(node), at);
    if (this.#title === undefined && node.depth === 1 && !isKindAlone(title)) {
      this.#title = {
        text:
          title.replace(/^[^\p{L}\p{N}[]*(?:runbook|playbook|alert(?: runbook)?)\s*[:–—-]\s*/iu, "").trim() ||
          title,
        source: at,
      };
      return;
    }
    this.#open(title, node.depth, at);
  }

  /** Takes a block that is no heading. */
  block(node: RootContent): void {
    if (!this.#skips) this.#block(node, 0);
  }

  /** Whether plain list items here are steps of the runbook: in its own sections, but not in what it gives as advice. */
  get holdsSteps(): boolean {
    return !this.#skips && this.#here.kind !== "prevention" && this.#here.kind !== "other";
  }

  /** All that was read. `name` is the title where no heading gives one. */
  close(name: string): ReadRunbook {
    const title = this.#title ?? { text: name, source: this.#source.at(0, 0) };
    if (isAlertName(name)) this.#names.alert(name, title.source);
    return {
      title: title.text,
      labels: this.#labels,
      ...this.#names.all(),
      sections: this.#sections.filter((s) => s.title !== "" || s.steps.length > 0),
      source: title.source,
    };
  }

  #open(title: string, depth: number, at: Runbook["source"]): void {
    this.#above = this.#above.filter((s) => s.depth < depth);
    const parent = this.#above[this.#above.length - 1]?.kind;
    const isInside = parent !== undefined && parent !== "summary" && depth < BOLD_DEPTH;
    const kinds = kindsOfHeading(title, isInside);
    const [kind = parent ?? "other", ...also] = kinds;
    if (kinds.length > 0) this.#above.push({ depth, kind });
    this.#section(title, { kind, also }, depth, at);
  }

  #section(
    title: string,
    of: Pick<RunbookSection, "kind" | "also">,
    depth: number,
    source: Runbook["source"],
  ): void {
    this.#step = undefined;
    this.#pending = undefined;
    this.#sections.push({ ...of, title, depth, steps: [], source });
  }

  get #here(): Open<RunbookSection> {
    const last = this.#sections[this.#sections.length - 1];
    if (last === undefined) throw new Error("a reader has a section from the beginning");
    return last;
  }

  #block(node: RootContent, level: number): void {
    switch (node.type) {
      case "paragraph":
        this.#paragraph(node, level);
        return;
      case "list":
        this.#list(node, level);
        return;
      case "code":
        this.#code(node, level);
        return;
      case "table":
        this.#table(node, level);
        return;
      case "blockquote":
      case "footnoteDefinition":
        for (const child of node.children) this.#block(child, level);
        return;
      case "thematicBreak":
        this.#step = undefined;
    }
  }

  #paragraph(node: Paragraph, level: number): void {
    const pseudo = level === 0 ? this.#boldHeading(node) : undefined;
    if (pseudo !== undefined) {
      this.#open(pseudo, BOLD_DEPTH, this.#source.of(node));
      return;
    }
    if (this.#isFront()) {
      const labels = labelsOfText(node, this.#source);
      const isAllLabels = labels.length > 0 && labels.length === this.#text(node, false).split("\n").length;
      if (isAllLabels) {
        this.#addLabels(labels);
        return;
      }
    }
    const text = this.#text(node);
    if (saysUnchanged(text)) this.#here.changesNothing ??= this.#source.of(node);
    const look = lookOf(text);
    if (look !== undefined && this.#step !== undefined) {
      this.#look(look, node);
      return;
    }
    this.#begin("", level, node);
  }

  /** A line that stands for a heading: all in bold, or short and with a colon, and then the name of a kind. */
  #boldHeading(node: Paragraph): string | undefined {
    const [only, ...more] = node.children;
    const text = this.#plain(node.children).trim();
    const bare = text.replace(/\s*:$/, "");
    if (text.length > 80 || text.includes("\n")) return undefined;
    if (only?.type === "strong" && (more.length === 0 || (more.length === 1 && text.endsWith(":"))))
      return isKindAlone(bare) || isKindShortly(bare) ? bare : undefined;
    return text.endsWith(":") &&
      bare.split(" ").length <= 4 &&
      isKindAlone(bare) &&
      lookOf(text) === undefined
      ? bare
      : undefined;
  }

  #list(node: List, level: number): void {
    if (this.#isFront()) {
      const labels = labelsOfList(node.children, this.#source);
      if (labels.length > 0) {
        this.#addLabels(labels);
        return;
      }
    }
    const pending = this.#pending;
    this.#pending = undefined;
    const outer = this.#step;
    for (const [i, item] of node.children.entries()) {
      const paragraph = item.children[0];
      if (isRuleItem(item)) continue;
      if (pending !== undefined && outer !== undefined && paragraph?.type === "paragraph") {
        outer.looks.push({ kind: pending, text: this.#text(paragraph), source: this.#source.of(paragraph) });
        continue;
      }
      const look = paragraph?.type === "paragraph" ? lookOf(this.#text(paragraph)) : undefined;
      if (look !== undefined && paragraph?.type === "paragraph" && outer !== undefined && level > 0) {
        this.#step = outer;
        this.#look(look, paragraph);
        for (const child of item.children.slice(1)) this.#block(child, level + 1);
        continue;
      }
      this.#item(item, node.ordered === true ? `${(node.start ?? 1) + i}.` : "-", level);
    }
    const last = this.#here.steps[this.#here.steps.length - 1];
    if (level > 0) this.#step = outer;
    else if (last?.text.endsWith(":") !== true) this.#step = undefined;
  }

  #item(item: ListItem, mark: string, level: number): void {
    const [first, ...more] = item.children;
    if (first === undefined) return;
    if (first.type === "paragraph") this.#begin(mark, level, first);
    else {
      this.#begin(mark, level, undefined, this.#source.of(item));
      this.#block(first, level + 1);
    }
    const own = this.#step;
    for (const child of more) {
      if (child.type !== "list") this.#step = own;
      if (child.type === "paragraph" && own !== undefined) this.#more(child, own);
      else this.#block(child, level + 1);
    }
    this.#step = own;
  }

  /** A further paragraph of an item: what to look for, or more of its text. */
  #more(node: Paragraph, step: Open<RunbookStep>): void {
    const text = this.#text(node);
    if (saysUnchanged(text)) this.#here.changesNothing ??= this.#source.of(node);
    const look = lookOf(text);
    if (look !== undefined) this.#look(look, node);
    else {
      step.text = `${step.text} ${text}`.trim().slice(0, MOST_TEXT);
      this.#words(node, step);
    }
  }

  #look({ kind, text }: Pick<Look, "kind" | "text">, node: Paragraph): void {
    if (text === "") this.#pending = kind;
    else this.#step?.looks.push({ kind, text: text.slice(0, MOST_TEXT), source: this.#source.of(node) });
    if (kind !== "expected") this.#names.errorsIn(text, this.#source.of(node));
  }

  #begin(
    mark: string,
    level: number,
    node: Paragraph | undefined,
    at?: Runbook["source"],
  ): Open<RunbookStep> {
    const text = node === undefined ? "" : this.#text(node).slice(0, MOST_TEXT);
    const source = node === undefined ? (at ?? this.#source.at(0, 0)) : this.#source.of(node);
    this.#step = { mark, level, text, commands: [], looks: [], code: [], source };
    this.#here.steps.push(this.#step);
    if (node !== undefined) this.#words(node, this.#step);
    return this.#step;
  }

  /** Alerts, errors and commands in the words of a step. */
  #words(node: Paragraph, step: Open<RunbookStep>): void {
    const tokens = tokenize(node.children, this.#source);
    this.#spans(tokens, step);
    const telling = TELLING.includes(this.#here.kind);
    this.#names.alertsIn(tokens);
    const [only] = tokens;
    if (telling && tokens.length === 1 && only !== undefined && isAlertName(only.text))
      this.#names.alert(only.text, only.source);
    if (telling) this.#names.errorsIn(step.text, step.source);
  }

  #spans(tokens: readonly Token[], step: Open<RunbookStep>): void {
    const { commands, next } = spanCommands(tokens, this.#blocks);
    this.#blocks = next;
    step.commands.push(...commands);
  }

  #code(node: Code, level: number): void {
    const read = codeOf(node, this.#source, this.#blocks);
    this.#blocks += 1;
    for (const name of alertsInCode(node.value)) this.#names.alert(name, this.#source.of(node));
    const messages = read.output.filter((o) => ERROR_WORD.test(o.text));
    for (const { text, source } of this.#here.kind === "symptoms" ? read.output : messages)
      this.#names.error(text.slice(0, 300), source);
    const step = this.#stepForCode(node, level);
    step.commands.push(...read.commands);
    step.looks.push(...read.looks);
    if (read.code !== undefined) step.code.push(read.code);
  }

  /** A fence belongs to the item in front of it that ends in a colon, however deep its author indented it. */
  #stepForCode(node: Code, level: number): Open<RunbookStep> {
    const last = this.#here.steps[this.#here.steps.length - 1];
    if (last !== undefined && last !== this.#step && last.text.endsWith(":") && last.commands.length === 0)
      return last;
    return this.#step ?? this.#begin("", level, undefined, this.#source.of(node));
  }

  #table(table: Table, level: number): void {
    if (this.#isFront()) {
      const labels = labelsOfTable(table, this.#source);
      if (labels.length > 0) {
        this.#addLabels(labels);
        return;
      }
    }
    const { rows, headings, next } = rowsAsSteps(table, { level, block: this.#blocks }, this.#source);
    this.#blocks = next;
    const ofAlerts = /^alerts?(?: name)?$/i.test(headings[0] ?? "");
    const ofNames = /^name$/i.test(headings[0] ?? "");
    for (const { step, cells } of rows) {
      for (const cell of cells) this.#names.alertsIn(cell);
      const [only, ...more] = cells[0] ?? [];
      const isName = ofAlerts || (ofNames && isAlertName(only?.text ?? ""));
      if (isName && only !== undefined && more.length === 0) this.#names.alert(only.text, only.source);
      if (TELLING.includes(this.#here.kind)) this.#names.errorsIn(step.text, step.source);
      this.#here.steps.push(step);
    }
    this.#step = undefined;
  }

  /** True in front of the sections, and in one that says of itself that it holds such lines. */
  #isFront(): boolean {
    const { kind, depth } = this.#here;
    return kind === "metadata" || depth === 0;
  }

  #addLabels(labels: Runbook["labels"]): void {
    for (const label of labels) {
      this.#labels.push(label);
      if (!/^alert ?(?:name)?s?$/i.test(label.name)) continue;
      for (const word of label.value.split(/[\s,`]+/))
        if (/^[A-Za-z][\w:-]{2,}$/.test(word)) this.#names.alert(word, label.source);
    }
  }

  /** A node's text as written, on one line. */
  #text(node: Paragraph | Heading, oneLine = true): string {
    const text = this.#source.slice(start(node), end(node));
    return oneLine
      ? text
          .replace(/\n[ \t>]*/g, " ")
          .replace(/\s+/g, " ")
          .trim()
      : text;
  }

  /** The words of inline content, as a person reads them. */
  #plain(nodes: readonly PhrasingContent[]): string {
    return nodes
      .map((node): string =>
        "children" in node
          ? this.#plain(node.children)
          : "value" in node && node.type !== "html"
            ? node.value
            : "",
      )
      .join("")
      .replace(/\s+/g, " ")
      .trim();
  }
}

function start(node: { position?: { start: { offset?: number | undefined } } | undefined }): number {
  return node.position?.start.offset ?? 0;
}

function end(node: { position?: { end: { offset?: number | undefined } } | undefined }): number {
  return node.position?.end.offset ?? 0;
}

/** A rule stands in the list: it is none of the runbook's steps. */
function isRuleItem(item: ListItem): boolean {
  const [first] = item.children;
  const strong = first?.type === "paragraph" ? first.children[0] : undefined;
  const [word] = strong?.type === "strong" ? strong.children : [];
  return word?.type === "text" && LEADS.some((lead) => lead === word.value);
}
