// Files that keep a host from reading what is written for it.
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { AgentFile } from "../../compiler/4-emit/agents/agent-file.ts";
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import { shadowed } from "../../compiler/messages/generated.ts";
import { HIDING } from "../../hosts/context/hiding.ts";
import { startOf } from "../io/project.ts";

/** One warning for each host in which another file hides AGENTS.md. */
export function shadows(files: readonly AgentFile[], root: string): Diagnostic[] {
  const written = new Set(files.map((f) => f.path));
  if (!written.has("AGENTS.md")) return [];
  return HIDING.flatMap(({ host, first }) => {
    const hiding = first.find((path) => isFile(join(root, path)) || written.has(path));
    if (hiding === undefined) return [];
    return [shadowed(startOf(hiding), { path: `\`${hiding}\``, host, hidden: "`AGENTS.md`" })];
  });
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
