// A project that is only in memory, as hosts see it.
import { contentOf } from "../../src/cli/agents/agents.ts";
import type { Plan } from "../../src/compiler/4-emit/agents/agent-file.ts";
import type { ProjectFiles } from "../../src/hosts/context/loaded.ts";

/** Files by their paths; a path that ends in `/` is an empty folder. */
export function virtualFiles(files: Readonly<Record<string, string>>): ProjectFiles {
  const texts = new Map(Object.entries(files));
  const paths = [...texts.keys()].sort();
  return {
    read: (path) => (path.endsWith("/") ? undefined : texts.get(path)),
    exists: (path) => paths.some((p) => p === path || p.startsWith(`${path}/`)),
    below: (folder) => paths.filter((p) => p.startsWith(`${folder}/`) && !p.endsWith("/")),
  };
}

/** The files of a plan in an otherwise empty repository. */
export function plannedFiles(plan: Plan): ProjectFiles {
  return virtualFiles({ ".git/": "", ...Object.fromEntries(plan.files.map((f) => [f.path, contentOf(f)])) });
}
