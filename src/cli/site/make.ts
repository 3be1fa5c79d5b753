// Puts a site together: sources compiled once, the site's tools, its templates, its search.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import Handlebars from "handlebars";
import { readDocument } from "../../compiler/1-read/read-document.ts";
import { pageSheet } from "../../compiler/4-emit/graph/style.ts";
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import { noGraphviz } from "../../compiler/messages/generated.ts";
import { buildSite } from "../../site/build.ts";
import type { SiteFile } from "../../site/page.ts";
import type { CommandHelp } from "../../site/site.ts";
import { Checker } from "../../validators/checker.ts";
import { reportReader } from "../../validators/report/check.ts";
import { type CompiledProject, PROJECT } from "../compile-project.ts";
import { loadGraphviz } from "../io/graphviz.ts";
import { regex, sha256 } from "../node-tools.ts";
import { packageFolder } from "../package.ts";
import { highlighter } from "./highlight.ts";
import { searchFiles } from "./search.ts";

/** The scripts that browsers load, as scripts/build.mjs bundles them, and the style of what they show. */
const SCRIPTS = ["site.js", "tools.js", "checker.js", "regex.js"];
const TEMPLATES = ["site.css", "extra.css", "icon.svg"];

/** `search` is false where no index is wanted; `told` hears of what is missing in pages. */
interface MakeOptions {
  readonly search?: boolean;
  readonly told?: (problem: Diagnostic) => void;
}

/** Every file of a project's site, by its path in the site's folder. */
export async function makeSite(
  { project, compiled }: CompiledProject,
  commands: readonly CommandHelp[],
  { search = true, told = () => {} }: MakeOptions = {},
): Promise<readonly SiteFile[]> {
  const folder = packageFolder();
  const template = (name: string): string => readFileSync(join(folder, "templates", "site", name), "utf8");
  const { policy, documents, coverage } = compiled;
  const graphviz = await loadGraphviz();
  const [first] = policy.workflows;
  if (graphviz === undefined && first !== undefined) {
    const playbooks = policy.workflows.map((w) => `\`${w.name}\``).join(", ");
    told(noGraphviz(first.source, { playbooks }));
  }
  const checker = new Checker(policy, { sha256, regex, reports: reportReader(), root: PROJECT });
  const assets = new Map([
    ...SCRIPTS.map(
      (name) => [`assets/${name}`, readFileSync(join(folder, "dist", "site-scripts", name), "utf8")] as const,
    ),
    ...TEMPLATES.map((name) => [`assets/${name}`, template(name)] as const),
    ["assets/graph.css", pageSheet()] as const,
  ]);
  const built = buildSite(
    {
      policy,
      documents,
      coverage,
      commands,
      diagnostics: readDocument(
        "docs/diagnostics.md",
        readFileSync(join(folder, "docs", "diagnostics.md"), "utf8"),
      ),
      title: titleOf(project.root),
    },
    {
      highlight: highlighter(),
      graphviz,
      check: (command) => checker.check({ kind: "command", command, cwd: PROJECT }, { history: "unknown" }),
      layout: Handlebars.compile(template("page.html.hbs"), { strict: true, knownHelpersOnly: true }),
      assets,
    },
  );
  return [...built.files, ...(search ? await searchFiles(built) : [])].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  );
}

/** What a project is called: as its package says, else as its folder. */
function titleOf(root: string): string {
  try {
    const data: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    if (
      data !== null &&
      typeof data === "object" &&
      "name" in data &&
      typeof data.name === "string" &&
      data.name !== ""
    )
      return data.name;
  } catch {
    // It has none, or none that can be read.
  }
  return basename(root) || "Bylaw";
}
