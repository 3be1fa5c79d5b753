// Going over elements: each with a way to put others in its place.
import type { Element, ElementContent } from "hast";

/** Calls `change` for every element below a list, the inner ones first; what it returns takes the element's place. */
export function changed(
  nodes: readonly ElementContent[],
  change: (element: Element) => ElementContent[],
): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type !== "element") return [node];
    return change({ ...node, children: changed(node.children, change) });
  });
}

/** Calls `see` for every element below a list, the outer ones first. */
export function each(nodes: readonly ElementContent[], see: (element: Element) => void): void {
  for (const node of nodes) {
    if (node.type !== "element") continue;
    see(node);
    each(node.children, see);
  }
}

/** All text below a node. */
export function textOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(textOf).join("") : "";
}
