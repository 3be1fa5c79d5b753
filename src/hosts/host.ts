// What a host's adapter does: its wire format to an action, and a decision to its wire format. No policy logic.
import type { Action } from "../policy/types.ts";

/** What a hook was asked about. */
export type HostRequest =
  | { readonly type: "action"; readonly action: Action }
  /** Nothing that the policy speaks of: another event, or a tool that isn't governed. */
  | { readonly type: "other" }
  /** Input that isn't what the host sends: to be denied with the reason. */
  | { readonly type: "broken"; readonly reason: string };

/** The decisions that a hook speaks; silence means that the host decides as it would without us. */
export interface HostAnswer {
  readonly decision: "deny" | "ask";
  readonly reason: string;
}

export interface Host {
  readonly name: string;
  readonly read: (input: unknown) => HostRequest;
  readonly write: (answer: HostAnswer) => string;
}
