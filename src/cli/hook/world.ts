// The outside world of a hook call, but for its input: what the bundled hook and `bylaw hook` share.
import { isAbsolute } from "node:path";
import { Ledger } from "../../ledger/ledger.ts";
import type { Sha256 } from "../../policy/revision.ts";
import { runFiles } from "../io/run-files.ts";
import { today } from "../today.ts";
import type { HookWorld } from "./hook-world.ts";
import { piecesIn } from "./pieces-file.ts";
import { isInForce, pinProblem } from "./pin.ts";
import { policyText, rootOf } from "./policy-text.ts";
import { protectionOf } from "./protection.ts";

type Given = Pick<HookWorld, "input" | "regex" | "random" | "options"> & {
  /** Without it nothing is held to a time. */
  readonly inTime?: HookWorld["inTime"];
  readonly sha256: Sha256;
  /** The folder of the hook that runs. */
  readonly bundle?: string;
  /** The build of the hook that runs; without it the policy is not kept in pieces. */
  readonly build?: string;
};

/** The ledger of the project that a policy belongs to. */
export function ledgerBeside(policy: string | undefined, sha256: Sha256): Ledger {
  return new Ledger(`${rootOf(policy)}/.bylaw/runs`, { sha256, now: () => Date.now() });
}

/** The world around a policy. */
export function worldOf(policy: string | undefined, given: Given): HookWorld {
  const root = rootOf(policy);
  const { build } = given;
  return {
    inTime: (what) => what(),
    ...given,
    policyText: () => policyText(policy),
    pieces:
      build !== undefined && policy !== undefined && isAbsolute(policy) && isInForce(policy)
        ? piecesIn(root, policy, build, () => Date.now())
        : undefined,
    pinProblem: (revision) => pinProblem(policy ?? "", revision),
    get today() {
      return today();
    },
    root,
    files: runFiles,
    protection: protectionOf(root, given.bundle),
    ledger: ledgerBeside(policy, given.sha256),
    // Unique without loading what makes random numbers.
    newId: () =>
      `${process.pid.toString(36)}-${Date.now().toString(36)}-${process.hrtime.bigint().toString(36)}`,
  };
}
