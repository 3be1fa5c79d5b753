// The hosts' own permissions as a second layer behind the hook, and the files that they stand in.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { NativeRule } from "../../authoring/native/candidates.ts";
import { claudePermissions } from "../../authoring/native/claude-code.ts";
import { CODEX_MARK, codexRules } from "../../authoring/native/codex.ts";
import { opencodePermissions } from "../../authoring/native/opencode.ts";
import type { HostFile } from "./host-files.ts";
import type { Place } from "./place.ts";

/** The files of a host's own permissions. */
export function nativeFiles(
  host: string,
  { root }: Place,
  rules: readonly NativeRule[],
): readonly HostFile[] {
  if (host === "claude-code") {
    const wishes = rules.flatMap(claudePermissions).map(({ list, entry }) => ({
      type: "item" as const,
      list: ["permissions", list],
      entry,
    }));
    return [{ path: ".claude/settings.json", wishes }];
  }
  if (host === "codex") {
    const content = codexRules(rules);
    return content === undefined ? [] : [{ path: CODEX_RULES, mark: CODEX_MARK, content }];
  }
  if (host === "opencode") {
    // The last pattern that fits counts there.
    const askFirst = [...rules].sort((a, b) =>
      a.decision < b.decision ? -1 : a.decision > b.decision ? 1 : 0,
    );
    const wishes = askFirst.flatMap(opencodePermissions).map(({ tool, pattern, action }) => ({
      type: "property" as const,
      object: ["permission", tool],
      key: pattern,
      value: action,
    }));
    return [{ path: opencodeConfig(root), wishes }];
  }
  return [];
}

const CODEX_RULES = ".codex/rules/bylaw.rules";
const OPENCODE = ["opencode.json", "opencode.jsonc"] as const;

/** The one that is there. */
function opencodeConfig(root: string): string {
  return OPENCODE.find((name) => existsSync(join(root, name))) ?? OPENCODE[0];
}

/** What a host's permissions can't do for us, each a sentence. */
export const NATIVE_GAPS: Readonly<Record<string, string>> = {
  gemini: "Its own policies are read from the user's and the machine's folders alone, so none is written.",
  cursor: "Its own permissions are not documented for projects, so none is written.",
  copilot: "Its own permissions are flags of its command line, so none is written.",
  vscode: "Its own permissions only say what needs no confirmation, so none is written.",
};

/** All files that install may ever have written for a host, besides those of its hooks. */
export function knownNativeFiles(host: string): readonly string[] {
  return { codex: [CODEX_RULES], opencode: OPENCODE }[host] ?? [];
}
