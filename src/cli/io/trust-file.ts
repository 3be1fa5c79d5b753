// The policy in force and the pin beside it: read as they are, written so that a crash in between leaves a hook that denies.
import { dirname, join } from "node:path";
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import { printPolicy } from "../../policy/revision.ts";
import type { Policy } from "../../policy/types.ts";
import { isLink, isThere } from "./inside.ts";
import { readIfThere, writeWhole } from "./write.ts";

/** One taking into force: who did it, and how the policy stood to the one before. */
export interface TrustEntry {
  readonly revision: string;
  readonly at: string;
  readonly by: "person" | "itself";
  readonly how: "first" | "equal" | "stricter" | "looser" | "not-comparable" | "unknown";
}

/** So many takings are kept. */
const MOST = 50;
const NAME = join(".bylaw", "trust.json");

/** The paths of what is in force in a project. */
export function forcePaths(root: string): { readonly policy: string; readonly trust: string } {
  return { policy: join(root, ".bylaw", "policy.json"), trust: join(root, NAME) };
}

/** The pin as it is: undefined where there is none, `broken` where it can't be read. */
export function readTrust(root: string): { revision: string; history: TrustEntry[] } | "broken" | undefined {
  const { trust } = forcePaths(root);
  const text = readIfThere(trust);
  if (text === undefined) return isThere(trust) ? "broken" : undefined;
  try {
    const data: unknown = JSON.parse(text);
    if (data === null || typeof data !== "object" || !("revision" in data)) return "broken";
    if (typeof data.revision !== "string") return "broken";
    const history = "history" in data && Array.isArray(data.history) ? data.history.filter(isEntry) : [];
    return { revision: data.revision, history };
  } catch {
    return "broken";
  }
}

/**
 * Takes a policy in force. The pin is put in its place first: until the policy is there too, they don't fit, and the hook
 * denies. Gives the problem where nothing could be written.
 */
export function writeTrust(
  root: string,
  policy: Policy,
  history: readonly TrustEntry[],
): Diagnostic | undefined {
  const paths = forcePaths(root);
  const pin = { schemaVersion: 1, revision: policy.revision, history: history.slice(-MOST) };
  return writeWhole([
    { path: paths.trust, shown: NAME, content: `${JSON.stringify(pin, null, 2)}\n` },
    { path: paths.policy, shown: join(".bylaw", "policy.json"), content: printPolicy(policy) },
  ]);
}

/** The part of what is in force that is a link; undefined where none is. What a link leads to may change unseen. */
export function linkedPart(root: string): string | undefined {
  const { policy, trust } = forcePaths(root);
  return [dirname(policy), policy, trust].find(isLink);
}

function isEntry(value: unknown): value is TrustEntry {
  return value !== null && typeof value === "object" && "revision" in value && "at" in value;
}
