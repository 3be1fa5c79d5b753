// Names of files and folders that are protected, for what looks for files by their names alone.
import { OWN_FILES } from "./protection.ts";

export const PROTECTED_NAMES: readonly string[] = [
  ...OWN_FILES,
  ".bylaw",
  "bylaw",
  "bylaw.config.json",
  "runs",
  ".claude",
  ".codex",
  ".gemini",
  ".cursor",
  ".copilot",
  ".github",
  ".vscode",
  ".opencode",
  "hooks",
  "settings.json",
  "settings.local.json",
  "hooks.json",
  "config.toml",
  "opencode.json",
  "a.jsonl",
  "a.rules",
  "a.cache",
];
