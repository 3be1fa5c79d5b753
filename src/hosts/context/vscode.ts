// Copilot in VS Code: repository instructions, AGENTS.md, CLAUDE.md, and instructions by their globs.
// microsoft/vscode-docs docs/copilot/customization/custom-instructions.md, looked up 2026-03-25.
import { parse } from "jsonc-parser";
import { field, isRecord } from "../json.ts";
import { ruleParts } from "./claude.ts";
import { globsIn, readRuleFile, takesIn } from "./front.ts";
import {
  foldersTo,
  inFolder,
  type Loaded,
  type LoadedPart,
  named,
  type PassedOver,
  type ProjectFiles,
  wholePart,
} from "./loaded.ts";

/** What Copilot in VS Code is given for work on a file. */
export function vscode(files: ProjectFiles, path: string): Loaded {
  const passed: PassedOver[] = [];
  const settings = settingsOf(files);
  const isOn = (name: string, otherwise: boolean): boolean =>
    typeof settings(name) === "boolean" ? settings(name) === true : otherwise;
  const parts: LoadedPart[] = [];
  const add = (p: string, because: string, on = true, name = ""): void => {
    const text = files.read(p);
    if (text === undefined) return;
    if (on) parts.push(wholePart(p, text, because));
    else passed.push({ path: p, reason: `\`${name}\` is off` });
  };
  add(".github/copilot-instructions.md", "the repository's instructions");
  const nested = isOn("chat.useNestedAgentsMdFiles", false);
  for (const folder of foldersTo(path)) {
    const name = folder === "" ? "chat.useAgentsMdFile" : "chat.useNestedAgentsMdFiles";
    const on = folder === "" ? isOn(name, true) : nested;
    add(inFolder(folder, "AGENTS.md"), folder === "" ? "at the root" : `in ${folder}`, on, name);
  }
  for (const name of ["CLAUDE.md", ".claude/CLAUDE.md", "CLAUDE.local.md"])
    add(name, "at the root", isOn("chat.useClaudeMdFile", true), "chat.useClaudeMdFile");
  const rules = ruleParts(files, path, passed);
  parts.push(
    ...rules.always,
    ...rules.scoped.map((p) => ({ ...p, because: `its paths take in ${named(path)}` })),
  );
  for (const file of files.below(".github/instructions")) {
    if (!file.endsWith(".instructions.md")) {
      passed.push({ path: file, reason: "its name doesn't end in `.instructions.md`" });
      continue;
    }
    const { front, body } = readRuleFile(files.read(file) ?? "");
    const globs = globsIn(front, "applyTo");
    if (globs === undefined)
      passed.push({ path: file, reason: "it has no `applyTo`, so only a person adds it" });
    else if (takesIn(globs, path))
      parts.push(wholePart(file, body, `its \`applyTo\` takes in ${named(path)}`));
    else passed.push({ path: file, reason: `its \`applyTo\` doesn't take in ${named(path)}` });
  }
  return {
    parts,
    passed,
    notes: [
      "The order is not promised; settings of the person and the organisation aren't known here. Imports with `@` are not followed.",
    ],
  };
}

function settingsOf(files: ProjectFiles): (name: string) => unknown {
  const text = files.read(".vscode/settings.json") ?? "{}";
  let data: unknown;
  try {
    data = parse(text, [], { allowTrailingComma: true });
  } catch {
    data = {};
  }
  return (name) => (isRecord(data) ? field(data, name) : undefined);
}
