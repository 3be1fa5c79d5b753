// The policy that a hook call is checked with: in pieces where it has been verified, else read, verified and kept.
import { parseHostJson } from "../../hosts/json.ts";
import { isUnchanged } from "../../policy/revision.ts";
import type { Policy } from "../../policy/types.ts";
import type { Lookup } from "../../validators/lookup/lookup.ts";
import type { HookWorld } from "./hook-world.ts";

/** A policy until it is closed. */
export interface LoadedPolicy {
  readonly policy: Policy;
  /** Where the policy is in pieces. */
  readonly lookup?: Lookup;
  readonly close: () => void;
}

type PolicyWorld = Pick<HookWorld, "policyText" | "pieces" | "pinProblem" | "sha256">;

/** The policy in force. Throws, with the cause in plain words, where there is none, or not the one that a person has put in force. */
export function loadPolicy(world: PolicyWorld): LoadedPolicy {
  const loaded = world.pieces?.open() ?? wholePolicy(world);
  const problem = world.pinProblem(loaded.policy.revision);
  if (problem === undefined) return loaded;
  loaded.close();
  throw new Error(problem);
}

function wholePolicy({ policyText, pieces, sha256 }: PolicyWorld): LoadedPolicy {
  const { text, stamp } = policyText();
  const policy = parseJson(text, "the policy") as Policy;
  if (policy?.schemaVersion !== 1) throw new Error("the policy is not one that this version reads");
  if (!isUnchanged(policy, text, sha256)) throw new Error("the policy was edited by hand; build it again");
  if (stamp !== undefined) pieces?.keep(stamp, policy);
  return { policy, close: () => undefined };
}

/** A JSON text's value. Throws with what it is that can't be read. */
export function parseJson(text: string, what: string): unknown {
  try {
    return parseHostJson(text);
  } catch (error) {
    throw new Error(`${what} is not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
}
