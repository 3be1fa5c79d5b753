// The elements of a source as they stand in a page: anchors where others lead, links that lead somewhere, levels in order.
import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { frame, siteAddress, staysTogether } from "../elements.ts";
import { codeBlock, type SiteTools } from "../site.ts";
import { changed, each, textOf } from "./walk.ts";

/** What stands on a line of a source: a rule that is in force, one that was replaced, or only something that is named. */
export type Mark =
  | { readonly is: "rule"; readonly page: string; readonly word: string; readonly decision: string }
  | { readonly is: "past"; readonly page: string; readonly word: string }
  | { readonly is: "place" };

export interface Surroundings {
  readonly marks: ReadonlyMap<number, Mark>;
  /** The page of another source, by a path as a link of this source writes it. */
  readonly pageOf: (href: string) => string | undefined;
  readonly tools: SiteTools;
}

/** Blocks that may have an anchor. A list begins where its first item does. */
const PLACES = new Set(["li", "p", "h2", "h3", "h4", "h5", "h6", "tr", "pre"]);

/** The anchor of a line. */
export function anchorOf(line: number): string {
  return `L${line}`;
}

/** Changes the elements, which must be the caller's own, and returns them; `below` is the level of the heading above. */
export function decorated(
  nodes: readonly ElementContent[],
  around: Surroundings,
  below = 1,
): ElementContent[] {
  const placed = new Set<number>();
  const open: number[] = [];
  each(nodes, (element) => {
    if (/^h[1-6]$/.test(element.tagName)) {
      const own = Number(element.tagName[1]);
      while ((open[open.length - 1] ?? 0) >= own) open.pop();
      open.push(own);
      element.tagName = `h${Math.min(6, below + open.length)}`;
    }
    const line = element.position?.start.line;
    if (line === undefined || placed.has(line) || !PLACES.has(element.tagName)) return;
    const mark = around.marks.get(line);
    if (mark === undefined) return;
    placed.add(line);
    element.properties["id"] = anchorOf(line);
    if (mark.is !== "place" && element.tagName === "li") markItem(element, mark);
  });
  return changed(nodes, (element) => inPage(element, around));
}

function markItem(item: Element, mark: Exclude<Mark, { is: "place" }>): void {
  const tag = h(
    "a",
    {
      className: ["mark", mark.is === "rule" ? mark.decision : "past"],
      href: siteAddress(mark.page),
    },
    mark.word,
  );
  const inner = item.children.findIndex((c) => c.type === "element" && ["ul", "ol", "p"].includes(c.tagName));
  const own = inner < 0 ? item.children : item.children.slice(0, inner);
  const rest = inner < 0 ? [] : item.children.slice(inner);
  const said: ElementContent[] =
    mark.is === "past" && own.some((n) => textOf(n).trim() !== "") ? [h("del", own)] : own;
  item.children = [
    tag,
    { type: "text", value: " " },
    ...said,
    ...(mark.is === "past" ? [h("div.past", rest)] : rest),
  ];
}

function inPage(element: Element, { pageOf, tools }: Surroundings): ElementContent[] {
  switch (element.tagName) {
    case "a":
      return linkInPage(element, pageOf);
    case "code":
      return element.properties["className"] === undefined && staysTogether(textOf(element))
        ? [{ ...element, properties: { className: ["w"] } }]
        : [element];
    case "table":
      return [frame(element, "Table")];
    case "pre": {
      const [inside] = element.children;
      const names = inside?.type === "element" ? inside.properties["className"] : undefined;
      const [name] = Array.isArray(names) ? names.map(String).filter((n) => n.startsWith("language-")) : [];
      const language = name?.slice("language-".length) ?? "";
      const block = codeBlock(tools, textOf(element).replace(/\n$/, ""), language);
      const { id } = element.properties;
      return [id === undefined ? block : { ...block, properties: { ...block.properties, id } }];
    }
    default:
      return [element];
  }
}

function linkInPage(element: Element, pageOf: (href: string) => string | undefined): ElementContent[] {
  const href = String(element.properties["href"] ?? "");
  // A mark of ours: no source has such an address.
  if (href.startsWith("site:")) return [element];
  if (/^(?:https?:\/\/[^/]|mailto:)/i.test(href))
    return [
      { ...element, properties: { ...element.properties, rel: ["noopener", "noreferrer", "nofollow"] } },
    ];
  const page = pageOf(href);
  // Where nothing of the site is, the words stay.
  if (page === undefined) return [h("span", element.children)];
  return [h("a", { href: siteAddress(page) }, element.children)];
}
