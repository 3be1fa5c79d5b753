// What is in force in a project, and putting a policy there: shared by trust, and by install where nothing is in force yet.
import type { Diagnostic } from "../compiler/messages/diagnostic.ts";
import type { Policy } from "../policy/types.ts";
import { isThere } from "./io/inside.ts";
import { loadPolicyFile } from "./io/policy-file.ts";
import { forcePaths, readTrust, type TrustEntry, writeTrust } from "./io/trust-file.ts";

/** What is in force: nothing yet, a policy that the pin names, or something that doesn't fit. */
export type InForce =
  | { readonly type: "nothing" }
  | { readonly type: "policy"; readonly policy: Policy }
  | { readonly type: "unclear"; readonly reason: string };

/** Nothing is in force only where neither file is there. What doesn't fit is denied by the hook, and nothing to compare with. */
export function policyInForceOf(root: string, cwd: string): InForce {
  const paths = forcePaths(root);
  const pin = readTrust(root);
  if (pin === undefined && !isThere(paths.policy)) return { type: "nothing" };
  if (pin === undefined)
    return { type: "unclear", reason: "there is a policy, and no trust.json that puts it in force" };
  if (pin === "broken") return { type: "unclear", reason: "trust.json can't be read" };
  const loaded = loadPolicyFile(paths.policy, cwd);
  if ("problem" in loaded) return { type: "unclear", reason: loaded.problem.message };
  return loaded.policy.revision === pin.revision
    ? { type: "policy", policy: loaded.policy }
    : { type: "unclear", reason: "policy.json is not the revision that trust.json names" };
}

/** Writes a policy and its pin, at this moment. Gives the problem where nothing could be written. */
export function putInForce(
  root: string,
  policy: Policy,
  { by, how }: Pick<TrustEntry, "by" | "how">,
): Diagnostic | undefined {
  const entry: TrustEntry = { revision: policy.revision, at: new Date().toISOString(), by, how };
  const before = readTrust(root);
  const history = before === undefined || before === "broken" ? [] : before.history;
  return writeTrust(root, policy, [...history, entry]);
}

/** One line about a policy that has been taken. */
export function takenText({ revision, rules }: Policy, how: TrustEntry["how"]): string {
  return `${revision.slice(0, 12)} is in force now (${how}, ${rules.length} rules)\n`;
}
