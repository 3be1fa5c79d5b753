// Graphs for the tests: of playbooks in the language, and made up ones with hostile words.
import fc from "fast-check";
import type { Graph, GraphNode, NodeState } from "../../src/compiler/4-emit/graph/graph.ts";
import { graphOf } from "../../src/compiler/4-emit/graph/of-workflow.ts";
import type { State } from "../../src/policy/types.ts";
import { progressOf } from "../../src/validators/workflow/progress.ts";
import { runIn, workflowOf } from "../workflows/state.ts";

/** Lines that every task of these tests has. */
export const ENDS = "- Passes when it exits 0\n- Fails when it exits 1\n";

/** The graph of a playbook, with states where one is given. */
export function graphIn(text: string, state?: State): Graph {
  const workflow = workflowOf(text);
  return graphOf(workflow, state === undefined ? undefined : progressOf(workflow, runIn(state)));
}

/** "from -> to" or "from -label-> to" for each arrow, and ".." for those that only tell. */
export function arrows({ nodes, edges }: Graph): string[] {
  return edges.map(({ from, to, label, tells }) => {
    const line = label === undefined ? "->" : `-${label}->`;
    return `${nodes[from]?.label} ${tells ? `.${line}` : line} ${nodes[to]?.label}`;
  });
}

/** "label: state" for each node. */
export function states({ nodes }: Graph): string[] {
  return nodes.map((n) => `${n.label}: ${n.state}`);
}

export const STATES: readonly NodeState[] = [
  "Not Started",
  "Ready",
  "In Progress",
  "Pass",
  "Fail",
  "Blocked",
  "Waived",
  "Met",
  "Not met",
  "Not known",
];

/** Words that mean something to Mermaid, DOT, XML, CSS, Markdown or Handlebars. */
export const HOSTILE = [
  "end",
  "subgraph x",
  'click n0 href "javascript:alert(1)"',
  "%%{init: {'theme':'dark'}}%%",
  '"]; n1 --> n2; style n0 fill:#f00',
  "a\"b'c`d",
  "a|b",
  "<script>alert(1)</script>",
  "</text></svg><img src=x onerror=alert(1)>",
  "]]><!-- --><?xml?>",
  "&lt;b&gt; &#60; &nbsp;",
  "#35; #quot;",
  "</style><style>*{display:none}",
  '"] -> n0 [URL="javascript:alert(1)"',
  "<<table><tr><td>x</td></tr></table>>",
  "{{constructor}} {{{this}}} {{#each rules}}",
  "```\n# not a heading\n```",
  "- [ ] *b* __u__ ~~s~~ [l](javascript:alert(1)) ![i](x) <https://x.y>",
  "1. list",
  "\\n \\",
  "$$x^2$$",
  "fa:fa-car",
  "__proto__",
  "\u0000\u001b[31m\u202eevil\u2066",
  "\ud800 half \udc00",
  "\ufffe\uffff",
  "日本語 😀 e\u0301",
  "a".repeat(300),
  " ",
];

const word = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(..."<>&\"'`{}[]()#;:%|-=.~*_$\\/ \na1"), maxLength: 40 }),
);

const node: fc.Arbitrary<GraphNode> = fc.record({
  kind: fc.constantFrom("task" as const, "wait" as const, "gate" as const, "condition" as const),
  label: word,
  anchor: fc.option(fc.string({ unit: fc.constantFrom(..."abc-é"), minLength: 1, maxLength: 8 }), {
    nil: undefined,
  }),
  takes: fc.option(fc.constantFrom("5 minutes", "2–4 hours"), { nil: undefined }),
  informational: fc.boolean(),
  state: fc.option(fc.constantFrom(...STATES), { nil: undefined }),
});

/** Graphs of a few nodes with hostile words everywhere; arrows lead from earlier nodes to later ones. */
export const anyGraph: fc.Arbitrary<Graph> = fc
  .record({ playbook: word, nodes: fc.array(node, { minLength: 1, maxLength: 8 }) })
  .chain(({ playbook, nodes }) =>
    fc
      .array(
        fc.record({
          from: fc.nat(nodes.length - 1),
          to: fc.nat(nodes.length - 1),
          label: fc.option(word, { nil: undefined }),
          tells: fc.boolean(),
        }),
        { maxLength: 12 },
      )
      .map((edges) => ({ playbook, nodes, edges: edges.filter((e) => e.from < e.to), implied: 0 })),
  );
