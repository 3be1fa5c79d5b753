// Permission rules of Claude Code: `Bash(prefix *)`, and `Read` and `Edit` with globs of the kind of gitignore.
import type { NativeRule } from "./candidates.ts";

export interface ClaudePermission {
  readonly list: "deny" | "ask";
  readonly entry: string;
}

/** A rule as permissions; none where its glob means something else there. */
export function claudePermissions(rule: NativeRule): ClaudePermission[] {
  const list = rule.decision;
  // A blank and a star behind the words is a word's end or more words: the bare command is in it.
  if (rule.what === "command") return [{ list, entry: `Bash(${rule.words.join(" ")} *)` }];
  const glob = gitignoreGlob(rule.glob);
  if (glob === undefined) return [];
  return [{ list, entry: `${rule.what === "read" ? "Read" : "Edit"}(${glob})` }];
}

/**
 * A glob of a rule as one of gitignore, seen from the settings' project: `/x` is `//x` there, `a/b` is `/a/b`, and one
 * without a slash is found at any depth by both.
 */
export function gitignoreGlob(given: string): string | undefined {
  const glob = given.replace(/^\.\//, "");
  if (/[[\]{}()!\\,]/.test(glob) || /[^/]\*\*|\*\*[^/]/.test(glob) || glob === "") return undefined;
  if (!glob.includes("/") || glob.startsWith("~/")) return glob;
  return glob.startsWith("~") ? undefined : `/${glob}`;
}
