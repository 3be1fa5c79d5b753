// Where Graphviz has put things, read from its JSON.
import type { Graph } from "./graph.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** In pixels, from the upper left corner. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** The middle of each node of the graph. */
  readonly nodes: readonly Point[];
  readonly edges: readonly EdgeLayout[];
}

export interface EdgeLayout {
  /** A start, and three points for each Bézier curve. */
  readonly curve: readonly Point[];
  /** The tip of the arrow, which the last curve ends in front of. */
  readonly tip: Point;
  /** The middle of the label. */
  readonly label: Point | undefined;
}

/** Lays out DOT text and gives Graphviz's JSON (`json0`); undefined where Graphviz can't. */
export type Graphviz = (dot: string) => string | undefined;

/** Reads a layout of a graph; undefined where it isn't one. */
export function readLayout(json: string, graph: Graph): Layout | undefined {
  const data: unknown = JSON.parse(json);
  const [, , width = Number.NaN, height = Number.NaN] = numbers(field(data, "bb"));
  const flip = ({ x, y }: Point): Point => ({ x, y: height - y });
  const nodes = byName(field(data, "objects"), "name", graph.nodes.length).map((node) => {
    const [point] = points(field(node, "pos"));
    return point === undefined ? undefined : flip(point);
  });
  const edges = byName(field(data, "edges"), "id", graph.edges.length).map((edge) => edgeOf(edge, flip));
  const isWhole = nodes.every((n) => n !== undefined) && edges.every((e) => e !== undefined);
  return isWhole && width >= 0 && height >= 0 ? { width, height, nodes, edges } : undefined;
}

/** The entries that are named `n0`, `n1`… or `e0`, `e1`…, by their numbers. */
function byName(list: unknown, key: string, count: number): unknown[] {
  const found = Array.from({ length: count }, (): unknown => undefined);
  for (const entry of Array.isArray(list) ? list : []) {
    const name = field(entry, key);
    const at = typeof name === "string" && /^[ne]\d{1,7}$/.test(name) ? Number(name.slice(1)) : count;
    if (at < count) found[at] = entry;
  }
  return found;
}

/** "e,72,43.5 72,93 72,81 72,67 72,54": the tip, then the curves. */
function edgeOf(edge: unknown, flip: (point: Point) => Point): EdgeLayout | undefined {
  const pos = field(edge, "pos");
  const [first, ...rest] = typeof pos === "string" ? pos.split(" ") : [];
  const curve = points(rest.join(" ")).map(flip);
  const [tip] = first?.startsWith("e,") ? points(first.slice(2)) : [];
  if (tip === undefined || curve.length < 4 || curve.length % 3 !== 1) return undefined;
  const [label] = points(field(edge, "lp"));
  return { curve, tip: flip(tip), label: label === undefined ? undefined : flip(label) };
}

function points(text: unknown): Point[] {
  if (typeof text !== "string" || text === "") return [];
  return text.split(" ").flatMap((pair) => {
    const [x = Number.NaN, y = Number.NaN] = numbers(pair);
    return Number.isFinite(x) && Number.isFinite(y) ? [{ x, y }] : [];
  });
}

function numbers(text: unknown): number[] {
  return typeof text === "string" ? text.split(",").map(Number) : [];
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
