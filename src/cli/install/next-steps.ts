// What a person still has to do for a host, once its files are written.

/** One sentence or two for each host. */
export const NEXT_STEPS: Readonly<Record<string, string>> = {
  "claude-code": "Start a new session; /hooks shows what is in place. Trust the folder when it asks.",
  codex:
    "Start Codex in this project, trust the project, and review the hooks in /hooks: until then they are skipped, and again whenever their lines change.",
  gemini: "Trust the folder, and start Gemini CLI in it; it tells that the project's hooks are new.",
  cursor: "Open the folder as a trusted workspace; the settings show the hooks that are loaded.",
  copilot:
    "Trust the folder and start a new session. The hook line names folders of this machine: others run bylaw install themselves, and its cloud agent finds none of them.",
  vscode:
    "Open the folder as a trusted workspace. The hook line names folders of this machine. Copilot's command line reads the same folder: hooks for both may both be run.",
  opencode:
    "Start OpenCode anew. The plugin names folders of this machine: others run bylaw install themselves.",
};
