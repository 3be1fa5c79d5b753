// How heavy elements are as HTML, about, so that a page which would be too heavy becomes several.
import type { ElementContent, Root } from "hast";

/** Characters of HTML that one page takes: compressed, with style and script, it stays below 15 KB. */
const MOST = 20_000;

/** About how many characters a node takes as HTML. */
export function weightOf(node: ElementContent | Root): number {
  if (node.type === "text") return node.value.length;
  if (node.type === "comment" || node.type === "raw") return 0;
  let weight = 0;
  if (node.type === "element") {
    weight = 2 * node.tagName.length + 5;
    for (const [name, value] of Object.entries(node.properties))
      weight += name.length + String(value).length + 4;
  }
  for (const child of node.children) if (child.type !== "doctype") weight += weightOf(child);
  return weight;
}

/** Elements in groups of about a page's weight, in order; none is empty. `taken` is what the first page holds besides. */
export function inParts<T extends ElementContent>(nodes: readonly T[], taken = 0): T[][] {
  const parts: T[][] = [];
  let part: T[] = [];
  let weight = taken;
  for (const node of nodes) {
    const own = weightOf(node);
    const opens = node.type === "element" && /^h[23]$/.test(node.tagName) && weight > MOST * 0.7;
    if (part.length > 0 && (weight + own > MOST || opens)) {
      parts.push(part);
      part = [];
      weight = 0;
    }
    part.push(node);
    weight += own;
  }
  if (part.length > 0 || parts.length === 0) parts.push(part);
  return parts;
}
