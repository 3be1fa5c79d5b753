// The policy file of a server: the one in force, held against its pin, or one that was named.
import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Loaded, PolicySource } from "../../server/service/policy-holder.ts";
import { pinProblem } from "../hook/pin.ts";
import { loadPolicyFile } from "../io/policy-file.ts";
import { readIfThere } from "../io/write.ts";

/** Reads the policy at an absolute path; messages name it as seen from the project's root. */
export function policySource(path: string, root: string): PolicySource {
  return {
    stamp: () => `${stampOf(path)} ${stampOf(join(dirname(path), "trust.json"))}`,
    load: () => load(path, root),
  };
}

function load(path: string, root: string): Loaded {
  const before = readIfThere(path);
  const loaded = loadPolicyFile(path, root);
  if ("problem" in loaded) return { problem: `${loaded.problem.message}. ${loaded.problem.hint}` };
  const { policy } = loaded;
  const unpinned = pinProblem(path, policy.revision);
  if (unpinned !== undefined) return { problem: unpinned };
  const text = readIfThere(path);
  // Replaced while it was read: the next call finds another stamp.
  if (text === undefined || text !== before) return { problem: "the policy is being replaced" };
  return { policy, text };
}

/** What changes when a file does; its absence is a state, too. */
function stampOf(path: string): string {
  try {
    const { size, mtimeNs, ctimeNs, ino } = statSync(path, { bigint: true });
    return [size, mtimeNs, ctimeNs, ino].join("-");
  } catch {
    return "none";
  }
}
