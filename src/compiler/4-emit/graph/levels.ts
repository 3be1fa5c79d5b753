// How a graph lies: its levels, which way it runs, and which arrows say nothing that others don't say.
import type { Graph, GraphEdge } from "./graph.ts";

/** About how wide a node is, and how far apart two levels are when the graph runs to the right; in pixels. */
const [WIDTH, STEP, PAGE] = [250, 330, 1_250];

/** The longest way to each node, in arrows; 0 for what hangs on itself. Linear. */
export function levelsOf({ nodes, edges }: Graph): number[] {
  const levels = nodes.map(() => 0);
  const out = edgesFrom(nodes.length, edges);
  for (const from of inOrder(nodes.length, edges))
    for (const { to } of out[from] ?? []) levels[to] = Math.max(levels[to] ?? 0, (levels[from] ?? 0) + 1);
  return levels;
}

/** Down, unless that would be wider than a page and to the right would be narrower. */
export function directionOf(graph: Graph): "down" | "right" {
  const sizes = new Map<number, number>();
  for (const level of levelsOf(graph)) sizes.set(level, (sizes.get(level) ?? 0) + 1);
  let widest = 0;
  for (const size of sizes.values()) widest = Math.max(widest, size);
  const down = widest * WIDTH;
  return down > PAGE && down > sizes.size * STEP ? "right" : "down";
}

/** The graph without plain arrows that a longer way of plain arrows implies. */
export function withoutImplied(graph: Graph): Graph {
  const { nodes, edges } = graph;
  const plain = edges.filter((e) => e.label === undefined && !e.tells);
  const order = inOrder(nodes.length, plain);
  const place = new Map(order.map((node, i) => [node, i]));
  const out = edgesFrom(nodes.length, plain);
  const words = (nodes.length >>> 5) + 1;
  const reached = nodes.map(() => new Uint32Array(0));
  const implied = new Set<GraphEdge>();
  for (const from of order.toReversed()) {
    const own = new Uint32Array(words);
    const nearest = (out[from] ?? []).toSorted((a, b) => (place.get(a.to) ?? 0) - (place.get(b.to) ?? 0));
    for (const edge of nearest) {
      if (has(own, edge.to)) implied.add(edge);
      own[edge.to >>> 5] = (own[edge.to >>> 5] ?? 0) | (1 << (edge.to & 31));
      for (const [i, bits] of reached[edge.to]?.entries() ?? []) own[i] = (own[i] ?? 0) | bits;
    }
    reached[from] = own;
  }
  return { ...graph, edges: edges.filter((e) => !implied.has(e)), implied: graph.implied + implied.size };
}

function has(bits: Uint32Array, at: number): boolean {
  return (((bits[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1;
}

/** What others hang on first. What hangs on itself is left out. */
function inOrder(count: number, edges: readonly GraphEdge[]): number[] {
  const open = Array.from({ length: count }, () => 0);
  for (const { to } of edges) open[to] = (open[to] ?? 0) + 1;
  const out = edgesFrom(count, edges);
  const order = [...open.keys()].filter((i) => open[i] === 0);
  for (const from of order)
    for (const { to } of out[from] ?? []) {
      open[to] = (open[to] ?? 0) - 1;
      if (open[to] === 0) order.push(to);
    }
  return order;
}

function edgesFrom(count: number, edges: readonly GraphEdge[]): GraphEdge[][] {
  const out: GraphEdge[][] = Array.from({ length: count }, () => []);
  for (const edge of edges) out[edge.from]?.push(edge);
  return out;
}
