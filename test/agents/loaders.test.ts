// What each host loads, replayed over folders: order, limits, what hides what.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withoutComments } from "../../src/hosts/context/claude.ts";
import { globsIn, readRuleFile } from "../../src/hosts/context/front.ts";
import { importsIn } from "../../src/hosts/context/imports.ts";
import { foldersTo, type Loaded } from "../../src/hosts/context/loaded.ts";
import { LOADERS } from "../../src/hosts/context/loaders.ts";
import { virtualFiles } from "./virtual.ts";

function load(host: string, path: string, files: Readonly<Record<string, string>>): Loaded {
  const loader = LOADERS.find(([name]) => name === host)?.[1];
  if (loader === undefined) throw new Error(host);
  return loader(virtualFiles(files), path);
}

const pathsOf = (loaded: Loaded): string[] => loaded.parts.map((p) => p.path);
const passedOf = (loaded: Loaded): string[] => loaded.passed.map((p) => `${p.path}: ${p.reason}`);

test.each([
  ["", [""]],
  ["a.ts", [""]],
  ["a/b/c.ts", ["", "a", "a/b"]],
])("the folders to %j are %j", (path, folders) => {
  expect(foldersTo(path)).toEqual(folders);
});

describe("codex", () => {
  const repository = {
    ".git/": "",
    "AGENTS.md": "root\n",
    "a/AGENTS.md": "a\n",
    "a/b/AGENTS.md": "b\n",
    "c/AGENTS.md": "c\n",
  };

  test.each([
    ["x.ts", ["AGENTS.md"]],
    ["a/x.ts", ["AGENTS.md", "a/AGENTS.md"]],
    ["a/b/x.ts", ["AGENTS.md", "a/AGENTS.md", "a/b/AGENTS.md"]],
    ["d/x.ts", ["AGENTS.md"]],
  ])("for %s reads %j", (path, read) => {
    expect(pathsOf(load("codex", path, repository))).toEqual(read);
  });

  test("reads the override instead, even an empty one", () => {
    const loaded = load("codex", "a/x.ts", {
      ...repository,
      "AGENTS.override.md": "mine\n",
      "a/AGENTS.override.md": " \n",
    });
    expect(pathsOf(loaded)).toEqual(["AGENTS.override.md"]);
    expect(passedOf(loaded)).toEqual([
      "AGENTS.md: AGENTS.override.md stands beside it and is read instead",
      "a/AGENTS.md: a/AGENTS.override.md stands beside it and is read instead",
      "a/AGENTS.override.md: it is empty",
    ]);
  });

  test("reads fallback names, other markers and another limit from its configuration", () => {
    const config =
      'project_doc_fallback_filenames = ["TEAM.md", \'OLD.md\'] # ours\nproject_root_markers = [".here"]\nproject_doc_max_bytes = 6\n\n[other]\nproject_doc_max_bytes = 1\n';
    const loaded = load("codex", "a/b/x.ts", {
      ".codex/config.toml": config,
      ".git/": "",
      "AGENTS.md": "no",
      "a/.here": "",
      "a/TEAM.md": "team",
      "a/b/OLD.md": "old!",
    });
    expect(loaded.parts).toMatchObject([
      { path: "a/TEAM.md", text: "team", lost: "" },
      { path: "a/b/OLD.md", text: "ol", lost: "the last 2 of 4 bytes: 6 are read in all" },
    ]);
  });

  test("cuts the deepest file at the byte, and never shows half a character", () => {
    const loaded = load("codex", "a/x.ts", {
      ".git/": "",
      "AGENTS.md": `${"x".repeat(32_766)}\n`,
      "a/AGENTS.md": "é\n",
    });
    expect(loaded.parts[1]).toMatchObject({
      path: "a/AGENTS.md",
      text: "",
      lost: "the last 2 of 3 bytes: 32768 are read in all",
    });
    const none = load("codex", "a/x.ts", {
      ".git/": "",
      "AGENTS.md": "x".repeat(32_768),
      "a/AGENTS.md": "a",
    });
    expect(passedOf(none)).toEqual(["a/AGENTS.md: all 32768 bytes are used up"]);
    expect(
      load("codex", "x", { ".git/": "", ".codex/config.toml": "project_doc_max_bytes = 0", "AGENTS.md": "x" })
        .parts,
    ).toEqual([]);
  });

  test("reads the nearest repository, and without one the folder alone", () => {
    expect(pathsOf(load("codex", "a/b/x.ts", { ...repository, "a/.git/": "" }))).toEqual([
      "a/AGENTS.md",
      "a/b/AGENTS.md",
    ]);
    const { ".git/": _, ...plain } = repository;
    const loaded = load("codex", "a/b/x.ts", plain);
    expect(pathsOf(loaded)).toEqual(["a/b/AGENTS.md"]);
    expect(loaded.notes.join(" ")).toContain("only the folder itself counts");
  });
});

describe("claude-code", () => {
  test("reads memory of all folders with its imports, then rules", () => {
    const loaded = load("claude-code", "src/api/x.ts", {
      "CLAUDE.md": "@AGENTS.md\nroot\n",
      "AGENTS.md": "agents, see @docs/a.md\n",
      "docs/a.md": "a @b.md\n",
      "docs/b.md": "b @../AGENTS.md\n",
      ".claude/CLAUDE.md": "dot\n",
      "CLAUDE.local.md": "mine\n",
      "src/CLAUDE.md": "src\n",
      "lib/CLAUDE.md": "lib\n",
      ".claude/rules/all.md": "all\n",
      ".claude/rules/deep/api.md": '---\npaths:\n  - "src/api/**/*.{ts,tsx}"\n---\n\napi\n',
      ".claude/rules/sql.md": '---\npaths: ["**/*.sql"]\n---\nsql\n',
      ".claude/rules/notes.txt": "no",
    });
    expect(pathsOf(loaded)).toEqual([
      "CLAUDE.md",
      "AGENTS.md",
      "docs/a.md",
      "docs/b.md",
      ".claude/CLAUDE.md",
      "CLAUDE.local.md",
      ".claude/rules/all.md",
      "src/CLAUDE.md",
      ".claude/rules/deep/api.md",
    ]);
    expect(loaded.parts.map((p) => p.because).slice(0, 4)).toEqual([
      "at the root",
      "imported by CLAUDE.md",
      "imported by AGENTS.md",
      "imported by docs/a.md",
    ]);
    expect(loaded.parts[8]?.text).toBe("api\n");
    expect(passedOf(loaded)).toEqual([".claude/rules/sql.md: its paths don't take in src/api/x.ts"]);
  });

  test("follows imports four times, and not out of the project", () => {
    const chain = Object.fromEntries([0, 1, 2, 3, 4, 5].map((i) => [`i${i}.md`, `@i${i + 1}.md\n`]));
    const loaded = load("claude-code", "", {
      "CLAUDE.md": "@i0.md @~/x.md @/etc/x.md @../up.md\n",
      ...chain,
    });
    expect(pathsOf(loaded)).toEqual(["CLAUDE.md", "i0.md", "i1.md", "i2.md", "i3.md"]);
    expect(passedOf(loaded)).toEqual([
      "i4.md: more than 4 imports lead to it (imported by i3.md)",
      "@~/x.md: it lies outside the project (imported by CLAUDE.md)",
      "@/etc/x.md: it lies outside the project (imported by CLAUDE.md)",
      "@../up.md: it lies outside the project (imported by CLAUDE.md)",
    ]);
  });

  test("ends where files import each other, and leaves out what is too large", () => {
    expect(
      pathsOf(load("claude-code", "", { "CLAUDE.md": "@a.md", "a.md": "@b.md", "b.md": "@a.md @CLAUDE.md" })),
    ).toEqual(["CLAUDE.md", "a.md", "b.md"]);
    const large = load("claude-code", "", { "CLAUDE.md": "x".repeat(4_194_305) });
    expect([large.parts, passedOf(large)]).toEqual([
      [],
      ["CLAUDE.md: it has 4194305 bytes, and a file of more than 4194304 is left out"],
    ]);
  });

  test.each([
    ["<!-- a -->\nb\n", "b\n"],
    ["a\n<!-- b\nc\n-->\nd\n", "a\nd\n"],
    ["a <!-- b --> c\n", "a <!-- b --> c\n"],
    ["```\n<!-- a -->\n```\n", "```\n<!-- a -->\n```\n"],
    ["<!-- a --> b\n", " b\n"],
  ])("of %j is told %j", (text, told) => {
    expect(withoutComments(text)).toBe(told);
  });
});

describe("imports", () => {
  test.each([
    ["@a.md", ["a.md"]],
    ["see @docs/a.md, and (@b.md)", ["docs/a.md"]],
    ["mail me@example.org", []],
    ["`@a.md` and ``@b.md ` @c.md``", []],
    ["```\n@a.md\n```\n@b.md", ["b.md"]],
    ["~~~~\n~~~\n@a.md\n~~~~\n@b.md", ["b.md"]],
    ["an open ` and @a.md", ["a.md"]],
    ["@", []],
  ])("in %j are %j", (text, found) => {
    expect(importsIn(text)).toEqual(found);
  });
});

describe("vscode", () => {
  const files = {
    "AGENTS.md": "agents\n",
    "src/AGENTS.md": "nested\n",
    "CLAUDE.md": "claude\n",
    ".github/copilot-instructions.md": "repo\n",
    ".claude/rules/api.md": '---\npaths: "src/**"\n---\nrule\n',
    ".github/instructions/ts.instructions.md": '---\napplyTo: "**/*.ts,**/*.{js,jsx}"\n---\nts\n',
    ".github/instructions/sql.instructions.md": '---\napplyTo: "**/*.sql"\n---\nsql\n',
    ".github/instructions/by-hand.instructions.md": "hand\n",
    ".github/instructions/wrong.md": "wrong\n",
  };

  test("reads AGENTS.md, CLAUDE.md, and instructions by their globs", () => {
    const loaded = load("vscode", "src/a.jsx", files);
    expect(pathsOf(loaded)).toEqual([
      ".github/copilot-instructions.md",
      "AGENTS.md",
      "CLAUDE.md",
      ".claude/rules/api.md",
      ".github/instructions/ts.instructions.md",
    ]);
    expect(passedOf(loaded)).toEqual([
      "src/AGENTS.md: `chat.useNestedAgentsMdFiles` is off",
      ".github/instructions/by-hand.instructions.md: it has no `applyTo`, so only a person adds it",
      ".github/instructions/sql.instructions.md: its `applyTo` doesn't take in src/a.jsx",
      ".github/instructions/wrong.md: its name doesn't end in `.instructions.md`",
    ]);
  });

  test("minds the project's settings", () => {
    const settings =
      '{ // ours\n "chat.useAgentsMdFile": false, "chat.useClaudeMdFile": false, "chat.useNestedAgentsMdFiles": true, }';
    expect(pathsOf(load("vscode", "src/a.sh", { ...files, ".vscode/settings.json": settings }))).toEqual([
      ".github/copilot-instructions.md",
      "src/AGENTS.md",
      ".claude/rules/api.md",
    ]);
  });
});

describe("first matches", () => {
  test.each([
    ["zed", ["AGENTS.md", "CLAUDE.md"], "AGENTS.md"],
    ["zed", ["AGENTS.md", ".rules", "CLAUDE.md"], ".rules"],
    ["zed", ["AGENTS.md", ".github/copilot-instructions.md"], ".github/copilot-instructions.md"],
    ["zed", ["AGENTS.md", ".clinerules/a.md"], "AGENTS.md"],
    ["junie", ["AGENTS.md", ".junie/guidelines.md"], "AGENTS.md"],
    ["junie", ["AGENTS.md", ".junie/AGENTS.md"], ".junie/AGENTS.md"],
  ])("%s reads of %j only %s", (host, paths, read) => {
    const loaded = load(host, "a.ts", Object.fromEntries(paths.map((p) => [p, "x\n"])));
    expect(pathsOf(loaded)).toEqual([read]);
    expect(loaded.passed.every((p) => p.reason === `${read} hides it`)).toBe(true);
  });
});

describe("cursor", () => {
  test("reads rules by their mode, and AGENTS.md of each folder", () => {
    const loaded = load("cursor", "src/a.ts", {
      ".cursor/rules/all.mdc": "---\nalwaysApply: true\n---\nall\n",
      ".cursor/rules/ts.mdc": "---\ndescription: x\nglobs: **/*.ts,**/*.tsx\nalwaysApply: false\n---\nts\n",
      ".cursor/rules/sql.mdc": "---\nglobs: **/*.sql\nalwaysApply: false\n---\nsql\n",
      ".cursor/rules/asked.mdc": "---\ndescription: about x\n---\nx\n",
      ".cursor/rules/hand.mdc": "x\n",
      ".cursor/rules/old.md": "x\n",
      "AGENTS.md": "root\n",
      "src/AGENTS.md": "src\n",
    });
    expect(pathsOf(loaded)).toEqual([
      ".cursor/rules/all.mdc",
      ".cursor/rules/ts.mdc",
      "AGENTS.md",
      "src/AGENTS.md",
    ]);
    expect(passedOf(loaded)).toEqual([
      ".cursor/rules/asked.mdc: the agent decides by its description",
      ".cursor/rules/hand.mdc: only a person adds it",
      ".cursor/rules/old.md: its name doesn't end in `.mdc`",
      ".cursor/rules/sql.mdc: its globs don't take in src/a.ts",
    ]);
  });
});

describe("gemini", () => {
  test("reads the names of its settings, and imports five deep", () => {
    const settings = '{"context": {"fileName": ["AGENTS.md"]}}';
    const files = { "AGENTS.md": "@a.md\n", "a.md": "a\n", "GEMINI.md": "g\n", "src/AGENTS.md": "s\n" };
    expect(pathsOf(load("gemini", "src/x", { ...files, ".gemini/settings.json": settings }))).toEqual([
      "AGENTS.md",
      "a.md",
      "src/AGENTS.md",
    ]);
    const plain = load("gemini", "src/x", files);
    expect([pathsOf(plain), passedOf(plain)]).toEqual([
      ["GEMINI.md"],
      ["AGENTS.md: `context.fileName` in .gemini/settings.json doesn't name it"],
    ]);
  });
});

describe("cline", () => {
  test("reads its folder by paths, and the rule files of others", () => {
    const loaded = load("cline", "src/a.ts", {
      ".clinerules/all.md": "all\n",
      ".clinerules/ts.txt": '---\npaths: ["**/*.ts"]\n---\nts\n',
      ".clinerules/never.md": "---\npaths: []\n---\nnever\n",
      ".clinerules/broken.md": "---\npaths: [\n---\nbroken\n",
      ".clinerules/sub/x.md": "x\n",
      ".cursorrules": "c\n",
      "AGENTS.md": "agents\n",
    });
    expect(pathsOf(loaded)).toEqual([
      ".clinerules/all.md",
      ".clinerules/broken.md",
      ".clinerules/ts.txt",
      ".cursorrules",
      "AGENTS.md",
    ]);
    expect(loaded.parts[1]?.text).toContain("---\npaths: [");
  });
});

describe("frontmatter", () => {
  test.each([
    ["---\npaths: a/**, b/{c,d}/*\n---\nx", ["a/**", "b/{c,d}/*"]],
    ['---\npaths:\n  - "a"\n  - 3\n---\n', ["a"]],
    ["---\npaths:\n---\n", undefined],
    ["no front", undefined],
    ["---\nnot closed\n", undefined],
    ["---\na: &a [*a]\npaths: x\n---\n", undefined],
  ])("of %j has the globs %j", (text, globs) => {
    expect(globsIn(readRuleFile(text).front, "paths")).toEqual(globs);
  });
});

test("no loader fails, whatever the files say", () => {
  const names = [
    "AGENTS.md",
    "CLAUDE.md",
    ".claude/rules/a.md",
    ".cursor/rules/a.mdc",
    ".github/instructions/a.instructions.md",
    ".gemini/settings.json",
    ".vscode/settings.json",
    ".codex/config.toml",
    ".clinerules/a.md",
  ];
  const piece = fc.constantFrom(
    "---\n",
    "paths:",
    "globs:",
    "applyTo:",
    " [",
    "]",
    "{",
    "}",
    '"',
    "@",
    "a.md",
    "`",
    "\n",
    "<!--",
    "-->",
    "*",
    "project_doc_max_bytes = ",
    "x",
    "__proto__: 1\n",
    ",",
    "&a",
    "*a",
    "\\",
    "\u0000",
  );
  const text = fc.array(piece, { maxLength: 30 }).map((p) => p.join(""));
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...names), text),
      fc.constantFrom("", "a/b.ts"),
      (files, path) => {
        for (const [, loader] of LOADERS) {
          const { parts } = loader(virtualFiles({ ...files, ".git/": "" }), path);
          expect(new Set(parts.map((p) => p.path)).size).toBe(parts.length);
        }
      },
    ),
    { numRuns: 500 },
  );
});
