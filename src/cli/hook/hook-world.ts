// The outside world of a hook call.
import type { Ledger } from "../../ledger/ledger.ts";
import type { RegexEngine } from "../../pattern/compare.ts";
import type { Sha256 } from "../../policy/revision.ts";
import type { Protection } from "../../validators/protected/protection.ts";
import type { HookOptions } from "./hook-options.ts";
import type { PiecesFile } from "./pieces-file.ts";
import type { PolicyText } from "./policy-text.ts";

/** What a hook call needs of the outside world. */
export interface HookWorld {
  /** All of standard input. */
  readonly input: () => string;
  /** The text of the policy in force. Throws when there is none. */
  readonly policyText: () => PolicyText;
  /** The policy as it was kept when it was verified; undefined where nothing is kept. */
  readonly pieces: PiecesFile | undefined;
  /** Why a policy of a revision is not in force; undefined where it is. */
  readonly pinProblem: (revision: string) => string | undefined;
  readonly sha256: Sha256;
  readonly regex: RegexEngine;
  readonly today: string;
  /** The project's folder: the one that holds the folder of the policy. */
  readonly root: string;
  /** The text of a file that the command runs, as seen from a directory. */
  readonly files: (cwd: string) => (path: string) => string | undefined;
  readonly ledger: Ledger;
  readonly random: (bytes: number) => Uint8Array;
  readonly newId: () => string;
  /** Runs what may take long, and throws where it takes longer than the deadline leaves. */
  readonly inTime: <T>(what: () => T) => T;
  readonly options: HookOptions;
  /** What is protected besides the rules. */
  readonly protection: Protection;
}
