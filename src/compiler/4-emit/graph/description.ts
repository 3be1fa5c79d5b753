// A graph in words, for those who don't see it.
import type { Graph, GraphNode, NodeState } from "./graph.ts";
import { shownText } from "./text.ts";

/** How many parts are told one by one. */
const MOST = 200;

/** "11 tasks, 3 waits, 1 gate · 4 Pass, 1 Ready". */
export function countsOf({ nodes, implied }: Graph): string {
  const kinds = (["task", "wait", "gate"] as const).flatMap((kind) => {
    const count = nodes.filter((n) => n.kind === kind).length;
    return count === 0 ? [] : [`${count} ${kind}${count === 1 ? "" : "s"}`];
  });
  const states = new Map<NodeState, number>();
  for (const { state, kind } of nodes)
    if (state !== undefined && kind === "task") states.set(state, (states.get(state) ?? 0) + 1);
  const said = [
    kinds.join(", "),
    [...states].map(([state, count]) => `${count} ${state}`).join(", "),
    implied === 0 ? "" : `${implied} ${implied === 1 ? "arrow" : "arrows"} left out that others imply`,
  ];
  return said.filter((s) => s !== "").join(" · ");
}

/** "task build: Pass, 5 minutes, blocks nothing". */
export function nodeInWords({ kind, label, state, takes, informational }: GraphNode): string {
  const said = [state, takes, informational ? "blocks nothing" : undefined].filter((s) => s !== undefined);
  return `${kind} ${shownText(label)}${said.length === 0 ? "" : `: ${said.join(", ")}`}`;
}

/** Every part with what leads to it, as sentences. */
export function description(graph: Graph): string {
  const { nodes, edges } = graph;
  const behind = new Map<number, string[]>();
  for (const { from, to, label } of edges) {
    const node = nodes[from];
    if (node === undefined) continue;
    const words = `${shownText(node.label)}${label === undefined ? "" : ` (${shownText(label)})`}`;
    const known = behind.get(to);
    if (known === undefined) behind.set(to, [words]);
    else known.push(words);
  }
  const sentences = nodes.slice(0, MOST).flatMap((node, i) => {
    const after = behind.get(i);
    if (after === undefined && node.kind === "condition") return [];
    return [`${nodeInWords(node)}${after === undefined ? "" : `; after ${after.join(", ")}`}.`];
  });
  const rest = nodes.length - MOST;
  return [`${countsOf(graph)}.`, ...sentences, ...(rest > 0 ? [`And ${rest} more.`] : [])].join("\n");
}
