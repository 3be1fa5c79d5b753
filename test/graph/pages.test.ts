// Pages of playbooks and their place in the instructions: what they say, and that words of sources stay words.
import fc from "fast-check";
import type { Code, Heading, Node, Parent, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { graphOf } from "../../src/compiler/4-emit/graph/of-workflow.ts";
import { shownText } from "../../src/compiler/4-emit/graph/text.ts";
import { code, prose } from "../../src/compiler/4-emit/pages/markdown.ts";
import { renderPlaybook } from "../../src/compiler/4-emit/pages/playbook.ts";
import type { DecisionTable, Policy, Task, Workflow } from "../../src/policy/types.ts";
import { instructionsOf, templates } from "../support/templates.ts";
import { policyOf } from "../workflows/state.ts";
import { ENDS, HOSTILE } from "./support.ts";

function pageOf(policy: Policy, picture?: string): string {
  const [workflow] = policy.workflows;
  if (workflow === undefined) throw new Error("no playbook");
  return renderPlaybook(policy, workflow, graphOf(workflow), templates, picture);
}

function parse(markdown: string): Root {
  return unified().use(remarkParse).use(remarkGfm).parse(markdown);
}

function everything(node: Node): Node[] {
  return [node, ...("children" in node ? (node as Parent).children.flatMap(everything) : [])];
}

/** The text of a node as a reader sees it. */
function textOf(node: Node): string {
  return "value" in node && typeof node.value === "string"
    ? node.value
    : "children" in node
      ? (node as Parent).children.map(textOf).join("")
      : "";
}

const TEXT = `### Fact \`phase\`

- From: the operator
- Values: \`Pending\`, \`Accepted\`

### Fact \`day\`

- From: the operator
- Type: date

### Task \`build\`

- Runs: \`make build\`
- Passes when it exits 0
- Fails when it exits 1
- Takes: 5–10 minutes; check every 1 minute
- Retry: up to 2 times after 1 and 2 minutes on \`503\` or \`504\`
- On failure: set \`colour\` to \`Red\`, tell \`owner\`, stop
- Because: nothing goes without it.

### Task \`look\`

- When: \`phase\` is \`Accepted\`
- Starts when stdout contains \`run {id} began\`
- Passes when stdout contains \`good\` and \`done\`
- Fails when stdout contains \`bad\`
- Fails when stdout contains \`worse\`
- Captures: \`id\` from \`run {id} began\`
- Fails after 2 days
- Blocks nothing

### Task \`ship\`

- Needs: \`tested\`, one day before \`day\`
- Passes when \`verdict\` is \`go\`
- Fails when \`verdict\` is \`stop\`

### Wait \`promotion\`

- Needs: \`build\`
- Over when \`phase\` is \`Accepted\`
- Takes: 1 day

### Gate \`tested\`

- Needs: \`promotion\`
- Because: somebody has to have looked.

### Decision \`verdict\`

Exactly one row applies.

| \`phase\` | then | because |
| --- | --- | --- |
| \`Accepted\` | \`go\` | all is well |
| otherwise | \`stop\` | not yet |

### Outcome \`go\`

- Exit status: 0
- Message: Ship it.

### Outcome \`stop\`

- Exit status: 1
`;

describe("a page", () => {
  test("shows the graph, every part and every table, each with its line", async () => {
    await expect(pageOf(policyOf(TEXT), "release.svg")).toMatchFileSnapshot("page.md");
  });

  test("has a heading for each anchor of its graph", () => {
    const policy = policyOf(`### Task \`release\`\n\n${ENDS}\n${TEXT}`);
    const [workflow] = policy.workflows;
    if (workflow === undefined) throw new Error("no playbook");
    const headings = everything(parse(pageOf(policy)))
      .filter((n): n is Heading => n.type === "heading")
      .map((h) => textOf(h).toLowerCase().replaceAll(" ", "-"));
    for (const { anchor } of graphOf(workflow).nodes)
      if (anchor !== undefined) expect(headings).toContain(anchor);
  });

  test("leaves out a graph that Mermaid would refuse, and says so", () => {
    const many = Array.from(
      { length: 502 },
      (_, i) => `### Task \`t${i}\`\n\n${i === 0 ? "" : "- Needs: `t0`\n"}${ENDS}\n`,
    );
    const page = pageOf(policyOf(many.join("")));
    expect(page).not.toContain("```mermaid");
    expect(page).toContain("The graph is too large to be drawn here.");
  });
});

describe("the instructions", () => {
  test("show the graph, how to ask, and a line for each wait and gate", () => {
    const text = instructionsOf(policyOf(TEXT));
    expect(text.slice(text.indexOf("## Playbooks"))).toMatchInlineSnapshot(`
      "## Playbooks

      Work of many steps: an arrow leads to what has to wait. Ask what may be done next before you start a task; a task that is run too early is stopped.

      ### \`release\`

      3 tasks, 1 wait, 1 gate. Ask with \`bylaw next release --state FILE\`. (playbooks/release.md:11)

      \`\`\`mermaid
      flowchart TD
        n0["build"]
        n1["look<br>blocks nothing"]
        n2["ship"]
        n3(["promotion"])
        n4{{"tested"}}
        n5[/"phase is Accepted"/]
        n6[/"one day before day"/]
        n5 -->|"when"| n1
        n4 --> n2
        n6 -->|"from"| n2
        n0 --> n3
        n5 -->|"over when"| n3
        n3 --> n4
        classDef dashed stroke-dasharray:6 4
        class n1 dashed
      \`\`\`

      - Wait \`promotion\`: after \`build\`, over when \`phase\` is \`Accepted\`. (playbooks/release.md:38)
      - Gate \`tested\`: needs \`promotion\`. Why: somebody has to have looked. (playbooks/release.md:44)
      "
    `);
  });

  test("leave a long graph out", () => {
    const many = Array.from(
      { length: 200 },
      (_, i) => `### Task \`task-${i}\`\n\n${i === 0 ? "" : `- Needs: \`task-${i - 1}\`\n`}${ENDS}\n`,
    );
    const text = instructionsOf(policyOf(many.join("")));
    expect(text).not.toContain("```mermaid");
    expect(text).toContain("`bylaw next release --state FILE` and `--format mermaid` give it");
    expect(text.length).toBeLessThan(1_000);
  });
});

describe("words", () => {
  const spans: readonly (readonly [string, string])[] = [
    ["a", "`a`"],
    ["a`b", "``a`b``"],
    ["``", "``` `` ```"],
    ["`a", "`` `a ``"],
    ["", "`  `"],
    ["a\nb", "`a b`"],
  ];
  test.each(spans)("%j as code is %j", (text, markdown) => {
    expect(code(text)).toBe(markdown);
  });

  const sentences: readonly (readonly [string, string])[] = [
    ["plain.", "plain."],
    ["the `a` and ``b`c``", "the `a` and ``b`c``"],
    ["a ` b", "a \\` b"],
    ["*a* _b_ [c](d) <e>", "\\*a\\* \\_b\\_ \\[c\\](d) \\<e\\>"],
    ["an \\*escaped\\* star", "an \\*escaped\\* star"],
    ["a | b #1 &amp; $x$", "a | b \\#1 \\&amp; \\$x\\$"],
  ];
  test.each(sentences)("%j as a sentence is %j", (text, markdown) => {
    expect(prose(text)).toBe(markdown);
  });

  test("a sentence shows its own words, and a long one takes no long time", () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary" })), (text) => {
        const [paragraph] = parse(`x ${prose(text)} x`).children;
        const kinds = new Set(everything(paragraph ?? { type: "none" }).map((n) => n.type));
        for (const kind of kinds) expect(["paragraph", "text", "inlineCode", "link"]).toContain(kind);
        expect([...kinds].includes("link") && !/www\.|:\/\/|@/.test(text)).toBe(false);
      }),
    );
    for (const part of ["`", "`a``", "\\", "*"]) prose(part.repeat(50_000));
  });
});

const word = fc
  .oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary", minLength: 1, maxLength: 30 }))
  .filter((text) => shownText(text) !== "");
const source = { file: "playbooks/p.md", line: 3, column: 1, endLine: 3, endColumn: 2 };

/** A policy of one playbook with one task, one gate and one table, of such words. */
const anyPolicy = fc.tuple(word, word, word, word).map(([name, one, two, three]): [Policy, string[]] => {
  const task: Task = {
    name: one,
    needs: [{ fact: two, daysBefore: 1, text: `one day before \`${two}\``, source }],
    runs: { tool: three, parameters: [two], source },
    when: [],
    starts: [],
    passes: [{ texts: [two, three], source }],
    fails: [{ exits: 1, source }],
    blocked: [],
    waived: [],
    captures: [{ name: three, from: one, source }],
    informational: false,
    retries: [{ times: 1, after: [60], on: [two], source }],
    onFailure: { text: three, set: [], tell: [], stop: true },
    because: two,
    source,
  };
  const workflow: Workflow = {
    name,
    tasks: [task],
    waits: [],
    gates: [{ name: `${two} `, needs: [{ node: one, source }], because: three, source }],
    source,
  };
  const table: DecisionTable = {
    name: one,
    applies: "first",
    inputs: [{ name: two, of: "fact", type: "text", values: [] }],
    rows: [
      {
        when: [{ input: two, anyOf: [[{ test: "is", values: [three], negated: true }]] }],
        otherwise: false,
        outcome: three,
        because: one,
        source,
      },
    ],
    outcomes: [{ name: three, message: two }],
    source,
  };
  const policy = {
    ...policyOf("### Task `x`\n\n- Passes when it exits 0\n- Fails when it exits 1\n"),
    workflows: [workflow],
    decisions: [table],
  };
  return [policy, [name, one, two, three]];
});

describe("hostile words on pages", () => {
  test("a page has the parts that we give it, and shows the words", () => {
    fc.assert(
      fc.property(anyPolicy, ([policy, words]) => {
        const page = pageOf(policy, `${words[0]}.svg`);
        const root = parse(page);
        const all = everything(root);
        const count = (type: string): number => all.filter((n) => n.type === type).length;
        expect(root.children.map((n) => n.type)).toEqual([
          "html",
          "heading",
          "paragraph",
          "code",
          "paragraph",
          "heading",
          "heading",
          "list",
          "heading",
          "heading",
          "list",
          "heading",
          "heading",
          "paragraph",
          "table",
          "heading",
          "table",
        ]);
        expect([count("html"), count("code"), count("image"), count("definition"), count("break")]).toEqual([
          1, 1, 0, 0, 0,
        ]);
        expect(all.filter((n) => n.type === "code").map((n) => (n as Code).lang)).toEqual(["mermaid"]);
        const shown = textOf(root);
        for (const text of words.slice(1, 3)) expect(shown).toContain(shownText(text));
        const rows = all.filter((n): n is Parent => n.type === "tableRow").map((r) => r.children.length);
        expect(rows).toEqual([4, 4, 5, 5]);
      }),
    );
  });

  test("instructions have one graph, and no line that the words begin", () => {
    fc.assert(
      fc.property(anyPolicy, ([policy]) => {
        const root = parse(instructionsOf(policy));
        expect(root.children.map((n) => n.type)).toEqual([
          "heading",
          "paragraph",
          "heading",
          "paragraph",
          "code",
          "list",
        ]);
        expect(everything(root).filter((n) => n.type === "html")).toEqual([]);
      }),
    );
  });
});
