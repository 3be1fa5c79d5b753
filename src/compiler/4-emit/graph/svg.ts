// A graph as SVG: text stays text, nothing is fetched, and no word of the sources is markup.
import { type Box, boxOf, labelSize, NAME, NOTE, SIDES, SIGN } from "./boxes.ts";
import { countsOf, description, nodeInWords } from "./description.ts";
import type { Graph, GraphEdge, GraphNode } from "./graph.ts";
import type { EdgeLayout, Layout, Point } from "./layout.ts";
import { lookOf } from "./looks.ts";
import { arrow, outline, short, signOf } from "./shapes.ts";
import { styleSheet } from "./style.ts";
import { brokenText, columnsOf, shownText, xml } from "./text.ts";

export interface SvgOptions {
  /** The address that a node leads to, by the anchor of its heading. Without it nothing is a link. */
  readonly href?: (anchor: string) => string;
  /** False in a page that has the style sheet itself. Default: true. */
  readonly sheet?: boolean;
}

const [MARGIN, HEAD] = [20, 68];

/** The picture of a graph that has been laid out. The same graph and layout give the same bytes. */
export function svg(graph: Graph, layout: Layout, options: SvgOptions = {}): string {
  const title = shownText(graph.playbook);
  const [heading = ""] = brokenText(title, 60, 1);
  const counts = countsOf(graph);
  const headWidth = Math.max(columnsOf(heading) * 9.5, columnsOf(counts) * NOTE.column);
  const width = Math.ceil(Math.max(layout.width, headWidth) + 2 * MARGIN);
  const height = Math.ceil(layout.height + HEAD + MARGIN);
  const move = (p: Point): Point => ({ x: p.x + (width - layout.width) / 2, y: p.y + HEAD });
  const id = prefixOf(graph.playbook);
  // A picture is one image to a screen reader; where its nodes are links it has to let them through.
  const role = options.href === undefined ? "img" : "group";
  const looks = new Set(graph.nodes.map(lookOf));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="bylaw-graph" role="${role}" aria-labelledby="${id}title ${id}desc" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title id="${id}title">${xml(`The tasks of ${title}`)}</title>`,
    `<desc id="${id}desc">${xml(description(graph))}</desc>`,
    ...(options.sheet === false ? [] : [`<style>\n${styleSheet(looks)}\n</style>`]),
    `<rect class="ground" width="${width}" height="${height}"/>`,
    `<text class="title" x="${MARGIN}" y="32">${xml(heading)}</text>`,
    `<text x="${MARGIN}" y="50">${xml(counts)}</text>`,
    '<g text-anchor="middle">',
    ...graph.edges.flatMap((edge, i) => edgeLines(edge, layout.edges[i], move)),
    ...graph.nodes.flatMap((node, i) => nodeLines(node, i, layout.nodes[i], move, id, options)),
    "</g>",
    "</svg>\n",
  ].join("\n");
}

/** In front of every id, so that several pictures can stand in one page. */
function prefixOf(playbook: string): string {
  return `graph-${playbook.toLowerCase().replace(/[^a-z0-9-]+/g, "-")}-`;
}

function edgeLines({ label, tells }: GraphEdge, at: EdgeLayout | undefined, move: Move): string[] {
  if (at === undefined) return [];
  const line = arrow(at.curve.map(move), move(at.tip), tells);
  if (label === undefined || at.label === undefined) return [line];
  const { x, y } = move(at.label);
  const { text } = labelSize(label);
  return [line, `<text class="label" x="${short(x)}" y="${short(y + 4)}">${xml(text)}</text>`];
}

type Move = (point: Point) => Point;

function nodeLines(
  node: GraphNode,
  place: number,
  at: Point | undefined,
  move: Move,
  id: string,
  { href }: SvgOptions,
): string[] {
  if (at === undefined) return [];
  const middle = move(at);
  const box = boxOf(node);
  const classes = [node.kind, lookOf(node), ...(node.informational ? ["dashed"] : [])].join(" ");
  const own = `${id}${node.anchor ?? `condition-${place}`}`;
  const inside = [
    `<title>${xml(nodeInWords(node))}</title>`,
    outline(node.kind, middle, box.width, box.height),
    ...words(node, box, middle),
  ].join("");
  const group = `<g id="${xml(own)}" class="${classes}">${inside}</g>`;
  if (href === undefined || node.anchor === undefined) return [group];
  return [`<a href="${xml(href(node.anchor))}">${group}</a>`];
}

function words(node: GraphNode, { names, note, width }: Box, { x, y }: Point): string[] {
  const sign = node.state === undefined ? 0 : SIGN;
  const middle = x + sign / 2;
  const top = y - (names.length * NAME.line + (note === undefined ? 0 : NOTE.line)) / 2;
  const text = (line: string, at: number, name: boolean): string =>
    `<text${name ? ' class="name"' : ""} x="${short(middle)}" y="${short(at)}">${xml(line)}</text>`;
  return [
    ...(node.state === undefined
      ? []
      : [signOf(node.state, { x: x - width / 2 + SIDES[node.kind] / 2 + 7, y })]),
    ...names.map((line, i) => text(line, top + i * NAME.line + 13, true)),
    ...(note === undefined ? [] : [text(note, top + names.length * NAME.line + 11, false)]),
  ];
}
