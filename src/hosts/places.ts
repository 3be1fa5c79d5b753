// Where hosts keep what hooks and permissions hang on, in a project, for a user and for a machine: all that an agent must not change.

/**
 * Paths with `/`; `*` stands for any part of one name, `**` at the end for all that is below. From the hosts' documentation
 * of hooks, permissions and settings.
 */
export interface HostPlaces {
  /** From the project's folder. */
  readonly project: readonly string[];
  /** From the user's folder. */
  readonly home: readonly string[];
  /** From the root. */
  readonly system: readonly string[];
}

/** By the name of the host, as a hook line has it. */
export const HOST_PLACES: Readonly<Record<string, HostPlaces>> = {
  "claude-code": {
    project: [".claude/settings.json", ".claude/settings.local.json", ".claude/hooks/**"],
    home: [
      ".claude/settings.json",
      ".claude/settings.local.json",
      ".claude/hooks/**",
      ".claude/plugins/**",
      ".claude.json",
    ],
    system: [
      "/etc/claude-code/**",
      "/Library/Application Support/ClaudeCode/**",
      "C:/Program Files/ClaudeCode/**",
      "C:/ProgramData/ClaudeCode/**",
    ],
  },
  codex: {
    project: [".codex/config.toml", ".codex/hooks.json", ".codex/hooks/**", ".codex/rules/**"],
    home: [".codex/**"],
    system: ["/etc/codex/**"],
  },
  gemini: {
    project: [".gemini/settings.json", ".gemini/policies/**", ".gemini/extensions/**", ".gemini/hooks/**"],
    home: [
      ".gemini/settings.json",
      ".gemini/policies/**",
      ".gemini/extensions/**",
      ".gemini/trustedFolders.json",
    ],
    system: [
      "/etc/gemini-cli/**",
      "/Library/Application Support/GeminiCli/**",
      "C:/ProgramData/gemini-cli/**",
    ],
  },
  cursor: {
    project: [".cursor/hooks.json", ".cursor/hooks/**", ".cursor/cli.json", ".cursor/permissions.json"],
    home: [".cursor/hooks.json", ".cursor/hooks/**", ".cursor/cli-config.json", ".cursor/permissions.json"],
    system: ["/etc/cursor/**", "/Library/Application Support/Cursor/**", "C:/ProgramData/Cursor/**"],
  },
  copilot: {
    project: [
      ".github/hooks/**",
      ".github/copilot/settings.json",
      ".github/copilot/settings.local.json",
      ".claude/settings.json",
      ".claude/settings.local.json",
    ],
    home: [
      ".copilot/hooks/**",
      ".copilot/settings.json",
      ".copilot/config.json",
      ".copilot/installed-plugins/**",
    ],
    system: ["/etc/github-copilot/**", "C:/ProgramData/GitHub/Copilot/**"],
  },
  vscode: {
    project: [
      ".github/hooks/**",
      ".claude/settings.json",
      ".claude/settings.local.json",
      ".vscode/settings.json",
      "*.code-workspace",
    ],
    home: [
      ".copilot/hooks/**",
      ".claude/settings.json",
      ".config/Code*/User/settings.json",
      ".config/Code*/User/profiles/**",
      ".config/VSCodium/User/settings.json",
      "Library/Application Support/Code*/User/settings.json",
      "Library/Application Support/Code*/User/profiles/**",
      "AppData/Roaming/Code*/User/settings.json",
      "AppData/Roaming/Code*/User/profiles/**",
      ".vscode-server*/data/Machine/settings.json",
      ".vscode-server*/data/User/settings.json",
    ],
    system: [],
  },
  opencode: {
    project: [
      "opencode.json",
      "opencode.jsonc",
      ".opencode/opencode.json",
      ".opencode/opencode.jsonc",
      ".opencode/plugin/**",
      ".opencode/plugins/**",
      ".opencode/agent/**",
      ".opencode/agents/**",
    ],
    home: [".config/opencode/**"],
    system: ["/etc/opencode/**"],
  },
};

/** Small letters of which some stand in each of these paths. */
export const HOST_MARKS: readonly string[] =
  "claude codex gemini cursor copilot opencode vscode code-workspace settings.json profiles hooks".split(" ");
