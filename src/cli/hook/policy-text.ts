// The text of the policy in force, by its absolute path.
import { readFileSync } from "node:fs";
import { isAbsolute } from "node:path";

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
