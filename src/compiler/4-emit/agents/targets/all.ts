// All targets, in the order in which their files are written and reported.
import { CLAUDE } from "./claude.ts";
import { EDITORS } from "./editors.ts";
import { SHARED } from "./shared.ts";
import type { Target, TargetId } from "./target.ts";

export const TARGETS: readonly Target[] = [...SHARED, ...CLAUDE, ...EDITORS];

/** What a project gets that names no targets. */
export const DEFAULT_TARGETS: readonly TargetId[] = ["agents-md", "claude", "claude-skills", "agents-skills"];

/** The named targets, each once and in the order of the table, whatever the order of the names. */
export function targetsOf(names: readonly string[]): Target[] {
  return TARGETS.filter((t) => names.includes(t.id));
}
