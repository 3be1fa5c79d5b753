// The graph of a playbook in its page, or in a file of its own where it would weigh too much.
import type { ElementContent } from "hast";
import { h } from "hastscript";
import { graphOf } from "../compiler/4-emit/graph/of-workflow.ts";
import { drawn, fitted } from "../compiler/4-emit/graph/picture.ts";
import type { Workflow } from "../policy/types.ts";
import { ONLY_HERE, siteAddress } from "./elements.ts";
import { relativePath } from "./paths.ts";
import type { Site } from "./site.ts";

/** The weight of a picture that a page may hold. */
const MOST = 4_500;

/** What the picture of a playbook, and its style, weigh in a page; nothing where it is a file of its own. */
export function pictureWeight(workflow: Workflow): number {
  const own = ownWeight(workflow);
  return own > MOST ? 0 : own + 2_300;
}

/** Measured over graphs of ten to a hundred nodes. */
function ownWeight(workflow: Workflow): number {
  const { nodes, edges } = graphOf(workflow);
  return 500 + 75 * nodes.length + 45 * edges.length;
}

/** The elements for a playbook's picture; none where it can't be drawn. */
export function pictureOf(workflow: Workflow, path: string, site: Site): ElementContent[] {
  const { graphviz } = site.tools;
  const fits = fitted(graphOf(workflow));
  if (graphviz === undefined || "problem" in fits) return [];
  const names = new Map(
    fits.graph.nodes.flatMap((n) => (n.anchor === undefined ? [] : [[n.anchor, n.label] as const])),
  );
  const href = (anchor: string): string => {
    const [page = path, hash = anchor] = (site.partOf(workflow.name, names.get(anchor) ?? "") ?? "").split(
      "#",
    );
    return `${page === path || page === "" ? "" : relativePath(path, page)}#${encodeURIComponent(hash)}`;
  };
  const { files, inline } = site.pictures;
  if (ownWeight(workflow) <= MOST) {
    const svg = drawn(fits.graph, graphviz, { href, sheet: false });
    if (svg === undefined) return [];
    const key = `picture-${inline.size}`;
    inline.set(key, svg.trim());
    return [
      h("div.graph", { tabIndex: 0, role: "group", ariaLabel: "The graph of the tasks", ...ONLY_HERE }, [
        h("div", { dataPicture: key }),
      ]),
    ];
  }
  const file = path.replace(/\.html$/, ".svg");
  const name = file.split("/").pop() ?? file;
  const own = (anchor: string): string => {
    const at = href(anchor);
    return at.startsWith("#") ? `${name.replace(/\.svg$/, ".html")}${at}` : at;
  };
  const svg = drawn(fits.graph, graphviz, { href: own });
  if (svg === undefined) return [];
  files.set(file, svg);
  return [h("p", [h("a.button", { href: siteAddress(file) }, "The graph as a picture")])];
}
