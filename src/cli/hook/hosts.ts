// The hosts that a hook line may name.
import { claudeCode } from "../../hosts/claude-code.ts";
import { codex } from "../../hosts/codex.ts";
import { copilot } from "../../hosts/copilot.ts";
import { cursor } from "../../hosts/cursor.ts";
import { gemini } from "../../hosts/gemini.ts";
import type { Host } from "../../hosts/host.ts";
import { opencode } from "../../hosts/opencode.ts";
import { vscode } from "../../hosts/vscode.ts";

export const HOSTS: readonly Host[] = [claudeCode, codex, gemini, cursor, copilot, vscode, opencode];

/** The host of a name; undefined where there is none. */
export function hostNamed(name: string | undefined): Host | undefined {
  return HOSTS.find((h) => h.name === name);
}
