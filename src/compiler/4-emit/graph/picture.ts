// From a graph to its picture, within bounds: what would take Graphviz long, or nobody could read, is refused.
import { dot } from "./dot.ts";
import type { Graph } from "./graph.ts";
import { type Graphviz, readLayout } from "./layout.ts";
import { levelsOf, withoutImplied } from "./levels.ts";
import { type SvgOptions, svg } from "./svg.ts";

/** Measured in docs/performance.md: what stays below these is laid out in a few seconds. */
const MOST_NODES = 2_500;
const MOST_LENGTH = 6_000;
/** From this length on, arrows that others imply are left out. */
const LONG = 400;

/** A graph as it can be drawn, or why it can't. */
export type Fitted = { readonly graph: Graph } | { readonly problem: string };

/** Whether a graph can be drawn hangs on the graph alone, so that the same sources give the same outputs. */
export function fitted(graph: Graph): Fitted {
  const { length: count } = graph.nodes;
  if (count > MOST_NODES)
    return { problem: `it has ${count} tasks, waits, gates and conditions, expected at most ${MOST_NODES}` };
  const shown = lengthOf(graph) > LONG ? withoutImplied(graph) : graph;
  const length = lengthOf(shown);
  return length > MOST_LENGTH
    ? { problem: `its ${shown.edges.length} arrows pass ${length} levels, expected at most ${MOST_LENGTH}` }
    : { graph: shown };
}

/** Draws a graph that fits; undefined where Graphviz finds no place for it. */
export function drawn(graph: Graph, graphviz: Graphviz, options: SvgOptions = {}): string | undefined {
  const json = graphviz(dot(graph));
  const layout = json === undefined ? undefined : readLayout(json, graph);
  return layout === undefined ? undefined : svg(graph, layout, options);
}

/** The levels that all arrows pass together; Graphviz works on each. Labels make every level two. */
function lengthOf(graph: Graph): number {
  const levels = levelsOf(graph);
  const passed = graph.edges.map(({ from, to }) => Math.max(1, (levels[to] ?? 0) - (levels[from] ?? 0)));
  const sum = passed.reduce((total, length) => total + length, 0);
  return graph.edges.some((e) => e.label !== undefined) ? 2 * sum : sum;
}
