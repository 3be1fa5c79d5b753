// Makes requests of what an adapter has found in its host's JSON.
import type { Host, HostCall, HostEvent, HostRequest, HostResult } from "./host.ts";
import { type JsonRecord, textField } from "./json.ts";
import { readCall, type ToolCall, type Tools } from "./tool-call.ts";

/** What no reader foresaw (input that is nested as deep as the stack) is broken input, never an exception. */
export function guarded(read: Host["read"]): Host["read"] {
  return (input, files) => {
    try {
      return read(input, files);
    } catch (error) {
      return broken(`reading it failed: ${error instanceof Error ? error.message : "unknown cause"}`);
    }
  };
}

export function broken(reason: string, event?: HostEvent): HostRequest {
  return { type: "broken", reason, ...(event === undefined ? {} : { event }) };
}

/** A call that is about to be made; broken where it can't be read, so that it is denied. */
export function before(call: ToolCall, tools: Tools, who: HostCall): HostRequest {
  const read = readCall(call, tools);
  if ("problem" in read) return broken(read.problem, "before");
  return read.actions.length === 0 ? { type: "other" } : { type: "before", actions: read.actions, call: who };
}

/**
 * A call that has ended. That a tool which is no shell of the host has ended well says nothing of a command that it may
 * have run.
 */
export function after(call: ToolCall, tools: Tools, who: HostCall, result: HostResult): HostRequest {
  const read = readCall(call, tools);
  if ("problem" in read) return broken(read.problem, "after");
  const { actions } = read;
  if (actions.length === 0) return { type: "other" };
  const unsure = !tools.shells.has(call.name) && actions.some((a) => a.kind === "command");
  const told: HostResult =
    unsure && result.status === "succeeded" ? withOutput({ status: "unknown" }, result.output) : result;
  return { type: "after", actions, call: who, result: told };
}

/** A message to the agent, of a host that doesn't say who sent it: none of them approves. */
export function unsignedPrompt(input: JsonRecord, call: HostCall): HostRequest {
  const text = textField(input, "prompt");
  return text === undefined
    ? broken("it has no prompt", "prompt")
    : { type: "prompt", text, source: "unknown", call };
}

/** The start of a session, by what the host says of its source: one that is resumed or compacted is not new. */
export function sessionOf(input: JsonRecord, call: HostCall): HostRequest {
  const fresh = ["startup", "clear", "new"].includes(textField(input, "source") ?? "");
  return { type: "session", fresh, call };
}

/** A result with its output, where there is one. */
export function withOutput(result: HostResult, output: string | undefined): HostResult {
  return output === undefined ? result : { ...result, output };
}

/** How a command with an exit status ended. */
export function byExitStatus(exitStatus: number): HostResult {
  return { status: exitStatus === 0 ? "succeeded" : "failed", exitStatus };
}

/** Who is calling, of what could be read. */
export function whoCalls(found: { readonly [K in keyof HostCall]: string | undefined }): HostCall {
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined && value !== ""));
}
