// Calls of git that run no other program for certain: most calls of git, which is called more than anything else.
import type { Word } from "./types.ts";

/** Verbs none of whose own options names a program, but for those below. */
const VERBS =
  " add am apply blame branch cat-file checkout cherry-pick clean commit describe diff fetch init log ls-files ls-tree merge " +
  "merge-base mv pull push reflog remote reset restore rev-list rev-parse revert rm shortlog show stash status switch tag worktree ";

/** `--upload-pack`, `--receive-pack` and `--exec`, also shortened, and a remote that is a command. */
const RUNS = /^(?:--u(?:p(?:l|=|$)|=|$)|--r(?:e(?:c(?:e|=|$)|=|$)|=|$)|--e(?:x|=|$)|ext::)/;

/** Whether words behind `git` are a verb and words that name no program. */
export function isPlainGit(args: readonly Word[]): boolean {
  const [verb, ...words] = args;
  return (
    verb?.text !== undefined &&
    VERBS.includes(` ${verb.text} `) &&
    words.every(({ text }) => text !== undefined && !RUNS.test(text))
  );
}
