// How heavy elements are when they are compressed, about, so that a page which would be too heavy becomes several.
// It is counted and not compressed, so that the same sources make the same pages whatever compresses them.
import type { ElementContent } from "hast";
import { h } from "hastscript";
import { textOf } from "./source/walk.ts";

/**
 * A page with as much stays below 15 KB, with its frame, the style sheet and the script of every page. Counted are about
 * three bytes for two that are there in the end.
 */
const MOST = 11_500;

/** Counts what is added to one page. A word that was there before costs little: it is compressed away. */
class Scale {
  readonly #seen = new Set<string>();

  add(node: ElementContent): number {
    if (node.type === "text") return this.words(node.value);
    if (node.type !== "element") return 0;
    let weight = 1.5;
    for (const value of Object.values(node.properties)) weight += 1 + this.words(String(value));
    for (const child of node.children) weight += this.add(child);
    return weight;
  }

  words(text: string): number {
    let weight = 0;
    for (const word of text.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}\s]+/gu) ?? []) {
      if (this.#seen.has(word)) weight += 1.4;
      else {
        this.#seen.add(word);
        weight += 1 + word.length * (/^[\x20-\x7e]*$/.test(word) ? 0.62 : 1.6);
      }
    }
    return weight;
  }
}

/** What elements weigh together. */
export function weightOf(nodes: readonly ElementContent[]): number {
  const scale = new Scale();
  return nodes.reduce((sum, node) => sum + scale.add(node), 0);
}

/** Elements in groups of at most a page's weight, in order; none is empty. `taken` is what the first page holds besides. */
export function inParts<T extends ElementContent>(nodes: readonly T[], taken = 0): T[][] {
  const parts: T[][] = [];
  let part: T[] = [];
  let scale = new Scale();
  let weight = taken;
  for (const node of nodes) {
    let own = scale.add(node);
    const opens = node.type === "element" && /^h[23]$/.test(node.tagName) && weight > MOST * 0.7;
    if (part.length > 0 && (weight + own > MOST || opens)) {
      parts.push(part);
      part = [];
      weight = 0;
      scale = new Scale();
      own = scale.add(node);
    }
    part.push(node);
    weight += own;
  }
  if (part.length > 0 || parts.length === 0) parts.push(part);
  return parts;
}

/** Parts of which each begins with the headings that its first one stands under, so that no level is left out. */
export function withHeadings(parts: readonly (readonly ElementContent[])[]): ElementContent[][] {
  const open = new Map<number, string>();
  return parts.map((part, i) => {
    const first = part.find((n) => levelOf(n) !== undefined);
    const level = first === undefined ? 2 : (levelOf(first) ?? 2);
    const above: ElementContent[] = [];
    for (let n = 2; i > 0 && n < level; n++) above.push(h(`h${n}`, `${open.get(n) ?? "More"} (continued)`));
    for (const node of part) {
      const own = levelOf(node);
      if (own !== undefined) open.set(own, textOf(node));
    }
    return [...above, ...part];
  });
}

function levelOf(node: ElementContent): number | undefined {
  return node.type === "element" && /^h[2-6]$/.test(node.tagName) ? Number(node.tagName[1]) : undefined;
}
