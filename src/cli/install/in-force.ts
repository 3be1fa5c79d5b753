// The policy that hooks of a project hold to: read, validated and pinned; or why there is none.
import { type NativeRule, nativeRules } from "../../authoring/native/candidates.ts";
import type { Policy } from "../../policy/types.ts";
import { Checker } from "../../validators/checker.ts";
import { pinProblem } from "../hook/pin.ts";
import { loadPolicyFile } from "../io/policy-file.ts";
import { regex, sha256 } from "../node-tools.ts";
import { today } from "../today.ts";
import type { Place } from "./place.ts";

/** What to run where nothing is in force. */
export const HOW_TO_PUT_IN_FORCE = "run bylaw build, then bylaw trust at a terminal";

/** The policy in force, or why there is none. */
export function inForce({
  policy: path,
  root,
}: Place): { readonly policy: Policy } | { readonly problem: string } {
  const loaded = loadPolicyFile(path, root);
  if ("problem" in loaded) return { problem: loaded.problem.message };
  const problem = pinProblem(path, loaded.policy.revision);
  return problem === undefined ? loaded : { problem };
}

/** What of a policy hosts' own permissions can say. */
export function nativeRulesOf(policy: Policy, root: string): NativeRule[] {
  const checker = new Checker(policy, { sha256, regex, today: today(), root });
  return nativeRules(policy, (command) => {
    const { decision, findings } = checker.check({ kind: "command", command });
    return { decision, rules: findings.flatMap((f) => (f.rule !== undefined && f.certain ? [f.rule] : [])) };
  });
}
