// Gemini CLI: files of the names in its settings, in all folders down to a file, with what they import.
// google-gemini/gemini-cli docs/cli/gemini-md.md and docs/reference/memport.md, looked up 2026-08-21.
import { parse } from "jsonc-parser";
import { field, isRecord } from "../json.ts";
import { withImports } from "./import-files.ts";
import { foldersTo, inFolder, type Loaded, type PassedOver, type ProjectFiles } from "./loaded.ts";

const MOST_DEPTH = 5;

/** What Gemini CLI has read once a tool has touched a file, started at the root. */
export function gemini(files: ProjectFiles, path: string): Loaded {
  const passed: PassedOver[] = [];
  const options = {
    mostDepth: MOST_DEPTH,
    mostBytes: Number.POSITIVE_INFINITY,
    seen: new Set<string>(),
    passed,
  };
  const names = fileNames(files.read(".gemini/settings.json"));
  const parts = foldersTo(path).flatMap((folder) =>
    names.flatMap((name) =>
      withImports(files, inFolder(folder, name), folder === "" ? "at the root" : `in ${folder}`, options),
    ),
  );
  const known = names.includes("AGENTS.md");
  if (!known && files.read("AGENTS.md") !== undefined)
    passed.push({ path: "AGENTS.md", reason: "`context.fileName` in .gemini/settings.json doesn't name it" });
  return {
    parts,
    passed,
    notes: ["Files in the home folder and above the project are read too, and not shown."],
  };
}

function fileNames(settings: string | undefined): string[] {
  let data: unknown;
  try {
    data = parse(settings ?? "{}", [], { allowTrailingComma: true });
  } catch {
    data = {};
  }
  const context = isRecord(data) ? field(data, "context") : undefined;
  const value = isRecord(context) ? field(context, "fileName") : undefined;
  const names = (Array.isArray(value) ? value : [value]).filter((n): n is string => typeof n === "string");
  return names.length === 0 ? ["GEMINI.md"] : names;
}
