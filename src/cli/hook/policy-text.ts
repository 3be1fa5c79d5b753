// The text of the policy in force, by its absolute path.
import { readFileSync } from "node:fs";
import { dirname, isAbsolute } from "node:path";

/** The project's folder: the one that holds the folder of the policy (`.bylaw/policy.json`, `dist/policy.json`). */
export function rootOf(policy: string | undefined): string {
  return dirname(dirname(policy ?? "/"));
}

/** Reads the policy. Throws, with the cause in plain words, when the path is relative or can't be read. */
export function policyText(path: string | undefined): string {
  if (path === undefined || path === "") throw new Error("the hook line names no policy");
  if (!isAbsolute(path))
    throw new Error(`the hook line must name the policy by its absolute path, not ${path}`);
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new Error(
      code === "ENOENT"
        ? `there is no policy at ${path}; run bylaw build`
        : `the policy at ${path} can't be read: ${code}`,
    );
  }
}
