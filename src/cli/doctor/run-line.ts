// Runs a hook line that stands in a host's settings, in the way the host runs it.
import { spawnSync } from "node:child_process";
import type { Json } from "../../authoring/settings/document.ts";
import { quoteWord } from "../../shell/quote.ts";

/** What came of running a line. */
export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
  /** Why it could not be run, or that it took too long. */
  readonly failure: string | undefined;
  readonly milliseconds: number;
}

type Handler = { readonly [key: string]: Json };

/** A group of its own, so that what a shell has started ends with it. Node takes this option here, too. */
const GROUP = process.platform === "win32" ? {} : { detached: true };

/** A program with its arguments and environment. */
interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Runs the handler of a host's hook with an input; `root` is the project's folder. */
export function runHandler(
  host: string,
  handler: Json,
  input: string,
  root: string,
  env: Readonly<Record<string, string | undefined>>,
): Ran | undefined {
  if (handler === null || typeof handler !== "object" || Array.isArray(handler)) return undefined;
  const command = commandOf(host, handler as Handler, root);
  if (command === undefined) return undefined;
  return run(command, input, root, env, timeoutOf(host, handler as Handler));
}

/** Ends what is left of a program that was ended for taking too long. */
function endGroup(pid: number): void {
  try {
    if (pid > 0 && process.platform !== "win32") process.kill(-pid, "SIGKILL");
  } catch {
    // Nothing is left.
  }
}

/** Runs a program, for no longer than so many milliseconds. */
export function run(
  { program, args, env: more }: Command,
  input: string,
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
  timeout: number,
): Ran {
  const started = performance.now();
  const { pid, status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    input,
    timeout,
    encoding: "utf8",
    env: { ...env, ...more },
    windowsHide: true,
    ...GROUP,
  });
  if (error !== undefined) endGroup(pid);
  const code = error !== undefined && "code" in error ? error.code : undefined;
  const failure =
    code === "ETIMEDOUT"
      ? `it gave no answer in ${timeout} ms`
      : code === "EPIPE"
        ? undefined
        : error?.message;
  return {
    stdout: stdout ?? "",
    stderr: stderr ?? "",
    status,
    failure,
    milliseconds: performance.now() - started,
  };
}

function commandOf(host: string, handler: Handler, root: string): Command | undefined {
  const windows = process.platform === "win32";
  const text = (name: string): string | undefined => {
    const value = Object.hasOwn(handler, name) ? handler[name] : undefined;
    return typeof value === "string" ? value : undefined;
  };
  const command = text("command");
  if (host === "claude-code") {
    const { args } = handler;
    const fill = (word: string): string => word.replaceAll(`\${CLAUDE_PROJECT_DIR}`, root);
    const env = { CLAUDE_PROJECT_DIR: root };
    if (command === undefined) return undefined;
    if (!Array.isArray(args)) return shell(command, env);
    return { program: fill(command), args: args.map((a: Json) => fill(String(a))), env };
  }
  if (host === "copilot") {
    const line = windows ? text("powershell") : text("bash");
    return line === undefined
      ? undefined
      : windows
        ? powershell(line)
        : { program: "bash", args: ["-c", line], env: {} };
  }
  const own = windows ? (text("commandWindows") ?? text("windows") ?? command) : command;
  if (own === undefined) return undefined;
  if (host === "gemini") {
    if (windows) return powershell(own);
    const line = own.replaceAll("$GEMINI_PROJECT_DIR", () => quoteWord(root));
    return { program: "bash", args: ["-c", line], env: { GEMINI_PROJECT_DIR: root } };
  }
  return shell(own, host === "cursor" ? { CURSOR_PROJECT_DIR: root } : {});
}

function shell(line: string, env: Readonly<Record<string, string>>): Command {
  return process.platform === "win32"
    ? { program: "cmd.exe", args: ["/d", "/s", "/c", line], env }
    : { program: "/bin/sh", args: ["-c", line], env };
}

function powershell(line: string): Command {
  return { program: "powershell.exe", args: ["-NoProfile", "-Command", line], env: {} };
}

/** How long the host waits, in milliseconds. */
function timeoutOf(host: string, handler: Handler): number {
  const value = handler["timeout"] ?? handler["timeoutSec"];
  const given = typeof value === "number" && value > 0 ? value : 10;
  return Math.min(60_000, host === "gemini" ? given : given * 1_000);
}
