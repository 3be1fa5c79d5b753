// An event without secrets, as it is written.
import type { Done, LedgerEvent } from "../policy/types.ts";
import { mask } from "./mask.ts";

/** Every text of an event that comes from commands, calls and people, masked. */
export function masked(event: LedgerEvent): LedgerEvent {
  switch (event.event) {
    case "proposed":
    case "started":
    case "finished":
      return { ...event, does: event.does.map(maskedDone) };
    case "plan":
      return { ...event, steps: event.steps.map((s) => ({ ...s, shown: mask(s.shown) })) };
    case "waived":
      return { ...event, reason: mask(event.reason) };
    case "note":
      return { ...event, text: mask(event.text) };
    default:
      return event;
  }
}

function maskedDone(done: Done): Done {
  if (done.kind === "tool" || done.kind === "report") return done;
  if (done.kind !== "command") return { ...done, path: mask(done.path) };
  return { ...done, ran: done.ran.map((r) => ({ ...r, line: mask(r.line) })) };
}
