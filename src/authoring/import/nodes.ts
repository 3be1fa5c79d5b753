// Nodes of an imported document: what kind of document they make, their text, and where they stand.
import type { Nodes, Paragraph, Root, RootContent } from "mdast";
import { isRunbook } from "../../compiler/1-read/runbook/shape.ts";
import type { SourceText } from "../../compiler/1-read/source-text.ts";
import type { Source } from "../../policy/types.ts";
import type { GuidancePiece, ImportedKind, Piece } from "./piece.ts";
import { besideRule } from "./rule-words.ts";
import { oneLine } from "./said.ts";
import { textOf } from "./statements.ts";

/** Files in which hosts look for instructions, whatever their sections are called. */
const INSTRUCTIONS =
  /(?:^|\/)(?:(?:AGENTS|CLAUDE|GEMINI)(?:\.\w{1,20})?\.md|copilot-instructions\.md|[^/]*\.(?:mdc|instructions\.md))$/i;

/** Entries of a log have a day; runbooks are known by their sections. */
export function kindOf(file: string, root: Root): ImportedKind {
  const entries = root.children.flatMap((n) =>
    n.type === "heading" && n.depth === 2 ? [n.children[0]] : [],
  );
  const dated = entries.filter((n) => n?.type === "text" && /^\d{4}-\d{2}-\d{2}\b/.test(n.value));
  if (entries.length > 0 && dated.length === entries.length) return "learnings";
  return !INSTRUCTIONS.test(file) && isRunbook(file, root) ? "runbook" : "playbook";
}

export function codesIn(node: Root | RootContent): Extract<RootContent, { type: "code" }>[] {
  if (node.type === "code") return [node];
  return "children" in node ? node.children.flatMap((c) => codesIn(c as RootContent)) : [];
}

/** A node as written, without the blanks that its place in a list puts in front of its lines. */
export function dedented(source: SourceText, node: Nodes): string {
  const column = node.position?.start.column ?? 1;
  const pattern = new RegExp(`\n[ \\t]{0,${Math.min(column - 1, 40)}}`, "g");
  return source
    .slice(...rangeOf(node))
    .replace(pattern, "\n")
    .trim();
}

/** A fence that is closed, whatever stands in it. */
export function fenced({ lang, meta, value }: Extract<RootContent, { type: "code" }>): string {
  const longest = (value.match(/`{3,}/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = "`".repeat(longest + 1);
  return `${fence}${[lang, meta].filter((w) => w != null).join(" ")}\n${value}\n${fence}`;
}

/** What may stand below a sentence and limits nothing: the list that is looked at by its items, commands, and a reason. */
export function isBeside(node: RootContent, source: SourceText): boolean {
  if (node.type === "paragraph") return besideRule(oneLine(textOf(node, source))) === "reason";
  return node.type === "list" || node.type === "code";
}

/** The words of a paragraph that is a line in bold letters, and no sentence. */
export function labelIn(node: Paragraph, source: SourceText): string | undefined {
  const [first, ...rest] = node.children;
  const isLabel = rest.every((c) => c.type === "text" && /^[\s:.]*$/.test(c.value));
  const text = oneLine(textOf(node, source));
  return (first?.type === "strong" || first?.type === "emphasis") && isLabel && text.length <= 120
    ? text
    : undefined;
}

/** How many more tags that fold or strike are open behind a piece of HTML than in front of it. */
export function foldedBy(html: string): number {
  const opened = html.match(/<(?:details|del|s|strike)\b/gi)?.length ?? 0;
  return opened - (html.match(/<\/(?:details|del|s|strike)\b/gi)?.length ?? 0);
}

export function rangeOf(node: Nodes): [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}

export function textPiece(text: string, heading: boolean, source: Source): Piece {
  return { type: "text", text, heading, source };
}

export function guidancePiece(text: string, step: number | undefined, source: Source): GuidancePiece {
  return { type: "guidance", text, details: [], step, near: [], why: undefined, source };
}
