// Permissions of OpenCode: a pattern and its action a key. `*` there stands for any characters, slashes too.
import type { NativeRule } from "./candidates.ts";

export interface OpencodePermission {
  readonly tool: "bash" | "edit" | "read";
  readonly pattern: string;
  readonly action: "deny" | "ask";
}

/** A rule as permissions; none where its glob would stand for more there. */
export function opencodePermissions(rule: NativeRule): OpencodePermission[] {
  const action = rule.decision;
  if (rule.what === "command") {
    const words = rule.words.join(" ");
    return [words, `${words} *`].map((pattern) => ({ tool: "bash", pattern, action }));
  }
  const glob = rule.glob.replace(/^\.\//, "");
  const isSame = glob.includes("/") && !/^[/~]/.test(glob) && /^[^*?{}[\]\\]+(?:\/\*\*)?$/.test(glob);
  return isSame ? [{ tool: rule.what, pattern: glob, action }] : [];
}
