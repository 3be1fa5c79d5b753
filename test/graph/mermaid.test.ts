// Mermaid text: shapes, states, and labels that can be nothing but labels.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DARK, LIGHT } from "../../src/compiler/4-emit/graph/looks.ts";
import { isDrawn, mermaid } from "../../src/compiler/4-emit/graph/mermaid.ts";
import { shownText } from "../../src/compiler/4-emit/graph/text.ts";
import { compileFiles } from "../support/compile.ts";
import { anyGraph, ENDS, graphIn, HOSTILE } from "./support.ts";

const TEXT =
  "### Fact `phase`\n\n- From: the operator\n- Values: `Pending`, `Accepted`\n\n" +
  `### Task \`a\`\n\n${ENDS}\n### Task \`side\`\n\n- Blocks nothing\n${ENDS}\n` +
  "### Wait `w`\n\n- Needs: `a`\n- Over when `phase` is `Accepted`\n\n" +
  `### Gate \`g\`\n\n- Needs: \`w\`\n\n### Task \`mend\`\n\n- Needs: \`a\` is \`Fail\`\n${ENDS}`;

test("boxes, round ends, six sides and leaning ones; dashes where nothing is blocked", () => {
  expect(mermaid(graphIn(TEXT))).toBe(`flowchart TD
  n0["a"]
  n1["side<br>blocks nothing"]
  n2["mend"]
  n3(["w"])
  n4{{"g"}}
  n5[/"phase is Accepted"/]
  n0 -->|"is Fail"| n2
  n0 --> n3
  n5 -->|"over when"| n3
  n3 --> n4
  classDef dashed stroke-dasharray:6 4
  class n1 dashed
`);
});

test("states in words and as classes that bring their own ink", () => {
  const lines = mermaid(graphIn(TEXT, { tasks: { a: "Fail", side: "In Progress" } })).split("\n");
  expect(lines.slice(1, 7)).toEqual([
    '  n0["a<br>Fail"]:::fail',
    '  n1["side<br>In Progress, blocks nothing"]:::running',
    '  n2["mend<br>Ready"]:::ready',
    '  n3(["w<br>Not Started"]):::open',
    '  n4{{"g<br>Not Started"}}:::open',
    '  n5[/"phase is Accepted<br>Not known"/]:::open',
  ]);
  const classes = lines.filter((l) => l.startsWith("  classDef") && !l.includes("dashed"));
  expect(classes).toHaveLength(4);
  for (const line of classes)
    expect(line).toMatch(/^ {2}classDef \w+ fill:#[\da-f]{6},stroke:#[\da-f]{6},color:#[\da-f]{6}$/);
});

test("wide graphs run to the right, long ones down", () => {
  const many = (needs: (i: number) => string): string =>
    Array.from({ length: 30 }, (_, i) => `### Task \`t${i}\`\n\n${needs(i)}${ENDS}\n`).join("");
  expect(mermaid(graphIn(many((i) => (i === 0 ? "" : "- Needs: `t0`\n"))))).toMatch(/^flowchart LR\n/);
  expect(mermaid(graphIn(many((i) => (i === 0 ? "" : `- Needs: \`t${i - 1}\`\n`))))).toMatch(
    /^flowchart TD\n/,
  );
});

test("a playbook may hold its own graph as a drawing", () => {
  const drawing = mermaid(graphIn(TEXT));
  const { diagnostics } = compileFiles({
    "playbooks/p.md": `${TEXT}\n## Drawn\n\n\`\`\`mermaid\n${drawing}\`\`\`\n`,
  });
  expect(diagnostics.map((d) => d.code)).not.toContain("drawing-differs");
});

test("what Mermaid refuses to draw by itself is known", () => {
  const { nodes } = graphIn(TEXT);
  const edge = { from: 0, to: 1, label: undefined, tells: false };
  const graph = (count: number) => ({
    playbook: "p",
    nodes,
    edges: Array.from({ length: count }, () => edge),
    implied: 0,
  });
  expect(isDrawn("x", graph(500))).toBe(true);
  expect(isDrawn("x", graph(501))).toBe(false);
  expect(isDrawn("x".repeat(50_001), graph(0))).toBe(false);
});

/** What may stand between two quotes: letters, digits, a little punctuation, what is outside of ASCII, entities. */
const LABEL = "(?:[A-Za-z0-9 ,/_.\\-\\u0080-\\u{10ffff}]|#\\d+;)*";
const STATE = "(?:<br>[A-Za-z ]+(?:, blocks nothing)?)?";
const NODE = `  n\\d+(?:\\["L"\\]|\\(\\["L"\\]\\)|\\{\\{"L"\\}\\}|\\[/"L"/\\])(?::::[a-z]+)?`.replaceAll(
  "L",
  LABEL + STATE,
);
const LINE = new RegExp(
  `^(?:flowchart (?:TD|LR)|${NODE}|  n\\d+ -(?:-|\\.-)>(?:\\|"${LABEL}"\\|)? n\\d+|  classDef [a-z]+ [a-z0-9#:, -]+|  class n[\\dn,]+ dashed|)$`,
  "u",
);

/** A label as Mermaid shows it. */
function read(label: string): string {
  return label
    .replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll("\u200b", "");
}

describe("hostile words", () => {
  test.each(HOSTILE.map((label) => [label.slice(0, 40), label]))("%j", (_, label = "") => {
    const node = {
      kind: "task" as const,
      label,
      anchor: "x",
      takes: undefined,
      informational: false,
      state: undefined,
    };
    const edge = { from: 0, to: 1, label, tells: false };
    const lines = mermaid({ playbook: label, nodes: [node, node], edges: [edge], implied: 0 }).split("\n");
    expect(lines.filter((l) => !LINE.test(l))).toEqual([]);
    expect(lines).toHaveLength(5);
    expect(read(/"(.*)"/.exec(lines[1] ?? "")?.[1] ?? "")).toBe(shownText(label));
  });

  test("any graph at all is lines of the form that we write, and shows its words", () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const lines = mermaid(graph).split("\n");
        expect(lines.filter((l) => !LINE.test(l))).toEqual([]);
        expect(lines.filter((l) => /^ {2}n\d+ -/.test(l))).toHaveLength(graph.edges.length);
        const shown = lines
          .slice(1, graph.nodes.length + 1)
          .map((l) => read(/"(.*?)(?:<br>[^"]*)?"/.exec(l)?.[1] ?? ""));
        expect(shown).toEqual(graph.nodes.map((n) => shownText(n.label)));
      }),
    );
  });
});

describe.each(Object.entries({ light: LIGHT, dark: DARK }))("the colours in %s", (_, light) => {
  test.each(Object.entries(light.looks))("%s can be read", (__, { fill, line, ink }) => {
    expect(contrast(ink, fill)).toBeGreaterThan(4.5);
    expect(contrast(line, light.ground)).toBeGreaterThan(3);
    expect(contrast(line, fill)).toBeGreaterThan(3);
  });

  test("words and arrows on the ground can be read", () => {
    for (const ink of [light.ink, light.soft]) expect(contrast(ink, light.ground)).toBeGreaterThan(4.5);
    expect(contrast(light.arrow, light.ground)).toBeGreaterThan(3);
  });
});

/** The contrast ratio of WCAG 2.1, from 1 to 21. */
function contrast(a: string, b: string): number {
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
