// What a project begins with: configuration, folders, a first example, and lines for .gitignore. Nothing is overwritten.
import { existsSync, readdirSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { appended } from "../authoring/scaffold/scaffold.ts";
import { BEGIN, END } from "../compiler/4-emit/marked-block.ts";
import { mustBeNew } from "./import/target.ts";
import { isThere } from "./io/inside.ts";
import type { Project } from "./io/project.ts";
import { readIfThere, type WholeFile } from "./io/write.ts";

/** The first line of what init has put into .gitignore. */
const MARK = "# bylaw: what is made anew, and what runs write down";
const MADE = ["policy.json", "agents/", "playbooks/"];
const IGNORED = ["/.bylaw/runs/", "/.bylaw/cache/"];

/** Where instructions of hosts stand, besides those in folders. */
const INSTRUCTIONS = [
  "AGENTS.md",
  "CLAUDE.md",
  "GEMINI.md",
  ".cursorrules",
  ".windsurfrules",
  ".clinerules",
  ".github/copilot-instructions.md",
];
const FOLDERS: readonly (readonly [folder: string, ending: string])[] = [
  [".cursor/rules", ".mdc"],
  [".github/instructions", ".instructions.md"],
  [".claude/rules", ".md"],
];

export interface Beginning {
  readonly files: readonly WholeFile[];
  /** What is there already, by its path. */
  readonly kept: readonly string[];
}

/** The files that a project lacks. `hasSources` says that there are sources: then they need no example. */
export function beginningOf({ root, config }: Project, hasSources: boolean, date: string): Beginning {
  const wanted: readonly (readonly [path: string, content: string])[] = [
    ["bylaw.config.json", `${JSON.stringify({ $schema: schemaFor(root) }, null, 2)}\n`],
    ...(existsSync(join(root, "playbooks")) ? [] : [["playbooks/.gitkeep", ""] as const]),
    ...(hasSources ? [] : [["learnings/learned.md", firstExample(date)] as const]),
  ];
  const kept = wanted.filter(([path]) => isThere(join(root, path))).map(([path]) => path);
  const fresh = wanted.filter(([path]) => !kept.includes(path));
  for (const [path] of fresh) mustBeNew(root, path);
  const files = fresh.map(([path, content]) => ({ path: join(root, path), shown: path, content }));
  const ignore = ignoreFile(root, config.out ?? "dist");
  return {
    files: [...files, ...(ignore === undefined ? [] : [ignore])],
    kept: [...kept, ...(ignore === undefined ? [".gitignore"] : [])],
  };
}

/** Instructions of hosts that people have written, for an import. */
export function instructionsIn(root: string): string[] {
  const inFolders = FOLDERS.flatMap(([folder, ending]) =>
    namesIn(join(root, folder))
      .filter((n) => n.endsWith(ending))
      .map((n) => `${folder}/${n}`),
  );
  return [...INSTRUCTIONS, ...inFolders].filter((path) => {
    const text = readIfThere(join(root, path));
    return text !== undefined && !isAllGenerated(text.trim());
  });
}

function isAllGenerated(text: string): boolean {
  return text === "" || (text.startsWith(BEGIN) && text.endsWith(END));
}

/** The installed schema where there is one, so that editors find it without a network. */
function schemaFor(root: string): string {
  const own = "node_modules/bylaw/schemas/config.schema.json";
  return existsSync(join(root, "schemas/config.schema.json")) && !existsSync(join(root, own))
    ? "./schemas/config.schema.json"
    : `./${own}`;
}

/** Marked lines at the end of .gitignore; undefined where they are there, or it can't be a file of the project. */
function ignoreFile(root: string, out: string): WholeFile | undefined {
  const path = join(root, ".gitignore");
  const before = readIfThere(path);
  if (before?.includes(MARK) === true || (before === undefined && isThere(path))) return undefined;
  return {
    path,
    shown: ".gitignore",
    content: appended(before ?? "", [MARK, ...madeIn(root, out), ...IGNORED].join("\n")),
  };
}

/** What a build makes, from the project's folder; nothing where that lies outside. */
function madeIn(root: string, out: string): string[] {
  const way = relative(root, resolve(root, out)).split(sep).join("/");
  const isOutside = way === ".." || way.startsWith("../") || isAbsolute(way);
  // A sign that .gitignore would interpret is told apart by a backslash.
  const folder = way.replace(/[*?[\]\\]/g, "\\$&");
  return isOutside ? [] : MADE.map((name) => (way === "" ? `/${name}` : `/${folder}/${name}`));
}

/** One entry of a log with one enforced rule that most teams have. */
function firstExample(date: string): string {
  return `# What we learned

Each entry has a day, says what happened, and holds the rules that came of it.

## ${date} — Somebody else's work was pushed over

A forced push took away what others had pushed in the meantime.

- **Never** run \`git push --force\`.
  - Id: \`no-force-push\`
  - Because: others build on what is there.
  - Instead: \`git push --force-with-lease\`, on a branch of your own
  - Blocks: \`git push -f origin topic\`
  - Passes: \`git push --force-with-lease origin topic\`
- Say in a commit's message why something was done.
`;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
