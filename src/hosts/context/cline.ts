// Cline: every file of .clinerules whose paths fit, and the rule files of others.
// cline/cline docs/customization/cline-rules.mdx, looked up 2026-08-22.
import { field } from "../json.ts";
import { globsIn, readRuleFile, takesIn } from "./front.ts";
import {
  type Loaded,
  type LoadedPart,
  named,
  type PassedOver,
  type ProjectFiles,
  wholePart,
} from "./loaded.ts";

/** What Cline is given for work on a file. */
export function cline(files: ProjectFiles, path: string): Loaded {
  const passed: PassedOver[] = [];
  const parts: LoadedPart[] = [];
  for (const file of files.below(".clinerules")) {
    const isRule = /\.(?:md|txt)$/.test(file) && file.split("/").length === 2;
    const text = files.read(file) ?? "";
    const { front, body, broken } = readRuleFile(text);
    const globs = globsIn(front, "paths") ?? (Array.isArray(field(front ?? {}, "paths")) ? [] : undefined);
    if (!isRule) passed.push({ path: file, reason: "only `.md` and `.txt` in the folder itself are read" });
    else if (broken) parts.push(wholePart(file, text, "its frontmatter can't be read, so it always applies"));
    else if (globs === undefined) parts.push(wholePart(file, body, "a rule without paths"));
    else if (takesIn(globs, path)) parts.push(wholePart(file, body, `its paths take in ${named(path)}`));
    else passed.push({ path: file, reason: `its paths don't take in ${named(path)}` });
  }
  for (const name of [".clinerules", ".cursorrules", ".windsurfrules", "AGENTS.md"]) {
    const text = files.read(name);
    if (text !== undefined) parts.push(wholePart(name, text, "at the root"));
  }
  return { parts, passed, notes: ["Open tabs and the prompt can bring in further rules."] };
}
