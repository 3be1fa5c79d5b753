// Files that are all ours: a plugin, a file of rules. They begin with a mark, and nobody else writes in them.

import { sha256 } from "../node-tools.ts";
import type { SettingsFile } from "./settings-file.ts";

/** How such a file begins, whatever its language. */
const MARK = /^(?:\/\/|#) Written by bylaw install\b/;

/** What is at the place of a file of ours. */
export type OwnState = "missing" | "ours" | "changed" | "theirs";

/** By the hash of what was written there, or without one by what would be written. */
export function ownState({ text }: SettingsFile, sum: string | undefined, content?: string): OwnState {
  if (text === undefined) return "missing";
  if (text === content || (sum !== undefined && sha256(text) === sum)) return "ours";
  if (!MARK.test(text)) return "theirs";
  return sum === undefined && content !== undefined ? "ours" : "changed";
}

/** Whether a file of this name is all ours. */
export function isOwnPath(path: string): boolean {
  return path.endsWith(".js") || path.endsWith(".rules");
}
