// All hosts whose loading can be replayed.
import { claudeCode } from "./claude.ts";
import { cline } from "./cline.ts";
import { codex } from "./codex.ts";
import { cursor } from "./cursor.ts";
import { junie, zed } from "./first-match.ts";
import { gemini } from "./gemini.ts";
import type { Loader } from "./loaded.ts";
import { vscode } from "./vscode.ts";

export const LOADERS: readonly (readonly [host: string, loader: Loader])[] = [
  ["claude-code", claudeCode],
  ["codex", codex],
  ["vscode", vscode],
  ["zed", zed],
  ["cursor", cursor],
  ["gemini", gemini],
  ["cline", cline],
  ["junie", junie],
];
