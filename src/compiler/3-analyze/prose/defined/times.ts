// The times of label lines, as their authors wrote them.
import type { Duration } from "../../../../policy/types.ts";
import type { DefinitionLabel } from "../../../1-read/document.ts";
import type { TimeSaid } from "../values.ts";

/** "2–4 hours" of "2–4 hours; check every 10–15 minutes". */
export function takesOf(duration: Duration, { text }: DefinitionLabel): TimeSaid {
  return timeOf(duration, text.split(/[;,]/)[0] ?? "");
}

/** What stands behind "check every". */
export function checkOf(duration: Duration, { name, text }: DefinitionLabel): TimeSaid {
  const at = name === "Check every" ? 0 : text.indexOf("every ") + "every ".length;
  return timeOf(duration, text.slice(at));
}

/** A time in the words of its line, which may open with "about" or "up to". */
export function timeOf({ from, to }: Duration, line: string): TimeSaid {
  const text = line.trim().replace(/\.$/, "");
  const about = text.startsWith("about ");
  const upTo = text.startsWith("up to ");
  const bare = about || upTo ? text.slice("about ".length) : text;
  return { from, to, text: bare, bound: upTo ? "most" : undefined, about };
}
