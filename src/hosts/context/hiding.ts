// Hosts that read one file of several: what comes in front of AGENTS.md hides it.

/** The files that a host looks for before AGENTS.md, in its order. */
export interface Hiding {
  readonly host: string;
  readonly first: readonly string[];
}

/** What Zed looks for, the first that is there counts (zed-industries/zed docs/src/ai/rules.md). */
export const ZED_FILES: readonly string[] = [
  ".rules",
  ".cursorrules",
  ".windsurfrules",
  ".clinerules",
  ".github/copilot-instructions.md",
  "AGENT.md",
  "AGENTS.md",
  "CLAUDE.md",
  "GEMINI.md",
];

export const HIDING: readonly Hiding[] = [
  { host: "Codex", first: ["AGENTS.override.md"] },
  { host: "Zed", first: ZED_FILES.slice(0, ZED_FILES.indexOf("AGENTS.md")) },
  { host: "Junie", first: [".junie/AGENTS.md"] },
];
