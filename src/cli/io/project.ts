// The project that a command runs in: its root and its configuration.
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import { invalidConfig, missingFolder } from "../../compiler/messages/generated.ts";
import { validateConfig } from "../../policy/generated/validators.js";
import type { Config, Source } from "../../policy/types.ts";

const CONFIG = "bylaw.config.json";

export interface Project {
  readonly root: string;
  readonly config: Config;
}

export const DEFAULT_SOURCES = ["playbooks/**/*.md", "learnings/**/*.md"];

/** The start of a file, where a problem has no nearer place. */
export function startOf(file: string): Source {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}

/**
 * Finds the project around a folder: the nearest folder up that has a configuration or source folders, at most up to
 * the root of its repository. Without one it is the folder itself.
 */
export function findProject(folder: string): Project | { readonly problem: Diagnostic } {
  const start = resolve(folder);
  if (!existsSync(start) || !statSync(start).isDirectory()) {
    return { problem: missingFolder(startOf(folder), { folder: `\`${folder}\`` }) };
  }
  const root = projectRoot(start);
  const path = join(root, CONFIG);
  if (!existsSync(path)) return { root, config: {} };
  const refuse = (reason: string) => ({ problem: invalidConfig(startOf(CONFIG), { reason }) });
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  if (validateConfig(data)) return { root, config: data };
  const [first] = validateConfig.errors ?? [];
  const extra =
    first?.params !== undefined && "additionalProperty" in first.params
      ? ` (\`${first.params.additionalProperty}\`)`
      : "";
  return refuse(`${first?.instancePath || "the document"} ${first?.message ?? "is not valid"}${extra}`);
}

/** The root of the project around a folder. */
export function projectRoot(start: string): string {
  for (let at = start; ; at = dirname(at)) {
    if ([CONFIG, "playbooks", "learnings", ".git"].some((name) => existsSync(join(at, name)))) return at;
    if (dirname(at) === at) return start;
  }
}
