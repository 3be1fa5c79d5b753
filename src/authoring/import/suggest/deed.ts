// One thing that is done or not done, as it is read of a clause.
import type { Names } from "./objects.ts";

/** One thing that is done. `what` are commands, options, files or branches, as `kind` says. */
export interface Deed {
  readonly kind: "command" | "option" | "edit" | "read" | "delete" | "stage" | "branch";
  readonly what: readonly string[];
  /** The commands that options or branches belong to. */
  readonly of: readonly string[];
  /** Why it may be wider or narrower than the words. */
  readonly notes: readonly string[];
  /** Whether a name is code of some kind, where nothing but backticks says so. */
  readonly unknown: boolean;
  /** Whether a verb alone names the command: “commit”. */
  readonly isVerb?: boolean;
}

export interface Deeds {
  readonly deeds: readonly Deed[];
  readonly end: number;
}

export const WIDER = "so it is wider";
export const NARROWER = "so it is narrower";

export function besideNotes({ beside }: Names): string[] {
  return beside.map((text) => `“${text}” is not in it, ${NARROWER}`);
}

export function command(what: readonly string[], notes: readonly string[]): Deed {
  return { kind: "command", what, of: [], notes, unknown: false };
}

export function option(what: readonly string[], of: readonly string[], notes: readonly string[]): Deed {
  return { kind: "option", what, of, notes, unknown: false };
}

export function single(deed: Deed, end: number): Deeds {
  return { deeds: [deed], end };
}
