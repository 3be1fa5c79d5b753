// What pictures of playbooks cost: a build with them against one without, and graphs of 2,000 tasks.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadGraphviz } from "../../src/cli/io/graphviz.ts";
import type { Graph } from "../../src/compiler/4-emit/graph/graph.ts";
import { drawn, fitted } from "../../src/compiler/4-emit/graph/picture.ts";
import { paired } from "./measure.ts";

type Row = (what: string, ratio: number, figures: string) => void;

/** Measures in a folder of its own below `folder`. */
export async function pictures(folder: string, row: Row): Promise<void> {
  const [without, withThem] = ["plain", "drawn"].map((name) => projectIn(join(folder, name)));
  writeFileSync(join(without ?? "", "bylaw.config.json"), '{"pictures": false}');
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const build = (cwd = "."): void => {
    spawnSync(process.execPath, [resolve("bin/bylaw.js"), "build"], { cwd, env });
  };
  const { a, b, ratio } = paired(
    12,
    () => build(withThem),
    () => build(without),
  );
  row(
    "bylaw build of two playbooks, with pictures / without",
    ratio,
    `${a.toFixed(0)} ms / ${b.toFixed(0)} ms`,
  );
  await large(row);
}

function projectIn(folder: string): string {
  mkdirSync(folder, { recursive: true });
  cpSync("playbooks", join(folder, "playbooks"), { recursive: true });
  return folder;
}

/** Shapes that are hard to lay out, each against a chain of 2,000 tasks. */
async function large(row: Row): Promise<void> {
  const graphviz = await loadGraphviz();
  if (graphviz === undefined) return;
  const draw = (graph: Graph): string | undefined => {
    const fits = fitted(graph);
    return "graph" in fits ? drawn(fits.graph, graphviz) : undefined;
  };
  const chain = graphOf(2_000, (i) => [i - 1]);
  const shapes = {
    "2,000 tasks behind one": graphOf(2_000, () => [0]),
    "2,000 tasks in layers of 20, three needs each": graphOf(2_000, (i) =>
      i < 20 ? [] : [0, 7, 13].map((k) => i - 20 - (i % 20) + ((i + k) % 20)),
    ),
    "200 tasks, each of which needs the 20 before it": graphOf(200, (i) =>
      Array.from({ length: 20 }, (_, k) => i - 1 - k),
    ),
  };
  draw(chain);
  for (const [name, graph] of Object.entries(shapes)) {
    const { a, b, ratio } = paired(
      3,
      () => void draw(graph),
      () => void draw(chain),
    );
    row(`picture of ${name} / 2,000 tasks in a chain`, ratio, `${a.toFixed(0)} ms / ${b.toFixed(0)} ms`);
  }
}

function graphOf(count: number, needs: (i: number) => readonly number[]): Graph {
  const node = (i: number) => ({
    kind: "task" as const,
    label: `task-number-${i}`,
    anchor: `task-task-number-${i}`,
    takes: undefined,
    informational: false,
    state: undefined,
  });
  const edges = Array.from({ length: count }, (_, to) =>
    needs(to).flatMap((from) =>
      from < 0 || from >= to ? [] : [{ from, to, label: undefined, tells: false }],
    ),
  );
  return {
    playbook: "large",
    nodes: Array.from({ length: count }, (_, i) => node(i)),
    edges: edges.flat(),
    implied: 0,
  };
}
