// The picture as SVG: well-formed, the same bytes each time, nothing but text of what the sources say.
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { beforeAll, describe, expect, test } from "vitest";
import { loadGraphviz } from "../../src/cli/io/graphviz.ts";
import { dot } from "../../src/compiler/4-emit/graph/dot.ts";
import type { Graph } from "../../src/compiler/4-emit/graph/graph.ts";
import type { Graphviz } from "../../src/compiler/4-emit/graph/layout.ts";
import { drawn, fitted } from "../../src/compiler/4-emit/graph/picture.ts";
import { brokenText, columnsOf, shownText } from "../../src/compiler/4-emit/graph/text.ts";
import { anyGraph, ENDS, graphIn, HOSTILE, STATES } from "./support.ts";

let graphviz: Graphviz = () => undefined;

beforeAll(async () => {
  graphviz = (await loadGraphviz()) ?? graphviz;
});

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  readonly children: Element[];
}

/** Parses strictly: anything that isn't well-formed XML throws. */
function parse(xml: string): Element {
  const root: Element = { name: "", attributes: {}, text: "", children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: "", children: [] };
    open[open.length - 1]?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => void open.pop());
  parser.on("text", (text) => {
    const last = open[open.length - 1];
    if (last !== undefined) last.text += text;
  });
  parser.write(xml).close();
  return root.children[0] ?? root;
}

function everything(element: Element): Element[] {
  return [element, ...element.children.flatMap(everything)];
}

function svgOf(graph: Graph, href?: (anchor: string) => string): string {
  const svg = drawn(graph, graphviz, href === undefined ? {} : { href });
  if (svg === undefined) throw new Error("not drawn");
  return svg;
}

/** The groups of nodes, in the order of the graph. */
function nodesIn(svg: string): Element[] {
  return everything(parse(svg)).filter((e) => e.name === "g" && e.attributes["id"] !== undefined);
}

const task = (name: string, ...lines: string[]): string =>
  `### Task \`${name}\`\n\n${lines.map((l) => `- ${l}\n`).join("")}${ENDS}\n`;
const TEXT =
  "### Fact `phase`\n\n- From: the operator\n- Values: `Pending`, `Accepted`\n\n" +
  task("build", "Takes: 5 minutes") +
  task("look", "Blocks nothing") +
  task("ship", "Needs: `ready`, `build`") +
  "### Wait `accepted`\n\n- Needs: `build`\n- Over when `phase` is `Accepted`\n\n### Gate `ready`\n\n- Needs: `accepted`\n";

describe("a picture", () => {
  test("is one image with a title and a description that tells all of it", () => {
    const svg = parse(svgOf(graphIn(TEXT, { tasks: { build: "Pass" } })));
    const [title, desc] = svg.children;
    expect(svg.attributes["role"]).toBe("img");
    expect(svg.attributes["aria-labelledby"]).toBe(`${title?.attributes["id"]} ${desc?.attributes["id"]}`);
    expect(title?.text).toBe("The tasks of release");
    expect(desc?.text.split("\n")).toEqual([
      "3 tasks, 1 wait, 1 gate · 1 Pass, 1 Ready, 1 Not Started.",
      "task build: Pass, 5 minutes.",
      "task look: Ready, blocks nothing.",
      "task ship: Not Started; after ready, build.",
      "wait accepted: Not Started; after build, phase is Accepted (over when).",
      "gate ready: Not Started; after accepted.",
    ]);
  });

  test("shows names and states as text, and each kind in its own shape", () => {
    const nodes = nodesIn(svgOf(graphIn(TEXT, { tasks: { build: "Pass" } })));
    expect(nodes.map((n) => n.children.filter((c) => c.name === "text").map((c) => c.text))).toEqual([
      ["build", "Pass · 5 minutes"],
      ["look", "Ready · blocks nothing"],
      ["ship", "Not Started"],
      ["accepted", "Not Started · wait"],
      ["ready", "Not Started · gate"],
      ["phase is Accepted", "Not known"],
    ]);
    const corners = nodes.map((n) => n.children.find((c) => c.attributes["class"] === "shape")?.attributes);
    expect(corners.map((a) => a?.["rx"] ?? a?.["d"]?.split("L").length)).toEqual(["5", "5", "5", "25", 6, 4]);
    expect(nodes.map((n) => n.attributes["class"])).toEqual([
      "task pass",
      "task ready dashed",
      "task open",
      "wait open",
      "gate open",
      "condition open",
    ]);
  });

  test("has a sign for each state, unlike any other of the same kind", () => {
    const [node] = graphIn(TEXT).nodes;
    if (node === undefined) throw new Error("no node");
    const nodes = STATES.map((state) => ({ ...node, state, label: "x" }));
    const svg = svgOf({ playbook: "p", nodes, edges: [], implied: 0 });
    const signs = nodesIn(svg).map((n) => JSON.stringify(n.children.find((c) => c.name === "g")?.children));
    const ofParts = signs.slice(0, 7);
    expect(new Set(ofParts).size).toBe(ofParts.length);
    expect(new Set(signs.slice(7)).size).toBe(3);
  });

  test("has ids by name, and links where they are asked for", () => {
    const graph = graphIn(TEXT);
    const svg = svgOf(graph, (anchor) => `release.html#${anchor}`);
    expect(nodesIn(svg).map((n) => n.attributes["id"])).toEqual([
      "graph-release-task-build",
      "graph-release-task-look",
      "graph-release-task-ship",
      "graph-release-wait-accepted",
      "graph-release-gate-ready",
      "graph-release-condition-5",
    ]);
    const links = everything(parse(svg)).filter((e) => e.name === "a");
    expect(links.map((a) => a.attributes["href"])).toEqual([
      "release.html#task-build",
      "release.html#task-look",
      "release.html#task-ship",
      "release.html#wait-accepted",
      "release.html#gate-ready",
    ]);
    expect(parse(svg).attributes["role"]).toBe("group");
    expect(everything(parse(svgOf(graph))).filter((e) => e.name === "a")).toEqual([]);
  });

  test("asks for nothing outside: no address but its namespace, no font, no script", () => {
    const svg = svgOf(graphIn(TEXT, {}));
    expect(svg.match(/\w+:\/\/[^"]*/g)).toEqual(["http://www.w3.org/2000/svg"]);
    expect(svg).not.toMatch(/url\(|@import|@font-face|<script|<image|<use|xlink|\son\w+=/);
    expect(svg).toContain("@media (prefers-color-scheme:dark)");
    expect(svg).toContain("var(--bylaw-graph-ground,");
  });

  test("has the same bytes each time, also with another Graphviz", async () => {
    const graph = graphIn(TEXT, { tasks: { build: "Fail" } });
    const again = await loadGraphviz();
    expect(again).not.toBe(graphviz);
    expect(drawn(graph, again ?? graphviz)).toBe(svgOf(graph));
    expect(svgOf(graph)).toBe(svgOf(graph));
  });

  test("lies within its borders, and no two nodes lie on each other", () => {
    const graph = graphIn(
      Array.from({ length: 40 }, (_, i) =>
        task(`step-${i}`, ...(i < 3 ? [] : [`Needs: \`step-${i - 3}\`, \`step-${i - 2}\``])),
      ).join(""),
    );
    const svg = parse(svgOf(graph));
    const [width, height] = [Number(svg.attributes["width"]), Number(svg.attributes["height"])];
    const boxes = nodesIn(svgOf(graph)).map((n) => {
      const shape = n.children.find((c) => c.name === "rect")?.attributes ?? {};
      const [x, y] = [Number(shape["x"]), Number(shape["y"])];
      return { left: x, top: y, right: x + Number(shape["width"]), bottom: y + Number(shape["height"]) };
    });
    expect(boxes).toHaveLength(40);
    for (const [i, a] of boxes.entries()) {
      expect(a.left >= 0 && a.top >= 0 && a.right <= width && a.bottom <= height).toBe(true);
      for (const b of boxes.slice(i + 1))
        expect(a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top).toBe(true);
    }
  });
});

describe("hostile words", () => {
  const ELEMENTS = ["svg", "title", "desc", "style", "rect", "text", "g", "path", "circle"];
  const ATTRIBUTES =
    /^(?:xmlns|class|role|aria-labelledby|id|width|height|viewBox|x|y|rx|r|d|transform|text-anchor|stroke-dasharray)$/;

  test("any graph is well-formed, holds only our elements, and shows its words as text", () => {
    const { text: style } = everything(parse(svgOf(graphIn("### Task `a`\n")))).find(
      (e) => e.name === "style",
    ) ?? { text: "" };
    const rules = new Set(style.split("\n").map((line) => line.split("{")[0]));
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const svg = svgOf(graph);
        const all = everything(parse(svg));
        for (const { name, attributes } of all) {
          expect(ELEMENTS).toContain(name);
          for (const attribute of Object.keys(attributes)) expect(attribute).toMatch(ATTRIBUTES);
        }
        const titles = nodesIn(svg).map((n) => n.children[0]?.text.split("\n")[0] ?? "");
        for (const [i, { kind, label }] of graph.nodes.entries())
          expect(titles[i]?.startsWith(`${kind} ${shownText(label)}`)).toBe(true);
        const sheet = all.find((e) => e.name === "style")?.text ?? "";
        for (const line of sheet.trim().split("\n"))
          expect(
            rules.has(line.split("{")[0]) ||
              /^\.bylaw-graph \.(?:open|ready|running|pass|fail|blocked|waived) /.test(line),
          ).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test("no word reaches Graphviz", () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const text = dot(graph).replace(
          /<<table border="0" cellborder="0" cellspacing="0" cellpadding="0" fixedsize="true" width="\d+" height="\d+"><tr><td><\/td><\/tr><\/table>>/g,
          "ROOM",
        );
        for (const line of text.split("\n").slice(4, -1))
          expect(line).toMatch(
            /^n\d+ (?:\[width=[\d.]+, height=[\d.]+\]|-> n\d+ \[id=e\d+(?:, label=ROOM)?\])$/,
          );
      }),
    );
  });

  test.each(HOSTILE.map((name) => [name.slice(0, 40), name]))(
    "%j as a playbook's name",
    (_, playbook = "") => {
      const svg = parse(svgOf({ ...graphIn(TEXT), playbook }));
      expect(svg.children[0]?.text).toBe(`The tasks of ${shownText(playbook)}`);
      expect(svg.attributes["aria-labelledby"]).toMatch(/^graph-[a-z0-9-]*title graph-[a-z0-9-]*desc$/);
    },
  );
});

describe("text", () => {
  const cases: readonly (readonly [string, number, number, readonly string[]])[] = [
    ["short", 10, 3, ["short"]],
    ["one-two-three", 8, 3, ["one-two-", "three"]],
    ["a b c d", 3, 3, ["a b", "c d"]],
    ["aaaaaaaaaa", 4, 3, ["aaaa", "aaaa", "aa"]],
    ["aaaaaaaaaaaaaaaaaa", 4, 3, ["aaaa", "aaaa", "aaa…"]],
    ["日本語日本語", 6, 3, ["日本語", "日本語"]],
    ["", 4, 3, [""]],
  ];
  test.each(cases)("%j in lines of %i", (text, columns, most, lines) => {
    expect(brokenText(text, columns, most)).toEqual(lines);
  });

  test("no line is too wide, there are not too many, and nothing is lost but what “…” stands for", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.integer({ min: 4, max: 30 }),
        (given, columns) => {
          const text = shownText(given);
          const lines = brokenText(text, columns, 3);
          expect(lines.length).toBeLessThanOrEqual(3);
          for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
          const joined = lines.join("").replaceAll(" ", "");
          const bare = text.replaceAll(" ", "");
          expect(joined.endsWith("…") ? bare.startsWith(joined.slice(0, -1)) : joined === bare).toBe(true);
        },
      ),
    );
  });
});

describe("large graphs", () => {
  const node = {
    kind: "task" as const,
    label: "t",
    anchor: "t",
    takes: undefined,
    informational: false,
    state: undefined,
  };
  const graph = (count: number, edges: readonly (readonly [number, number])[]): Graph => ({
    playbook: "p",
    nodes: Array.from({ length: count }, () => node),
    edges: edges.map(([from, to]) => ({ from, to, label: undefined, tells: false })),
    implied: 0,
  });
  const every = (count: number) =>
    Array.from({ length: count }, (_, to) =>
      Array.from({ length: to }, (__, from) => [from, to] as const),
    ).flat();

  test("2,000 tasks in a chain, or behind one, fit", () => {
    const chain = Array.from({ length: 1_999 }, (_, i) => [i, i + 1] as const);
    const fan = Array.from({ length: 1_999 }, (_, i) => [0, i + 1] as const);
    for (const edges of [chain, fan]) expect(fitted(graph(2_000, edges))).toHaveProperty("graph");
  });

  test("arrows that others imply go first", () => {
    const fits = fitted(graph(60, every(60)));
    expect("graph" in fits && [fits.graph.edges.length, fits.graph.implied]).toEqual([59, 1_711]);
    const svg = "graph" in fits ? svgOf(fits.graph) : "";
    expect(svg).toContain("1711 arrows left out that others imply");
  });

  test("what would take long is refused, with the reason", () => {
    expect(fitted(graph(2_501, []))).toEqual({
      problem: "it has 2501 tasks, waits, gates and conditions, expected at most 2500",
    });
    const halves = Array.from({ length: 100 }, (_, a) =>
      Array.from({ length: 100 }, (__, b) => [a, 100 + b] as const),
    );
    expect(fitted(graph(200, halves.flat()))).toEqual({
      problem: "its 10000 arrows pass 10000 levels, expected at most 6000",
    });
  });

  test("where Graphviz finds no place, or says nonsense, there is no picture", () => {
    const small = graph(2, [[0, 1]]);
    expect(drawn(small, () => undefined)).toBeUndefined();
    expect(drawn(small, () => '{"bb":"0,0,1,1","objects":[{"name":"n0","pos":"1,1"}]}')).toBeUndefined();
  });
});
