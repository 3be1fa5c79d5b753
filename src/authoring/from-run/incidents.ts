// What went wrong in a run: commands that were denied, asked about, or that failed, with what the run did besides.
import type { Done, LedgerEvent } from "../../policy/types.ts";

/** A command of one program that a run has seen. `order` is its place among the events. */
export interface RanLine {
  readonly line: string;
  readonly order: number;
}

export interface Incident extends RanLine {
  readonly what: "denied" | "asked" | "failed";
  /** When, in UTC. */
  readonly at: string;
  /** The rules that denied it or asked. */
  readonly rules: readonly string[];
}

export interface RunSeen {
  readonly incidents: readonly Incident[];
  /** What has succeeded for certain, in order. */
  readonly succeeded: readonly RanLine[];
}

type CommandDone = Extract<Done, { kind: "command" }>;

/** Goes along the events of a run. */
export function seenIn(events: readonly LedgerEvent[]): RunSeen {
  const incidents: Incident[] = [];
  const succeeded: RanLine[] = [];
  const proposed = new Map<string, readonly Done[]>();
  for (const [order, event] of events.entries()) {
    const { at } = event;
    if (event.event === "proposed") proposed.set(event.id, event.does);
    else if (event.event === "denied" || event.event === "asked") {
      for (const line of linesOf(proposed.get(event.id) ?? []))
        incidents.push({ what: event.event, line, order, at, rules: event.rules });
    } else if (event.event === "finished" && event.status === "failed") {
      for (const line of failedIn(event.does)) incidents.push({ what: "failed", line, order, at, rules: [] });
    } else if (event.event === "finished" && event.status === "succeeded")
      for (const line of provenIn(event.does)) succeeded.push({ line, order });
  }
  return { incidents, succeeded };
}

function commandsOf(does: readonly Done[]): CommandDone[] {
  return does.filter((d): d is CommandDone => d.kind === "command");
}

function linesOf(does: readonly Done[]): string[] {
  return commandsOf(does).flatMap((d) => d.ran.filter((r) => r.unsure !== true).map((r) => r.line));
}

/** Of several programs nobody knows which one failed; of one that others carry it is the carried one. */
function failedIn(does: readonly Done[]): string[] {
  return commandsOf(does).flatMap(({ ran, alone }) => {
    const sure = ran.filter((r) => r.unsure !== true);
    const last = sure[sure.length - 1];
    return last !== undefined && (sure.length === 1 || alone === true) ? [last.line] : [];
  });
}

function provenIn(does: readonly Done[]): string[] {
  return commandsOf(does).flatMap(({ ran }) =>
    ran.filter((r) => r.unsure !== true && (r.proven === true || ran.length === 1)).map((r) => r.line),
  );
}
