// Claude Code: CLAUDE.md of all folders down to a file, what they import, and rules by their paths.
// code.claude.com/docs/en/memory, looked up 2026-08-22.
import { globsIn, readRuleFile, takesIn } from "./front.ts";
import { withImports } from "./import-files.ts";
import {
  foldersTo,
  inFolder,
  type Loaded,
  type LoadedPart,
  named,
  type PassedOver,
  type ProjectFiles,
} from "./loaded.ts";

const MOST_BYTES = 4_194_304;
const MOST_DEPTH = 4;
const NAMES = ["CLAUDE.md", ".claude/CLAUDE.md", "CLAUDE.local.md"];

/** What Claude Code has read once it has read a file, started at the root. */
export function claudeCode(files: ProjectFiles, path: string): Loaded {
  const passed: PassedOver[] = [];
  const seen = new Set<string>();
  const memory = (folder: string): LoadedPart[] =>
    NAMES.map((name) => inFolder(folder, name)).flatMap((p) => {
      const because = folder === "" ? "at the root" : `in ${folder}, once a file there is read`;
      return withImports(files, p, because, { mostDepth: MOST_DEPTH, mostBytes: MOST_BYTES, seen, passed });
    });
  const rules = ruleParts(files, path, passed);
  const [root = "", ...below] = foldersTo(path);
  const parts = [...memory(root), ...rules.always, ...below.flatMap(memory), ...rules.scoped];
  return {
    parts: parts.map((part) => ({ ...part, text: withoutComments(part.text) })),
    passed,
    notes: [
      "Files in the home folder, above the project and of the organisation are read too, and not shown.",
    ],
  };
}

/** Rules without paths, and those whose paths take the file in. */
export function ruleParts(
  files: ProjectFiles,
  path: string,
  passed: PassedOver[],
): { readonly always: LoadedPart[]; readonly scoped: LoadedPart[] } {
  const always: LoadedPart[] = [];
  const scoped: LoadedPart[] = [];
  for (const rule of files.below(".claude/rules").filter((p) => p.endsWith(".md"))) {
    const { front, body } = readRuleFile(files.read(rule) ?? "");
    const globs = globsIn(front, "paths");
    if (globs === undefined)
      always.push({ path: rule, text: body, because: "a rule without paths", lost: "" });
    else if (takesIn(globs, path)) {
      scoped.push({
        path: rule,
        text: body,
        because: `its paths take in ${named(path)}, once it is read`,
        lost: "",
      });
    } else passed.push({ path: rule, reason: `its paths don't take in ${named(path)}` });
  }
  return { always, scoped };
}

/** A text without comments that stand on lines of their own, outside code. */
export function withoutComments(text: string): string {
  const kept: string[] = [];
  let [fence, open] = ["", false];
  for (const line of text.split("\n")) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (!open && mark !== undefined) fence = fence === "" ? mark : mark.startsWith(fence) ? "" : fence;
    if (fence === "" && !open && /^ {0,3}<!--/.test(line)) {
      const rest = line.slice(line.indexOf("<!--") + 4);
      open = !rest.includes("-->");
      if (!open && rest.slice(rest.indexOf("-->") + 3).trim() !== "")
        kept.push(rest.slice(rest.indexOf("-->") + 3));
    } else if (open) {
      open = !line.includes("-->");
      if (!open && line.slice(line.indexOf("-->") + 3).trim() !== "")
        kept.push(line.slice(line.indexOf("-->") + 3));
    } else kept.push(line);
  }
  return kept.join("\n");
}
