// The hosts besides the one that is used most: a hook call loads its own.
import { codex } from "../../hosts/codex.ts";
import { copilot } from "../../hosts/copilot.ts";
import { cursor } from "../../hosts/cursor.ts";
import { gemini } from "../../hosts/gemini.ts";
import type { Host } from "../../hosts/host.ts";
import { opencode } from "../../hosts/opencode.ts";
import { vscode } from "../../hosts/vscode.ts";

/** All of them. */
export function otherHosts(): readonly Host[] {
  return [codex, gemini, cursor, copilot, vscode, opencode];
}
