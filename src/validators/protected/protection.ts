// What a hook protects besides the project's own rules: where Bylaw and the hosts keep what decides over commands.

/** Paths with `/`; `*` stands for a part of one name, `**` at the end for all that is below. */
export interface Protection {
  /** The project's folder, absolute. */
  readonly root: string;
  /** The user's folder, absolute. */
  readonly home: string;
  /** The folder of the hook that runs, absolute; undefined where none does. */
  readonly bundle: string | undefined;
  /** From the project's folder. They are protected in every other folder, too: a hook may stand there. */
  readonly project: readonly string[];
  /** From the user's folder. */
  readonly user: readonly string[];
  /** From the root. */
  readonly system: readonly string[];
  /** Small letters of which some stand in each protected path: a text without any names none. */
  readonly marks: readonly string[];
}

/** What Bylaw itself keeps in a project. */
export const OWN_PLACES: readonly string[] = [
  ".bylaw/**",
  "bylaw.config.json",
  "node_modules/bylaw/**",
  "node_modules/.bin/bylaw",
];

/** Small letters of which some stand in each of those paths and of those below, and in each command that only people give. */
export const OWN_MARKS: readonly string[] = [
  "bylaw",
  "hook",
  "bin.js",
  "serve.token",
  "policy.json",
  "trust.json",
  "_waivers",
];

/** The files of the hook, beside each other in one folder. */
export const HOOK_FILES: readonly string[] = [
  "hook.cjs",
  "hook-main.cjs",
  "hook-shell.cjs",
  "hook-protected.cjs",
  "hook-workflow.cjs",
  "hook-hosts.cjs",
  "hook-order.cjs",
  "hook-more.cjs",
  "hook-regex.cjs",
];

/** Files of Bylaw by their names alone, for paths of which no more is known. */
export const OWN_FILES: readonly string[] = ["policy.json", "trust.json", "_waivers.jsonl", ...HOOK_FILES];
