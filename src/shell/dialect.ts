// Which dialect a shell speaks.
import type { Source } from "./text-model.ts";
import type { ReadOptions } from "./types.ts";

/** A shell that is not known may be zsh, which reads more into words than bash does. */
export function dialectOf(shell: ReadOptions["shell"]): Source["dialect"] {
  if (shell === "unknown") return "zsh";
  return shell === "sh" || shell === "zsh" ? shell : "bash";
}
