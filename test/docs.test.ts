// Every block of code in the README and the docs: sources compile, commands print what is shown.
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Code, Root, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { compileFiles } from "./support/compile.ts";
import { TestProject } from "./support/project.ts";

const pages = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => join("docs", path)),
].sort();

/** Lines of shell sessions that aren't ours to run here; .ci/run runs them. */
const SET_UP = /^(npm ci && npm (start|test)|npm run (bench|build))$/;

const scripts = (JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> })
  .scripts;

interface Block {
  readonly code: Code;
  /** The path in `<!-- file: path -->` in front of it. */
  readonly file: string | undefined;
  /** Whether the comment in front says `bundled`: the block belongs to the sources of this repository, not to the page's. */
  readonly bundled: boolean;
}

function blocks(page: string): Block[] {
  const root: Root = unified().use(remarkParse).use(remarkGfm).parse(readFileSync(page, "utf8"));
  const found: Block[] = [];
  const visit = (nodes: readonly RootContent[]): void => {
    for (const [i, node] of nodes.entries()) {
      const before = nodes[i - 1];
      const comment = before?.type === "html" ? before.value : "";
      const file = /^<!-- (?:bundled )?file: (\S+) -->$/.exec(comment)?.[1];
      if (node.type === "code") found.push({ code: node, file, bundled: comment.startsWith("<!-- bundled") });
      else if ("children" in node) visit(node.children as RootContent[]);
    }
  };
  visit(root.children);
  return found;
}

/** The commands of a session; what stands below each is its output. */
function session(text: string): { readonly command: string }[] {
  const lines = text.split("\n").filter((line) => line.startsWith("$ "));
  return lines.map((line) => ({ command: line.slice(2) }));
}

/** The words of a command line as a shell gives them, for words without expansions. */
function words(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2] ?? m[3] ?? "");
}

describe.each(pages)("%s", (page) => {
  const shown = blocks(page);
  test.each([
    ["shows only code that is run", shown.filter((b) => !b.bundled)],
    ["shows the bundled sources as they are", shown.filter((b) => b.bundled)],
  ])("%s", async (_, those) => {
    const own = those.filter((b) => b.file !== undefined);
    const project = new TestProject(Object.fromEntries(own.map((b) => [b.file ?? "", `${b.code.value}\n`])));
    if (own.length === 0 || those.some((b) => b.bundled)) {
      for (const folder of ["learnings", "playbooks"]) {
        if (existsSync(folder)) cpSync(folder, join(project.folder, folder), { recursive: true });
      }
    }
    const sources = own.length > 0 || those.some((b) => b.code.lang === "console");
    if (sources) expect((await project.bylaw(["build"])).err).not.toMatch(/:\d+:\d+ (?:error|warning) /);
    for (const { code, file } of those) {
      if (code.lang === "console") await expectSession(code.value, project, page);
      else if (code.lang === "json") expect(() => JSON.parse(code.value)).not.toThrow();
      else if (code.lang === "sh") for (const line of code.value.split("\n")) expectSetUp(line);
      else if (code.lang === "markdown" && file === undefined) expectCompiles(code.value);
      else if (code.lang === "yaml" && file === undefined) expectSteps(code.value);
      else expect(["markdown", "text", "yaml"]).toContain(code.lang);
    }
  });
});

/** With UPDATE_DOCS=1 the page gets what is printed today, to be read before it is committed. */
async function expectSession(text: string, project: TestProject, page: string): Promise<void> {
  let today = "";
  for (const { command } of session(text)) {
    const [program, ...args] = words(command);
    expect(program).toBe("bylaw");
    const { out, err } = await project.bylaw(args);
    today += `$ ${command}\n${`${err}${out}`.trim()}\n`;
  }
  if (process.env["UPDATE_DOCS"] === "1") {
    writeFileSync(
      page,
      readFileSync(page, "utf8").replace(text, () => today.trimEnd()),
    );
  } else expect(today.trimEnd()).toBe(text);
}

/** Steps of a workflow; test/cli/workflow-step.test.ts runs their scripts. */
function expectSteps(text: string): void {
  const steps: unknown = parse(text);
  expect(steps).toBeInstanceOf(Array);
  for (const step of steps as object[])
    expect(Object.keys(step).some((k) => k === "run" || k === "uses")).toBe(true);
}

function expectSetUp(line: string): void {
  expect(line).toMatch(SET_UP);
  const script = /npm (?:run )?(\w+)$/.exec(line)?.[1] ?? "";
  expect(Object.keys(scripts)).toContain(script);
}

function expectCompiles(text: string): void {
  const { diagnostics } = compileFiles({ "learnings/block.md": `${text}\n` });
  expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
}
