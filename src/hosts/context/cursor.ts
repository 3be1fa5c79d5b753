// Cursor: AGENTS.md of all folders down to a file, and rules by their mode.
// www.cursor.com/docs/rules, looked up 2026-08-22.
import { globsIn, readPlainFront, takesIn } from "./front.ts";
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

/** What Cursor is given for work on a file. */
export function cursor(files: ProjectFiles, path: string): Loaded {
  const passed: PassedOver[] = [];
  const parts: LoadedPart[] = [];
  for (const file of files.below(".cursor/rules")) {
    if (!file.endsWith(".mdc")) {
      passed.push({ path: file, reason: "its name doesn't end in `.mdc`" });
      continue;
    }
    const { front, body } = readPlainFront(files.read(file) ?? "");
    const globs = globsIn(front, "globs");
    if (front?.["alwaysApply"] === "true") parts.push(wholePart(file, body, "a rule for always"));
    else if (globs !== undefined && takesIn(globs, path))
      parts.push(wholePart(file, body, `its globs take in ${named(path)}`));
    else if (globs !== undefined)
      passed.push({ path: file, reason: `its globs don't take in ${named(path)}` });
    else {
      const isDescribed = typeof front?.["description"] === "string" && front["description"] !== "";
      passed.push({
        path: file,
        reason: isDescribed ? "the agent decides by its description" : "only a person adds it",
      });
    }
  }
  for (const name of [".cursorrules", ...foldersTo(path).map((folder) => inFolder(folder, "AGENTS.md"))]) {
    const text = files.read(name);
    if (text !== undefined)
      parts.push(wholePart(name, text, name.includes("/") ? "in a folder of the file" : "at the root"));
  }
  return { parts, passed, notes: ["Rules of the team and of the person are not shown."] };
}
