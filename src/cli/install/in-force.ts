// The policy that hooks of a project hold to: read, validated and pinned; or why there is none.
import { type NativeRule, nativeRules } from "../../authoring/native/candidates.ts";
import type { Policy } from "../../policy/types.ts";
import { Checker } from "../../validators/checker.ts";
import { pinProblem } from "../hook/pin.ts";
import { loadPolicyFile, policyPath } from "../io/policy-file.ts";
import { findProject } from "../io/project.ts";
import { linkedPart } from "../io/trust-file.ts";
import { regex, sha256 } from "../node-tools.ts";
import { policyInForceOf } from "../put-in-force.ts";
import { today } from "../today.ts";
import type { Place } from "./place.ts";

/** What to run where nothing is in force: the first policy is taken by install itself, any other one by a person. */
export function howToPutInForce({ root }: Place): string {
  return policyInForceOf(root, root).type === "nothing" && linkedPart(root) === undefined
    ? "run bylaw build, then bylaw install again"
    : "run bylaw build, then bylaw trust at a terminal, then bylaw install again for the hosts' own permissions";
}

/** The policy that was built last; undefined where there is none that can be used. */
export function builtPolicy({ root }: Place): Policy | undefined {
  const project = findProject(root);
  if ("problem" in project) return undefined;
  const loaded = loadPolicyFile(policyPath(project, root, undefined), root);
  return "policy" in loaded ? loaded.policy : undefined;
}

/** The built policy where nothing at all is in force yet: to take that one, nobody has to be asked. */
export function firstPolicy(place: Place): Policy | undefined {
  const { root } = place;
  const isFree = policyInForceOf(root, root).type === "nothing" && linkedPart(root) === undefined;
  return isFree ? builtPolicy(place) : undefined;
}

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
