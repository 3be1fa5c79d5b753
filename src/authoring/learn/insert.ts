// Puts a dated entry into a learnings document; every other byte stays as it is.
import type { Heading, Root } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { readDocument } from "../../compiler/1-read/read-document.ts";

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();

/** A document where there was none. */
const NEW = "# What we learned\n";

/**
 * The document with the entry in front of the first one of a later day, else at its end. Undefined where what stands
 * in front would swallow the entry, such as a fence that nothing closes.
 */
export function withEntry(file: string, before: string | undefined, entry: string): string | undefined {
  const raw = before ?? NEW;
  const mark = raw.startsWith("\ufeff") ? "\ufeff" : "";
  const text = raw.slice(mark.length);
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const own = entry.trim().replaceAll("\n", end) + end;
  const at = placeOf(text, entry.slice(3, 13));
  const [head, rest] = [text.slice(0, at), text.slice(at)];
  const gap = head === "" || /\n\r?\n$/.test(head) ? "" : head.endsWith("\n") ? end : end + end;
  const result = `${mark}${head}${gap}${own}${rest === "" ? "" : end}${rest}`;
  return rulesIn(file, result) === rulesIn(file, raw) + 1 ? result : undefined;
}

/** The day of an entry, and whether it is one: a heading with its date, and one rule. */
export function isOneEntry(entry: string): boolean {
  const root: Root = parser.parse(entry);
  const headings = root.children.filter((c): c is Heading => c.type === "heading");
  const dated = /^## \d{4}-\d{2}-\d{2}\b/.test(entry);
  return dated && headings.length === 1 && rulesIn("learnings/entry.md", entry) === 1;
}

function placeOf(text: string, date: string): number {
  const root: Root = parser.parse(text);
  for (const node of root.children) {
    if (node.type !== "heading" || node.depth !== 2) continue;
    const [first] = node.children;
    const day = first?.type === "text" ? /^\d{4}-\d{2}-\d{2}/.exec(first.value)?.[0] : undefined;
    const at = node.position?.start.offset;
    if (day !== undefined && at !== undefined && day > date) return at;
  }
  return text.length;
}

function rulesIn(file: string, text: string): number {
  const normal = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  return readDocument(file, normal).items.filter((item) => item.type === "rule").length;
}
