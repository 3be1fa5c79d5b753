// Whether a policy is the one that a person has put in force.
import { readFileSync } from "node:fs";
import { basename, dirname, normalize } from "node:path";

/** The pin beside the policy in force. */
const TRUST = "trust.json";

/**
 * Why a policy of this revision is not in force; undefined where it is. `.bylaw/policy.json` needs the pin beside it;
 * any other policy was named by hand to try it out, and is held against a pin only where there is one.
 */
export function pinProblem(policy: string, revision: string): string | undefined {
  const inForce = isInForce(policy);
  const path = `${dirname(policy)}/${TRUST}`;
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOENT" && !inForce) return undefined;
    return `no ${TRUST} beside the policy says that it is in force (${code}): a person runs bylaw trust`;
  }
  const pinned = pinnedRevision(text);
  if (pinned === revision) return undefined;
  return `the policy is not the one that is in force by ${TRUST}: a person runs bylaw trust`;
}

/**
 * Whether a path is where the policy in force stands. It may be written in more than one way, and some file systems take
 * every case for the same.
 */
export function isInForce(policy: string): boolean {
  if (policy.endsWith("/.bylaw/policy.json")) return true;
  const path = normalize(policy).toLowerCase();
  return basename(path) === "policy.json" && basename(dirname(path)) === ".bylaw";
}

function pinnedRevision(text: string): unknown {
  try {
    const data: unknown = JSON.parse(text);
    return data !== null && typeof data === "object" && "revision" in data ? data.revision : undefined;
  } catch {
    return undefined;
  }
}
