// A policy's revision: the hash of what it says, and the quick way to see that a file still has it.
import { canonicalJson } from "./canonical-json.ts";
import type { Policy } from "./types.ts";

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. Passed in, since Node and browsers have it in different places. */
export type Sha256 = (text: string) => string;

const UNREVISED = "0".repeat(64);

/** The text of a policy file: canonical JSON, one value a line, so that a change of a rule is a change of its lines. */
export function printPolicy(policy: Policy): string {
  return `${canonicalJson(policy, 1)}\n`;
}

/** The revision of a policy's content: the hash of its text with the revision itself zeroed. */
export function revisionOf(policy: Omit<Policy, "revision">, sha256: Sha256): string {
  return sha256(printPolicy({ ...policy, revision: UNREVISED }));
}

/**
 * Whether a policy has the revision that it says. The file's own bytes are tried first, which needs no sorting;
 * a file that was only reformatted is printed anew.
 */
export function isUnchanged(policy: Policy, text: string, sha256: Sha256): boolean {
  const said = `"revision": "${policy.revision}"`;
  if (sha256(text.replace(said, `"revision": "${UNREVISED}"`)) === policy.revision) return true;
  return revisionOf(policy, sha256) === policy.revision;
}
