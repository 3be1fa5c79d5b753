// The files by which a step of a GitHub workflow gives outputs and its summary.
import { appendFileSync, closeSync, openSync, readSync, statSync } from "node:fs";
import { UsageError } from "../command.ts";
import type { Terminal } from "../terminal.ts";

/** The files of the step that runs. */
export interface StepFiles {
  readonly output: string;
  readonly summary: string;
}

/** Finds the step's files; a usage error where this is no step. */
export function stepFiles({ env }: Pick<Terminal, "env">): StepFiles {
  const [output, summary] = [env["GITHUB_OUTPUT"], env["GITHUB_STEP_SUMMARY"]];
  for (const [name, path] of Object.entries({ GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary })) {
    if (path === undefined || path === "")
      throw new UsageError(`--github needs ${name}, which GitHub sets for each step of a workflow`);
    if (isFolder(path)) throw new UsageError(`${name} names a folder`);
  }
  return { output: output ?? "", summary: summary ?? "" };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Appends to both files: a step may have written there before. Without a summary there is no output either. */
export function writeStep(files: StepFiles, output: string, summary: string): void {
  for (const [path, text] of [
    [files.summary, summary],
    [files.output, output],
  ] as const) {
    try {
      appendFileSync(path, endsInLine(path) ? text : `\n${text}`);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
      throw new UsageError(`can't write ${path}: ${code}`);
    }
  }
}

/** Whether the next line can begin: a step may have written there without a line's end. */
function endsInLine(path: string): boolean {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return true;
  const file = openSync(path, "r");
  try {
    const last = Buffer.alloc(1);
    readSync(file, last, 0, 1, size - 1);
    return last.toString() === "\n";
  } finally {
    closeSync(file);
  }
}
