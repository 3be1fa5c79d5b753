// A graph as Mermaid text. Ids are our own, and of a label nothing is left that Mermaid could take for its language.
import type { Graph, GraphNode, NodeKind } from "./graph.ts";
import { directionOf } from "./levels.ts";
import { LIGHT, type Look, lookOf } from "./looks.ts";
import { shownText } from "./text.ts";

/** What Mermaid draws where a page doesn't set other limits (its `maxEdges` and `maxTextSize`). */
const MOST_EDGES = 500;
const MOST_LENGTH = 50_000;

/** What begins a line break, a formula or an icon even as an entity; with nothing visible behind it, it doesn't. */
const HALVES = ["\\", "$", ":"];
const SPLIT = "#8203;";

const SHAPES: Readonly<Record<NodeKind, readonly [string, string]>> = {
  task: ["[", "]"],
  wait: ["([", "])"],
  gate: ["{{", "}}"],
  condition: ["[/", "/]"],
};

/** Tasks are boxes, waits have round ends, gates six sides, conditions lean; what blocks nothing is dashed. */
export function mermaid(graph: Graph): string {
  const { nodes, edges } = graph;
  const lines = [`flowchart ${directionOf(graph) === "down" ? "TD" : "LR"}`];
  for (const [i, node] of nodes.entries()) lines.push(`  n${i}${nodeText(node)}`);
  for (const { from, to, label, tells } of edges) {
    const arrow = tells ? "-.->" : "-->";
    lines.push(`  n${from} ${arrow}${label === undefined ? "" : `|"${escaped(label)}"|`} n${to}`);
  }
  const dashed = nodes.flatMap((node, i) => (node.informational ? [`n${i}`] : []));
  if (dashed.length > 0)
    lines.push("  classDef dashed stroke-dasharray:6 4", `  class ${dashed.join(",")} dashed`);
  const looks = new Set(nodes.map(lookOf).filter((look) => look !== "plain"));
  for (const look of [...looks].sort()) lines.push(`  classDef ${look} ${colours(look)}`);
  return `${lines.join("\n")}\n`;
}

/** Whether Mermaid would draw it where nobody has raised its limits. */
export function isDrawn(text: string, graph: Graph): boolean {
  return text.length <= MOST_LENGTH && graph.edges.length <= MOST_EDGES;
}

function nodeText(node: GraphNode): string {
  const [open, close] = SHAPES[node.kind];
  const said = [node.state, node.informational ? "blocks nothing" : undefined].filter((s) => s !== undefined);
  const below = said.length === 0 ? "" : `<br>${escaped(said.join(", "))}`;
  const look = lookOf(node);
  return `${open}"${escaped(node.label)}${below}"${close}${look === "plain" ? "" : `:::${look}`}`;
}

/** Mermaid draws in light and dark; with their own ink, our light colours can be read on both. */
function colours(look: Look): string {
  const { fill, line, ink } = LIGHT.looks[look];
  return `fill:${fill},stroke:${line},color:${ink}`;
}

/**
 * Letters, digits and a little punctuation stay; the rest of ASCII becomes entity codes, which Mermaid shows as
 * characters and reads as nothing else: no end of a label, no markup, no comment or directive, no Markdown.
 */
function escaped(label: string): string {
  return shownText(label).replace(/^(?:\d+[.)]|[-/])|[!-+:-@[-^`{-~]/g, (found) =>
    found.replace(/\D/g, entity),
  );
}

function entity(sign: string): string {
  return `#${sign.charCodeAt(0)};${HALVES.includes(sign) ? SPLIT : ""}`;
}
