// An event of a run as a line for people.
import type { Done, LedgerEvent } from "../../policy/types.ts";

/** When, what, and of what: `12:00:01 denied push-main`. */
export function eventText(event: LedgerEvent): string {
  const words = [event.at.slice(0, 19).replace("T", " "), event.event, ...detailOf(event)];
  return words.filter((w) => w !== "").join(" ");
}

function detailOf(event: LedgerEvent): string[] {
  switch (event.event) {
    case "proposed":
    case "started":
      return [doneText(event.does)];
    case "finished": {
      const { exitStatus, status, does } = event;
      return [exitStatus === undefined ? status : `${status} (${exitStatus})`, doneText(does)];
    }
    case "allowed":
    case "warned":
    case "asked":
    case "denied":
      return [event.rules.join(", "), event.observed === true ? "(observed)" : ""];
    case "plan":
      return [`of ${event.steps.length} until ${event.until}: ${event.steps.map((s) => s.shown).join("; ")}`];
    case "approved": {
      const facts = Object.entries(event.facts ?? {}).map(([name, value]) => `${name}=${value}`);
      const said = event.says === undefined ? "" : `“${event.says}”`;
      return [`${event.steps.length} by ${event.by}`, said, facts.join(", ")];
    }
    case "waived":
      return [`${event.rule} until ${event.until}: ${event.reason}`];
    case "note":
      return [event.text];
    default:
      return [];
  }
}

function doneText(does: readonly Done[]): string {
  return does
    .map((d) => {
      if (d.kind === "tool") return `tool ${d.tool}`;
      if (d.kind === "report") return `report ${d.report}`;
      return d.kind === "command" ? d.ran.map((r) => r.line).join("; ") : `${d.kind} ${d.path}`;
    })
    .join("; ");
}
