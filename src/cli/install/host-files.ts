// Which files of a project hold a host's hooks, and what shall stand in them. Formats are those of the hosts' references.
import type { Json } from "../../authoring/settings/document.ts";
import type { Wish } from "../../authoring/settings/wishes.ts";
import { OPENCODE_MARK, opencodePlugin } from "../../hosts/opencode-plugin.ts";
import { hookArguments, powershellLine, shellLine, windowsLine } from "./hook-line.ts";
import type { Place } from "./place.ts";

/** A file that others may write in too, or one that is all ours and begins with a mark. */
export type HostFile =
  | { readonly path: string; readonly wishes: readonly Wish[] }
  | { readonly path: string; readonly mark: string; readonly content: string };

type Events = readonly (readonly [name: string, matcher?: string])[];
type Handler = (event: string) => { readonly [key: string]: Json };

const CLAUDE: Events = [
  ["PreToolUse", "*"],
  ["PostToolUse", "*"],
  ["PostToolUseFailure", "*"],
  ["UserPromptSubmit"],
  ["SessionStart"],
];
const CODEX: Events = CLAUDE.filter(([name]) => name !== "PostToolUseFailure");
const GEMINI: Events = [["BeforeTool", "*"], ["AfterTool", "*"], ["BeforeAgent"], ["SessionStart"]];
const VSCODE: Events = [["PreToolUse"], ["PostToolUse"], ["UserPromptSubmit"], ["SessionStart"]];
const COPILOT: Events = [
  ["preToolUse"],
  ["postToolUse"],
  ["postToolUseFailure"],
  ["userPromptSubmitted"],
  ["sessionStart"],
];
/** Commands, MCP tools and reads have events of their own: with those in `preToolUse` too, each would be asked twice. */
const CURSOR: Events = [
  ["beforeShellExecution"],
  ["beforeMCPExecution"],
  ["beforeReadFile"],
  ["preToolUse", "Write|StrReplace|Edit|MultiEdit|ApplyPatch|EditNotebook|TabWrite|Delete"],
  ["postToolUse"],
  ["postToolUseFailure"],
  ["beforeSubmitPrompt"],
  ["sessionStart"],
];

/** Entries of the form `{ matcher, hooks: [handler] }`. */
function grouped(events: Events, handler: Handler): Wish[] {
  return events.map(([event, matcher]) => ({
    type: "hook",
    list: ["hooks", event],
    entry: { ...(matcher === undefined ? {} : { matcher }), hooks: [handler(event)] },
  }));
}

/** Entries that are handlers themselves. */
function flat(events: Events, handler: Handler): Wish[] {
  return events.map(([event, matcher]) => ({
    type: "hook",
    list: ["hooks", event],
    entry: { ...handler(event), ...(matcher === undefined ? {} : { matcher }) },
  }));
}

const VERSION: Wish = { type: "property", object: [], key: "version", value: 1 };

/** What Claude Code puts the project's folder in for. */
const CLAUDE_FOLDER = `\${CLAUDE_PROJECT_DIR}`;

/** The files of each host. */
const FILES: Readonly<Record<string, (place: Place) => readonly HostFile[]>> = {
  "claude-code": (place) => {
    const args = hookArguments(place, "claude-code", CLAUDE_FOLDER);
    const handler: Handler = (event) => ({
      type: "command",
      command: "node",
      args,
      timeout: place.timeout,
      ...(event === "PreToolUse" && place.fail === "closed" ? { onFailure: "block" } : {}),
    });
    return [{ path: ".claude/settings.json", wishes: grouped(CLAUDE, handler) }];
  },
  codex: (place) => {
    const windows = place.windows ? { commandWindows: windowsLine(place, "codex") } : {};
    const command = shellLine(place, "codex");
    const handler: Handler = () => ({ type: "command", command, ...windows, timeout: place.timeout });
    return [{ path: ".codex/hooks.json", wishes: grouped(CODEX, handler) }];
  },
  gemini: (place) => {
    // Gemini puts the folder in as a quoted word. PowerShell ends a word where a quote ends.
    const command = place.windows
      ? powershellLine(place, "gemini")
      : shellLine(place, "gemini", "$GEMINI_PROJECT_DIR");
    const handler: Handler = () => ({
      type: "command",
      name: "bylaw",
      command,
      timeout: place.timeout * 1_000,
    });
    return [{ path: ".gemini/settings.json", wishes: grouped(GEMINI, handler) }];
  },
  cursor: (place) => {
    const command = place.windows
      ? windowsLine(place, "cursor")
      : shellLine(place, "cursor", '"$CURSOR_PROJECT_DIR"');
    const handler: Handler = (event) => ({
      command,
      type: "command",
      timeout: place.timeout,
      ...(isBefore(event) && place.fail === "closed" ? { failClosed: true } : {}),
    });
    return [{ path: ".cursor/hooks.json", wishes: [VERSION, ...flat(CURSOR, handler)] }];
  },
  copilot: (place) => {
    const bash = shellLine(place, "copilot");
    const powershell = powershellLine(place, "copilot");
    const handler: Handler = () => ({ type: "command", bash, powershell, timeoutSec: place.timeout });
    return [{ path: ".github/hooks/bylaw-copilot.json", wishes: [VERSION, ...flat(COPILOT, handler)] }];
  },
  vscode: (place) => {
    const windows = place.windows ? { windows: windowsLine(place, "vscode") } : {};
    const command = shellLine(place, "vscode");
    const handler: Handler = () => ({ type: "command", command, ...windows, timeout: place.timeout });
    return [{ path: ".github/hooks/bylaw-vscode.json", wishes: flat(VSCODE, handler) }];
  },
  opencode: ({ bundle, policy, options, fail }) => {
    const content = opencodePlugin({ node: "node", hook: bundle, args: [policy, ...options], fail });
    return [{ path: ".opencode/plugins/bylaw.js", mark: OPENCODE_MARK, content }];
  },
};

/** Whether something is about to run: a hook that fails must not hold up a message. */
function isBefore(event: string): boolean {
  return ["beforeShellExecution", "beforeMCPExecution", "beforeReadFile", "preToolUse"].includes(event);
}

/** The files in which a host's hooks stand, as they shall be. */
export function hookFiles(host: string, place: Place): readonly HostFile[] {
  return Object.hasOwn(FILES, host) ? (FILES[host]?.(place) ?? []) : [];
}
