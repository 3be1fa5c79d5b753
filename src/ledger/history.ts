// A run's events as what was done in it.
import type { Past, RunHistory } from "../policy/history.ts";
import type { LedgerEvent } from "../policy/types.ts";
import type { RecordedRun } from "./ledger.ts";

/** A call with what became of it. */
export interface Entry extends Past {
  readonly id: string | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
}

interface Building {
  readonly id: string | undefined;
  readonly call: string | undefined;
  readonly at: number;
  readonly does: Past["does"];
  verdict: "none" | "passed" | "asked" | "stopped";
  end: "succeeded" | "failed" | "unknown" | "started" | undefined;
}

/**
 * The calls of a run that were not stopped, in the order in which they were proposed. `before` is the id of a call:
 * what stands behind its own proposal is left out, so that of two at once each knows which came first.
 */
export function entriesOf(events: readonly LedgerEvent[], before?: string): Entry[] {
  const all: Building[] = [];
  const byId = new Map<string, Building>();
  const open = new Map<string, Building[]>();
  for (const event of events) {
    if (event.event === "proposed") {
      if (event.id === before) break;
      const one: Building = {
        id: event.id,
        call: event.call,
        at: Date.parse(event.at),
        does: event.does,
        verdict: "none",
        end: undefined,
      };
      all.push(one);
      byId.set(event.id, one);
      const key = keyOf(event);
      const waiting = open.get(key);
      if (waiting === undefined) open.set(key, [one]);
      else waiting.push(one);
    } else if (event.event === "finished" || event.event === "started") {
      const waiting = open.get(keyOf(event)) ?? [];
      const one = waiting.pop() ?? unseen(event, all);
      one.end = event.event === "started" ? "started" : event.status;
    } else if (
      event.event === "allowed" ||
      event.event === "warned" ||
      event.event === "asked" ||
      event.event === "denied"
    ) {
      const one = byId.get(event.id);
      if (one === undefined) continue;
      const stopped = event.event === "denied" && event.observed !== true;
      const asked = event.event === "asked" && event.observed !== true;
      one.verdict = stopped ? "stopped" : asked ? "asked" : "passed";
    }
  }
  return all.filter((e) => e.verdict !== "stopped" || e.end !== undefined).map(entryOf);
}

/** A run's history; whole if it was seen to begin and every line can be read. */
export function historyOf(run: RecordedRun, before?: string): RunHistory {
  const first = run.events.findIndex((e) => e.event === "proposed" || e.event === "finished");
  const begun = run.events.findIndex((e) => e.event === "begun");
  const damaged = run.problems.some((p) => p.problem === "damaged");
  return {
    whole: begun >= 0 && (first < 0 || begun < first) && !damaged,
    recorded: true,
    past: entriesOf(run.events, before),
  };
}

/** What runs at a time: let through, started or asked about, not ended, and no longer ago than a lease, in milliseconds. */
export function runningIn(entries: readonly Entry[], now: number, lease: number): Entry[] {
  return entries.filter(
    ({ outcome, at }) =>
      (outcome === "allowed" || outcome === "started" || outcome === "asked") && now - at < lease,
  );
}

/** The end of a call that nobody saw proposed. */
function unseen(event: LedgerEvent & { event: "finished" | "started" }, all: Building[]): Building {
  const one: Building = {
    id: undefined,
    call: event.call,
    at: Date.parse(event.at),
    does: event.does,
    verdict: "passed",
    end: undefined,
  };
  all.push(one);
  return one;
}

/** What tells one call from another: the host's id, or what it does where the host gives none. */
function keyOf(event: LedgerEvent & { event: "proposed" | "finished" | "started" }): string {
  if (event.call !== undefined) return `call ${event.call}`;
  return JSON.stringify([event.agent, event.does]);
}

function entryOf({ id, at, does, verdict, end }: Building): Entry {
  return { id, at, does, outcome: end ?? (verdict === "asked" ? "asked" : "allowed") };
}
