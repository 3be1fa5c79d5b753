// What a host's adapter does: its wire format to actions, and an answer to its wire format. No policy logic.
import type { Action } from "../policy/types.ts";

/** What happened when the hook was called: a tool is about to run, has run, a message was sent, a session begins. */
export type HostEvent = "before" | "after" | "prompt" | "session";

/** Who is calling: what the host tells of the session and of this call. */
export interface HostCall {
  readonly session?: string;
  /** The host's id of this tool call; the same before and after, where the host gives one. */
  readonly call?: string;
  /** The subagent, where the host names one. */
  readonly agent?: string;
  /** The folder that the session is in; an action's own may be another. */
  readonly cwd?: string;
}

/** How a tool call ended. */
export interface HostResult {
  /** `unknown` wherever the host doesn't say it, or says it in words that the command itself could have printed. */
  readonly status: "succeeded" | "failed" | "unknown";
  readonly exitStatus?: number;
  readonly output?: string;
  /** True where it goes on in the background: it has started, and its end won't be told. */
  readonly running?: boolean;
}

export type HostRequest =
  /** One tool call; a patch of several files is several actions. None is empty: that is `other`. */
  | { readonly type: "before"; readonly actions: readonly Action[]; readonly call: HostCall }
  | {
      readonly type: "after";
      readonly actions: readonly Action[];
      readonly call: HostCall;
      readonly result: HostResult;
    }
  /** A message that was sent to the agent; only one whose source is the user may approve. */
  | {
      readonly type: "prompt";
      readonly text: string;
      readonly source: "user" | "other" | "unknown";
      readonly call: HostCall;
    }
  /** `fresh` where the host says that the session is a new one: nothing has happened in it yet. */
  | { readonly type: "session"; readonly fresh: boolean; readonly call: HostCall }
  /** Nothing that a policy speaks of: another event, or a tool that runs no command and touches no file. */
  | { readonly type: "other" }
  /** Input that isn't what the host sends: to be denied with the reason. `event` where it could be read. */
  | { readonly type: "broken"; readonly event?: HostEvent; readonly reason: string };

export type HostAnswer =
  /** `reason` is for the agent; `person` is shown to the person only, where the host has such a channel (the key of a plan). */
  | { readonly type: "deny" | "ask"; readonly reason: string; readonly person?: string }
  /** Text added to what the agent reads: at the session's start, after a prompt, after a result. */
  | { readonly type: "context"; readonly text: string; readonly person?: string };

/** What a host can and can't do; `bylaw install` prints it. */
export interface HostAbilities {
  /** Whether the hook can have the host ask the person. Where it can't, ask is answered as deny. */
  readonly ask: boolean;
  /** Whether a text can be shown to the person and not to the agent. */
  readonly personChannel: boolean;
  /** Whether messages are seen together with who sent them: only then a message may approve. */
  readonly prompts: boolean;
  /** Whether the hook is told how a command ended. */
  readonly results: boolean;
  /** Whether text can be added when a session begins. */
  readonly sessionStart: boolean;
  /** What hooks of this host don't see or can't hold, each a sentence. */
  readonly gaps: readonly string[];
}

/** The text of a file as seen from a folder; undefined where it is missing, large or no plain text. */
export type FileTexts = (cwd: string) => (path: string) => string | undefined;

export interface Host {
  /** The name in the hook line. */
  readonly name: string;
  readonly can: HostAbilities;
  /**
   * Reads the host's JSON. Never throws. With `files` the new content of a file is worked out of the old one where a
   * tool only replaces parts; without, it stays unknown.
   */
  readonly read: (input: unknown, files?: FileTexts) => HostRequest;
  /**
   * The one JSON document to print, or `silence` where the host has no place for such an answer at that event. Never
   * the host's `allow`. Where the host can't ask, the caller turns ask into deny before. After `before` nothing can be
   * stopped any more: the reason of a deny is then added to what the agent reads.
   */
  readonly write: (answer: HostAnswer, event: HostEvent) => string;
  /** What is printed where there is nothing to say: "" or "{}". */
  readonly silence: string;
}
