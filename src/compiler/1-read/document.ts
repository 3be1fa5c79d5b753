// What reading one document gives: its rules, guidance and definitions, none of them resolved.
import type { Root } from "mdast";
import type { Join, Source } from "../../policy/types.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import type { ReadConditions } from "./grammar/read-conditions.ts";
import type { Sentence } from "./grammar/read-sentence.ts";
import type { ReadRunbook } from "./runbook/read-runbook.ts";
import type { Token } from "./tokens.ts";

export const KINDS = ["learnings", "playbook", "runbook", "tools"] as const;
export type DocumentKind = (typeof KINDS)[number];

/** What a document says about itself; its kind comes from the folder where it doesn't say. */
export interface Frontmatter {
  readonly kind: DocumentKind;
  readonly owner?: string;
  /** True where it says its kind itself. */
  readonly said?: boolean;
  /** Whether a runbook is to have every section. */
  readonly sections?: "all" | "any";
  /** The day by which somebody should look at it again. */
  readonly reviewBy?: string;
  /** Globs of the files that its rules about files, and its instructions, are for. */
  readonly appliesTo?: readonly string[];
}

/** The dated entry of a learnings document that something stands in. */
export interface Entry {
  readonly date: string;
  readonly title: string;
}

/** An author's example before it is tried: a command, and what must come of it. */
export interface ExampleLine {
  readonly label: "Blocks" | "Asks" | "Passes";
  readonly command: string;
  /** The state that it stands in: `when `fact` is `value``. */
  readonly facts: readonly { readonly fact: Token; readonly value: string }[];
  readonly source: Source;
}

/** `Supersedes: id for F`. */
export interface Reference {
  readonly id: string;
  readonly options: readonly string[];
  readonly source: Source;
}

/** The label lines of a rule or guidance item. */
export interface Labels {
  id?: { readonly text: string; readonly source: Source };
  because?: string;
  instead?: string;
  until?: string;
  reviewBy?: string;
  supersedes: Reference[];
  exceptionTo: Reference[];
  examples: ExampleLine[];
}

/** Something that stands in a document, in order of its position. */
interface Placed {
  readonly entry: Entry | undefined;
  readonly source: Source;
  /** All that belongs to it: the lines of its labels, of its table. What is wrong there puts it in doubt. */
  readonly extent: Source;
}

/** Conditions in items, and the word that joins them. */
export interface Bullets {
  readonly join: Join;
  readonly items: readonly Bullet[];
}

/** One condition in an item of its own, or several in the items below it. */
export interface Bullet {
  readonly tokens: readonly Token[];
  /** What the tokens say; undefined where they don't parse, or where the conditions stand in the items below. */
  readonly conditions: ReadConditions | undefined;
  readonly nested: Bullets | undefined;
  /** Where the item's own words stand. */
  readonly source: Source;
}

export interface RuleItem extends Placed {
  readonly type: "rule";
  readonly sentence: Sentence;
  /** Its conditions where they stand in nested items. */
  readonly bullets: Bullets | undefined;
  readonly labels: Labels;
}

export interface GuidanceItem extends Placed {
  readonly type: "guidance";
  readonly text: string;
  readonly details: readonly string[];
  readonly labels: Labels;
  /** True where the text reads like a rule. */
  readonly normative: boolean;
  /** True for an item of a runbook's sections: a step there, and no guidance for everything else. */
  readonly step?: boolean;
}

/** A rule that could not be read. It counts for ids, labels and supersession; what refers to it is no mistake. */
export interface UnreadItem extends Placed {
  readonly type: "unread";
  readonly text: string;
  readonly labels: Labels;
}

/** A table cell: its tokens, and its text as a person reads it. */
export interface Cell {
  readonly tokens: readonly Token[];
  readonly text: string;
  readonly source: Source;
}

/** A definition's table, every row as long as its header. */
export interface Table {
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  readonly source: Source;
}

/** A label line of a definition: `Runs on: …`. */
export interface DefinitionLabel {
  readonly name: string;
  readonly tokens: readonly Token[];
  /** What stands behind the label, as written, on one line. */
  readonly text: string;
  /** The reason that stands in an item below it. */
  readonly because?: string | undefined;
  readonly source: Source;
}

/** "for each `list` machine": what a task is made for each member of, and what a member is called. */
export interface Each {
  readonly list: Token;
  readonly noun: string;
}

export interface Definition extends Placed {
  readonly type: "definition";
  /** True where its heading was wrong, and reported: what it lacks is not reported too. */
  readonly guessed: boolean;
  readonly kind: DefinitionKind;
  readonly name: string;
  readonly nameSource: Source;
  /** Undefined where the definition stands for one thing. */
  readonly each: Each | undefined;
  readonly table: Table | undefined;
  readonly labels: readonly DefinitionLabel[];
  /** List items that are one code span: the patterns of a step. */
  readonly entries: readonly Token[];
  /** The plain sentences under the heading, such as "Members are prefixes." */
  readonly remarks: readonly string[];
  /** The same with their tokens, one paragraph each. */
  readonly paragraphs: readonly (readonly Token[])[];
  /** The `text` fences under the heading of a report. */
  readonly samples: readonly Sample[];
}

/** A report as it may look. The source is that of its text. */
export interface Sample {
  readonly text: string;
  readonly source: Source;
}

export const DEFINITION_KINDS = [
  "List",
  "Add to list",
  "Remove from list",
  "Tool",
  "Fact",
  "Step",
  "Approval",
  "Decision",
  "Outcome",
  "Evidence",
  "Task",
  "Wait",
  "Gate",
  "Report",
  "Change report",
] as const;
/** Those whose headings are a kind and a name, and those that `workflow-headings.ts` reads. */
export type DefinitionKind = (typeof DEFINITION_KINDS)[number] | "Every task" | "MCP tool" | "MCP tools";

export type Item = RuleItem | GuidanceItem | UnreadItem | Definition;

/** A command that a document shows in prose or in a fence. `source` opens where its text does. */
export interface ShownCommand {
  readonly command: string;
  readonly source: Source;
  /** The date of the entry that it stands in. */
  readonly date?: string | undefined;
}

/** A `mermaid` fence, or one of plain text in which there are arrows or branches. */
export interface Drawing {
  readonly form: "mermaid" | "text";
  readonly text: string;
  readonly source: Source;
}

/** A piece of prose: a paragraph, a list item's own words or a heading. Rules, labels and data are none. */
export interface Passage {
  readonly form: "heading" | "paragraph" | "item";
  readonly tokens: readonly Token[];
  /** The code span of the nearest heading above that has exactly one. */
  readonly about: Token | undefined;
  /** What opens it: the item that it stands below, the paragraph right above a list or table, or the heading right above. */
  readonly lead: Passage | undefined;
  /** The words of the headings that it stands under, the outermost first. */
  readonly under: readonly string[];
  readonly entry: Entry | undefined;
  /** True where it has no name of anything: no code span, neither in it nor above it. */
  readonly nameless: boolean;
  readonly source: Source;
}

/** A text in a fence that no shell runs, and that isn't the sample of a report's definition. */
export interface ShownText {
  readonly text: string;
  readonly lead: Passage | undefined;
  readonly under: readonly string[];
  readonly entry: Entry | undefined;
  /** The place of its first line. */
  readonly source: Source;
}

/** A table that belongs to no definition. */
export interface ProseTable extends Table {
  readonly about: Token | undefined;
  readonly lead: Passage | undefined;
  readonly under: readonly string[];
  readonly entry: Entry | undefined;
}

/** The prose of a document, in order. */
export interface Prose {
  readonly passages: readonly Passage[];
  readonly tables: readonly ProseTable[];
  /** Fences of no language with arrows in them: trees and chains of names, drawn with characters. */
  readonly sketches: readonly Drawing[];
  readonly texts: readonly ShownText[];
}

/** One document as it was read. */
export interface SourceDocument {
  readonly file: string;
  readonly front: Frontmatter;
  readonly items: readonly Item[];
  readonly shown: readonly ShownCommand[];
  readonly drawings: readonly Drawing[];
  /** What a document of kind *runbook* holds. */
  readonly runbook: ReadRunbook | undefined;
  readonly prose: Prose;
  /** What stands in backticks in text that nobody could read: names that may be defined there. */
  readonly unread: readonly string[];
  /** Where its dated entries begin, in order. */
  readonly entries: readonly (Entry & { readonly source: Source })[];
  /** The document itself, for pages that show it. */
  readonly tree: Root;
  readonly diagnostics: readonly Diagnostic[];
}
