// The text of the policy in force, by its absolute path.
import { closeSync, fstatSync, openSync, readFileSync, type Stats, statSync } from "node:fs";
import { dirname, isAbsolute } from "node:path";

export interface PolicyText {
  readonly text: string;
  /** What changes with any change of the file; undefined where it changed while it was read. */
  readonly stamp?: string | undefined;
}

/** The project's folder: the one that holds the folder of the policy (`.bylaw/policy.json`, `dist/policy.json`). */
export function rootOf(policy: string | undefined): string {
  return dirname(dirname(policy ?? "/"));
}

/** Reads the policy. Throws, with the cause in plain words, when the path is relative or can't be read. */
export function policyText(path: string | undefined): PolicyText {
  if (path === undefined || path === "") throw new Error("the hook line names no policy");
  if (!isAbsolute(path))
    throw new Error(`the hook line must name the policy by its absolute path, not ${path}`);
  try {
    const file = openSync(path, "r");
    try {
      const before = stampOf(fstatSync(file));
      const text = readFileSync(file, "utf8");
      return { text, stamp: stampOf(fstatSync(file)) === before ? before : undefined };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new Error(
      code === "ENOENT"
        ? `there is no policy at ${path}; run bylaw build`
        : `the policy at ${path} can't be read: ${code}`,
    );
  }
}

/** The stamp of the file at a path; undefined where there is none. */
export function stampAt(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? undefined : stampOf(stats);
}

/** A file's size, times and place. Nobody can set the time of its last change back but by setting the clock. */
function stampOf({ size, mtimeMs, ctimeMs, ino, dev }: Stats): string {
  return [size, mtimeMs, ctimeMs, ino, dev].join(" ");
}
