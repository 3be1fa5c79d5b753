// Which hosts a project or this machine seems to have.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Terminal } from "../terminal.ts";

interface Traces {
  /** Files and folders of a project, and of a home. */
  readonly project: readonly string[];
  readonly home: readonly string[];
  readonly programs: readonly string[];
}

const TRACES: Readonly<Record<string, Traces>> = {
  "claude-code": { project: [".claude", "CLAUDE.md"], home: [".claude"], programs: ["claude"] },
  codex: { project: [".codex"], home: [".codex"], programs: ["codex"] },
  gemini: { project: [".gemini", "GEMINI.md"], home: [".gemini"], programs: ["gemini"] },
  cursor: { project: [".cursor", ".cursorrules"], home: [".cursor"], programs: ["cursor", "cursor-agent"] },
  copilot: {
    project: [".github/copilot", ".github/copilot-instructions.md"],
    home: [".copilot"],
    programs: ["copilot"],
  },
  vscode: { project: [".vscode"], home: [".vscode"], programs: ["code"] },
  opencode: {
    project: [".opencode", "opencode.json", "opencode.jsonc"],
    home: [".config/opencode"],
    programs: ["opencode"],
  },
};

/** By what a host was found, in words; undefined where there is no trace of it. */
export function foundBy(host: string, root: string, { env }: Terminal): string | undefined {
  const traces = Object.hasOwn(TRACES, host) ? TRACES[host] : undefined;
  if (traces === undefined) return undefined;
  const inProject = traces.project.find((name) => existsSync(join(root, name)));
  if (inProject !== undefined) return inProject;
  const home = homeOf(env);
  const inHome = home === undefined ? undefined : traces.home.find((name) => existsSync(join(home, name)));
  if (inHome !== undefined) return `~/${inHome}`;
  const folders = (env["PATH"] ?? "").split(delimiter).filter((f) => f !== "");
  const names = (name: string): string[] => [name, `${name}.exe`, `${name}.cmd`];
  return traces.programs.find((p) => folders.some((f) => names(p).some((n) => existsSync(join(f, n)))));
}

/** The person's home. */
export function homeOf(env: Terminal["env"]): string | undefined {
  return env["HOME"] ?? env["USERPROFILE"];
}
