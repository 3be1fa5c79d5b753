// The policy that hooks of a project hold to: read, validated and pinned; or why there is none.
import { existsSync } from "node:fs";
import { type NativeRule, nativeRules } from "../../authoring/native/candidates.ts";
import { validatePolicy } from "../../policy/generated/validators.js";
import { loadPolicy } from "../../policy/load.ts";
import type { Policy } from "../../policy/types.ts";
import { Checker } from "../../validators/checker.ts";
import { pinProblem } from "../hook/pin.ts";
import { policyText } from "../hook/policy-text.ts";
import { regex, sha256 } from "../node-tools.ts";
import { today } from "../today.ts";
import { FOLDER, type Place } from "./place.ts";

/** What to run where nothing is in force. */
export const HOW_TO_PUT_IN_FORCE = "run bylaw build, then bylaw trust at a terminal";

/** The policy in force, or why there is none: in words that follow “because”. */
export function inForce({ policy: path }: Place): { readonly policy: Policy } | { readonly problem: string } {
  if (!existsSync(path)) return { problem: `there is no ${FOLDER}/policy.json` };
  let text: string;
  try {
    text = policyText(path);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  const loaded = loadPolicy(text, validatePolicy, sha256);
  if ("refusal" in loaded)
    return {
      problem: `${FOLDER}/policy.json is refused (${loaded.refusal.problem}: ${loaded.refusal.detail})`,
    };
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
