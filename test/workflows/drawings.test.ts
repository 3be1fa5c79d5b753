// Drawings of one playbook: those that agree with it, those that differ, and those of which nothing can be told.
import { describe, expect, test } from "vitest";
import { compileFiles } from "../support/compile.ts";

const SIGNS = "- Runs: `run it`\n- Passes when it exits 0\n- Fails when it exits 1\n";
const task = (name: string, needs: string): string =>
  `### Task \`${name}\`\n\n${needs === "" ? "" : `- Needs: ${needs}\n`}${SIGNS}\n`;

/** `fetch`, then `build`; behind it `lint` and `unit-tests`, and behind the approval `upload`; `publish` needs all. */
const PLAYBOOK = `### Fact \`answer\`

- From: the operator
- Values: \`open\`, \`yes\`

### Every task

- On failure: tell \`owner\`, stop

${task("fetch", "")}${task("build", "`fetch`")}${task("lint", "`build`")}${task("unit-tests", "`build`")}### Wait \`approval-given\`

- Needs: \`build\`
- Over when \`answer\` is \`yes\`

${task("upload", "`approval-given`")}### Gate \`all-green\`

- Needs: \`lint\`, \`unit-tests\`

${task("publish", "`all-green`, `upload`")}${task("count-stars", "")}`;

function differences(drawing: string, language: string): string[] {
  const text = `${PLAYBOOK}\n## Drawn\n\n\`\`\`\`${language}\n${drawing}\n\`\`\`\`\n`;
  const { diagnostics } = compileFiles({ "playbooks/p.md": text });
  const other = diagnostics.filter((d) => d.code !== "drawing-differs");
  expect(other.map((d) => d.message)).toEqual([]);
  return diagnostics.map((d) =>
    d.message
      .replace(/^The drawing leads from `(.*)` to `(.*)`, which doesn't need it$/, "$1 → $2 is too much")
      .replace(/^`(.*)` needs `(.*)`, and the drawing doesn't lead there$/, "$2 → $1 is missing"),
  );
}

/** A drawing, by the name of what is special about it, and what is said of it. */
type Row = readonly [name: string, drawing: string, ...said: string[]];

const sketches: Row[] = [
  [
    "as wide as it gets",
    `fetch
  ↓
build (compiles, and signs)
  ↓
  ├─→ lint (async, runs beside the others)
  ├─→ unit-tests
  └─→ [WAIT FOR APPROVAL - ask until somebody says yes]
          ↓
      upload
          ↓
      [WAIT FOR BOTH CHECKS]
      (lint, unit-tests)
          ↓
      publish (for good)

[ON THE SIDE - at any time]
count-stars`,
  ],
  [
    "one that starts too early",
    `fetch
  ↓
  ├─→ build
  └─→ lint
        ↓
      publish`,
    "build → lint is missing",
  ],
  ["a chain on one line", "fetch -> build -> unit-tests -> publish"],
  ["a chain with other arrows", "`fetch` ──▶ `build` ──▶ `lint` ==> `publish`"],
  [
    "a chain the wrong way in one place",
    "fetch → lint → build → publish",
    "lint → build is too much",
    "build → lint is missing",
  ],
  ["lists between arrows", "build → lint, unit-tests → publish"],
  ["lists with “and”", "build -> lint and unit-tests -> publish"],
  [
    "a list with one too many",
    "fetch -> build, count-stars -> publish",
    "count-stars → publish is too much",
    "fetch → count-stars is too much",
  ],
  ["down by bars and a v", "fetch\n  |\n  v\nbuild\n  |\n  v\nlint"],
  ["down by bars alone", "fetch\n│\nbuild\n│\nunit-tests"],
  ["down with a remark at the arrow", "fetch\n  ↓ (at once)\nbuild"],
  ["names in other writing", "Fetch\n  ↓\nBuild\n  ↓\nUnit tests"],
  ["remarks behind names", "fetch: gets the sources\n  ↓\nbuild - compiles them\n  ↓\nlint # looks at them"],
  ["names in boxes", "[fetch] -> [build] -> (lint)"],
  ["arrows that open the lines", "build\n  -> lint\n  -> unit-tests\n       -> publish"],
  [
    "arrows that open the lines, one wrong",
    "fetch\n  -> build\n  -> count-stars",
    "fetch → count-stars is too much",
  ],
  [
    "a tree from the root",
    "fetch\n└── build\n    ├── lint\n    ├── unit-tests\n    │   └── publish\n    └── upload",
  ],
  ["a tree towards the root", "publish\n├── upload\n├── lint\n└── unit-tests"],
  ["a tree of ASCII", "fetch\n`-- build\n    |-- lint\n    `-- unit-tests"],
  [
    "a tree with one branch too many",
    "fetch\n└── build\n    ├── lint\n    ├── unit-tests\n    └── count-stars",
    "build → count-stars is too much",
  ],
  ["a tree that is wrong by half says nothing", "fetch\n├── count-stars\n└── build"],
  ["a gate between", "lint\n  ↓\n[GATE: everything green]\n  ↓\npublish"],
  [
    "a note that names what it waits for",
    "build\n  ↓\n[WAIT FOR lint AND unit-tests]\n  ↓\npublish\n\nbuild -> lint\nbuild -> unit-tests",
  ],
  ["drawn towards what is needed", "publish -> lint -> build -> fetch"],
  ["two lines that don't hang together", "fetch\n\nbuild -> lint"],
  // Of these nothing can be told.
  ["an arrow that may come from one branch or all", "build\n├─→ lint\n└─→ unit-tests\n↓\nfetch"],
  ["columns", "    build\n   /     \\\nlint   publish\n   \\     /\n    fetch"],
  ["names side by side", "lint      build\n  ↓         ↓\nfetch     fetch"],
  ["arrows up", "build\n  ↑\nlint"],
  ["boxes", "┌───────┐\n│ build │\n└───────┘\n    ↓\n┌───────┐\n│ fetch │\n└───────┘"],
  ["arrows back", "build <- lint -> fetch"],
  ["another subject", "publish -> registry -> mirror -> cache -> build -> edge"],
  ["a table of ASCII", "| publish | build |\n|---------|-------|\n| 1 -> 2  | 3     |"],
  ["an arrow to nowhere", "publish\n  ↓\nbuild\n  ↓"],
  ["a log", "2026-01-01 publish -> started\n2026-01-02 build -> started"],
  ["names in sentences", "first publish -> then build the rest"],
  ["joins drawn with corners", "publish ─┐\n         ├→ build\nlint ────┘"],
  ["code", "const publish = (build) => fetch(build);"],
];

describe("drawn with characters", () => {
  test.each(sketches)("%s", (_, drawing, ...said) => {
    for (const language of ["", "text"]) expect(differences(drawing, language)).toEqual(said);
  });

  test("other languages are no drawings", () => {
    expect(differences("build -> fetch", "js")).toEqual([]);
  });
});

const charts: Row[] = [
  ["chained, in groups", "flowchart LR\n  fetch --> build --> lint & unit-tests --> publish"],
  [
    "one arrow too many",
    "graph TD\n  fetch --> build\n  fetch --> count-stars",
    "fetch → count-stars is too much",
  ],
  [
    "words at the links",
    "graph TD;\n  fetch -- then --> build;\n  build -->|next| lint\n  build -. later .-> unit-tests\n  lint == last ==> publish",
  ],
  [
    "words at a link that is wrong",
    "graph TD\n  fetch --> build\n  lint -- never --> unit-tests",
    "lint → unit-tests is too much",
    "build → lint is missing",
    "build → unit-tests is missing",
  ],
  [
    "labels, shapes and classes",
    'flowchart TD\n  a["fetch<br>first"] --> b(build):::done --> c{lint}\n  b --> d([unit tests])\n  classDef done fill:#fff\n  class a done\n  style b fill:#eee\n  linkStyle 0 stroke:#000',
  ],
  [
    "labels with brackets and arrows in them",
    'flowchart TD\n  a["fetch"] --> x["goes on --> (later)"] --> b[build]',
  ],
  [
    "new shapes",
    'flowchart TD\n  a@{ shape: rect, label: "fetch" } --> b@{ shape: rounded, label: "build" }',
  ],
  ["several statements on a line", "flowchart TD; fetch-->build; build-->lint"],
  [
    "subgraphs",
    "flowchart TD\n  fetch --> build\n  subgraph checks [The checks]\n    direction LR\n    lint\n    unit-tests\n  end\n  build --> checks\n  checks --> publish",
  ],
  [
    "a subgraph that leads too far",
    "flowchart TD\n  subgraph one\n    fetch --> build\n  end\n  one --> count-stars",
    "build → count-stars is too much",
    "fetch → count-stars is too much",
  ],
  ["lines without heads say nothing of direction", "graph LR\n  fetch --- build\n  build <--> lint"],
  ["round and crossed heads", "graph LR\n  fetch --o build --x lint"],
  ["long links", "graph LR\n  fetch ----> build -...-> lint ====> publish"],
  ["hidden links", "graph LR\n  fetch --> build\n  lint ~~~ fetch"],
  [
    "frontmatter and comments",
    "---\ntitle: x\n---\n%% a comment\nflowchart LR\n  %% another\n  fetch --> build",
  ],
  ["drawn towards what is needed", "graph BT\n  publish --> lint --> build --> fetch"],
  ["a sequence", "sequenceDiagram\n  build->>fetch: go\n  build-->>fetch: gone"],
  ["states", "stateDiagram-v2\n  [*] --> build\n  build --> fetch"],
  ["a pie", 'pie\n  "build" : 3'],
  ["broken syntax", "flowchart TD\n  build --> --> fetch\n  build --> fetch"],
  ["another subject", "flowchart TD\n  browser --> server --> database"],
];

describe("drawn as mermaid", () => {
  test.each(charts)("%s", (_, drawing, ...said) => {
    expect(differences(drawing, "mermaid")).toEqual(said);
  });
});

test("the names of members are drawn with or without all of them", () => {
  const list = "### List `sites`\n\n| site |\n| --- |\n| `eu` |\n| `us` |\n\n";
  const text = (drawing: string): string =>
    `${list}${PLAYBOOK}\n### Task \`roll-out\` for each \`sites\`\n\n- Needs: \`publish\`\n- Runs: \`roll <site>\`\n- Passes when it exits 0\n- Fails when it exits 1\n\n### Task \`cheer\`\n\n- Needs: \`roll-out\`\n${SIGNS}\n## Drawn\n\n\`\`\`\n${drawing}\n\`\`\`\n`;
  const said = (drawing: string): string[] =>
    compileFiles({ "playbooks/p.md": text(drawing) }).diagnostics.map((d) => d.message);
  expect(said("publish -> roll-out -> cheer")).toEqual([]);
  expect(said("publish -> roll-out/eu -> cheer")).toEqual([]);
  expect(said("build -> cheer -> roll-out")).toHaveLength(2);
});

test("what is hostile is read in linear time, or not at all", () => {
  for (const drawing of [
    "├".repeat(50_000),
    `${"a -> ".repeat(20_000)}b`,
    `${"build\n↓\n".repeat(500)}\n`.repeat(40),
    "[".repeat(90_000),
  ])
    for (const language of ["", "mermaid"])
      expect(differences(language === "" ? drawing : `flowchart LR\n${drawing}`, language)).toEqual([]);
});
