// What both servers serve: the command line's answers as data and as text, and the policy that they come from.
import { bounded } from "./bounded.ts";
import { Problem } from "./problem.ts";
import { type OperationName, REQUESTS, type Requests } from "./requests.ts";

/** An answer: `data` is what the command prints as JSON, `text` what it prints for people. */
export interface Answer {
  readonly data: object;
  readonly text: string;
}

/** Where the policy stands: what is in force, and why what lies on the disk is not, where that is so. */
export interface PolicyState {
  readonly revision: string | undefined;
  /** The text of the policy file, as it was loaded. */
  readonly text: string | undefined;
  /** Why the newest policy can't be used; the last good one stays in force. */
  readonly problem: string | undefined;
  /** How often a policy was taken over, and how often one was refused. */
  readonly loads: number;
  readonly refusals: number;
}

/** One function an operation. They throw `Problem` for what the caller can mend. */
export type Operations = {
  readonly [K in OperationName]: (request: Requests[K]) => Answer;
};

export interface Service {
  readonly operations: Operations;
  /** Looks whether the policy has changed, and takes over what can be used. */
  readonly policy: () => PolicyState;
  /** Short reminders of the rules that stop or ask; undefined where there are none. */
  readonly reminder: () => string | undefined;
  /** A host's hook: its JSON in, its JSON out. Undefined for an unknown host. Never throws. */
  readonly hook: (host: string, input: string) => string | undefined;
  /** The host's own deny with a cause, for a call that isn't looked at; undefined for an unknown host. */
  readonly refuseHook: (host: string, cause: string) => string | undefined;
}

/** Checks a request's form and answers it. Throws `Problem`, and nothing else. */
export function call(service: Service, name: OperationName, input: unknown): Answer {
  try {
    return answered(service.operations, name, bounded(input ?? {}));
  } catch (error) {
    if (error instanceof Problem) throw error;
    const cause = error instanceof Error ? error.message : String(error);
    throw new Problem("internal", `internal error: ${cause}`);
  }
}

function answered<K extends OperationName>(operations: Operations, name: K, input: unknown): Answer {
  const read = REQUESTS[name].safeParse(input);
  if (read.success) return operations[name](read.data as Requests[K]);
  const errors = read.error.issues.slice(0, 10).map(({ path, message }) => ({
    at: path.map(String).join("."),
    message,
  }));
  const [first] = errors;
  const where = first === undefined || first.at === "" ? "" : `${first.at}: `;
  throw new Problem("invalid-request", `${where}${first?.message ?? "the request is not valid"}`, { errors });
}
