// The outside world of a hook call, but for its input: what the bundled hook and `bylaw hook` share.
import { join } from "node:path";
import { Ledger } from "../../ledger/ledger.ts";
import type { Sha256 } from "../../policy/revision.ts";
import { runFiles } from "../io/run-files.ts";
import { today } from "../today.ts";
import type { HookWorld } from "./hook-world.ts";
import { isInForce, pinProblem } from "./pin.ts";
import { policyText, rootOf } from "./policy-text.ts";
import { protectionOf } from "./protection.ts";
import { verifiedIn } from "./verified.ts";

type Given = Pick<HookWorld, "input" | "regex" | "random" | "options"> & {
  /** Without it nothing is held to a time. */
  readonly inTime?: HookWorld["inTime"];
  readonly sha256: Sha256;
  /** The folder of the hook that runs. */
  readonly bundle?: string;
};

/** The ledger of the project that a policy belongs to. */
export function ledgerBeside(policy: string | undefined, sha256: Sha256): Ledger {
  return new Ledger(join(rootOf(policy), ".bylaw", "runs"), { sha256, now: () => Date.now() });
}

/** The world around a policy. */
export function worldOf(policy: string | undefined, given: Given): HookWorld {
  const root = rootOf(policy);
  return {
    inTime: (what) => what(),
    ...given,
    policyText: () => policyText(policy),
    verified: policy !== undefined && isInForce(policy) ? verifiedIn(root, () => Date.now()) : undefined,
    pinProblem: (revision) => pinProblem(policy ?? "", revision),
    today: today(),
    root,
    files: runFiles,
    protection: protectionOf(root, given.bundle),
    ledger: ledgerBeside(policy, given.sha256),
    // Unique without loading what makes random numbers.
    newId: () =>
      `${process.pid.toString(36)}-${Date.now().toString(36)}-${process.hrtime.bigint().toString(36)}`,
  };
}
