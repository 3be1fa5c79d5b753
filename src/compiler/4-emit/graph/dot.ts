// A graph as DOT text for Graphviz, which only has to place it: numbers go in, and no word of the sources.
import { boxOf, labelSize, NOTE } from "./boxes.ts";
import type { Graph } from "./graph.ts";
import { directionOf } from "./levels.ts";

/** Pixels of a picture are Graphviz's points; it takes sizes of nodes and distances in inches. */
const INCH = 72;

/** Asks for a layout by levels. The limits keep large graphs from being improved for long. */
export function dot(graph: Graph): string {
  const lines = [
    "digraph {",
    `graph [rankdir=${directionOf(graph) === "down" ? "TB" : "LR"}, nodesep=0.3, ranksep=0.42, nslimit=1, nslimit1=1, mclimit=0.5]`,
    'node [shape=box, fixedsize=true, label=""]',
    "edge [arrowsize=0.8]",
  ];
  for (const [i, node] of graph.nodes.entries()) {
    const { width, height } = boxOf(node);
    lines.push(`n${i} [width=${inches(width)}, height=${inches(height)}]`);
  }
  for (const [i, { from, to, label }] of graph.edges.entries()) {
    const size = label === undefined ? "" : `, label=${room(labelSize(label).width)}`;
    lines.push(`n${from} -> n${to} [id=e${i}${size}]`);
  }
  return [...lines, "}"].join("\n");
}

/** A label of a given size: an empty table, since a text would be measured in fonts that aren't there. */
function room(width: number): string {
  const size = `fixedsize="true" width="${width}" height="${NOTE.line}"`;
  return `<<table border="0" cellborder="0" cellspacing="0" cellpadding="0" ${size}><tr><td></td></tr></table>>`;
}

function inches(pixels: number): string {
  return (pixels / INCH).toFixed(3);
}
