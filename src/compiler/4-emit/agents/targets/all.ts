// All targets, in the order in which their files are written and reported.
import { CLAUDE } from "./claude.ts";
import { EDITORS } from "./editors.ts";
import { SHARED } from "./shared.ts";
import type { Target, TargetId } from "./target.ts";

export const TARGETS: readonly Target[] = [...SHARED, ...CLAUDE, ...EDITORS];

/** What a project gets that names no targets. */
export const DEFAULT_TARGETS: readonly TargetId[] = ["agents-md", "claude", "claude-skills", "agents-skills"];

/**
 * The named targets, each once and in the order of the table, whatever the order of the names. Where two or more of them
 * would carry the always-on text, AGENTS.md carries it for all: several hosts read each other's files.
 */
export function targetsOf(names: readonly string[]): Target[] {
  const named = TARGETS.filter((t) => names.includes(t.id));
  const carriers = named.filter((t) => t.always !== undefined && t.alwaysToo !== true);
  return carriers.length < 2 ? named : TARGETS.filter((t) => named.includes(t) || t.id === "agents-md");
}
